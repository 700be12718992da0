//! Reads reports with composed prose and counts how each number came out.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use gouji::Checked;
use gouji::form::CellId;
use gouji::output::{Verdict, verdict};
use gouji::report::{Fact, FactKind, Scope, Standing};
use gouji::rules::{Options, Severity};
use gouji::text::Source;
use rayon::prelude::*;

use super::passage::{Meaning, Passage, Said};
use crate::dice::Dice;
use crate::layouts;
use crate::sound::Report;
use crate::story::Block;

/// How a number that belongs to the tables came out.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Fate {
    /// Its cells and its value were read.
    Right,
    /// Other cells or another value were read.
    Wrong,
    /// It is listed as not understood, and the report is incomplete where the number belongs to the tables.
    Unread,
    /// It is said to have nothing in the tables, or to be part of something else.
    SetAside,
    /// Nothing is said of it.
    Silent,
}

impl Fate {
    pub const ALL: [Fate; 5] = [Fate::Right, Fate::Wrong, Fate::Unread, Fate::SetAside, Fate::Silent];

    pub fn name(self) -> &'static str {
        match self {
            Fate::Right => "right",
            Fate::Wrong => "wrong",
            Fate::Unread => "unread",
            Fate::SetAside => "set aside",
            Fate::Silent => "silent",
        }
    }
}

/// How the numbers of one frame came out, and one that came out badly.
#[derive(Clone, Debug, Default)]
pub struct Count {
    pub fates: [u64; 5],
    pub example: Option<(Fate, u64, String)>,
}

impl Count {
    pub fn all(&self) -> u64 {
        self.fates.iter().sum()
    }

    pub fn of(&self, fate: Fate) -> u64 {
        self.fates[fate as usize]
    }

    fn add(&mut self, fate: Fate, seed: u64, words: &str) {
        self.fates[fate as usize] += 1;
        let worse = |(known, ..): &(Fate, u64, String)| *known != Fate::Wrong && fate == Fate::Wrong;
        if fate != Fate::Right && self.example.as_ref().is_none_or(worse) {
            self.example = Some((fate, seed, words.to_string()));
        }
    }

    fn join(&mut self, other: Count) {
        self.fates.iter_mut().zip(other.fates).for_each(|(all, more)| *all += more);
        let worse = |known: &(Fate, u64, String)| {
            known.0 != Fate::Wrong && other.example.as_ref().is_some_and(|(fate, ..)| *fate == Fate::Wrong)
        };
        if self.example.as_ref().is_none_or(worse) {
            self.example = other.example.or(self.example.take());
        }
    }
}

/// A rule that spoke of prose that agrees with its tables.
#[derive(Clone, Debug)]
pub struct Alarm {
    pub count: u64,
    pub seed: u64,
    pub message: String,
}

/// Everything that was counted.
#[derive(Clone, Debug, Default)]
pub struct Measured {
    pub reports: u64,
    /// Numbers that belong to the tables, by frame: those in numerals, and those that say none without a numeral.
    pub in_numerals: BTreeMap<&'static str, Count>,
    pub without_numerals: BTreeMap<&'static str, Count>,
    /// Numbers that belong to no table.
    pub beside: BTreeMap<&'static str, Count>,
    /// Wordings that differ in more than their numbers.
    pub wordings: BTreeSet<String>,
    /// Rules that spoke of prose that agrees.
    pub alarms: BTreeMap<&'static str, Alarm>,
    /// Reports whose prose does not agree, and those of them that passed.
    pub disagreeing: u64,
    pub passed: Vec<u64>,
}

impl Measured {
    fn join(mut self, other: Measured) -> Measured {
        self.reports += other.reports;
        for (all, more) in [
            (&mut self.in_numerals, other.in_numerals),
            (&mut self.without_numerals, other.without_numerals),
            (&mut self.beside, other.beside),
        ] {
            more.into_iter().for_each(|(frame, count)| all.entry(frame).or_default().join(count));
        }
        self.wordings.extend(other.wordings);
        for (rule, alarm) in other.alarms {
            self.alarms.entry(rule).and_modify(|known| known.count += alarm.count).or_insert(alarm);
        }
        self.disagreeing += other.disagreeing;
        self.passed.extend(other.passed);
        self
    }

