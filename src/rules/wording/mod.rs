//! WD: words of the form written otherwise, and what editing and pasting left behind.

mod assistant;
mod enumerators;
mod foreign_words;
mod label_form;
mod label_meaning;
mod labels;
mod leftovers;

use super::Rule;

pub const RULES: &[&Rule] = &[
    &label_meaning::RULE,
    &label_form::RULE,
    &leftovers::RULE,
    &assistant::RULE,
    &foreign_words::RULE,
    &enumerators::RULE,
];
