//! NT-11: the numbers of decisions, and the fees, in the prose are not the table's.

use super::{FIGURES_REMEDY, against_table, listed};
use crate::form::{CellId, cell};
use crate::report::FactKind;
use crate::rules::{Edit, Example, Rule, RuleContext, Severity, Term, passages, sources, told};
use crate::text::Number;

pub static RULE: Rule = Rule {
    id: "NT-11",
    severity: Severity::Warning,
    basis: sources::FIGURES_AGREE,
    title: "正文的许可、处罚、强制、收费数与表不符",
    checks: told(
        "正文写的行政许可、行政处罚、行政强制件数，应等于第二部分的处理决定数量；写的行政事业性收费金额，应等于第二部分的收费金额（万元，四舍五入的不计）。写的是公示信息、申请或事项的不计。",
    ),
    why: told("同一个数在正文和表格里都要写，常有一处忘了更新。"),
    bad: examples![
        Example {
            shown: "正文写“作出行政处罚决定12件”，表中行政处罚4件。",
            edits: &[Edit::Words("公文拟制时", "全年作出行政处罚决定12件。公文拟制时")],
        },
        Example {
            shown: "正文写“作出行政许可决定90件”，表中行政许可86件。",
            edits: &[Edit::Words("公文拟制时", "全年作出行政许可决定90件。公文拟制时")],
        },
        Example {
            shown: "正文写“收取行政事业性收费30万元”，表中填1.2（万元）。",
            edits: &[
                Edit::Cell("disclosure.fees.amount", "1.2"),
                Edit::Words("公文拟制时", "全年收取行政事业性收费30万元。公文拟制时"),
            ],
        },
        Example {
            shown: "正文写“作出行政强制决定2件”，表中行政强制0件。",
            edits: &[Edit::Words("公文拟制时", "全年作出行政强制决定2件。公文拟制时")],
        },
    ],
    good: examples![
        Example {
            shown: "正文写“公示行政处罚信息12件”，说的是公示的信息。",
            edits: &[Edit::Words("公文拟制时", "全年公示行政处罚信息12件。公文拟制时")],
        },
        Example {
            shown: "正文写“收取行政事业性收费12034元”，表中填1.2（万元）：四舍五入。",
            edits: &[
                Edit::Cell("disclosure.fees.amount", "1.2"),
                Edit::Words("公文拟制时", "全年收取行政事业性收费12034元。公文拟制时"),
            ],
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

const FEES: CellId = cell!("disclosure.fees.amount");

fn check(context: &mut RuleContext) {
    against_table(context, |kind| listed(kind, &QUANTITIES), FIGURES_REMEDY);
    fees(context);
}

/// The form has fees in 万元; prose may say them in 元, or rounded.
fn fees(context: &mut RuleContext) {
    let reading = context.reading;
    let Some(stated) = reading.cell(FEES).and_then(|cell| cell.value()) else { return };
    for fact in reading.facts.iter().filter(|fact| reading.owns(fact) && fact.kind == FactKind::Fees) {
        let Some(said) = fact.in_wan() else { continue };
        context.hold(fact, &[FEES]);
        // A figure in 元 in the table is CF-07's matter.
        let in_yuan = said.times_ten_thousand() == Some(stated);
        if in_yuan || (said.as_f64() - stated.as_f64()).abs() <= rounding(said).max(rounding(stated)) {
            continue;
        }
        let words = passages::quoted(fact.span.of(context.text), 30);
        let message = format!("正文写“{words}”，表中行政事业性收费{stated}万元。");
        let finding = context.report(message, FIGURES_REMEDY).at(fact.span).at_cells(reading, &[FEES]);
        finding.sides(said, stated).sum(vec![Term::named("正文", said)], vec![Term::of_cell(FEES, stated)]);
    }
}

/// Half of the last place of a number, and a little for the arithmetic.
fn rounding(number: Number) -> f64 {
    let places = (0..=6).find(|&places| number.in_decimals(places).is_some()).unwrap_or(6);
    0.5 / 10f64.powi(i32::from(places)) + 1e-9
}
