//! Cuts digits that were run together. Only the sums of the form decide: a cut is a reading when every other cut breaks a sum;
//! figures that break the sums themselves are never repaired into a reading that balances.

use super::rows::{Binding, Filling, filled};
use super::scan::Scan;
use crate::form::{CellId, Relation, Sum, Table, TableId, TotalOf};
use std::collections::BTreeMap;

/// Cuts of one row that are kept; more mean that the row cannot be told.
const MOST_CUTS: usize = 3000;
/// Steps of a search before it gives up.
const MOST_STEPS: usize = 400_000;

/// A row's numbers; None where the cuts differ.
pub type Cut = Vec<Option<i64>>;

/// All cuts of a row that its own sum allows.
type Cuts = Vec<Vec<i64>>;

/// The rows of a table whose digits could be cut, by their index.
pub fn cut(scan: &Scan, table: &Table, chosen: &[Option<&Binding>], sums: &[Sum]) -> BTreeMap<usize, Cut> {
    let glued = |row: usize| chosen[row].is_some_and(|binding| matches!(binding.filling, Filling::Glued(_)));
    let rows: Vec<usize> = (0..chosen.len()).filter(|&row| glued(row)).collect();
    if rows.is_empty() {
        return BTreeMap::new();
    }
    let runs = |row: usize| chosen[row].and_then(|binding| runs(scan, filled(&binding.filling)));
    // Where the columns do not confirm the cuts only plain zeros can be cut in no other way.
    let zeros = |row: usize| {
        let columns = table.rows[row].columns.len();
        runs(row).is_some_and(|runs| is_plain_zeros(&runs, columns)).then(|| vec![Some(0); columns])
    };
    let candidates = || -> Option<Vec<Cuts>> {
        let of_row = |row: usize| {
            let columns = table.rows[row].columns.len();
            let cuts = match &chosen[row]?.filling {
                Filling::Exact(figures) => {
                    vec![figures.iter().map(|&figure| scan.figures[figure].whole()).collect::<Option<Vec<i64>>>()?]
                }
                Filling::Glued(_) => with_total(&runs(row)?, columns)?,
                _ => return None,
            };
            (!cuts.is_empty()).then_some(cuts)
        };
        (0..chosen.len()).map(of_row).collect()
    };
    let candidates = if table.id == TableId::Requests { candidates() } else { None };
    let solved = candidates.and_then(|mut candidates| solve(table, &mut candidates, sums));
    let mut cuts = BTreeMap::new();
    for row in rows {
        if let Some(cut) = solved.as_ref().map_or_else(|| zeros(row), |solved| Some(solved[row].clone())) {
            cuts.insert(row, cut);
        }
    }
    cuts
}

/// The digit runs of some figures; None when one is no plain digits.
pub fn runs(scan: &Scan, figures: &[usize]) -> Option<Vec<Vec<u8>>> {
    figures.iter().map(|&figure| scan.figures[figure].digits()).collect()
}

pub fn is_plain_zeros(runs: &[Vec<u8>], columns: usize) -> bool {
    runs.iter().map(Vec::len).sum::<usize>() == columns && runs.iter().flatten().all(|&digit| digit == 0)
}

/// Every cut of the runs into so many numbers of which the last is the sum of the others; None when there are too many.
pub fn with_total(runs: &[Vec<u8>], columns: usize) -> Option<Vec<Vec<i64>>> {
    let digits: usize = runs.iter().map(Vec::len).sum();
    if digits < columns || runs.len() > columns {
        return Some(Vec::new());
    }
    let (last, before) = runs.split_last()?;
    let mut search = Search { cuts: Vec::new(), steps: 0 };
    for length in 1..=last.len().min(15) {
        let (head, tail) = last.split_at(last.len() - length);
        let Some(total) = value(tail) else { continue };
        let mut parts: Vec<&[u8]> = before.iter().map(Vec::as_slice).collect();
        if !head.is_empty() {
            parts.push(head);
        }
        search.partition(&parts, columns - 1, total, &mut Vec::new(), total)?;
    }
    Some(search.cuts)
}

struct Search {
    cuts: Vec<Vec<i64>>,
    steps: usize,
}

impl Search {
    /// Cuts what is left of the runs into `count` numbers that add up to `rest`; None when it takes too long.
    fn partition(&mut self, runs: &[&[u8]], count: usize, rest: i64, taken: &mut Vec<i64>, total: i64) -> Option<()> {
        self.steps += 1;
        if self.steps > MOST_STEPS || self.cuts.len() > MOST_CUTS {
            return None;
        }
        let digits: usize = runs.iter().map(|run| run.len()).sum();
        let longest = rest.to_string().len();
        // The numbers left add up to the most when one of them has all digits but one for each of the others.
        if digits < count || runs.len() > count || digits > count * longest || digits + 2 < count + longest {
            return Some(());
        }
        if let [run] = runs
            && count == 1
        {
            if value(run) == Some(rest) {
                self.cuts.push(taken.iter().copied().chain([rest, total]).collect());
            }
            return Some(());
        }
        let Some((run, others)) = runs.split_first() else { return Some(()) };
        for length in 1..=run.len().min(longest) {
            let (head, tail) = run.split_at(length);
            let Some(number) = value(head).filter(|&number| number <= rest) else { continue };
            taken.push(number);
            let result = if tail.is_empty() {
                self.partition(others, count - 1, rest - number, taken, total)
            } else {
                let mut left = vec![tail];
                left.extend_from_slice(others);
                self.partition(&left, count - 1, rest - number, taken, total)
            };
            taken.pop();
            result?;
        }
        Some(())
    }
}

