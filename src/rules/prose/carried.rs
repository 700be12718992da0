//! NT-06: the number of applications carried over in the prose is not the table's.

use super::{FIGURES_REMEDY, against_table, listed};
use crate::report::FactKind;
use crate::rules::{Edit, Example, Rule, RuleContext, Severity, sources, told};

pub static RULE: Rule = Rule {
    id: "NT-06",
    severity: Severity::Error,
    basis: sources::FIGURES_AGREE,
    title: "正文的结转件数与表不符",
    checks: told("正文写的上年结转、结转下年度继续办理件数，应等于表中二、四两行的总计。"),
    why: told("结转件数是两年报告之间的衔接，错了明年也对不上。"),
    bad: examples![
        Example {
            shown: "正文写结转下年度继续办理2件，表中1件。",
            edits: &[Edit::Words("结转下年度继续办理1件", "结转下年度继续办理2件")],
        },
        Example {
            shown: "正文写上年结转2件，表中0件。", edits: &[Edit::Words("上年结转0件", "上年结转2件")]
        },
    ],
    good: examples![Example {
        shown: "正文写“其余1件结转下年度继续办理”，表中1件。",
        edits: &[Edit::Words("结转下年度继续办理1件", "其余1件结转下年度继续办理")],
    }],
    check,
    ..Rule::ORDINARY
};

const QUANTITIES: [(FactKind, &str); 2] =
    [(FactKind::CarriedIn, "上年结转"), (FactKind::CarriedOut, "结转下年度继续办理")];

fn check(context: &mut RuleContext) {
    against_table(context, |kind| listed(kind, &QUANTITIES), FIGURES_REMEDY);
}
