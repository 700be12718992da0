//! RD: doubts of the reader itself.

mod garbled;
mod left_out;
mod lost_characters;
mod merged;
mod several_reports;
mod uncertain;

use super::Rule;

pub const RULES: &[&Rule] =
    &[&uncertain::RULE, &several_reports::RULE, &left_out::RULE, &lost_characters::RULE, &garbled::RULE, &merged::RULE];