/// The number of some digits; None with a leading zero.
fn value(digits: &[u8]) -> Option<i64> {
    if digits.len() > 1 && digits[0] == 0 || digits.len() > 15 {
        return None;
    }
    Some(digits.iter().fold(0, |value, &digit| value * 10 + i64::from(digit)))
}

/// What all choices of one cut per row that satisfy the sums of the columns have in common; None when there is no such choice.
fn solve(table: &Table, candidates: &mut [Cuts], sums: &[Sum]) -> Option<Vec<Cut>> {
    let of = |relation| sums.iter().find(|sum| sum.relation == relation);
    let down = [of(Relation::Balance)?, of(Relation::Total(TotalOf::Closed))?];
    let sign = |row: &str, sum: &Sum| {
        let among = |cells: &[CellId]| i64::from(cells.iter().any(|cell| cell.row == row));
        among(&sum.left) - among(&sum.right)
    };
    let signs = table.rows.iter().map(|row| down.map(|sum| sign(row.id, sum))).collect::<Vec<_>>();
    let columns = candidates.first()?.first()?.len();
    let mut rows: Vec<usize> = (0..candidates.len()).collect();
    // A cut goes that no choice of the other rows can balance; then others may go too.
    loop {
        let reach = reach(&rows, candidates, &signs, columns);
        let before = candidates.iter().map(Vec::len).sum::<usize>();
        for row in 0..candidates.len() {
            let own = self::reach(&[row], candidates, &signs, columns);
            let others = |at: usize| (reach[0][at].0 - own[0][at].0, reach[0][at].1 - own[0][at].1);
            candidates[row].retain(|cut| {
                parts(cut, signs[row]).enumerate().all(|(at, part)| others(at).0 <= -part && -part <= others(at).1)
            });
            if candidates[row].is_empty() {
                return None;
            }
        }
        if candidates.iter().map(Vec::len).sum::<usize>() == before {
            break;
        }
    }
    rows.sort_by_cached_key(|&row| (candidates[row].len(), row));
    let reach = reach(&rows, candidates, &signs, columns);
    let mut choices =
        Choices { rows: &rows, candidates, signs: &signs, reach, steps: 0, taken: Vec::new(), common: Vec::new() };
    let finished = choices.fill(&vec![0; 2 * columns]);
    let Choices { mut common, .. } = choices;
    if common.is_empty() {
        return None;
    }
    // With the search unfinished only rows with one cut are known.
    for (cut, &row) in common.iter_mut().zip(&rows) {
        if finished.is_none() && candidates[row].len() > 1 {
            cut.fill(None);
        }
    }
    let mut solved = vec![Vec::new(); rows.len()];
    for (cut, row) in common.into_iter().zip(rows) {
        solved[row] = cut;
    }
    Some(solved)
}

/// What a cut adds to both sums of each column.
fn parts(cut: &[i64], signs: [i64; 2]) -> impl Iterator<Item = i64> + '_ {
    signs.into_iter().flat_map(move |sign| cut.iter().map(move |part| sign * part))
}

/// The least and the most that these rows from each one on can add to each sum.
fn reach(rows: &[usize], candidates: &[Cuts], signs: &[[i64; 2]], columns: usize) -> Vec<Vec<(i64, i64)>> {
    let mut reach = vec![vec![(0, 0); 2 * columns]; rows.len() + 1];
    for (position, &row) in rows.iter().enumerate().rev() {
        let mut own: Vec<(i64, i64)> = Vec::new();
        for cut in &candidates[row] {
            for (at, part) in parts(cut, signs[row]).enumerate() {
                match own.get_mut(at) {
                    Some(known) => *known = (known.0.min(part), known.1.max(part)),
                    None => own.push((part, part)),
                }
            }
        }
        for (at, (least, most)) in own.into_iter().enumerate() {
            let (l, m) = reach[position + 1][at];
            reach[position][at] = (l + least, m + most);
        }
    }
    reach
}

/// Depth-first choice of one cut for every row, so that both sums of every column come to nothing.
struct Choices<'a> {
    rows: &'a [usize],
    candidates: &'a [Cuts],
    signs: &'a [[i64; 2]],
    reach: Vec<Vec<(i64, i64)>>,
    steps: usize,
    taken: Vec<usize>,
    /// What the choices found so far agree on; empty before the first.
    common: Vec<Cut>,
}

