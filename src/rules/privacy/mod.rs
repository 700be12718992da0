//! PV: personal data and internal addresses in a text that is published. Messages show them masked.

mod applicants;
mod backend_url;
mod bank_card;
mod clerks;
mod identity_number;
mod internal_address;
mod mailbox;
mod phone;

use super::{Rule, Subject};
use crate::report::Span;
use crate::text::digit;

pub const RULES: &[&Rule] = &[
    &identity_number::RULE,
    &phone::RULE,
    &mailbox::RULE,
    &bank_card::RULE,
    &applicants::RULE,
    &clerks::RULE,
    &backend_url::RULE,
    &internal_address::RULE,
];

/// A run of digits, half- or full-width, as ASCII digits with its place.
struct DigitRun {
    digits: String,
    span: Span,
}

/// Every unbroken run of digits of the report.
fn digit_runs(subject: &Subject) -> Vec<DigitRun> {
    let start = subject.report.span.start;
    let mut runs: Vec<DigitRun> = Vec::new();
    for (at, c) in subject.report.span.of(subject.text).char_indices() {
        let Some(value) = digit(c) else { continue };
        let here = Span::new(start + at, start + at + c.len_utf8());
        match runs.last_mut() {
            Some(run) if run.span.end == here.start => {
                run.span.end = here.end;
                run.digits.push(char::from(b'0' + value));
            }
            _ => runs.push(DigitRun { digits: char::from(b'0' + value).to_string(), span: here }),
        }
    }
    runs.retain(|run| !is_of_the_page(subject, run.span.start));
    runs
}

/// Whether a place belongs to the page around the report, which the office does not publish as its own.
fn is_of_the_page(subject: &Subject, position: usize) -> bool {
    subject.report.left_out.iter().any(|span| span.contains(position))
}

/// 139****5678
fn masked_phone(digits: &str) -> String {
    format!("{}****{}", &digits[..3], &digits[digits.len() - 4..])
}
