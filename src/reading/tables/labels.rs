//! Finds the labels of the form in the stream of keys, however they are wrapped, spaced or misspelled.
//!
//! A label is compared by edit distance with any stretch of the stream: a character missing or replaced costs one, one too many
//! costs less, since letters of vertical labels, page marks and notes come in between.

use super::scan::Key;
use crate::form::Row;
use crate::text::key;

/// Costs in tenths of a character.
const MISSING: u32 = 10;
const REPLACED: u32 = 10;
const EXTRA: u32 = 3;
/// Of a label, at most this share may be wrong.
const WORST_SHARE: f32 = 0.25;

/// A label that is looked for.
#[derive(Clone, Copy)]
pub enum Target {
    Row(&'static Row),
    /// The heading of a column.
    Column(&'static str),
}

impl Target {
    fn labels(&self) -> Vec<&'static str> {
        match self {
            Target::Row(row) => row.variants.iter().copied().chain([row.label()]).collect(),
            Target::Column(label) => vec![label],
        }
    }
}

/// A stretch of the stream that reads like the label of a row.
#[derive(Clone, Copy, Debug)]
pub struct Found {
    /// Index into the targets.
    pub target: usize,
    /// Keys, half-open.
    pub start: usize,
    pub end: usize,
    /// Tenths of characters that are wrong.
    pub cost: u32,
    /// Characters of the label it was compared with.
    pub length: usize,
}

impl Found {
    /// The share of the label that is wrong.
    pub fn share(&self) -> f32 {
        self.cost as f32 / (10 * self.length) as f32
    }

    fn overlaps(&self, other: &Found) -> bool {
        self.start < other.end && other.start < self.end
    }
}

/// A label as it is compared.
struct Pattern {
    target: usize,
    label: Vec<char>,
    letters: Letters,
}

/// Every label of some targets, ready to be looked for.
pub struct Patterns {
    patterns: Vec<Pattern>,
    /// Two neighbouring characters and a pattern that has them, in the order of the characters.
    pairs: Vec<((char, char), usize)>,
}

impl Patterns {
    pub fn of(targets: &[Target]) -> Patterns {
        let mut patterns = Vec::new();
        let mut pairs = Vec::new();
        for (target, what) in targets.iter().enumerate() {
            for label in what.labels() {
                let label: Vec<char> = key(label).chars().collect();
                if label.len() < 2 {
                    continue;
                }
                pairs.extend(label.windows(2).map(|pair| ((pair[0], pair[1]), patterns.len())));
                patterns.push(Pattern { target, letters: Letters::of(&label), label });
            }
        }
        pairs.sort_by_cached_key(|((first, second), _)| (*first as usize, *second as usize));
        pairs.dedup();
        Patterns { patterns, pairs }
    }

    /// The patterns that have these two characters side by side.
    fn with(&self, first: char, second: char) -> &[((char, char), usize)] {
        let from = self.pairs.partition_point(|(pair, _)| *pair < (first, second));
        let length = self.pairs[from..].iter().take_while(|(pair, _)| *pair == (first, second)).count();
        &self.pairs[from..from + length]
    }
}

impl Pattern {
    fn errors_allowed(&self) -> usize {
        match self.label.len() {
            // Short labels are too much like ordinary words.
            0..=3 => 0,
            length => (length as f32 * WORST_SHARE) as usize,
        }
    }

    /// Neighbouring pairs that must be met before a stretch is compared in full.
    fn pairs_wanted(&self) -> usize {
        let pairs = self.label.len().saturating_sub(1);
        pairs.saturating_sub(2 * self.errors_allowed()).max(1)
    }
}

/// Every label of the targets in the stream, the best reading of each stretch only, in the order of the text.
pub fn find(keys: &[Key], patterns: &Patterns) -> Vec<Found> {
    let mut found: Vec<Found> = Vec::new();
    for (pattern, places) in patterns.patterns.iter().zip(hits(keys, patterns)) {
        for window in windows(&places, pattern) {
            if pattern.letters.may_stand_in(pattern, keys, window) {
                compare(pattern, keys, window, &mut found);
            }
        }
    }
    best_of_each_stretch(found)
}

/// For each pattern the positions where a pair of its neighbouring characters stands.
fn hits(keys: &[Key], patterns: &Patterns) -> Vec<Vec<usize>> {
    let mut hits = vec![Vec::new(); patterns.patterns.len()];
    for (position, pair) in keys.windows(2).enumerate() {
        for (_, pattern) in patterns.with(pair[0].c, pair[1].c) {
            hits[*pattern].push(position);
        }
    }
    hits
}

/// Stretches with enough pairs close together, each at most a few labels long.
fn windows(places: &[usize], pattern: &Pattern) -> Vec<(usize, usize)> {
    let length = pattern.label.len();
    let reach = length * 2 + 12;
    let wanted = pattern.pairs_wanted();
    let mut windows: Vec<(usize, usize)> = Vec::new();
    for (index, &last) in places.iter().enumerate() {
        let Some(first) = (index + 1).checked_sub(wanted).map(|i| places[i]) else { continue };
        if last - first > reach {
            continue;
        }
        let (start, end) = (first.saturating_sub(length), last + length + 2);
        match windows.last_mut() {
            Some(previous) if start <= previous.1 && end - previous.0 <= 6 * reach => previous.1 = end,
            // Overlapping stretches share a label's length, so that none is cut.
            _ => windows.push((start, end)),
        }
    }
    windows
}

/// Where each character stands in a label, as bits, to tell quickly how much of it a window can hold at the most.
struct Letters {
    /// By the low bits of the character: strangers that share a place only make the answer more generous.
    places: [u64; 256],
}

impl Letters {
    fn of(label: &[char]) -> Letters {
        let mut places = [0; 256];
        for (index, &c) in label.iter().enumerate().take(64) {
            places[c as usize % 256] |= 1 << index;
        }
        Letters { places }
    }

