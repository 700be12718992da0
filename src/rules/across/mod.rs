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
use super::{Rule, RuleContext};
use crate::form::CellId;

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
    &suit_without_review::DIRECT,
];

/// What a cell counts for; None where that cannot be told.
fn count(context: &RuleContext, cell: CellId) -> Option<i64> {
    counted(context.reading, cell)
}

/// The sum of these cells; None where one cannot be told, or there are none.
fn sum(context: &RuleContext, cells: &[CellId]) -> Option<i64> {
    if cells.is_empty() {
        return None;
    }
    cells.iter().map(|&cell| count(context, cell)).sum()
}
