//! One fault planted in each of many sound reports, every rule in turn: the rule that ought to find it finds it where it is.

mod draft;
mod faults;

use std::collections::{BTreeMap, BTreeSet};

use gouji::Checked;
use gouji::output::{Verdict, verdict};
use gouji::rules::{Edit, Finding};
use gouji::text::Source;
use rayon::prelude::*;

use crate::layouts::{Demand, LAYOUTS, Layout, Setting};
use draft::{Draft, Named};
use faults::{Change, FAULTS, Fault};

/// How many faults there are to plant.
pub const KINDS: u64 = FAULTS.len() as u64;

/// How often faults of a rule were planted, and what came of it.
#[derive(Clone, Debug, Default)]
pub struct Count {
    pub planted: u64,
    /// The rule spoke of the cell or the words.
    pub found: u64,
    /// The rule spoke of something else.
    pub elsewhere: u64,
    /// The layout does not show it, and the report was not passed.
    pub in_doubt: u64,
    /// The layout shows it, and the rule said nothing.
    pub missed: u64,
    /// The layout does not show it, and the report was passed as clean.
    pub clean: u64,
    /// Other rules that spoke and do not speak of the sound report.
    pub beside: BTreeSet<&'static str>,
    /// Those of them the fault does not name.
    pub alarms: BTreeSet<&'static str>,
    /// Rules whose exact edits leave their finding, or bring an error or a warning.
    pub unfixed: BTreeSet<&'static str>,
    /// Once for example what went wrong: fault, layout, seed.
    pub example: Option<(usize, &'static str, u64)>,
}

impl Count {
    pub fn failures(&self) -> u64 {
        self.elsewhere + self.missed + self.clean + (self.alarms.len() + self.unfixed.len()) as u64
    }

    fn add(&mut self, other: Count) {
        self.planted += other.planted;
        self.found += other.found;
        self.elsewhere += other.elsewhere;
        self.in_doubt += other.in_doubt;
        self.missed += other.missed;
        self.clean += other.clean;
        self.beside.extend(other.beside);
        self.alarms.extend(other.alarms);
        self.unfixed.extend(other.unfixed);
        self.example = self.example.or(other.example);
    }
}

/// The rules that have a fault.
pub fn rules() -> BTreeSet<&'static str> {
    FAULTS.iter().map(|fault| fault.rule).collect()
}

/// Plants so many faults, the rules and the layouts in turn.
pub fn run(reports: u64, seed: u64) -> BTreeMap<&'static str, Count> {
    let counts = (0..reports).into_par_iter().filter_map(|number| one(number, seed));
    let mut all: BTreeMap<&'static str, Count> = BTreeMap::new();
    for (rule, count) in counts.collect::<Vec<_>>() {
        all.entry(rule).or_default().add(count);
    }
    all
}

/// A report with that fault in a layout, and below it what the rules say.
pub fn shown(fault: usize, layout: &Layout, seed: u64) -> Option<String> {
    let fault = FAULTS.get(fault)?;
    let draft = Draft::of(fault, draft::sound(fault, seed)?, layout);
    let checked = check(&draft)?;
    let lines = checked.iter().flat_map(findings).map(|finding| format!("{} {}\n", finding.rule, finding.message));
    Some(format!("{}\n----\n{} is planted\n{}", draft.text, fault.rule, lines.collect::<String>()))
}

