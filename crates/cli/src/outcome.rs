//! One source checked: its reports as data, and what the run makes of them.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;

use gouji::Checked;
use gouji::output::{BetweenData, Offsets, Places, ReportData, Verdict, between, unreadable_file};
use gouji::rules::{LastYear, Options};
use gouji::text::Source;

use crate::document;
use crate::inputs::Input;
use crate::pairs::Folder;
use crate::read::{self, Refusal};
use crate::since::Earlier;

/// A source with what was found in it, or why it could not be read.
pub struct Outcome {
    pub name: String,
    /// Personal data masked, as in all that is handed on.
    pub reports: Vec<ReportData>,
    /// The text that the places count in, personal data masked.
    pub text: String,
    /// What differs from last year's files.
    pub between: Vec<BetweenData>,
}

impl Outcome {
    /// Returns 0: no error found, 1: errors found, 2: something could not be read.
    pub fn exit_code(&self) -> u8 {
        let code = |report: &ReportData| match report.verdict {
            Verdict::Unreadable => 2,
            Verdict::Errors => 1,
            Verdict::Warnings | Verdict::Incomplete | Verdict::Settled | Verdict::Clean => 0,
        };
        self.reports.iter().map(code).max().unwrap_or(0)
    }

    /// Whether every report passes.
    pub fn is_clean(&self) -> bool {
        self.reports.iter().all(|report| report.verdict == Verdict::Clean)
    }

    /// A source of which nothing could be read.
    pub fn refused(name: String, refusal: Refusal) -> Outcome {
        let report = unreadable_file(Some(name.clone()), refusal.code, refusal.message);
        Outcome { name, reports: vec![report], text: String::new(), between: Vec::new() }
    }
}

/// What a source is checked with.
#[derive(Default)]
pub struct Check {
    pub options: Options,
    /// Last year's reports, where a folder of them was given.
    pub folder: Option<Folder>,
    /// An earlier result, where one was given.
    pub earlier: Option<Earlier>,
    /// Every number's account is asked for.
    pub numbers: bool,
}

impl Check {
    /// Checks a source. Whatever happens in one, the others go on.
    pub fn outcome(&self, input: Input) -> Outcome {
        let name = input.name();
        self.guarded(&name, || {
            let document = document(input)?;
            Ok(match &self.folder {
                Some(folder) => self.paired(&name, &document, folder),
                None => self.judged(&name, &document, &self.options),
            })
        })
    }

    /// Checks a text against last year's report of the same body, and says so where there is none.
    fn paired(&self, name: &str, document: &Source, folder: &Folder) -> Outcome {
        let this_year = gouji::last_year(document);
        let pairs: Vec<_> = this_year.reports.iter().map(|report| folder.of(report)).collect();
        let of_pair = |pair: Option<Arc<LastYear>>| Options { previous: pair, ..self.options.clone() };
        // A text holds one report as a rule; several that have different pairs are checked once for each.
        let mut outcome = self.judged(name, document, &of_pair(None));
        for (index, pair) in pairs.into_iter().enumerate() {
            match pair {
                Ok((last, file)) => {
                    let found = self.judged(name, document, &of_pair(Some(last))).reports.into_iter().nth(index);
                    outcome.between.extend(found.iter().flat_map(|report| between(&file, report)));
                    outcome
                        .reports
                        .iter_mut()
                        .skip(index)
                        .take(1)
                        .zip(found)
                        .for_each(|(report, found)| *report = found);
                }
                Err(reason) => outcome.reports.iter_mut().skip(index).take(1).for_each(|report| {
                    report.add_unchecked("CY-01", reason.clone());
                }),
            }
        }
        outcome
    }

    /// Checks a text under a name.
    pub fn of_text(&self, name: &str, document: &Source, previous: Option<Arc<LastYear>>) -> Outcome {
        let options = Options { previous: previous.or_else(|| self.options.previous.clone()), ..self.options.clone() };
        self.guarded(name, || Ok(self.judged(name, document, &options)))
    }

    /// Does the work on one source; a fault in it is said, and stays there.
    fn guarded(&self, name: &str, work: impl FnOnce() -> Result<Outcome, Refusal>) -> Outcome {
        let fault = |_| Err(Refusal::new("internal", "核对这个文件时程序出错，没有核对。请把文件另存一份再试。"));
        let done = catch_unwind(AssertUnwindSafe(work)).unwrap_or_else(fault);
        let mut outcome = done.unwrap_or_else(|refusal| Outcome::refused(name.to_string(), refusal));
        if let Some(earlier) = &self.earlier {
            for report in &mut outcome.reports {
                report.since = Some(earlier.compared(report));
            }
        }
        outcome
    }

    fn judged(&self, name: &str, document: &Source, options: &Options) -> Outcome {
        let places = Places::new(&document.text, Offsets::Utf8);
        let checked = gouji::check(document, options);
        let data = |one: &Checked| {
            let data = ReportData::of(Some(name.to_string()), document, one, &places);
            let data = if self.numbers { data.with_numbers(&one.report, &places) } else { data };
            data.masked(document, one)
        };
        let reports = checked.iter().map(data).collect();
        let text = checked.iter().fold(document.text.clone(), |text, one| one.masked(text));
        Outcome { name: name.to_string(), reports, text, between: Vec::new() }
    }
}

/// Returns the text of a source.
pub fn document(input: Input) -> Result<Source, Refusal> {
    let bytes = match input {
        Input::File(path) => read::report(&path)?,
        Input::Standard => read::standard_input()?,
        Input::Refused(_, refusal) => return Err(refusal),
    };
    document::from_bytes(&bytes).map_err(|error| Refusal::new(error.code(), error.to_string()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fault_in_one_source_is_said_and_stays_there() {
        let hook = std::panic::take_hook();
        std::panic::set_hook(Box::new(|_| {}));
        let outcome = Check::default().guarded("a.txt", || panic!("on purpose"));
        std::panic::set_hook(hook);
        assert_eq!((outcome.exit_code(), outcome.is_clean()), (2, false));
        assert_eq!(outcome.reports[0].error.as_ref().map(|error| error.code.as_str()), Some("internal"));
    }
}
