//! The rules: each declares itself once and reads the report only. This file is the registry and the way a rule is run.

mod across;
mod arithmetic;
mod body;
mod cells;
mod dates;
mod doubts;
#[cfg(test)]
mod examples;
mod passages;
mod privacy;
mod prose;
/// The rule of `docs/adding-a-rule.md`, which the tests try as a rule.
#[cfg(test)]
#[path = "../../docs/adding-a-rule/exclamation_marks.rs"]
mod recipe;
pub mod sources;
mod structure;
mod tables;
mod wording;
mod years;

use std::cell::OnceCell;
use std::ops::{Deref, DerefMut};

use passages::Prose;
pub use privacy::{is_personal, personal, star_out};
pub(crate) use years::last_year;

use crate::form::{CellId, Row, cell_named};
use crate::report::Report;
use crate::text::Source;
use crate::text::{Date, Number, TextRange};

/// The rules in the order of the catalogue.
pub fn registry() -> impl Iterator<Item = &'static Rule> {
    GROUPS.iter().flat_map(|group| group.iter().copied())
}

/// One list per folder; a new rule is a file in its folder and its name in that folder's list.
const GROUPS: &[&[&Rule]] = &[
    structure::RULES,
    tables::RULES,
    arithmetic::RULES,
    cells::RULES,
    across::RULES,
    prose::RULES,
    dates::RULES,
    years::RULES,
    privacy::RULES,
    wording::RULES,
    doubts::RULES,
];

/// Rules that speak only when they are switched on: they ask more than most offices want to be asked.
const OFF: [&str; 2] = ["PV-05", "WD-11"];

/// Whether a rule speaks without being switched on.
pub fn is_on(rule: &str) -> bool {
    !OFF.contains(&rule)
}

/// A rule: what it is, why it is there, and how it is checked.
pub struct Rule {
    /// Stable and never used again for something else.
    pub id: &'static str,
    pub severity: Severity,
    /// The provision or the practice it rests on, with document number and article.
    pub basis: &'static str,
    pub help: Help,
    pub check: fn(&Subject, &mut Findings),
}

/// What the rule's page says.
pub struct HelpText {
    /// A few words for lists.
    pub title: &'static str,
    /// What is compared with what.
    pub checks: &'static str,
    /// Why an office should care.
    pub why: &'static str,
    /// A report that breaks the rule, shown on the rule's page and run as a test.
    pub bad: Example,
    /// An ordinary report that almost breaks it.
    pub good: Example,
}

/// The browser's module leaves the texts out, a tenth of its weight: the page has them as data, from `gouji handbook`.
#[cfg(target_arch = "wasm32")]
type Help = ();
#[cfg(not(target_arch = "wasm32"))]
type Help = HelpText;

#[cfg(target_arch = "wasm32")]
const fn help(_: HelpText) -> Help {}
#[cfg(not(target_arch = "wasm32"))]
const fn help(text: HelpText) -> Help {
    text
}

/// An example: the words shown to people, and the change that makes it from a sound report.
pub struct Example {
    pub shown: &'static str,
    pub edits: &'static [Edit],
}