fn one(number: u64, seed: u64) -> Option<(&'static str, Count)> {
    let kind = (number % KINDS) as usize;
    let fault = &FAULTS[kind];
    let layouts: Vec<&'static Layout> = LAYOUTS.iter().filter(|layout| fits(fault, layout)).collect();
    // Other layouts for the next fault, so that few reports see many pairs.
    let layout = layouts[(number / KINDS * 7 + number % KINDS) as usize % layouts.len()];
    let first = seed.wrapping_mul(1_000_000) + number * 16;
    let (at, report) = (first..first + 16).find_map(|seed| Some((seed, draft::sound(fault, seed)?)))?;
    let sound: BTreeSet<&str> =
        check(&Draft::unchanged(&report, layout))?.iter().flat_map(findings).map(rule).collect();
    let planted = Draft::of(fault, report, layout);
    let checked = check(&planted)?;
    let own = || checked.iter().flat_map(findings).filter(|finding| finding.rule == fault.rule);
    let found = own().any(|finding| names(finding, &planted));
    let spoke = own().next().is_some();
    let shown = shows(fault, layout);
    let clean = checked.iter().all(|one| verdict(one) == Verdict::Clean);
    let beside: BTreeSet<&'static str> = checked
        .iter()
        .flat_map(findings)
        .map(rule)
        .filter(|rule| *rule != fault.rule && !sound.contains(rule))
        .collect();
    let same = |rule: &str| checked.iter().flat_map(findings).all(|other| other.rule != rule || names(other, &planted));
    let belongs = |rule: &str| fault.beside.contains(&rule) || !fault.seen_anywhere() && same(rule);
    let alarms = beside.iter().copied().filter(|rule| shown && !belongs(rule)).collect();
    let mut count = Count {
        planted: 1,
        found: u64::from(found),
        elsewhere: u64::from(!found && spoke && shown),
        in_doubt: u64::from(!found && !shown && !clean),
        missed: u64::from(!spoke && shown),
        clean: u64::from(!found && !shown && clean),
        beside,
        alarms,
        unfixed: unfixed(&planted, &checked),
        example: None,
    };
    count.example = (count.failures() > 0).then_some((kind, layout.id, at));
    Some((fault.rule, count))
}

/// The rules whose exact edits do not do what they are for.
fn unfixed(draft: &Draft, checked: &[Checked]) -> BTreeSet<&'static str> {
    let before: Vec<Finding> = checked.iter().flat_map(findings).cloned().collect();
    let left = gouji_testkit::unfixed(&draft.text, &draft.options, &before);
    left.into_iter().map(|(finding, _)| finding.rule).collect()
}

fn check(draft: &Draft) -> Option<Vec<Checked>> {
    let document = Source::from_text(draft.text.clone()).ok()?;
    Some(gouji::check(&document, &draft.options))
}

fn findings(checked: &Checked) -> &[Finding] {
    &checked.findings.list
}

fn rule(finding: &Finding) -> &'static str {
    finding.rule
}

fn names(finding: &Finding, draft: &Draft) -> bool {
    match &draft.named {
        Named::Cell(cell) => finding.cells.contains(cell),
        Named::Words(words) => finding.places.iter().any(|place| {
            let said: String = place.span.of(&draft.text).split_whitespace().collect();
            // A label may be wrapped around its figures, and around letters of one that stands upright beside it.
            let is_upright = |word: &str| word.chars().count() == 1;
            let lines = place.span.of(&draft.text).lines().map(|line| match line.trim().split_once(' ') {
                Some((letter, rest)) if is_upright(letter) => rest,
                _ if is_upright(line.trim()) => "",
                _ => line,
            });
            let bare: String =
                lines.flat_map(str::chars).filter(|c| !c.is_whitespace() && !c.is_ascii_digit()).collect();
            words.contains(&said) || said.contains(words) || bare.contains(words)
        }),
        Named::Anything => true,
    }
}

/// Whether the fault can be planted in that layout.
fn fits(fault: &Fault, layout: &Layout) -> bool {
    // Where tabs keep the columns apart, a cell that is gone is an empty one.
    let kept_apart = ["A2", "A38"].contains(&layout.id);
    let can_lose = !kept_apart || !fault.changes.iter().any(|change| matches!(change, Change::WithoutCell(_)));
    layout.dress.is_none() && can_lose && (fault.layouts.is_empty() || fault.layouts.contains(&layout.id))
}

/// Whether a reader sees the fault in that layout.
fn shows(fault: &Fault, layout: &Layout) -> bool {
    let lines = layout.setting == Setting::Lines;
    !fault.layouts.is_empty()
        || layout.demand == Demand::Every
            && fault.changes.iter().all(|change| match *change {
                // A torn row may have lost its last cell.
                Change::Plain(Edit::Cell(_, "")) => layout.shows_blanks && layout.id != "A2",
                // Bars alone on a line may be what merged cells left.
                Change::Plain(Edit::BlankTable(_)) => {
                    layout.shows_blanks && !["A10", "A11", "A12"].contains(&layout.id)
                }
                Change::Plain(Edit::Cell(_, text)) => {
                    layout.shows_ends || text.bytes().all(|byte| byte.is_ascii_digit())
                }
                Change::Above(_) | Change::Plain(Edit::Append(_)) => lines,
                _ => true,
            })
}
