//! NT-09: the number of suits in the prose is not the table's.

use super::{FIGURES_REMEDY, against_table, is_of_suits, listed, named_cells};
use crate::form::TableId;
use crate::report::FactKind;
use crate::rules::{Edit, Example, Rule, RuleContext, Severity, sources, told};

pub static RULE: Rule = Rule {
    id: "NT-09",
    severity: Severity::Error,
    basis: sources::FIGURES_AGREE,
    title: "正文的诉讼件数与表不符",
    checks: told(
        "正文写的政府信息公开行政诉讼件数（或没有诉讼），应等于未经复议直接起诉与复议后起诉两个总计之和；写明是哪一种的，应等于那一种的总计。",
    ),
    why: told("诉讼情况是条例要求单独报告的内容。"),
    bad: examples![
        Example {
            shown: "正文写“未发生行政诉讼”，表中未经复议直接起诉1件。",
            edits: &[Edit::Cell("disputes.suit_direct.upheld", "1"), Edit::Cell("disputes.suit_direct.total", "1")],
        },
        Example {
            shown: "正文写未经复议直接起诉2件，表中1件。",
            edits: &[
                Edit::Cell("disputes.suit_direct.upheld", "1"),
                Edit::Cell("disputes.suit_direct.total", "1"),
                Edit::Words("未发生行政诉讼。", "未经复议直接起诉2件。"),
            ],
        },
        Example {
            shown: "正文写复议后起诉2件，表中1件。",
            edits: &[
                Edit::Cell("disputes.suit_after_review.upheld", "1"),
                Edit::Cell("disputes.suit_after_review.total", "1"),
                Edit::Words("未发生行政诉讼。", "复议后起诉2件。"),
            ],
        },
    ],
    good: examples![
        Example { shown: "正文写“未发生行政诉讼”，表中两个总计都是0。", edits: &[] },
        Example {
            shown: "正文写未经复议直接起诉1件、复议后起诉0件，与表相同。",
            edits: &[
                Edit::Cell("disputes.suit_direct.upheld", "1"),
                Edit::Cell("disputes.suit_direct.total", "1"),
                Edit::Words("未发生行政诉讼。", "未经复议直接起诉1件、复议后起诉0件。"),
            ],
        },
    ],
    check,
    ..Rule::ORDINARY
};

const QUANTITIES: [(FactKind, &str); 3] = [
    (FactKind::Suits, "未经复议直接起诉与复议后起诉共"),
    (FactKind::SuitsDirect, "未经复议直接起诉总计"),
    (FactKind::SuitsAfterReview, "复议后起诉总计"),
];

fn check(context: &mut RuleContext) {
    against_table(
        context,
        |kind| listed(kind, &QUANTITIES).or_else(|| named_cells(kind, TableId::Disputes).filter(|_| is_of_suits(kind))),
        FIGURES_REMEDY,
    );
}
