//! CY-08: a figure five times, or a fifth of, last year's; or about half of a large one.

use super::last_year;
use crate::form::{CellId, cell, cell_name};
use crate::report::Report;
use crate::rules::{Edit, Example, Rule, RuleContext, Severity, sources, told};

pub static RULE: Rule = Rule {
    id: "CY-08",
    severity: Severity::Info,
    basis: sources::TWO_YEARS,
    title: "与上年相差很大",
    checks: told(
        "给出上年报告的：新收申请、行政许可、行政处罚、收费金额与上年相差五倍以上，又相差50以上的，提醒核对；上年200以上、本年降到一半左右或更少的，也提醒一次。",
    ),
    why: told("可能是多写少写了一位，也可能换了口径。"),
    bad: examples![
        Example {
            shown: "行政许可上年430件，本年86件。",
            edits: &[Edit::Previous(&[Edit::Cell("disclosure.licenses.decisions", "430")])],
        },
        Example {
            shown: "行政许可上年452件，本年241件。",
            edits: &[
                Edit::Cell("disclosure.licenses.decisions", "241"),
                Edit::Previous(&[Edit::Cell("disclosure.licenses.decisions", "452")]),
            ],
        },
    ],
    good: examples![
        Example {
            shown: "行政处罚上年1件，本年4件：相差不到50。",
            edits: &[Edit::Previous(&[Edit::Cell("disclosure.penalties.decisions", "1")])],
        },
        Example {
            shown: "行政许可上年180件，本年86件：上年不到200件。",
            edits: &[Edit::Previous(&[Edit::Cell("disclosure.licenses.decisions", "180")])],
        },
        Example {
            shown: "行政许可上年290件，本年241件。",
            edits: &[
                Edit::Cell("disclosure.licenses.decisions", "241"),
                Edit::Previous(&[Edit::Cell("disclosure.licenses.decisions", "290")]),
            ],
        },
    ],
    check,
    ..Rule::ORDINARY
};

const FIGURES: [CellId; 4] = [
    cell!("requests.received.total"),
    cell!("disclosure.licenses.decisions"),
    cell!("disclosure.penalties.decisions"),
    cell!("disclosure.fees.amount"),
];
const TIMES: i64 = 5;
const LEAST_DIFFERENCE: i64 = 50;
/// From this size on, about half of last year's is asked about too.
const LARGE: i64 = 200;
const ABOUT_HALF: i64 = 55;
/// Amounts have at most so many decimals.
const DECIMALS: u8 = 6;

fn check(context: &mut RuleContext) {
    let reading = context.reading;
    let Ok(last) = last_year(context.reading, context.options) else { return };
    for cell in FIGURES {
        let number = |report: &Report| report.cell(cell)?.value();
        let (Some(now), Some(before)) = (number(reading), number(last)) else { continue };
        let (Some(new), Some(old)) = (now.in_decimals(DECIMALS), before.in_decimals(DECIMALS)) else { continue };
        let leap = new >= old.saturating_mul(TIMES) || old >= new.saturating_mul(TIMES);
        let one = 10i64.pow(u32::from(DECIMALS));
        let halved = old >= LARGE * one && new <= (old / 100).saturating_mul(ABOUT_HALF);
        if leap && (new - old).abs() >= LEAST_DIFFERENCE * one || halved {
            let message = format!("“{}”上年{before}，本年{now}。", cell_name(cell));
            let finding = context.report(message, "核对位数、单位和统计口径；没有错的，不需要修改。");
            finding.at_cells(reading, &[cell]).sides(now, before);
        }
    }
}
