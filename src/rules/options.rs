//! What the user may say beside the text.

use super::{Rule, Severity};
use crate::form::{CellId, cell_named};
use crate::report::Level;
use crate::text::{Date, Number, Source};

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
    /// Returns what holds for a rule: what the user chose last, else the rule's own default.
    pub(super) fn setting(&self, rule: &Rule) -> Setting {
        let default = if rule.on { Setting::On } else { Setting::Off };
        self.rules.iter().rfind(|(id, _)| id == rule.id).map_or(default, |(_, setting)| *setting)
    }
}
