//! Reads many generated reports and counts, per layout, noise and damage, how each cell came out.

use std::collections::BTreeMap;
use std::fmt::{self, Write as _};
use std::panic::{AssertUnwindSafe, catch_unwind};

use gouji::form::CellId;
use gouji::report::{Content, Report};
use gouji::rules::Options;
use gouji::text::Source;
use rayon::prelude::*;

use crate::damage::Damage;
use crate::ink::Shown;
use crate::layouts::{LAYOUTS, Layout};
use crate::truth::{self, Asked, Outcome, Truth};
use crate::{Recipe, Sample};

/// Which reports are read.
#[derive(Clone, Copy, Debug)]
pub struct Plan {
    pub reports: u64,
    pub seed: u64,
    pub layout: Option<&'static str>,
    /// The damages of which each report has one; none for sound reports.
    pub damages: &'static [Damage],
}

impl Plan {
    /// The report with that number: the layouts take turns.
    fn recipe(&self, number: u64) -> Recipe {
        let layouts: Vec<&'static Layout> =
            LAYOUTS.iter().filter(|layout| self.layout.is_none_or(|id| id == layout.id)).collect();
        let layout = layouts[number as usize % layouts.len()];
        let recipe = Recipe::draw(self.seed.wrapping_mul(1_000_000) + number, layout);
        if self.damages.is_empty() { recipe } else { recipe.damaged(self.damages) }
    }
}

/// How the cells of some reports came out.
#[derive(Clone, Copy, Default, PartialEq, Eq, Debug)]
pub struct Tally {
    pub reports: u64,
    /// Cells that were asked for.
    pub cells: u64,
    pub right: u64,
    pub uncertain: u64,
    pub missing: u64,
    pub misread: u64,
    pub wrong: u64,
    /// Cells nobody can tell, and those of them that were given all the same, acceptably.
    pub untold: u64,
    pub untold_read: u64,
}

impl Tally {
    fn count(&mut self, asked: Asked, outcome: Outcome) {
        let wanted = asked != Asked::Untold;
        self.cells += u64::from(wanted);
        self.untold += u64::from(!wanted);
        match outcome {
            Outcome::Wrong => self.wrong += 1,
            Outcome::Right if !wanted => self.untold_read += 1,
            _ if !wanted => {}
            Outcome::Right => self.right += 1,
            Outcome::Uncertain => self.uncertain += 1,
            Outcome::Missing => self.missing += 1,
            Outcome::Misread => self.misread += 1,
        }
    }

    fn add(&mut self, other: &Tally) {
        self.reports += other.reports;
        self.cells += other.cells;
        self.right += other.right;
        self.uncertain += other.uncertain;
        self.missing += other.missing;
        self.misread += other.misread;
        self.wrong += other.wrong;
        self.untold += other.untold;
        self.untold_read += other.untold_read;
    }

    /// Right cells in ten thousand of those asked for, rounded down.
    pub fn right_in_ten_thousand(&self) -> u64 {
        (self.right * 10_000).checked_div(self.cells).unwrap_or(10_000)
    }
}

/// A cell that went wrong.
#[derive(Clone, Debug)]
pub struct Fault {
    pub seed: u64,
    pub layout: &'static str,
    pub cell: CellId,
    pub truth: Option<Truth>,
    pub got: Option<Content>,
    pub outcome: Outcome,
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Fault { cell, outcome, .. } = self;
        write!(f, "{outcome:?} {cell}: ")?;
        match &self.truth {
            None => write!(f, "no such cell in this form")?,
            Some(Truth { asked, acceptable }) => {
                match asked {
                    Asked::Shown(Shown::Value(_)) => {}
                    Asked::Shown(shown) => write!(f, "{shown:?} ")?,
                    Asked::Nothing => write!(f, "not in the text ")?,
                    Asked::Untold => write!(f, "cannot be told ")?,
                }
                acceptable.iter().try_for_each(|number| write!(f, "{number} "))?;
            }
        }
        match &self.got {
            Some(Content::Value(number)) => write!(f, "-> {number}"),
            Some(other) => write!(f, "-> {other:?}"),
            None => write!(f, "-> nothing"),
        }
    }
}

/// Everything that was counted.
#[derive(Clone, Default, Debug)]
pub struct Measured {
    pub layouts: BTreeMap<usize, Tally>,
    pub kinds: BTreeMap<String, Tally>,
    pub faults: Vec<Fault>,
    /// Reports the reader stopped at.
    pub panics: Vec<(u64, &'static str)>,
}

impl Measured {
    fn join(mut self, other: Measured) -> Measured {
        for (layout, tally) in &other.layouts {
            self.layouts.entry(*layout).or_default().add(tally);
        }
        for (kind, tally) in &other.kinds {
            self.kinds.entry(kind.clone()).or_default().add(tally);
        }
        self.faults.extend(other.faults);
        self.panics.extend(other.panics);
        self
    }

