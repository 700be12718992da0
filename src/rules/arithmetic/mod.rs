//! AR: arithmetic inside one table. The sums themselves are data of the form.

mod all_zero;
mod applicants;
mod balance;
mod blank_total;
mod closed;
mod outcomes;
mod sheet_bounds;
mod sheet_totals;
mod stocks;
pub(super) mod sums;

use super::Rule;

pub const RULES: &[&Rule] = &[
    &balance::RULE,
    &closed::RULE,
    &applicants::RULE,
    &blank_total::RULE,
    &outcomes::RULE,
    &stocks::IN_FORCE_TOO_FEW,
    &stocks::ONLY_NEW_IN_FORCE,
    &stocks::PUBLISHED_MORE_THAN_ALL,
    &stocks::DECISIONS_WITHOUT_ITEMS,
    &sheet_totals::RULE,
    &sheet_bounds::RULE,
    &all_zero::RULE,
];
