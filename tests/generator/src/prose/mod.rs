//! Prose composed of classes of words by chance, planted into plausible reports, and how its numbers come out.

mod frames;
pub mod measure;
pub mod passage;
pub mod quantities;
mod words;

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::fmt::Write as _;

use measure::{Count, Fate, Measured, Sample, fates};

/// Returns the counts as a table, with the frames that came out worst, at most so many of each kind.
pub fn table(measured: &Measured, most: usize) -> String {
    let mut text = format!("{} reports, {} wordings\n", measured.reports, measured.wordings.len());
    let heads = Fate::ALL.map(|fate| format!(" {:>9}", fate.name())).concat();
    let _ = writeln!(text, "{:<24} {:>9}{heads}", "", "said");
    text += &line("numbers of the tables", &Measured::total(&measured.in_numerals));
    text += &line("none, without a number", &Measured::total(&measured.without_numerals));
    text += &line("other numbers", &Measured::total(&measured.beside));
    let _ =
        writeln!(text, "errors and warnings where the prose agrees with the tables: {} rules", measured.alarms.len());
    for (rule, alarm) in &measured.alarms {
        let _ = writeln!(text, "  {rule} x {}  --show {}  {}", alarm.count, alarm.seed, alarm.message);
    }
    let seeds: Vec<String> = measured.passed.iter().take(5).map(|seed| format!("  --show {seed}")).collect();
    let (disagreeing, passed) = (measured.disagreeing, measured.passed.len());
    let _ =
        writeln!(text, "prose that does not agree: {disagreeing} reports, {passed} passed as clean{}", seeds.concat());
    text += &worst("numbers", &measured.in_numerals, most);
    text += &worst("none, without a number", &measured.without_numerals, most);
    text + &worst("other numbers", &measured.beside, most)
}

fn line(name: &str, count: &Count) -> String {
    let fates = Fate::ALL.map(|fate| format!(" {:>9}", count.of(fate))).concat();
    let right = count.of(Fate::Right) as f64 * 100.0 / count.all().max(1) as f64;
    format!("{name:<24} {:>9}{fates}  {right:.2} %\n", count.all())
}

fn worst(heading: &str, counts: &BTreeMap<&'static str, Count>, most: usize) -> String {
    let not_right = |count: &Count| count.all() - count.of(Fate::Right);
    let mut frames: Vec<_> = counts.iter().filter(|(_, count)| not_right(count) > 0).collect();
    frames.sort_by_key(|(_, count)| Reverse((count.of(Fate::Wrong), not_right(count))));
    let mut text = format!("\n{heading}: {} of {} frames not always right\n", frames.len(), counts.len());
    for (frame, count) in frames.into_iter().take(most) {
        text += &line(frame, count);
        if let Some((fate, seed, words)) = &count.example {
            let _ = writeln!(text, "    {}  --prose 1 --show {seed}  {words}", fate.name());
        }
    }
    text
}

/// Returns the report of that seed, how each of its numbers came out, what was read, and what the rules say.
pub fn shown(seed: u64) -> String {
    let sample = Sample::draw(seed);
    let mut text = format!("{}\n----\n", sample.text);
    let Some(checked) = sample.check() else { return text };
    for (said, fate) in fates(&sample, &checked) {
        let words = &sample.text[said.words.clone()];
        let cells: Vec<String> = said.sums().iter().flatten().map(ToString::to_string).collect();
        let _ = writeln!(text, "{}  {}  {words}  {}", fate.name(), said.value, cells.join(" "));
    }
    for fact in &checked.report.facts {
        let (year, words) = (fact.year.unwrap_or_default(), fact.span.of(&sample.text));
        let _ = writeln!(text, "fact {:?} {} {year} {:?}  {words}", fact.kind, fact.value, fact.scope);
    }
    for number in checked.report.account.outside_cells() {
        let _ = writeln!(text, "number {}  {:?}", number.span.of(&sample.text), number.standing);
    }
    for finding in &checked.findings.list {
        let _ = writeln!(text, "{} {}", finding.rule, finding.message);
    }
    text
}
