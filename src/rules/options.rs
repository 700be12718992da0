//! What the user may say beside the text.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::{Dismissal, Divisions, Rule, Severity};
use crate::form::{CellId, cell_named};
use crate::report::{Level, Report, is_same_body};
use crate::text::{Date, Number, key};

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
    /// What the office of the county asks for beside the law.
    pub profile: Option<Profile>,
    /// The table of administrative divisions.
    pub divisions: Option<Arc<Divisions>>,
}

/// What an office asks of the reports of its county beside the law.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Profile {
    pub name: Option<String>,
    pub deadlines: Vec<OwnDeadline>,
    pub blank_cells: Option<BlankCells>,
    /// What section one has to give a number of; words for the same are parted by a stroke.
    pub figures: Vec<String>,
    /// Sentences that the local notice prescribes.
    pub prescribed: Vec<String>,
    pub rules: Vec<(String, Setting)>,
    pub bodies: Vec<(String, Level)>,
}

/// The last day for the bodies of a level, in the year after the report's.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct OwnDeadline {
    pub level: Level,
    pub month: u8,
    pub day: u8,
}

/// What stands in a cell for which there is nothing to count.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum BlankCells {
    /// Nothing.
    Allowed,
    /// A 0.
    Zero,
}

impl BlankCells {
    /// The words that `parse` reads.
    pub const WORDS: [&str; 2] = ["allowed", "zero"];

    pub fn parse(word: &str) -> Option<BlankCells> {
        match word {
            "allowed" => Some(BlankCells::Allowed),
            "zero" => Some(BlankCells::Zero),
            _ => None,
        }
    }
}

impl Profile {
    /// Returns the ground of what stems from it.
    pub fn ground(&self) -> String {
        self.name.as_ref().map_or_else(|| OWN_GROUND.to_string(), |name| format!("{OWN_GROUND}（{name}）"))
    }

    /// Returns the last day for a level, in the year after the report's.
    pub fn deadline(&self, level: Level, report_year: u16) -> Option<Date> {
        let own = self.deadlines.iter().rfind(|own| own.level == level)?;
        Date::new(report_year.checked_add(1)?, own.month, own.day)
    }
}

/// What a demand of the county is called where it is the basis of a finding.
pub const OWN_GROUND: &str = "本级要求";

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
        self.chosen(rule.id).unwrap_or(default)
    }

    /// Returns what the user chose last about a rule, else what the profile decides.
    fn chosen(&self, rule: &str) -> Option<Setting> {
        setting_of(&self.rules, rule).or_else(|| self.profiled(rule))
    }

    /// Returns the rules that were switched off, by the user or by the profile.
    pub fn switched_off(&self) -> BTreeSet<&str> {
        let spoken_of = self.rules.iter().chain(self.profile.iter().flat_map(|profile| &profile.rules));
        spoken_of.map(|(id, _)| id.as_str()).filter(|id| self.chosen(id) == Some(Setting::Off)).collect()
    }

    /// Returns what the profile decides about a rule of which the user says nothing.
    pub fn profiled(&self, rule: &str) -> Option<Setting> {
        let profile = self.profile.as_ref().filter(|_| setting_of(&self.rules, rule).is_none())?;
        setting_of(&profile.rules, rule)
    }

    /// Returns the level of a body: the one the user named, else the one the profile has for that name.
    pub fn level_of(&self, name: Option<&str>) -> Option<Level> {
        let listed = || {
            let (name, bodies) = (name?, &self.profile.as_ref()?.bodies);
            let exactly = bodies.iter().find(|(body, _)| key(body) == key(name));
            exactly.or_else(|| bodies.iter().find(|(body, _)| is_same_body(body, name))).map(|(_, level)| *level)
        };
        self.level.or_else(listed)
    }
}

fn setting_of(rules: &[(String, Setting)], rule: &str) -> Option<Setting> {
    rules.iter().rfind(|(id, _)| id == rule).map(|(_, setting)| *setting)
}