    /// Whether no number was read wrongly or passed over, and no report that does not agree was passed.
    pub fn is_right(&self) -> bool {
        let counts = [&self.in_numerals, &self.without_numerals, &self.beside].map(Measured::total);
        let bad = |count: &Count| count.all() - count.of(Fate::Right) - count.of(Fate::Unread);
        counts.iter().all(|count| bad(count) == 0) && self.passed.is_empty()
    }

    /// The numbers of all frames together.
    pub fn total(counts: &BTreeMap<&'static str, Count>) -> Count {
        let mut total = Count::default();
        counts.values().for_each(|count| total.join(Count { fates: count.fates, example: None }));
        total
    }
}

/// The layouts that keep a paragraph as it is.
const LAYOUTS: [&str; 4] = ["A10", "A38", "A12", "A39"];

/// A plausible report whose section one is composed prose.
pub struct Sample {
    pub text: String,
    pub passage: Passage,
    pub report: Report,
}

impl Sample {
    /// The report of that seed; every third one does not agree with its tables.
    pub fn draw(seed: u64) -> Sample {
        let mut report = Report::draw(seed);
        let passage = Passage::draw(&report, !seed.is_multiple_of(3), &mut Dice::new(seed ^ 0x9a05e));
        let starts = |block: &Block| matches!(block, Block::Heading(1, _));
        let ends = |block: &Block| matches!(block, Block::Heading(2, _));
        let (start, end) = (report.blocks.iter().position(starts), report.blocks.iter().position(ends));
        if let (Some(start), Some(end)) = (start, end) {
            let written = passage.paragraphs.iter().map(|paragraph| Block::Paragraph(paragraph.text.clone()));
            report.blocks.splice(start + 1..end, written.collect::<Vec<_>>());
        }
        let layout = layouts::named(LAYOUTS[seed as usize % LAYOUTS.len()]).unwrap_or(&layouts::LAYOUTS[0]);
        Sample { text: report.text(layout), passage, report }
    }

    /// Every number said, with its places in the text.
    pub fn said(&self) -> Vec<Said> {
        let placed = |paragraph: &super::passage::Paragraph| {
            let start = self.text.find(&paragraph.text).expect("the layouts keep a paragraph as it is");
            let moved = |range: &Range<usize>| start + range.start..start + range.end;
            let said = paragraph.said.iter();
            said.map(|said| Said { range: moved(&said.range), words: moved(&said.words), ..said.clone() })
                .collect::<Vec<_>>()
        };
        self.passage.paragraphs.iter().flat_map(placed).collect()
    }

    pub fn check(&self) -> Option<Checked> {
        let document = Source::from_text(self.text.clone()).ok()?;
        gouji::check(&document, &Options::default()).into_iter().next()
    }
}

/// How every number said came out. A number that belongs to no table is right where the account says so.
pub fn fates(sample: &Sample, checked: &Checked) -> Vec<(Said, Fate)> {
    let said = sample.said();
    let mut read: Vec<Vec<bool>> = said.iter().map(|said| vec![false; said.sums().len()]).collect();
    let mut wrong = vec![false; said.len()];
    let mut aside = vec![false; said.len()];
    for fact in &checked.report.facts {
        let meets = |said: &Said| {
            let place = if said.in_numerals { fact.number } else { fact.span };
            place.start < said.range.end && said.range.start < place.end
        };
        let met: Vec<usize> = (0..said.len()).filter(|&index| meets(&said[index])).collect();
        let Some(&last) = met.last() else { continue };
        let same: Vec<usize> = met.iter().copied().filter(|&index| said[index].value == fact.value).collect();
        let own = fact.scope == Scope::Own && fact.year.is_none_or(|year| Some(year) == checked.report.year);
        if !own {
            same.iter().for_each(|&index| aside[index] = true);
            continue;
        }
        let matching = |index: usize| said[index].sums().iter().position(|sum| means(fact, sum, sample));
        match same.iter().find_map(|&index| Some((index, matching(index)?))) {
            Some((index, sum)) => read[index][sum] = true,
            None => wrong[same.last().copied().unwrap_or(last)] = true,
        }
    }
    let fate = |index: usize| match (&said[index].meaning, standing(&said[index], checked)) {
        _ if wrong[index] => Fate::Wrong,
        (Meaning::Cells(_), _) if read[index].iter().all(|read| *read) => Fate::Right,
        // The account holds what is only an upper or a lower bound against its cells, without a fact.
        (Meaning::Cells(sums), Some(Standing::Checked(cells))) if sums.iter().any(|sum| same(sum, cells, sample)) => {
            Fate::Right
        }
        // Half of what it says is passed over.
        (Meaning::Cells(_), _) if read[index].iter().any(|read| *read) => Fate::Silent,
        // Not certain by its words, and held against the right cells.
        (Meaning::Cells(_), Some(Standing::Checked(cells))) if held(&said[index], cells, sample) => Fate::Right,
        (_, Some(Standing::Checked(_) | Standing::Cell(_))) => Fate::Wrong,
        (Meaning::Beside, Some(Standing::Beside | Standing::Explained(_))) => Fate::Right,
        (Meaning::Beside, Some(Standing::Unread { .. })) | (_, Some(Standing::Unread { matters: true })) => {
            Fate::Unread
        }
        (Meaning::Cells(_), Some(_)) => Fate::SetAside,
        (Meaning::Cells(_), None) if aside[index] => Fate::SetAside,
        (_, None) => Fate::Silent,
    };
    let fates: Vec<Fate> = (0..said.len()).map(fate).collect();
    said.into_iter().zip(fates).collect()
}