/// A change to the sound report of the examples (`examples.rs`).
#[derive(Clone, Copy)]
pub enum Edit {
    /// Start from the sound report on the form of 2019 (report year 2020) instead of 2021 (report year 2023).
    On2019,
    /// Write this into the cell with that full name.
    Cell(&'static str, &'static str),
    /// Leave out the row with that id.
    WithoutRow(&'static str),
    /// Leave out the table with that id, empty its cells, or put a second copy of it at the end.
    WithoutTable(&'static str),
    BlankTable(&'static str),
    RepeatTable(&'static str),
    /// Replace these words, which the report has exactly once, in prose or in a label.
    Words(&'static str, &'static str),
    /// Put this under the report's last line.
    Append(&'static str),
    /// Check as if published on that day (YYYY-MM-DD).
    Published(&'static str),
    /// Check as if the user had named that level.
    Level(&'static str),
    /// Write 0 into every cell of the table with that id.
    ZeroTable(&'static str),
    /// Check with that rule set so.
    Rule(&'static str, &'static str),
    /// Check with a report of the year before: the sound one, with these changes. Its carried-out applications are what this
    /// year's sound report carries in.
    Previous(&'static [Edit]),
}

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Severity {
    /// Contradicts the form's own arithmetic or the content the regulation demands.
    Error,
    /// Must be explained, without arithmetic certainty.
    Warning,
    /// Advice.
    Info,
}

/// The level of the reporting body, which decides its deadline.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Level {
    Township,
    Department,
    County,
    City,
    Province,
}

impl Level {
    pub const ALL: [(Level, &'static str); 5] = [
        (Level::Township, "township"),
        (Level::Department, "department"),
        (Level::County, "county"),
        (Level::City, "city"),
        (Level::Province, "province"),
    ];

    pub fn parse(name: &str) -> Option<Level> {
        Level::ALL.iter().find(|(_, id)| *id == name).map(|(level, _)| *level)
    }
}

/// What the user may say beside the text.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// The day the report was or will be published.
    pub published: Option<Date>,
    pub level: Option<Level>,
    pub corrections: Vec<Correction>,
    /// What the user decided about single rules, by id.
    pub rules: Vec<(String, Setting)>,
    /// A text with last year's report of the same body.
    pub previous: Option<Source>,
}

/// A number the user put right.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Correction {
    /// The report's index in the text; None means every report.
    pub report: Option<usize>,
    pub cell: CellId,
    pub number: Number,
}

impl Correction {
    /// By a cell's name, or `index:name` where the text has several reports.
    pub fn named(key: &str, number: Number) -> Option<Correction> {
        let (report, name) = match key.split_once(':') {
            Some((index, name)) => (Some(index.parse().ok()?), name),
            None => (None, key),
        };
        Some(Correction { report, cell: cell_named(name)?, number })
    }
}

/// What a user may decide about a rule.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Setting {
    Off,
    /// On, with the severity the rule gives its findings.
    On,
    /// On, with this severity for all its findings.
    As(Severity),
}

impl Setting {
    /// Reads `off`, `on`, `error`, `warning` or `info`.
    pub fn parse(word: &str) -> Option<Setting> {
        Some(match word {
            "off" => Setting::Off,
            "on" => Setting::On,
            "error" => Setting::As(Severity::Error),
            "warning" => Setting::As(Severity::Warning),
            "info" => Setting::As(Severity::Info),
            _ => return None,
        })
    }
}

impl Options {
    fn setting(&self, rule: &str) -> Setting {
        let chosen = self.rules.iter().rfind(|(id, _)| id == rule);
        chosen.map_or(if is_on(rule) { Setting::On } else { Setting::Off }, |(_, setting)| *setting)
    }
}

/// What a rule looks at.
pub struct Subject<'a> {
    /// The whole document, without the tags of a web page; the report is `report.span` of it.
    pub text: &'a str,
    pub report: &'a Report,
    pub options: &'a Options,
    /// The reports of `options.previous`.
    pub previous: &'a [Report],
    prose: OnceCell<Prose>,
}

impl<'a> Subject<'a> {
    pub fn new(text: &'a str, report: &'a Report, options: &'a Options, previous: &'a [Report]) -> Subject<'a> {
        Subject { text, report, options, previous, prose: OnceCell::new() }
    }

    /// The running text, found when it is first asked for.
    fn prose(&self) -> &Prose {
        self.prose.get_or_init(|| Prose::of(self.text, self.report))
    }
}

/// A place a finding speaks of.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Place {
    pub span: TextRange,
    pub role: Role,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Role {
    Primary,
    Related,
}

/// An exact edit that puts a finding right.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Fix {
    pub span: TextRange,
    pub text: String,
}

/// What is wrong, where, and what to do. Behind a pointer, since it is handed on at every step of its description.
#[derive(Clone, PartialEq, Debug)]
pub struct Finding(Box<Parts>);

/// The parts of a finding.
#[derive(Clone, PartialEq, Debug)]
pub struct Parts {
    /// Filled in by the engine.
    pub rule: &'static str,
    pub severity: Severity,
    pub basis: &'static str,
    pub message: String,
    pub suggestion: String,
    pub cells: Vec<CellId>,
    pub places: Vec<Place>,
    /// The two sides that should have agreed.
    pub sides: Option<(Number, Number)>,
    pub fixes: Vec<Fix>,
    /// Passages that last year's report has as well.
    pub alike: Vec<Alike>,
}

/// A passage of the report, and how it stands in last year's.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Alike {
    pub span: TextRange,
    pub last_year: String,
}

impl Deref for Finding {
    type Target = Parts;

    fn deref(&self) -> &Parts {
        &self.0
    }
}

impl DerefMut for Finding {
    fn deref_mut(&mut self) -> &mut Parts {
        &mut self.0
    }
}

impl Finding {
    pub fn cells(mut self, cells: &[CellId]) -> Finding {
        self.cells.extend_from_slice(cells);
        self
    }

    /// A whole row the finding speaks of.
    pub fn row(mut self, row: &Row) -> Finding {
        self.cells.extend(row.cells());
        self
    }

    /// Cells the finding speaks of, shown where they stand.
    pub fn at_cells(mut self, report: &Report, cells: &[CellId]) -> Finding {
        self.cells.extend_from_slice(cells);
        for &cell in cells {
            if let Some(span) = report.cell(cell).and_then(|cell| cell.place) {
                self = self.at_each(&[span]);
            }
        }
        self
    }

    /// The place where the fault is seen.
    pub fn at(mut self, span: TextRange) -> Finding {
        self.places.push(Place { span, role: Role::Primary });
        self
    }

    /// A place that explains the fault.
    pub fn related(mut self, span: TextRange) -> Finding {
        self.places.push(Place { span, role: Role::Related });
        self
    }

    /// The first place of a finding is where the fault is seen, the others explain it.
    #[inline(never)]
    pub fn at_each(mut self, spans: &[TextRange]) -> Finding {
        for &span in spans {
            let role = if self.places.is_empty() { Role::Primary } else { Role::Related };
            self.places.push(Place { span, role });
        }
        self
    }

    pub fn sides(mut self, left: Number, right: Number) -> Finding {
        self.sides = Some((left, right));
        self
    }

    pub fn fix(mut self, span: TextRange, text: impl Into<String>) -> Finding {
        self.fixes.push(Fix { span, text: text.into() });
        self
    }

    /// Another severity than the rule's own.
    pub fn severity(mut self, severity: Severity) -> Finding {
        self.severity = severity;
        self
    }
}

/// Something that could not be judged, and why.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Unchecked {
    pub rule: &'static str,
    pub cells: Vec<CellId>,
    pub reason: String,
}

/// How much was compared; a pass without it says nothing.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Tally {
    pub sums: usize,
    pub facts: usize,
    pub dates: usize,
}

