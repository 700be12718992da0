//! Passages that reports of different bodies share: every report's shingles are hashed once, so that the work grows with the text
//! and not with the pairs of reports.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::hash::{BuildHasher, BuildHasherDefault, DefaultHasher};

use gouji::form::FORMS;
use gouji::rules::prescribed::pieces;
use gouji::text::is_han;

use crate::report::Report;

/// Characters of a shingle.
const SHINGLE: usize = 24;
/// What so many share of a shingle's bodies is prescribed or common speech, not copied from one another.
const MOST_BODIES: usize = 3;
/// A pair shares at least that many characters.
const ENOUGH: usize = 80;
/// As much of a passage as is quoted.
const QUOTED: usize = 30;

/// Two reports with passages in common.
pub struct Alike {
    pub first: usize,
    pub second: usize,
    pub characters: usize,
    /// The beginning of the longest passage.
    pub passage: String,
}

/// Stands where a prescribed piece was taken out: no shingle goes over it.
const TAKEN_OUT: char = '\n';

/// Returns the pairs of reports of different bodies and one year that share passages which few others have and nobody prescribed.
pub fn alike(reports: &[Report], prescribed: &[String]) -> Vec<Alike> {
    let pieces: Vec<String> = prescribed.iter().flat_map(|sentence| pieces(sentence)).collect();
    let prose: Vec<Vec<char>> = reports.iter().map(|report| prose(&report.text, &pieces)).collect();
    let shingles: Vec<Vec<u64>> = prose.iter().map(|prose| prose.windows(SHINGLE).map(hash).collect()).collect();
    let printed = of_the_form();
    let mut bodies: HashMap<u64, Vec<usize>> = HashMap::new();
    for (index, hashes) in shingles.iter().enumerate() {
        let whole =
            hashes.iter().zip(prose[index].windows(SHINGLE)).filter(|(_, shingle)| !shingle.contains(&TAKEN_OUT));
        for hash in whole.map(|(hash, _)| hash).collect::<HashSet<_>>() {
            let all = bodies.entry(*hash).or_default();
            let is_new = all.iter().all(|&other| reports[other].organization != reports[index].organization);
            if is_new && all.len() <= MOST_BODIES {
                all.push(index);
            }
        }
    }
    let mut shared: BTreeMap<(usize, usize), HashSet<u64>> = BTreeMap::new();
    let few =
        bodies.into_iter().filter(|(hash, all)| (2..=MOST_BODIES).contains(&all.len()) && !printed.contains(hash));
    for (hash, all) in few {
        for (number, &first) in all.iter().enumerate() {
            for &second in all.iter().skip(number + 1).filter(|&&second| reports[first].year == reports[second].year) {
                shared.entry((first, second)).or_default().insert(hash);
            }
        }
    }
    let alike = shared.into_iter().filter_map(|((first, second), hashes)| {
        let (characters, passage) = passages(&prose[first], &shingles[first], &hashes);
        (characters >= ENOUGH).then_some(Alike { first, second, characters, passage })
    });
    alike.collect()
}

/// The characters of the lines that are no rows of a table: Han alone, since numbers and marks are what is changed in a copy.
fn prose(text: &str, prescribed: &[String]) -> Vec<char> {
    let lines = text.lines().filter(|line| !line.contains(['\t', '|', '│']) && line.chars().count() >= SHINGLE);
    let han: String = lines.flat_map(|line| line.chars().filter(|c| is_han(*c))).collect();
    prescribed
        .iter()
        .fold(han, |han, piece| han.replace(piece.as_str(), TAKEN_OUT.encode_utf8(&mut [0; 4])))
        .chars()
        .collect()
}

/// The same hash in every run: what is found must not change.
fn hash(shingle: &[char]) -> u64 {
    BuildHasherDefault::<DefaultHasher>::default().hash_one(shingle)
}

/// Shingles of labels and headings of the form.
fn of_the_form() -> HashSet<u64> {
    let labels = FORMS.iter().flat_map(|form| form.rows()).flat_map(|row| row.path);
    let words = labels.map(|label| label.chars().filter(|c| is_han(*c)).collect::<Vec<char>>());
    words.flat_map(|word| word.windows(SHINGLE).map(hash).collect::<Vec<_>>()).collect()
}

/// How many characters are covered by shared shingles, and how the longest passage begins.
fn passages(prose: &[char], shingles: &[u64], shared: &HashSet<u64>) -> (usize, String) {
    let mut covered = 0;
    let mut longest = 0..0;
    let mut run = 0..0;
    for (at, _) in shingles.iter().enumerate().filter(|(_, hash)| shared.contains(hash)) {
        covered += (at + SHINGLE).saturating_sub(run.end.max(at));
        run = if at <= run.end { run.start..at + SHINGLE } else { at..at + SHINGLE };
        if run.len() > longest.len() {
            longest = run.clone();
        }
    }
    let passage: String = prose.get(longest.clone()).unwrap_or_default().iter().take(QUOTED).collect();
    (covered, if longest.len() > QUOTED { passage + "……" } else { passage })
}
