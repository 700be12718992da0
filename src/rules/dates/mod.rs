//! TM: the period of the figures, the years in the text, the signature date and the deadline.

mod citations;
mod deadline;
mod early_signature;
mod government_deadline;
mod january_slip;
mod leftover_year;
mod no_period;
mod old_congress;
mod period;
mod unsigned;
mod year_words;

use super::{Rule, RuleContext};
use crate::text::TextRange;

pub const RULES: &[&Rule] = &[
    &period::RULE,
    &no_period::RULE,
    &early_signature::RULE,
    &january_slip::RULE,
    &deadline::RULE,
    &government_deadline::RULE,
    &leftover_year::RULE,
    &citations::RULE,
    &unsigned::RULE,
    &year_words::RULE,
    &old_congress::RULE,
];

/// Years of four digits, with their places in the text.
fn years(context: &RuleContext, within: TextRange) -> Vec<(u16, TextRange)> {
    let words = within.of(context.text);
    let bytes = words.as_bytes();
    let mut found = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        let run = bytes[at..].iter().take_while(|byte| byte.is_ascii_digit()).count();
        if run == 4
            && let Some(year) =
                words.get(at..at + 4).unwrap_or_default().parse().ok().filter(|year| (2000..=2100).contains(year))
        {
            found.push((year, TextRange::new(within.start + at, within.start + at + 4)));
        }
        at += run.max(1);
    }
    found
}
