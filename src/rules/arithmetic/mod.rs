//! AR: arithmetic inside one table. The sums themselves are data of the form.

mod applicants;
mod balance;
mod blank_total;
mod closed;
mod outcomes;
mod sheet_bounds;
mod sheet_totals;
pub(super) mod sums;

use super::Rule;

pub const RULES: &[&Rule] = &[
    &balance::RULE,
    &closed::RULE,
    &applicants::RULE,
    &blank_total::RULE,
    &outcomes::RULE,
    &sheet_totals::RULE,
    &sheet_bounds::RULE,
];