/// What the rules found, in the order of the registry.
#[derive(Default)]
pub struct Findings {
    rule: Option<&'static Rule>,
    pub list: Vec<Finding>,
    pub unchecked: Vec<Unchecked>,
    pub tally: Tally,
    /// Findings that the user has looked at before; they are no longer in the list.
    pub set_aside: usize,
}

impl Findings {
    /// Adds a finding of the rule that is running. Describe it with the methods of `Finding`:
    /// `findings.add(finding("…", "…").at(span))`.
    pub fn add(&mut self, mut finding: Finding) {
        let Some(rule) = self.rule else { return };
        finding.rule = rule.id;
        finding.basis = rule.basis;
        self.list.push(finding);
    }

    /// A finding of the running rule, with its severity: what is wrong, and what to do.
    pub fn finding(&self, message: impl Into<String>, suggestion: impl Into<String>) -> Finding {
        Finding(Box::new(Parts {
            rule: "",
            severity: self.rule.map_or(Severity::Info, |rule| rule.severity),
            basis: "",
            message: message.into(),
            suggestion: suggestion.into(),
            cells: Vec::new(),
            places: Vec::new(),
            sides: None,
            fixes: Vec::new(),
            alike: Vec::new(),
        }))
    }

    pub fn unchecked(&mut self, cells: Vec<CellId>, reason: impl Into<String>) {
        let Some(rule) = self.rule else { return };
        self.unchecked.push(Unchecked { rule: rule.id, cells, reason: reason.into() });
    }
}

/// Runs every rule on one report.
pub fn judge(subject: &Subject) -> Findings {
    let mut findings = Findings::default();
    for rule in registry() {
        let setting = subject.options.setting(rule.id);
        if setting == Setting::Off {
            continue;
        }
        findings.rule = Some(rule);
        let first = findings.list.len();
        (rule.check)(subject, &mut findings);
        for finding in &mut findings.list[first..] {
            match setting {
                Setting::As(severity) => finding.severity = severity,
                _ if subject.report.year == Some(2019) => lenient_for_2019(finding),
                _ => {}
            }
        }
    }
    privacy::mask(subject.text, &mut findings.list);
    findings
}

/// 国办公开办函〔2019〕60号 第二条 only encouraged the uniform format for the report year 2019.
fn lenient_for_2019(finding: &mut Finding) {
    let of_the_format = finding.rule.starts_with("ST-") || finding.rule.starts_with("TC-") || finding.rule == "WD-01";
    if of_the_format && finding.severity == Severity::Error {
        finding.severity = Severity::Warning;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_unique_and_texts_are_given() {
        let mut seen = std::collections::BTreeSet::new();
        assert!(OFF.iter().all(|off| registry().any(|rule| rule.id == *off)));
        for rule in registry() {
            assert!(seen.insert(rule.id), "{} stands twice", rule.id);
            let help = &rule.help;
            for text in [rule.basis, help.title, help.checks, help.why, help.bad.shown, help.good.shown] {
                assert!(!text.is_empty(), "{} lacks a text", rule.id);
            }
        }
    }
}
