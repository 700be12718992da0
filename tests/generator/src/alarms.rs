//! What the rules say of sound reports: their figures balance and their sentences agree with them, so an error or a warning
//! is either about the words of the form or a false alarm.

use std::collections::BTreeMap;

use gouji::document::Document;
use gouji::rules::{Options, Severity};
use rayon::prelude::*;

use crate::Recipe;
use crate::layouts::{Demand, LAYOUTS, Layout};

/// How often a rule spoke, and once for example.
#[derive(Clone, Debug)]
pub struct Alarm {
    pub severity: Severity,
    pub count: u64,
    pub layout: &'static str,
    pub seed: u64,
    pub message: String,
}

/// The findings of so many sound reports without noise, by rule.
pub fn raised(reports: u64, seed: u64) -> BTreeMap<&'static str, Alarm> {
    let layouts: Vec<&'static Layout> = LAYOUTS.iter().filter(|layout| layout.demand == Demand::Every).collect();
    (0..reports)
        .into_par_iter()
        .map(|number| {
            let layout = layouts[number as usize % layouts.len()];
            of(&Recipe::draw(seed.wrapping_mul(1_000_000) + number, layout))
        })
        .reduce(BTreeMap::new, joined)
}

fn of(recipe: &Recipe) -> BTreeMap<&'static str, Alarm> {
    let mut alarms = BTreeMap::new();
    if !recipe.noise.is_empty() {
        return alarms;
    }
    let Ok(document) = Document::from_text(recipe.make().text) else { return alarms };
    for finding in gouji::check(&document, &Options::default()).into_iter().flat_map(|checked| checked.findings.list) {
        let alarm = Alarm {
            severity: finding.severity,
            count: 1,
            layout: recipe.layout.id,
            seed: recipe.seed,
            message: finding.message.clone(),
        };
        alarms = joined(alarms, BTreeMap::from([(finding.rule, alarm)]));
    }
    alarms
}

fn joined(
    mut alarms: BTreeMap<&'static str, Alarm>,
    more: BTreeMap<&'static str, Alarm>,
) -> BTreeMap<&'static str, Alarm> {
    for (rule, alarm) in more {
        alarms.entry(rule).and_modify(|known| known.count += alarm.count).or_insert(alarm);
    }
    alarms
}
