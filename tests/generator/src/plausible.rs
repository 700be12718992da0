//! What the rules say of sound reports: it is a false alarm, or advice.

use std::collections::BTreeMap;

use gouji::report::Standing;
use gouji::rules::Severity;
use gouji::text::Source;
use rayon::prelude::*;

use crate::layouts::{Demand, LAYOUTS, Layout};
use crate::near_misses::garnished;

/// How often a rule spoke, and once for example.
#[derive(Clone, Debug)]
pub struct Alarm {
    pub count: u64,
    pub layout: &'static str,
    pub seed: u64,
    pub message: String,
}

/// The layouts dressed by something that changes no figure.
const HARMLESS: [&str; 3] = ["A33", "A34", "A36"];

/// What is said of sound reports.
#[derive(Clone, Debug, Default)]
pub struct Measured {
    pub reports: u64,
    /// What the rules say, by rule.
    pub alarms: BTreeMap<(&'static str, Severity), Alarm>,
    /// Numbers that were not understood, those of them that make a report incomplete, and the sentences they stand in.
    pub unread: u64,
    pub unread_that_matter: u64,
    pub sentences: BTreeMap<String, u64>,
}

impl Measured {
    /// The mean of numbers not understood in a report.
    pub fn unread_per_report(&self) -> f64 {
        self.unread as f64 / self.reports.max(1) as f64
    }

    fn add(&mut self, number: u64, seed: u64, layout: &'static Layout) {
        let seed = seed.wrapping_mul(1_000_000) + number;
        let text = garnished(seed).text(layout);
        let Ok(document) = Source::from_text(text) else { return };
        self.reports += 1;
        for checked in gouji::check(&document, &gouji_testkit::options()) {
            for finding in &checked.findings.list {
                let alarm = Alarm { count: 0, layout: layout.id, seed, message: finding.message.clone() };
                self.alarms.entry((finding.rule, finding.severity)).or_insert(alarm).count += 1;
            }
            for number in checked.report.account.unread() {
                self.unread += 1;
                self.unread_that_matter += u64::from(number.standing == Standing::Unread { matters: true });
                *self.sentences.entry(without_digits(number.sentence.of(&document.text))).or_default() += 1;
            }
        }
    }

    fn join(mut self, other: Measured) -> Measured {
        self.reports += other.reports;
        for (key, alarm) in other.alarms {
            self.alarms.entry(key).and_modify(|known| known.count += alarm.count).or_insert(alarm);
        }
        self.unread += other.unread;
        self.unread_that_matter += other.unread_that_matter;
        other.sentences.into_iter().for_each(|(words, count)| *self.sentences.entry(words).or_default() += count);
        self
    }
}

fn without_digits(words: &str) -> String {
    words.chars().filter(|c| !c.is_ascii_digit() && !c.is_whitespace()).collect()
}

/// What is said of so many sound reports in layouts that lose nothing, or in those that lose something.
pub fn run(reports: u64, seed: u64, losing: bool) -> Measured {
    let dressed = |layout: &Layout| layout.dress.is_none() || HARMLESS.contains(&layout.id);
    let fits = |layout: &&Layout| dressed(layout) && (layout.demand != Demand::Every) == losing;
    let layouts: Vec<&'static Layout> = LAYOUTS.iter().filter(fits).collect();
    let add = |mut measured: Measured, number: u64| {
        measured.add(number, seed, layouts[number as usize % layouts.len()]);
        measured
    };
    (0..reports).into_par_iter().fold(Measured::default, add).reduce(Measured::default, Measured::join)
}
