//! CF: how single cells are filled in.

mod blank;
mod change_sign;
mod digits;
mod fee_unit;
mod glued_digits;
mod not_a_number;
mod placeholder;
mod procurement_unit;
mod unit;
mod whole;

use super::Rule;

pub const RULES: &[&Rule] = &[
    &whole::RULE,
    &blank::RULE,
    &not_a_number::RULE,
    &unit::RULE,
    &placeholder::RULE,
    &digits::RULE,
    &fee_unit::RULE,
    &procurement_unit::RULE,
    &change_sign::RULE,
    &glued_digits::RULE,
];

use super::RuleContext;
use crate::form::{CellId, Quantity, locate};
use crate::report::Cell;
use crate::text::TextRange;

/// The cells with words of their own: where they stand, and what is written.
fn written<'a>(context: &RuleContext<'a>) -> impl Iterator<Item = (CellId, &'a Cell, TextRange, &'a str)> + 'a {
    let text = context.text;
    context.reading.cells.iter().filter(|(_, cell)| !cell.corrected).filter_map(|(&id, cell)| {
        let span = cell.place?;
        Some((id, cell, span, span.of(text)))
    })
}

/// What may stand in a cell. The form is searched for it, so that a rule asks last.
fn quantity(id: CellId) -> Option<Quantity> {
    locate(id).map(|(_, column)| column.quantity)
}

/// What is said of the cells that are like the first one, but need not hold the same.
fn others(count: usize) -> String {
    if count > 1 { format!("；另有{}格也是这样", count - 1) } else { String::new() }
}

/// Whether a cell's words are the digits of several cells: what is wrong with them is the reader's doubt.
fn shares_its_place(context: &RuleContext, id: CellId, span: TextRange) -> bool {
    context.reading.cells.iter().any(|(&other, cell)| other != id && other.row == id.row && cell.place == Some(span))
}
