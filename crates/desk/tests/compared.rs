//! Pairs of papers made by chance: set in two ways they are the same, and one retouched cell, number or date is found, and nothing else.

use gouji::output::{Offsets, Places, ReportData};
use gouji::rules::Options;
use gouji::text::Source;
use gouji_desk::compare::{Comparison, Matter, Paper, compare};
use gouji_generator::layouts::{PLAIN, named};
use gouji_generator::sound::Report;

/// How many pairs: `PAIRS=200 cargo test -p gouji-desk --test compared -- --nocapture` prints what was found of two hundred.
fn pairs() -> u64 {
    std::env::var("PAIRS").ok().and_then(|pairs| pairs.parse().ok()).unwrap_or(30)
}

fn paper(text: &str) -> Paper {
    let source = Source { text: text.to_string(), as_given: true };
    let places = Places::new(&source.text, Offsets::Utf8);
    let checked = gouji::check(&source, &Options::default());
    let data = ReportData::of(None, &source, checked.first().expect("a report"), &places);
    let paper: Paper = serde_json::from_value(serde_json::to_value(data).expect("data")).expect("a paper");
    Paper { text: source.text, ..paper }
}

/// The report of a seed in one of the plain layouts.
fn set(seed: u64, layout: usize) -> String {
    Report::draw(seed).text(named(PLAIN[layout % PLAIN.len()]).expect("a layout"))
}

/// The text with another last digit of the first number of a place.
fn retouched(text: &str, place: std::ops::Range<usize>) -> Option<String> {
    let first = text[place.clone()].find(|c: char| c.is_ascii_digit())? + place.start;
    let length = text[first..place.end].find(|c: char| !c.is_ascii_digit()).unwrap_or(place.end - first);
    let last = first + length - 1;
    let digit = text.as_bytes()[last];
    let other = if digit == b'9' { '1' } else { char::from(digit + 1) };
    Some(format!("{}{other}{}", &text[..last], &text[last + 1..]))
}

fn differs(comparison: &Comparison) -> String {
    comparison
        .differences
        .iter()
        .map(|one| format!("{:?} {}: {} | {}\n", one.matter, one.name, one.left.text, one.right.text))
        .collect()
}

#[test]
fn what_is_only_set_otherwise_is_the_same() {
    let mut wrong = String::new();
    for seed in 0..pairs() {
        let (a, b) = (paper(&set(seed, 0)), paper(&set(seed, 1 + seed as usize)));
        let found = compare(&a, &b);
        if !found.same {
            wrong += &format!("{seed} {}: {}", PLAIN[(1 + seed as usize) % PLAIN.len()], differs(&found));
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn one_retouched_cell_number_or_date_is_found_and_nothing_else() {
    let (mut tried, mut wrong) = (0_u64, String::new());
    for seed in 0..pairs() {
        let original = set(seed, 0);
        let other = set(seed, 1 + seed as usize);
        let read = paper(&other);
        let year = format!("{}年", Report::draw(seed).year + 1);
        let changed = match seed % 3 {
            0 => {
                let cells: Vec<_> = read.cells.values().filter(|cell| cell.status == "value").collect();
                let cell = cells[seed as usize * 7 % cells.len()];
                cell.start.zip(cell.end).and_then(|(start, end)| retouched(&other, start..end))
            }
            1 => read.facts.first().and_then(|fact| retouched(&other, fact.start..fact.end)),
            _ => other.rfind(&year).and_then(|at| {
                let day = at + other[at..].find('月')? + '月'.len_utf8();
                retouched(&other, day..day + other[day..].find('日')?)
            }),
        };
        let Some(changed) = changed else { continue };
        tried += 1;
        let found = compare(&paper(&original), &paper(&changed));
        let right = match seed % 3 {
            0 => matches!(&found.differences[..], [only] if only.matter == Matter::Cell),
            1 => matches!(&found.differences[..], [only] if matches!(only.matter, Matter::Quantity | Matter::Sentence)),
            _ => matches!(&found.differences[..], [only] if matches!(only.matter, Matter::Date | Matter::Signature)),
        };
        if !right {
            wrong += &format!("{seed} ({}): {}\n", ["cell", "number", "date"][seed as usize % 3], differs(&found));
        }
    }
    println!(
        "{tried} pairs with one change: {} not found as just that",
        wrong.lines().filter(|line| line.contains('(')).count()
    );
    assert!(tried * 4 > pairs() * 3 && wrong.is_empty(), "{tried} tried\n{wrong}");
}
