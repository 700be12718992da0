//! What the rules say of sound reports: it is a false alarm, or advice.

use std::collections::BTreeMap;

use gouji::rules::{Options, Severity};
use gouji::text::Source;
use rayon::prelude::*;

use crate::layouts::{Demand, LAYOUTS, Layout};
use crate::sound::Report;

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

/// What the rules say of so many sound reports, by rule, in layouts that lose nothing or in those that lose something.
pub fn alarms(reports: u64, seed: u64, losing: bool) -> BTreeMap<(&'static str, Severity), Alarm> {
    let dressed = |layout: &Layout| layout.dress.is_none() || HARMLESS.contains(&layout.id);
    let fits = |layout: &&Layout| dressed(layout) && (layout.demand != Demand::Every) == losing;
    let layouts: Vec<&'static Layout> = LAYOUTS.iter().filter(fits).collect();
    let of = |number: u64| {
        let (layout, seed) = (layouts[number as usize % layouts.len()].id, seed.wrapping_mul(1_000_000) + number);
        let text = Report::draw(seed).text(layouts[number as usize % layouts.len()]);
        let document = Source::from_text(text).ok()?;
        let list = gouji::check(&document, &Options::default()).into_iter().flat_map(|one| one.findings.list);
        let alarm = |message| Alarm { count: 1, layout, seed, message };
        Some(list.map(|finding| ((finding.rule, finding.severity), alarm(finding.message.clone()))).collect::<Vec<_>>())
    };
    let mut all = BTreeMap::new();
    for (key, alarm) in (0..reports).into_par_iter().filter_map(of).flatten().collect::<Vec<_>>() {
        all.entry(key).and_modify(|known: &mut Alarm| known.count += 1).or_insert(alarm);
    }
    all
}