/// Returns what the report's account says of a number.
fn standing<'a>(said: &Said, checked: &'a Checked) -> Option<&'a Standing> {
    let numbers = &checked.report.account.numbers;
    let here =
        || numbers.iter().filter(|number| number.span.start < said.range.end && said.range.start < number.span.end);
    // The year of a clause that says none is not what it says.
    let said = here().find(|number| said.in_numerals || !matches!(number.standing, Standing::Explained(_)));
    said.or_else(|| here().next()).map(|number| &number.standing)
}

/// Whether these are the cells whose sum a number gives.
fn held(said: &Said, cells: &[CellId], sample: &Sample) -> bool {
    let of_form =
        |cells: &[CellId]| sample.report.form.cells().filter(|cell| cells.contains(cell)).collect::<BTreeSet<_>>();
    said.sums().iter().any(|sum| of_form(sum) == of_form(cells))
}

/// Whether a fact speaks of the sum of these cells.
fn means(fact: &Fact, sum: &[CellId], sample: &Sample) -> bool {
    let subject = fact.kind.cells();
    // What was accepted may hold what was carried in.
    let accepted = fact.kind == FactKind::Accepted && subject.iter().all(|cell| sum.contains(cell));
    same(sum, &subject, sample) || accepted
}

/// Whether these are the same cells, as far as the form of the report has them.
fn same(sum: &[CellId], cells: &[CellId], sample: &Sample) -> bool {
    let of_form = |list: &[CellId]| sample.report.form.cells().filter(|cell| list.contains(cell)).collect::<Vec<_>>();
    of_form(sum) == of_form(cells)
}

fn measure_one(seed: u64) -> Option<Measured> {
    let sample = Sample::draw(seed);
    let checked = sample.check()?;
    let mut measured = Measured { reports: 1, ..Measured::default() };
    for (said, fate) in fates(&sample, &checked) {
        let words = &sample.text[said.words.clone()];
        let counts = match (&said.meaning, said.in_numerals) {
            (Meaning::Beside, _) => &mut measured.beside,
            (_, true) => &mut measured.in_numerals,
            (_, false) => &mut measured.without_numerals,
        };
        counts.entry(said.frame).or_default().add(fate, seed, words);
        if said.meaning != Meaning::Beside {
            measured.wordings.insert(without_numbers(words));
        }
    }
    if sample.passage.agrees {
        for finding in checked.findings.list.iter().filter(|finding| finding.severity != Severity::Info) {
            let alarm = Alarm { count: 1, seed, message: finding.message.clone() };
            measured.alarms.entry(finding.rule).and_modify(|known| known.count += 1).or_insert(alarm);
        }
    } else {
        measured.disagreeing = 1;
        measured.passed = (verdict(&checked) == Verdict::Clean).then_some(seed).into_iter().collect();
    }
    Some(measured)
}

fn without_numbers(words: &str) -> String {
    words.chars().filter(|c| !c.is_ascii_digit() && !c.is_whitespace() && !('０'..='９').contains(c)).collect()
}

/// Reads so many reports on all cores.
pub fn run(reports: u64, seed: u64) -> Measured {
    (0..reports)
        .into_par_iter()
        .filter_map(|number| measure_one(seed.wrapping_mul(1_000_000) + number))
        .reduce(Measured::default, Measured::join)
}
