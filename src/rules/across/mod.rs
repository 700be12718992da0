//! XT: one table against another, and figures against what the body may do.

mod copies;
mod defendants;
mod disputes_alone;
mod enforcement;
mod fee_amount;
mod other_handling;
mod rule_making;
mod sheet_figures;
mod suit_without_review;
mod unpaid_fee;

use super::arithmetic::sums::counted;
use super::{Finding, Rule, RuleContext};
use crate::form::{CellId, cell_named};
use crate::report::Report;

pub const RULES: &[&Rule] = &[
    &unpaid_fee::RULE,
    &fee_amount::RULE,
    &disputes_alone::RULE,
    &suit_without_review::RULE,
    &defendants::RULE,
    &rule_making::RULE,
    &enforcement::RULE,
    &other_handling::RULE,
    &copies::RULE,
    &sheet_figures::RULE,
];

/// The count of a cell by its full name; None where it cannot be told.
fn count(context: &RuleContext, name: &str) -> Option<i64> {
    counted(context.reading, cell_named(name)?)
}

/// The finding about these cells, by their full names.
fn about<'f>(reading: &Report, finding: &'f mut Finding, names: &[&str]) -> &'f mut Finding {
    let cells: Vec<CellId> = names.iter().filter_map(|name| cell_named(name)).collect();
    finding.at_cells(reading, &cells)
}

/// The sum of these cells; None where one cannot be told.
fn sum(context: &RuleContext, names: &[&str]) -> Option<i64> {
    let mut sum = 0;
    for name in names {
        sum += count(context, name)?;
    }
    Some(sum)
}
