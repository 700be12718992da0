//! CY: this year's report against last year's, where the user gives that too.

mod alike;
mod chains;
mod change;
mod leaps;
mod pending;

use super::{Options, Rule};
use crate::form::CellId;
use crate::report::{Report, is_same_body};

pub const RULES: &[&Rule] = &[
    &chains::CARRIED,
    &chains::IN_FORCE,
    &chains::ITEMS,
    &chains::PUBLISHED,
    &alike::RULE,
    &change::RULE,
    &leaps::RULE,
    &pending::RULE,
    &change::SHARE,
    &change::WORDS,
];

/// Last year's report of the same body, or why there is none to compare with.
pub fn last_year<'a>(reading: &Report, options: &'a Options) -> Result<&'a Report, String> {
    let previous = options.previous.as_ref().map_or(&[][..], |last| &last.reports);
    let year = reading.year.unwrap_or_default();
    let found = previous.iter().find(|report| report.year.is_some_and(|last| last + 1 == year));
    let Some(last) = found else {
        let given = previous.iter().find_map(|report| report.year);
        let given = given.map_or("认不出年度".to_string(), |year| format!("是{year}年的"));
        return Err(format!("给出的上年报告{given}，没有与上年对照。"));
    };
    match (reading.name(), last.name()) {
        (Some(own), Some(other)) if !is_same_over_years(own, other) => Err(format!(
            "给出的上年报告是“{other}”的，本报告是“{own}”的，没有对照。同一单位改了名称的，把上年报告标题和落款的名称改成现在的再核对。"
        )),
        _ => Ok(last),
    }
}

/// Whether two years' reports with these names may be those of one body.
pub fn is_same_over_years(name: &str, other: &str) -> bool {
    is_same_body(name, other) || is_raised(name, other)
}

/// Whether the two names differ only in the kind of an area: a township became a town, a county a district.
fn is_raised(name: &str, other: &str) -> bool {
    let kindless = |c: &char| !"省市县区旗乡镇街道".contains(*c);
    name.chars().filter(kindless).eq(other.chars().filter(kindless))
}

/// The count of a cell of one of the two reports; empty is 0.
fn count(report: &Report, cell: CellId) -> Option<i64> {
    report.cell(cell)?.count()
}
