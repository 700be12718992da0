//! gouji checks 政府信息公开工作年度报告: the sums of its three tables, its prose against them, its dates, its form.
//!
//! One direction, five steps: a `text` is read into `report`s by `reading`, judged by `rules`, sums that fail are given their likely
//! `repair`s, and all is shown by `output`.

pub mod form;
pub mod options;
pub mod output;
pub mod reading;
pub mod repair;
pub mod report;
pub mod rules;
pub mod text;

/// The files of the testkit say `gouji`.
#[cfg(test)]
extern crate self as gouji;
/// The sound report of all tests, for those inside the engine: a crate that depends on the engine would bring its types a second time.
#[cfg(test)]
#[path = "../tests/testkit/src/lib.rs"]
pub mod testkit;

use std::sync::Arc;

use repair::Repairs;
use report::Report;
use rules::{Correction, Dismissed, Findings, Kept, LastYear, Options, Setting};
use text::{Seen, Source};

/// One report with what the rules found in it.
pub struct Checked {
    pub report: Report,
    pub findings: Findings,
    /// What would make the sums hold that do not.
    pub repairs: Repairs,
    /// Findings that the user looked at and found right; they are no longer among `findings`.
    pub dismissed: Vec<Dismissed>,
    /// Findings that the user found right and that stay all the same.
    pub kept: Vec<Kept>,
    /// How many cells the user gave a number that the text does not have.
    pub differs: usize,
    /// The rules that were switched off.
    pub rules_off: Vec<&'static str>,
}

/// Reads last year's report, once for all checks against it.
pub fn last_year(document: &Source) -> Arc<LastYear> {
    let text = Seen::of(&document.text).map_or_else(|| document.text.clone(), |seen| seen.text);
    let source = Source { text, as_given: document.as_given };
    Arc::new(LastYear { reports: reading::read(&source), text: source.text })
}

/// Reads and judges every report of a document. A document without one gives one empty report, which is unreadable.
pub fn check(document: &Source, options: &Options) -> Vec<Checked> {
    let Some(seen) = Seen::of(&document.text) else { return check_seen(document, options) };
    let lead = |place| seen.original(place);
    let mut checked = check_seen(&Source { text: seen.text.clone(), as_given: document.as_given }, options);
    for one in &mut checked {
        one.report.lead_places(&lead);
        one.findings.list.iter_mut().for_each(|finding| finding.lead_places(&lead));
        one.dismissed.iter_mut().for_each(|dismissed| dismissed.finding.lead_places(&lead));
    }
    checked
}

/// Checks a text in which every character is seen.
fn check_seen(document: &Source, options: &Options) -> Vec<Checked> {
    let is_off = |rule: &&rules::Rule| options.setting(rule) == Setting::Off;
    let rules_off: Vec<&str> = rules::registry().filter(is_off).map(|rule| rule.id).collect();
    // As long as the document: places are the same in both.
    let text = reading::without_tags(&document.text);
    reading::read(document)
        .into_iter()
        .enumerate()
        .map(|(index, mut report)| {
            let own = |correction: &&Correction| correction.report.is_none_or(|report| report == index);
            let differs = put_right(&mut report, &text, options.corrections.iter().filter(own));
            let mut findings = rules::judge(&text, document.as_given, &report, options);
            report.settle(&findings.held);
            // Proposals name findings by their index in the list that is left.
            let (dismissed, kept) = rules::settle(&mut findings, &options.dismissals, &document.text);
            let repairs = repair::repairs(&report, options, &findings.list);
            Checked { report, findings, repairs, dismissed, kept, differs, rules_off: rules_off.clone() }
        })
        .collect()
}

/// Puts numbers of the user's into their cells, and returns how many of them the text does not have there.
fn put_right<'a>(report: &mut Report, text: &str, corrections: impl Iterator<Item = &'a Correction>) -> usize {
    let numbers: Vec<(form::CellId, text::Number)> = corrections.map(|own| (own.cell, own.number)).collect();
    let differs = report.unsaid(&numbers, text);
    numbers.iter().for_each(|(cell, number)| report.correct(*cell, *number));
    differs
}

#[cfg(test)]
mod tests {
    use super::*;
    use rules::Edit;
    use text::Number;

    #[test]
    fn a_correction_is_for_its_own_report() {
        let text = testkit::sound(&[Edit::Year(2022)]) + &testkit::sound(&[]);
        let values = |key: &str| {
            let corrections = Correction::named(key, Number::whole(9)).into_iter().collect();
            let document = Source { text: text.clone(), as_given: true };
            let checked = check(&document, &Options { corrections, ..Options::default() });
            let cell = form::cell_named("disclosure.licenses.decisions");
            let value = |one: &Checked| one.report.cell(cell?)?.value().map(|number| number.to_string());
            checked.iter().map(value).collect::<Vec<_>>()
        };
        let some = |first: &str, second: &str| vec![Some(first.to_string()), Some(second.to_string())];
        assert_eq!(values("1:disclosure.licenses.decisions"), some("86", "9"));
        assert_eq!(values("0:disclosure.licenses.decisions"), some("9", "86"));
        assert_eq!(values("disclosure.licenses.decisions"), some("9", "9"));
        assert_eq!(values("x:disclosure.licenses.decisions"), some("86", "86"));
    }
}