impl Choices<'_> {
    fn fill(&mut self, sums: &[i64]) -> Option<()> {
        self.steps += 1;
        if self.steps > MOST_STEPS {
            return None;
        }
        let depth = self.taken.len();
        let fits = sums.iter().zip(&self.reach[depth]).all(|(sum, (least, most))| *least <= -sum && -sum <= *most);
        if !fits {
            return Some(());
        }
        let candidates = self.candidates;
        let Some(&row) = self.rows.get(depth) else {
            let known = !self.common.is_empty();
            for (position, (&row, &choice)) in self.rows.iter().zip(&self.taken).enumerate() {
                let cut = &candidates[row][choice];
                match self.common.get_mut(position).filter(|_| known) {
                    Some(common) => keep_common(common, cut),
                    None => self.common.push(cut.iter().copied().map(Some).collect()),
                }
            }
            return Some(());
        };
        for (number, cut) in candidates[row].iter().enumerate() {
            let next = sums.iter().zip(parts(cut, self.signs[row])).map(|(sum, part)| sum + part).collect::<Vec<_>>();
            self.taken.push(number);
            let result = self.fill(&next);
            self.taken.pop();
            result?;
        }
        Some(())
    }
}

/// For each cell the number all cuts agree on.
pub fn common<'a>(mut cuts: impl Iterator<Item = &'a Vec<i64>>) -> Cut {
    let mut common = cuts.next().map_or(Vec::new(), |first| first.iter().copied().map(Some).collect());
    cuts.for_each(|cut| keep_common(&mut common, cut));
    common
}

fn keep_common(common: &mut Cut, cut: &[i64]) {
    for (cell, value) in common.iter_mut().zip(cut) {
        *cell = cell.filter(|known| known == value);
    }
}

/// Cuts of runs into blocks of five of which the fifth is the sum of four; None when there are too many.
pub fn blocks(runs: &[Vec<u8>], count: usize) -> Option<Vec<Vec<i64>>> {
    const BLOCK: usize = 5;
    let mut search = Blocks { runs, count: count * BLOCK, cuts: Vec::new(), steps: 0 };
    search.next(0, 0, &mut Vec::new())?;
    Some(search.cuts)
}

struct Blocks<'a> {
    runs: &'a [Vec<u8>],
    count: usize,
    cuts: Vec<Vec<i64>>,
    steps: usize,
}

impl Blocks<'_> {
    fn next(&mut self, run: usize, from: usize, taken: &mut Vec<i64>) -> Option<()> {
        self.steps += 1;
        if self.steps > MOST_STEPS || self.cuts.len() > MOST_CUTS {
            return None;
        }
        let left: usize = self.runs.iter().skip(run).map(Vec::len).sum::<usize>() - from;
        if taken.len() == self.count || left == 0 {
            if taken.len() == self.count && left == 0 {
                self.cuts.push(taken.clone());
            }
            return Some(());
        }
        if left < self.count - taken.len() {
            return Some(());
        }
        let digits = self.runs[run].clone();
        let expected = (taken.len() % 5 == 4).then(|| taken[taken.len() - 4..].iter().sum::<i64>());
        for end in from + 1..=digits.len().min(from + 9) {
            let Some(number) = value(&digits[from..end]) else { break };
            if expected.is_some_and(|expected| expected != number) {
                continue;
            }
            taken.push(number);
            let (next_run, next_from) = if end == digits.len() { (run + 1, 0) } else { (run, end) };
            let result = self.next(next_run, next_from, taken);
            taken.pop();
            result?;
        }
        Some(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn run(digits: &str) -> Vec<Vec<u8>> {
        digits.split(' ').map(|run| run.bytes().map(|b| b - b'0').collect()).collect()
    }

    #[test]
    fn a_row_is_cut_so_that_the_last_is_the_sum() {
        assert_eq!(with_total(&run("0000000"), 7), Some(vec![vec![0; 7]]));
        assert_eq!(with_total(&run("23 0 00 0 023"), 7), Some(vec![vec![23, 0, 0, 0, 0, 0, 23]]));
        assert_eq!(with_total(&run("21710000218"), 7), Some(vec![vec![217, 1, 0, 0, 0, 0, 218]]));
        assert_eq!(with_total(&run("100000"), 7), Some(vec![]));
    }

    #[test]
    fn several_cuts_are_all_kept() {
        let cuts = with_total(&run("110000213"), 7).unwrap_or_default();
        assert!(cuts.contains(&vec![11, 0, 0, 0, 0, 2, 13]), "{cuts:?}");
    }

    #[test]
    fn blocks_of_five_end_with_their_sum() {
        assert_eq!(blocks(&run("000000000000000"), 3), Some(vec![vec![0; 15]]));
        let cuts = blocks(&run("213170001324019"), 3).unwrap_or_default();
        assert!(cuts.iter().all(|cut| cut[4] == cut[..4].iter().sum::<i64>()));
    }
}