    pub fn wrong(&self) -> u64 {
        self.layouts.values().map(|tally| tally.wrong).sum()
    }

    pub fn wrong_ones(&self) -> impl Iterator<Item = &Fault> {
        self.faults.iter().filter(|fault| fault.outcome == Outcome::Wrong)
    }

    /// The counts of each layout.
    pub fn tallies(&self) -> impl Iterator<Item = (&'static str, &Tally)> {
        self.layouts.iter().map(|(index, tally)| (LAYOUTS[*index].id, tally))
    }

    /// The counts per layout as a table.
    pub fn by_layout(&self) -> String {
        table("layout", self.tallies().map(|(layout, tally)| (layout.to_string(), *tally)))
    }

    /// The counts per kind of noise or damage.
    pub fn by_kind(&self) -> String {
        table("with", self.kinds.iter().map(|(kind, tally)| (kind.clone(), *tally)))
    }
}

fn table(name: &str, rows: impl Iterator<Item = (String, Tally)>) -> String {
    let mut text = format!(
        "{name:<20} {:>7} {:>8} {:>7} {:>9} {:>8} {:>8} {:>6} {:>8} {:>8}\n",
        "reports", "cells", "right%", "uncertain", "missing", "misread", "wrong", "untold", "given"
    );
    for (name, tally) in rows {
        let right = tally.right_in_ten_thousand();
        let _ = writeln!(
            text,
            "{name:<20} {:>7} {:>8} {:>4}.{:02} {:>9} {:>8} {:>8} {:>6} {:>8} {:>8}",
            tally.reports,
            tally.cells,
            right / 100,
            right % 100,
            tally.uncertain,
            tally.missing,
            tally.misread,
            tally.wrong,
            tally.untold,
            tally.untold_read
        );
    }
    text
}

/// The reports a text is read as; None when the reader panicked.
pub fn read(text: &str) -> Option<Vec<Report>> {
    let document = Source::from_text(text).ok()?;
    let checked = catch_unwind(AssertUnwindSafe(|| gouji::check(&document, &Options::default()))).ok()?;
    Some(checked.into_iter().map(|checked| checked.report).collect())
}

/// How every cell of a sample came out: report, cell, what was asked, outcome.
pub fn outcomes(sample: &Sample, reports: &[Report]) -> Vec<(usize, CellId, Asked, Outcome)> {
    let nothing = Report::default();
    // Damage may take a title, and two reports become one.
    if let ([one, other], [report], true) = (&sample.truths[..], reports, sample.damaged) {
        let compared = truth::compare(&truth::merged(one, other), report);
        return compared.into_iter().map(|(cell, asked, outcome)| (0, cell, asked, outcome)).collect();
    }
    let count = sample.truths.len().max(reports.len());
    let mut outcomes = Vec::new();
    for index in 0..count {
        let report = reports.get(index).unwrap_or(&nothing);
        // A report too many is judged by the truth of the last one, and only what is wrong in it counts.
        let surplus = index >= sample.truths.len();
        let truths = &sample.truths[index.min(sample.truths.len() - 1)];
        for (cell, asked, outcome) in truth::compare(truths, report) {
            if !surplus || outcome == Outcome::Wrong {
                outcomes.push((index, cell, asked, outcome));
            }
        }
    }
    outcomes
}

fn measure_one(recipe: &Recipe) -> Measured {
    let sample = recipe.make();
    let mut measured = Measured::default();
    let layout = LAYOUTS.iter().position(|layout| layout.id == recipe.layout.id).unwrap_or_default();
    let mut tally = Tally { reports: 1, ..Tally::default() };
    match read(&sample.text) {
        None => measured.panics.push((recipe.seed, recipe.layout.id)),
        Some(reports) => {
            for (index, cell, asked, outcome) in outcomes(&sample, &reports) {
                tally.count(asked, outcome);
                if outcome != Outcome::Right && (asked != Asked::Untold || outcome == Outcome::Wrong) {
                    measured.faults.push(Fault {
                        seed: recipe.seed,
                        layout: recipe.layout.id,
                        cell,
                        truth: sample.truths.get(index).and_then(|truths| truths.get(&cell)).cloned(),
                        got: reports.get(index).and_then(|report| report.cell(cell)).map(|cell| cell.content.clone()),
                        outcome,
                    });
                }
            }
        }
    }
    measured.layouts.insert(layout, tally);
    let kinds: Vec<String> = match recipe.damage {
        Some(damage) => vec![format!("{damage:?}")],
        None if recipe.noise.is_empty() => vec!["nothing".to_string()],
        None => recipe.noise.iter().map(|noise| format!("{noise:?}")).collect(),
    };
    for kind in kinds {
        measured.kinds.insert(kind, tally);
    }
    measured
}

/// Reads all reports of a plan, on all cores.
pub fn run(plan: Plan) -> Measured {
    (0..plan.reports)
        .into_par_iter()
        .map(|number| measure_one(&plan.recipe(number)))
        .reduce(Measured::default, Measured::join)
}