    /// Whether the longest common subsequence leaves no more errors than are allowed (bit by bit, after Hyyrö).
    fn may_stand_in(&self, pattern: &Pattern, keys: &[Key], (from, to): (usize, usize)) -> bool {
        let mut rest = u64::MAX;
        for key in &keys[from..to.min(keys.len())] {
            let matched = rest & self.places[key.c as usize % 256];
            rest = rest.wrapping_add(matched) | (rest - matched);
        }
        let length = pattern.label.len().min(64);
        let common = (0..length).filter(|&bit| rest >> bit & 1 == 0).count();
        common + pattern.errors_allowed() >= length
    }
}

/// What the beginning of a label costs against a stretch of keys, and where the stretch starts, as one number to be compared at once:
/// the cost in the high bits, below it how it came about (of equal costs the match is preferred, then the key too many, then the
/// missing one), below that the start.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Path(u64);

impl Path {
    const FAR: Path = Path::new(1 << 20, 0);
    const TIE: u64 = 3 << 32;

    const fn new(cost: u32, start: usize) -> Path {
        Path((cost as u64) << 34 | start as u64 & 0xffff_ffff)
    }

    fn cost(self) -> u32 {
        (self.0 >> 34) as u32
    }

    fn start(self) -> usize {
        (self.0 & 0xffff_ffff) as usize
    }

    const fn plus(self, cost: u32, tie: u64) -> Path {
        Path(self.0 + ((cost as u64) << 34) + (tie << 32))
    }

    fn settled(self) -> Path {
        Path(self.0 & !Path::TIE)
    }
}

/// Compares a label with every stretch of a window and keeps the best that do not overlap.
fn compare(pattern: &Pattern, keys: &[Key], (from, to): (usize, usize), found: &mut Vec<Found>) {
    let length = pattern.label.len();
    let limit = match pattern.errors_allowed() {
        0 => 2 * EXTRA,
        _ => (length as f32 * 10.0 * WORST_SHARE) as u32,
    };
    let too_far = Path::new(limit + 1, 0);
    // The path of each beginning of the label to the key that was looked at last.
    let mut paths: Vec<Path> = (1..=length).map(|i| Path::new(MISSING * i as u32, from)).collect();
    // Costs beyond the limit lead to nothing: only so many characters are looked at (Ukkonen's cut).
    let mut open = (limit / MISSING) as usize;
    let mut ends: Vec<Found> = Vec::new();
    for (position, key) in keys.iter().enumerate().take(to).skip(from) {
        // A stretch begins with the key that matches the first character.
        let mut diagonal = Path::new(0, position);
        let mut shorter = Path::new(0, position + 1);
        let mut within = 0;
        for (index, (path, &c)) in paths.iter_mut().zip(&pattern.label).enumerate() {
            if index > open && shorter.plus(MISSING, 0) >= too_far {
                break;
            }
            let above = if index < open { *path } else { Path::FAR };
            let step = diagonal.plus(if c == key.c { 0 } else { REPLACED }, 0);
            // A key too many is cheap, but never the first one of a label.
            shorter = step.min(above.plus(EXTRA, 1)).min(shorter.plus(MISSING, 2)).settled();
            diagonal = above;
            *path = shorter;
            if shorter < too_far {
                within = index + 1;
            }
        }
        open = within;
        if open == length && shorter.start() <= position {
            ends.push(Found {
                target: pattern.target,
                start: shorter.start(),
                end: position + 1,
                cost: shorter.cost(),
                length,
            });
        }
    }
    ends.sort_by_cached_key(|found| (found.cost as usize, found.end));
    let mut kept: Vec<Found> = Vec::new();
    for end in ends {
        if !kept.iter().any(|other| other.overlaps(&end)) {
            kept.push(end);
        }
    }
    found.extend(kept);
}

/// Where several labels read the same stretch, only the best stay: a row is never taken for another that fits worse.
fn best_of_each_stretch(mut found: Vec<Found>) -> Vec<Found> {
    /// Shares closer than this are as good as equal.
    const AS_GOOD: f32 = 0.02;
    found.sort_by_cached_key(|one| (one.start, one.end));
    let mut kept = Vec::with_capacity(found.len());
    for (index, one) in found.iter().enumerate() {
        let near = |other: &&Found| other.overlaps(one);
        let before = found[..index].iter().rev().take(40).filter(near);
        let after = found[index + 1..].iter().take(40).filter(near);
        let beaten = before.chain(after).any(|other| {
            let better = other.share() + AS_GOOD < one.share();
            let same_row = other.target == one.target;
            // The same row matched by a longer variant of its label, even if not quite as well.
            let longer = other.length > one.length && (same_row || other.share() <= one.share() + AS_GOOD);
            let better = better && !(same_row && other.length < one.length);
            better && (other.length * 2 >= one.length || other.cost == 0) || longer
        });
        if !beaten {
            kept.push(*one);
        }
    }
    kept.dedup_by(|later, earlier| {
        (later.target, later.start, later.end) == (earlier.target, earlier.start, earlier.end)
    });
    kept
}

#[cfg(test)]
mod tests {
    use super::super::scan::scan;
    use super::*;
    use crate::form::{Edition, TableId, official};
    use crate::text::TextRange;

