//! What a rule sees, and where it puts what it found.

use std::cell::OnceCell;

use super::documents::{self, Citation};
use super::identity::{self, Elsewhere};
use super::passages::Prose;
use super::privacy::{self, DigitRun};
use super::wording::{self, Wrong};
use super::{Finding, Findings, Options, Profile, Rule, Unchecked, prescribed};
use crate::form::CellId;
use crate::report::{Body, Fact, Held, Report};
use crate::text::TextRange;

/// What several rules ask of a report, worked out when the first of them asks.
#[derive(Default)]
pub struct Shared {
    prose: OnceCell<Prose>,
    citations: OnceCell<Vec<Citation>>,
    wrong_words: OnceCell<Vec<Wrong>>,
    prescribed: OnceCell<Vec<TextRange>>,
    elsewhere: OnceCell<Vec<Elsewhere>>,
    digit_runs: OnceCell<Vec<DigitRun>>,
}

/// What a rule sees of one report, and where it puts what it found.
pub struct RuleContext<'a> {
    /// The whole document, without the tags of a web page; the report is `reading.span` of it.
    pub text: &'a str,
    /// Whether the text is as it was typed or pasted, and not that of a file.
    pub as_given: bool,
    /// The report as it was read.
    pub reading: &'a Report,
    pub options: &'a Options,
    /// What this rule and the rules before it found.
    pub findings: Findings,
    rule: &'static Rule,
    shared: &'a Shared,
}

impl<'a> RuleContext<'a> {
    /// A context for the rules of that report.
    pub(super) fn new(
        text: &'a str,
        as_given: bool,
        reading: &'a Report,
        options: &'a Options,
        shared: &'a Shared,
    ) -> RuleContext<'a> {
        RuleContext { text, as_given, reading, options, shared, findings: Findings::default(), rule: &Rule::ORDINARY }
    }

    /// Lets a rule speak.
    pub(super) fn run(&mut self, rule: &'static Rule) {
        self.rule = rule;
        (rule.check)(self);
    }

    /// Returns the body that reports.
    pub fn body(&self) -> Body<'a> {
        self.reading.body(self.options.level_of(self.reading.name()))
    }

    /// Returns the running text of the report.
    pub fn prose(&self) -> &'a Prose {
        self.shared.prose.get_or_init(|| Prose::of(self.text, self.reading))
    }

    /// Returns the numbers of documents that the report cites.
    pub fn citations(&self) -> &'a [Citation] {
        self.shared.citations.get_or_init(|| documents::citations(self))
    }

    /// Returns the wrong words in the labels and headings of the tables.
    pub fn wrong_words(&self) -> &'a [Wrong] {
        self.shared.wrong_words.get_or_init(|| wording::wrong_words(self))
    }

    /// Returns the names of places in the text that are not the body's.
    pub fn elsewhere(&self) -> &'a [Elsewhere] {
        self.shared.elsewhere.get_or_init(|| identity::elsewhere(self))
    }

    /// Returns the unbroken runs of digits, and those that are written in groups.
    pub fn digit_runs(&self) -> &'a [DigitRun] {
        self.shared.digit_runs.get_or_init(|| privacy::digit_runs(self))
    }

    /// Returns where the report says what the local notice prescribes, in order.
    pub fn prescribed(&self) -> &'a [TextRange] {
        self.shared.prescribed.get_or_init(|| prescribed::places(self))
    }

    /// Returns what the office of the county asks for.
    pub fn profile(&self) -> Option<&'a Profile> {
        self.options.profile.as_ref()
    }

    /// Returns the reports of the text with last year's.
    pub fn previous(&self) -> &'a [Report] {
        self.options.previous.as_ref().map_or(&[], |last| &last.reports)
    }

    /// Describes something that is wrong, and what to do; the methods of the finding say where:
    /// `context.report("…", "…").at(place)`.
    pub fn report(&mut self, message: impl Into<String>, remedy: impl Into<String>) -> &mut Finding {
        let finding = Finding::of(self.rule, message.into(), remedy.into());
        self.findings.list.push_mut(finding)
    }

    /// Says that something said in prose was held against these cells.
    pub fn hold(&mut self, fact: &Fact, cells: &[CellId]) {
        self.findings.tally.facts += 1;
        self.findings.held.push(Held { number: fact.number, cells: cells.to_vec() });
    }

    /// Says what could not be judged, and why; what a rule says again, of further cells, is one line.
    pub fn unchecked(&mut self, cells: Vec<CellId>, reason: impl Into<String>) {
        let reason = reason.into();
        let is_known = |line: &&mut Unchecked| line.rule == self.rule.id && line.reason == reason;
        match self.findings.unchecked.iter_mut().find(is_known) {
            Some(line) => {
                line.cells.extend(cells.into_iter().filter(|cell| !line.cells.contains(cell)).collect::<Vec<_>>())
            }
            None => self.findings.unchecked.push(Unchecked { rule: self.rule.id, cells, reason }),
        }
    }
}
