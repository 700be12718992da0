//! NT-08: the number of administrative reviews in the prose is not the table's.

use super::{FIGURES_REMEDY, against_table, is_of_suits, listed, named_cells};
use crate::form::TableId;
use crate::report::FactKind;
use crate::rules::{Edit, Example, Rule, RuleContext, Severity, sources, told};

pub static RULE: Rule = Rule {
    id: "NT-08",
    severity: Severity::Error,
    basis: sources::FIGURES_AGREE,
    title: "正文的复议件数与表不符",
    checks: told("正文写的政府信息公开行政复议件数（或没有复议），应等于第四部分行政复议总计。"),
    why: told("复议情况是条例要求单独报告的内容。"),
    bad: examples![
        Example {
            shown: "正文写“没有发生行政复议”，表中行政复议1件。",
            edits: &[Edit::Words(
                "因政府信息公开被申请行政复议1件，结果维持；未发生行政诉讼。",
                "未发生因政府信息公开引起的行政复议、行政诉讼。",
            )],
        },
        Example {
            shown: "正文写被申请行政复议2件，表中1件。",
            edits: &[Edit::Words("被申请行政复议1件，结果维持", "被申请行政复议2件")],
        },
        Example {
            shown: "正文写其中维持2件，表中结果维持1件。",
            edits: &[
                Edit::Cell("disputes.review.corrected", "1"),
                Edit::Cell("disputes.review.total", "2"),
                Edit::Words(
                    "因政府信息公开被申请行政复议1件，结果维持；未发生行政诉讼。",
                    "因政府信息公开被申请行政复议2件，其中维持2件。",
                ),
            ],
        },
        Example {
            shown: "正文写其中纠正1件，表中结果纠正0件。",
            edits: &[Edit::Words(
                "因政府信息公开被申请行政复议1件，结果维持；未发生行政诉讼。",
                "因政府信息公开被申请行政复议1件，其中纠正1件。",
            )],
        },
    ],
    good: examples![
        Example { shown: "正文写“被申请行政复议1件”，表中行政复议1件。", edits: &[] },
        Example {
            shown: "正文写复议2件，其中维持1件、纠正1件，与表相同。",
            edits: &[
                Edit::Cell("disputes.review.corrected", "1"),
                Edit::Cell("disputes.review.total", "2"),
                Edit::Words(
                    "因政府信息公开被申请行政复议1件，结果维持；未发生行政诉讼。",
                    "因政府信息公开被申请行政复议2件，其中维持1件、纠正1件。",
                ),
            ],
        },
    ],
    check,
    ..Rule::ORDINARY
};

const QUANTITIES: [(FactKind, &str); 1] = [(FactKind::Reviews, "行政复议总计")];

fn check(context: &mut RuleContext) {
    against_table(
        context,
        |kind| {
            listed(kind, &QUANTITIES).or_else(|| named_cells(kind, TableId::Disputes).filter(|_| !is_of_suits(kind)))
        },
        FIGURES_REMEDY,
    );
}
