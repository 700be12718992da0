//! WD: words of the form written otherwise, and what editing and pasting left behind.

mod assistant;
mod confused_words;
mod contact_details;
mod doubled;
mod enumerators;
mod foreign_words;
mod grave_slips;
mod label_brackets;
mod label_form;
mod label_meaning;
mod labels;
mod leftovers;
mod old_names;
mod punctuation;
mod quotes;
mod repeated_paragraphs;
mod sheet_words;
mod site_chrome;
mod template_blanks;

pub(super) use grave_slips::COUNTRY_SLIPS;
pub(super) use labels::headings_above;

pub use labels::{Wrong, wrong_words};

use super::{Rule, RuleContext, passages};
use crate::text::TextRange;
use crate::text::occurrences_of_any;

pub const RULES: &[&Rule] = &[
    &label_meaning::RULE,
    &label_form::RULE,
    &quotes::RULE,
    &label_brackets::RULE,
    &leftovers::RULE,
    &assistant::RULE,
    &foreign_words::RULE,
    &template_blanks::RULE,
    &enumerators::RULE,
    &punctuation::RULE,
    &old_names::RULE,
    &sheet_words::RULE,
    &confused_words::RULE,
    &site_chrome::RULE,
    &repeated_paragraphs::RULE,
    &contact_details::RULE,
    &grave_slips::RULE,
];

/// Where any of these words stand outside the tables, in order and without overlaps.
fn places_in_prose(context: &RuleContext, words: &[&str]) -> Vec<TextRange> {
    let mut places: Vec<TextRange> = Vec::new();
    for line in passages::prose_lines(context, context.reading.span) {
        places.append(&mut occurrences_of_any(context.text, line, words));
    }
    places
}