    fn rows_in(text: &str) -> Vec<&'static str> {
        let table = official(Edition::Of2021).table(TableId::Requests);
        let targets: Vec<Target> = table.map_or(Vec::new(), |t| t.rows.iter().map(|row| Target::Row(row)).collect());
        let scan = scan(text, TextRange::new(0, text.len()));
        let row = |found: &Found| match targets[found.target] {
            Target::Row(row) => row.id,
            Target::Column(label) => label,
        };
        find(&scan.keys, &Patterns::of(&targets)).iter().map(row).collect()
    }

    #[test]
    fn labels_are_found_wrapped_spaced_and_misspelled() {
        assert_eq!(rows_in("一、本年新收政府信息\n公开申请数量 3"), ["requests.received"]);
        assert_eq!(rows_in("4. 无 正 当 理 由 大 量 反 复 申 请"), ["requests.declined_excessive"]);
        assert_eq!(rows_in("1.住房举报投诉类申请"), ["requests.declined_petition"]);
        assert_eq!(rows_in("（二）部分公开"), ["requests.granted_in_part"]);
        assert_eq!(rows_in("2.其他法\n三\n、\n律行政法规禁止公开"), ["requests.denied_by_law"]);
    }

    proptest::proptest! {
        #[test]
        fn cutting_off_what_costs_too_much_changes_nothing(label in "[一二三四]{2,9}", text in "[一二三四五]{0,40}") {
            let label: Vec<char> = label.chars().collect();
            let pattern = Pattern { target: 0, letters: Letters::of(&label), label };
            let keys = scan(&text, TextRange::new(0, text.len())).keys;
            let mut found = Vec::new();
            compare(&pattern, &keys, (0, keys.len()), &mut found);
            let least = found.iter().map(|one| one.cost).min();
            proptest::prop_assert_eq!(least, cheapest(&pattern, &keys));
        }
    }

    /// What the best stretch costs, by the whole table of costs.
    fn cheapest(pattern: &Pattern, keys: &[Key]) -> Option<u32> {
        let length = pattern.label.len();
        let limit = match pattern.errors_allowed() {
            0 => 2 * EXTRA,
            _ => (length as f32 * 10.0 * WORST_SHARE) as u32,
        };
        let mut best: Vec<u32> = (0..=length).map(|i| MISSING * i as u32).collect();
        let mut ends = Vec::new();
        for key in keys {
            let before = best.clone();
            for i in 1..=length {
                let step = before[i - 1] + if pattern.label[i - 1] == key.c { 0 } else { REPLACED };
                best[i] = step.min(before[i] + EXTRA).min(best[i - 1] + MISSING);
            }
            ends.push(best[length]);
        }
        ends.into_iter().filter(|&cost| cost <= limit).min()
    }

    #[test]
    fn a_row_is_never_taken_for_its_neighbour() {
        assert_eq!(rows_in("二、上年结转政府信息公开申请数量"), ["requests.carried_in"]);
        assert_eq!(rows_in("四、结转下年度继续办理"), ["requests.carried_out"]);
        assert!(rows_in("商业企业 科研机构 社会公益组织 法律服务机构 其他 总计").is_empty());
    }
}
