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
use super::{Rule, Subject};
use crate::form::{CellId, cell_named};
use crate::report::Span;

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
fn count(subject: &Subject, name: &str) -> Option<i64> {
    counted(subject.report, cell_named(name)?)
}

fn place(subject: &Subject, cell: CellId) -> Option<Span> {
    subject.report.cell(cell)?.place
}
