//! NT-11: the numbers of decisions in the prose are not the table's.

use super::{FIGURES_REMEDY, against_table, listed};
use crate::report::FactKind;
use crate::rules::{Edit, Example, Rule, RuleContext, Severity, sources};

pub static RULE: Rule = Rule {
    id: "NT-11",
    severity: Severity::Warning,
    basis: sources::FIGURES_AGREE,
    title: "正文的许可、处罚、强制件数与表不符",
    checks: "正文写的行政许可、行政处罚、行政强制件数，应等于第二部分的处理决定数量。写的是公示信息、申请或事项的不计。",
    why: "同一个数在正文和表格里都要写，常有一处忘了更新。",
    bad: &[
        Example {
            shown: "正文写“作出行政处罚决定12件”，表中行政处罚4件。",
            edits: &[Edit::Words("公文拟制时", "全年作出行政处罚决定12件。公文拟制时")],
        },
        Example {
            shown: "正文写“作出行政许可决定90件”，表中行政许可86件。",
            edits: &[Edit::Words("公文拟制时", "全年作出行政许可决定90件。公文拟制时")],
        },
        Example {
            shown: "正文写“作出行政强制决定2件”，表中行政强制0件。",
            edits: &[Edit::Words("公文拟制时", "全年作出行政强制决定2件。公文拟制时")],
        },
    ],
    good: &[
        Example {
            shown: "正文写“公示行政处罚信息12件”，说的是公示的信息。",
            edits: &[Edit::Words("公文拟制时", "全年公示行政处罚信息12件。公文拟制时")],
        },
        Example {
            shown: "正文写行政许可86件、行政处罚4件、行政强制0件，与表相同。",
            edits: &[Edit::Words(
                "公文拟制时",
                "全年作出行政许可决定86件。作出行政处罚决定4件。作出行政强制决定0件。公文拟制时",
            )],
        },
    ],
    check,
    ..Rule::ORDINARY
};

const QUANTITIES: [(FactKind, &str); 3] = [
    (FactKind::Licenses, "行政许可处理决定"),
    (FactKind::Penalties, "行政处罚处理决定"),
    (FactKind::CompulsoryMeasures, "行政强制处理决定"),
];

fn check(context: &mut RuleContext) {
    against_table(context, |kind| listed(kind, &QUANTITIES), FIGURES_REMEDY);
}
