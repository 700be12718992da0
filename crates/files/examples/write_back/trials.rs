//! Changes random numbers of a file, reads the copy, and holds the two against one another.

use std::collections::BTreeMap;
use std::io::{Cursor, Read};
use std::ops::Range;

use gouji_files::write::{Change, Options, Reason, Refusal, Written, write};
use gouji_files::{Content, read};
use zip::ZipArchive;

/// Numbers by chance, the same for the same seed.
pub struct Dice(pub u64);

impl Dice {
    pub fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        ((self.0 >> 33) % limit.max(1) as u64) as usize
    }
}

/// What came of the changes of one file.
#[derive(Default, Debug)]
pub struct Tally {
    pub files: usize,
    pub asked: usize,
    pub done: usize,
    pub refused: usize,
    /// Files whose copy is read as more or less than was done.
    pub wrong: Vec<String>,
}

/// Where the numbers of tables stand in a text: fields between tabs, or any number of a text without tables.
pub fn numbers(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let mut at = start;
        for field in line.trim_end_matches(['\n', '\r']).split('\t') {
            if line.contains('\t') && !field.is_empty() && field.bytes().all(|byte| byte.is_ascii_digit()) {
                found.push(at..at + field.len());
            }
            at += field.len() + 1;
        }
        start += line.len();
    }
    if found.is_empty() {
        let is_digit = |at: usize| text.as_bytes().get(at).is_some_and(u8::is_ascii_digit);
        let starts = (0..text.len()).filter(|&at| is_digit(at) && (at == 0 || !is_digit(at - 1)));
        found.extend(starts.map(|start| start..(start..).find(|&at| !is_digit(at)).unwrap_or(text.len())));
    }
    found
}

/// Changes of that many of the numbers, none of them to what it was.
pub fn changes(text: &str, count: usize, dice: &mut Dice) -> Vec<Change> {
    let mut places = numbers(text);
    let mut changes = Vec::new();
    while changes.len() < count && !places.is_empty() {
        let Range { start, end } = places.swap_remove(dice.below(places.len()));
        let limit = [10, 100, 1000, 100_000][dice.below(4)];
        let number = dice.below(limit).to_string();
        if text[start..end] != number {
            changes.push(Change { start, end, text: number });
        }
    }
    changes
}

/// Changes numbers of a file and says what is wrong with the copy.
pub fn try_file(name: &str, bytes: &[u8], options: &Options, dice: &mut Dice, tally: &mut Tally) {
    tally.files += 1;
    let Ok(content) = read(bytes, None) else { return tally.wrong.push(format!("{name}: not read")) };
    let asked = changes(&content.text, 20, dice);
    match write(bytes, &asked, options) {
        Err(error) => tally.wrong.push(format!("{name}: {error}")),
        Ok(written) => {
            tally.asked += asked.len();
            tally.done += written.done.len();
            tally.refused += written.refused.len();
            let is_said = |refusal: &Refusal| refusal.reason == Reason::Formula;
            if !written.refused.iter().all(is_said) {
                tally.wrong.push(format!("{name}: refused for another reason than a formula"));
            }
            let faults = faults(&content, bytes, &asked, &written);
            tally.wrong.extend(faults.into_iter().map(|fault| format!("{name}: {fault}")));
        }
    }
}

fn faults(content: &Content, bytes: &[u8], asked: &[Change], written: &Written) -> Vec<String> {
    let mut faults = Vec::new();
    let mut done: Vec<&Change> = written.done.iter().map(|&number| &asked[number]).collect();
    done.sort_by_key(|change| change.start);
    let mut expected = content.text.clone();
    for change in done.iter().rev() {
        expected.replace_range(change.start..change.end, &change.text);
    }
    match read(&written.bytes, None) {
        Err(error) => faults.push(format!("the copy is not read: {error}")),
        Ok(copy) if copy.kind != content.kind => faults.push("the copy is of another kind".to_string()),
        Ok(copy) => faults.extend(difference(&expected, &copy.text)),
    }
    let (before, after) = (parts(bytes), parts(&written.bytes));
    for (part, packed) in &before {
        if !written.parts.contains(part) && after.get(part) != Some(packed) {
            faults.push(format!("{part} is not as before"));
        }
    }
    faults
}

/// The first line that is not as expected; a total that is a formula may be another, and is the sum of its row.
fn difference(expected: &str, found: &str) -> Option<String> {
    if expected.lines().count() != found.lines().count() {
        return Some("other lines".to_string());
    }
    let mut lines = expected.lines().zip(found.lines()).filter(|(expected, found)| expected != found);
    lines.find(|(expected, found)| !is_sum(expected, found)).map(|(expected, found)| format!("{expected} → {found}"))
}

fn is_sum(expected: &str, found: &str) -> bool {
    let split = |line: &str| line.rsplit_once('\t').map(|(row, total)| (row.to_string(), total.parse::<u64>().ok()));
    let (Some((row, _)), Some((same, Some(total)))) = (split(expected), split(found)) else { return false };
    row == same && row.split('\t').filter_map(|field| field.parse::<u64>().ok()).sum::<u64>() == total
}

/// The parts of a package as they are packed; none of another file.
fn parts(bytes: &[u8]) -> BTreeMap<String, Vec<u8>> {
    let mut parts = BTreeMap::new();
    let Ok(mut archive) = ZipArchive::new(Cursor::new(bytes)) else { return parts };
    for index in 0..archive.len() {
        if let Ok(mut entry) = archive.by_index_raw(index) {
            let mut packed = Vec::new();
            if entry.read_to_end(&mut packed).is_ok() {
                parts.insert(entry.name().unwrap_or_default().to_string(), packed);
            }
        }
    }
    parts
}
