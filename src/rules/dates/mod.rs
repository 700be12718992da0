//! TM: the period of the figures, the signature date and the deadline.

mod deadline;
mod early_signature;
mod january_slip;
mod period;
mod unsigned;
mod year_words;

use super::Rule;

pub const RULES: &[&Rule] =
    &[&period::RULE, &early_signature::RULE, &january_slip::RULE, &deadline::RULE, &unsigned::RULE, &year_words::RULE];
