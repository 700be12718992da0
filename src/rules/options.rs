//! What the user may say beside the text.

use std::sync::Arc;

use super::{Dismissal, Divisions, Rule, Severity};
use crate::form::{CellId, cell_named};
use crate::report::{Level, Report};
use crate::text::{Date, Number};

/// What the user may say beside the text.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// The day the report was or will be published.
    pub published: Option<Date>,
    pub level: Option<Level>,
    pub corrections: Vec<Correction>,
    /// What the user decided about single rules, by id.
    pub rules: Vec<(String, Setting)>,
    /// Last year's report of the same body.
    pub previous: Option<Arc<LastYear>>,
    /// Findings that were looked at and found right.
    pub dismissals: Vec<Dismissal>,
    /// The name of the office's own profile.
    pub profile: Option<String>,
    /// The table of administrative divisions.
    pub divisions: Option<Arc<Divisions>>,
}

/// A text with last year's report, read once for all checks against it.
#[derive(Debug)]
pub struct LastYear {
    pub text: String,
    pub reports: Vec<Report>,
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
    /// The words that `parse` reads.
    pub const WORDS: [&str; 5] = ["off", "on", "error", "warning", "info"];

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
    /// Returns what holds for a rule: what the user chose last, else the rule's own default.
    pub fn setting(&self, rule: &Rule) -> Setting {
        let default = if rule.on { Setting::On } else { Setting::Off };
        self.rules.iter().rfind(|(id, _)| id == rule.id).map_or(default, |(_, setting)| *setting)
    }
}
