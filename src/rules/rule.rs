//! A rule as it declares itself: what it is, why it is there, how it is checked, and examples of both sides.

use schemars::JsonSchema;
use serde::Serialize;

use super::RuleContext;

/// A rule: what it is, why it is there, and how it is checked.
pub struct Rule {
    /// Stable and never used again for something else.
    pub id: &'static str,
    /// What its findings weigh, unless a finding says otherwise.
    pub severity: Severity,
    /// The provision or the practice it rests on, with document number and article.
    pub basis: &'static str,
    /// A few words for lists.
    pub title: &'static str,
    /// What is compared with what.
    pub checks: &'static str,
    /// Why an office should care.
    pub why: &'static str,
    /// Reports that break the rule: the first is shown on the rule's page, all run as tests.
    pub bad: &'static [Example],
    /// Ordinary reports that almost break it.
    pub good: &'static [Example],
    /// Whether it speaks without being switched on. A rule that asks more than most offices want to be asked does not.
    pub on: bool,
    /// The first report year it holds for: the form and its notices did not always exist.
    pub since: u16,
    /// The other rules that speak of the same fault: a figure stands in several sums and sentences, a table with its section.
    pub accompanied_by: &'static [&'static str],
    pub check: fn(&mut RuleContext),
}

/// What only people read about a rule: in the handbook, not in the module for browsers.
pub const fn told(words: &'static str) -> &'static str {
    if cfg!(feature = "handbook") { words } else { "" }
}

impl Rule {
    /// What most rules have in common: `..Rule::ORDINARY` ends their declaration.
    pub const ORDINARY: Rule = Rule {
        id: "",
        severity: Severity::Info,
        basis: "",
        title: "",
        checks: "",
        why: "",
        bad: &[],
        good: &[],
        on: true,
        since: 0,
        accompanied_by: &[],
        check: |_| {},
    };
}

/// An example: the words shown to people, and the change that makes it from a sound report.
pub struct Example {
    pub shown: &'static str,
    pub edits: &'static [Edit],
}

/// A change to the sound report that the examples start from; `tests/testkit` has that report and applies these.
#[derive(Clone, Copy)]
pub enum Edit {
    /// Start from the sound report on the form of 2019 (report year 2020) instead of 2021 (report year 2023).
    On2019,
    /// Start from the sound report on the form of 2021 for that report year.
    Year(u16),
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
    /// Check with a profile that asks section one for a number of this.
    Asked(&'static str),
    /// Check with a report of the year before: the sound one, with these changes. Its carried-out applications are what this
    /// year's sound report carries in.
    Previous(&'static [Edit]),
}

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// Contradicts the form's own arithmetic or the content the regulation demands.
    Error,
    /// Must be explained, without arithmetic certainty.
    Warning,
    /// Advice.
    Info,
}

impl Severity {
    pub fn in_words(self) -> &'static str {
        match self {
            Severity::Error => "错误",
            Severity::Warning => "警告",
            Severity::Info => "提示",
        }
    }
}
