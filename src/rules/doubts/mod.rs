//! RD: doubts of the reader itself.

mod merged;
mod uncertain;

use super::Rule;

pub const RULES: &[&Rule] = &[&uncertain::RULE, &merged::RULE];
