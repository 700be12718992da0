//! TM: the period of the figures, the years in the text, the signature date and the deadline.

mod citations;
mod deadline;
mod document_numbers;
mod early_signature;
mod government_deadline;
mod january_slip;
mod leftover_year;
mod no_period;
mod old_congress;
mod period;
mod titles;
mod unsigned;
mod written_days;
mod year_words;

use super::{Level, Rule, RuleContext, Severity, passages};
use crate::report::SignatureKind;
use crate::text::{Date, TextRange};

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
    &written_days::LATE,
    &written_days::MANNERS,
    &written_days::NO_SUCH_DAY,
    &document_numbers::TITLE,
    &titles::RULE,
    &document_numbers::BRACKETS,
    &citations::LAPSED,
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

/// The day on which a report became known, as far as anything says it.
struct MadeKnown {
    what: &'static str,
    date: Date,
    place: TextRange,
    /// The user named it; everything else may be another day.
    certain: bool,
}

/// The day the user named; else what the page says, when that is later than the deadline and of the year in which reports are
/// published, for pages are moved later; else the day of the signature.
fn made_known(context: &RuleContext, year: u16, deadline: Date) -> Option<MadeKnown> {
    let signature = context.reading.signature.as_ref();
    let head = || signature.map_or_else(|| passages::head(context), |signature| signature.span);
    if let Some(date) = context.options.published {
        return Some(MadeKnown { what: "公布日期", date, place: head(), certain: true });
    }
    let page =
        context.reading.published.filter(|page| page.date > deadline && Some(page.date.year) == year.checked_add(1));
    if let Some(page) = page.filter(|_| signature.is_none_or(|signature| signature.date <= deadline)) {
        let place = page.span.unwrap_or_else(|| passages::head(context));
        return Some(MadeKnown { what: "网页上写的发布日期", date: page.date, place, certain: false });
    }
    let signature = signature?;
    let what = match signature.kind {
        SignatureKind::Signed => "落款日期",
        SignatureKind::Sheet => "填报日期",
    };
    Some(MadeKnown { what, date: signature.date, place: signature.span, certain: false })
}

/// Says that a report keeps the deadline of the law and not the earlier one of the county, and returns whether it is so.
fn is_late_for_profile(context: &mut RuleContext, level: Level, year: u16, law: Date) -> bool {
    let Some(profile) = context.profile() else { return false };
    let Some(own) = profile.deadline(level, year).filter(|own| *own < law) else { return false };
    let Some(MadeKnown { what, date, place, .. }) = made_known(context, year, own) else { return false };
    if date <= own || date > law {
        return false;
    }
    context.findings.tally.dates += 1;
    let message = format!("本级要求在{}前公布，{what}为{}。", own.in_words(), date.in_words());
    let finding = context.report(message, "尽快公布；国家规定的期限还没有过。");
    finding.severity(Severity::Warning).on_ground(profile.ground()).at(place);
    true
}
