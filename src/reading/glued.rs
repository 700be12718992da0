//! Cuts digits that were run together. Only the sums of the form decide: a cut is a reading when every other cut breaks a sum;
//! figures that break the sums themselves are never repaired into a reading that balances.

use super::rows::{Binding, Filling, filled};
use super::scan::Scan;
use crate::form::{Relation, Sum, Table, TableId, TotalOf};
use crate::gather::Gather;
use crate::sorted::{SortedMap, sort_by_key};

/// Cuts of one row that are kept; more mean that the row cannot be told.
const MOST_CUTS: usize = 3000;
/// Steps of a search before it gives up.
const MOST_STEPS: usize = 400_000;

/// A row's numbers; None where the cuts differ.
pub type Cut = Vec<Option<i64>>;

/// The rows of a table whose digits could be cut, by their index.
pub fn cut(scan: &Scan, table: &Table, chosen: &[Option<&Binding>], sums: &[Sum]) -> SortedMap<usize, Cut> {
    let glued = |row: usize| chosen[row].is_some_and(|binding| matches!(binding.filling, Filling::Glued(_)));
    let rows: Vec<usize> = (0..chosen.len()).filter(|&row| glued(row)).gather();
    if rows.is_empty() {
        return SortedMap::new();
    }
    let runs = |row: usize| chosen[row].and_then(|binding| runs(scan, filled(&binding.filling)));
    let zeros = || {
        rows.iter()
            .filter(|&&row| runs(row).is_some_and(|runs| is_plain_zeros(&runs, table.rows[row].columns.len())))
            .map(|&row| (row, vec![Some(0); table.rows[row].columns.len()]))
            .collect()
    };
    if table.id != TableId::Requests {
        return zeros();
    }
    let candidates: Option<Vec<Vec<Vec<i64>>>> = (0..chosen.len())
        .map(|row| {
            let columns = table.rows[row].columns.len();
            let cuts = match &chosen[row]?.filling {
                Filling::Exact(figures) => {
                    vec![figures.iter().map(|&figure| scan.figures[figure].whole()).collect::<Option<Vec<i64>>>()?]
                }
                Filling::Glued(_) => with_total(&runs(row)?, columns)?,
                _ => return None,
            };
            (!cuts.is_empty()).then_some(cuts)
        })
        .collect();
    let solved = candidates.and_then(|candidates| solve(table, &candidates, sums));
    match solved {
        Some(solved) => rows.iter().map(|&row| (row, solved[row].clone())).collect(),
        // The columns do not confirm the cuts: only plain zeros can be cut in no other way.
        None => zeros(),
    }
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
        let mut parts: Vec<&[u8]> = before.iter().map(Vec::as_slice).gather();
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
        if count == 0 {
            if digits == 0 && rest == 0 {
                let mut cut = taken.clone();
                cut.push(total);
                self.cuts.push(cut);
            }
            return Some(());
        }
        let longest = rest.to_string().len();
        if digits < count || runs.len() > count || digits > count * longest {
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
fn solve(table: &Table, candidates: &[Vec<Vec<i64>>], sums: &[Sum]) -> Option<Vec<Cut>> {
    let index = |row: &str| table.rows.iter().position(|known| known.id == row);
    let balance = sums.iter().find(|sum| sum.relation == Relation::Balance)?;
    let closed = sums.iter().find(|sum| sum.relation == Relation::Total(TotalOf::Closed))?;
    let [received, carried_in] = [index(balance.left[0].row)?, index(balance.left[1].row)?];
    let carried_out = index(balance.right[1].row)?;
    let total = index(closed.left[0].row)?;
    let parts: Vec<usize> = closed.right.iter().map(|cell| index(cell.row)).collect::<Option<_>>()?;
    let columns = candidates[total].first()?.len();

    // What came in by each pair of cuts of the first two rows, to be found by its digest.
    let mut incoming: Vec<(usize, Vec<i64>, (usize, usize))> = Vec::new();
    if candidates[received].len().checked_mul(candidates[carried_in].len())? > MOST_STEPS {
        return None;
    }
    for (a, first) in candidates[received].iter().enumerate() {
        for (b, second) in candidates[carried_in].iter().enumerate() {
            let sum = plus(first, second);
            incoming.push((digest(&sum), sum, (a, b)));
        }
    }
    sort_by_key(&mut incoming, |one| (one.0, 0));
    let pairs = |sum: Vec<i64>| {
        let digest = digest(&sum);
        let from = incoming.partition_point(|one| one.0 < digest);
        let alike = incoming[from..].iter().take_while(|one| one.0 == digest);
        alike.filter(|one| one.1 == sum).map(|one| one.2).collect::<Vec<_>>()
    };
    let mut possible: Vec<Vec<bool>> = candidates.iter().map(|cuts| vec![false; cuts.len()]).gather();
    let mut order = parts.clone();
    sort_by_key(&mut order, |&row| (candidates[row].len(), 0));
    let bounds = bounds(&order, candidates, columns);
    let mut steps = 0;
    for (number, wanted) in candidates[total].iter().enumerate() {
        let matching: Vec<(usize, Vec<(usize, usize)>)> = candidates[carried_out]
            .iter()
            .enumerate()
            .map(|(out, row)| (out, pairs(plus(wanted, row))))
            .filter(|(_, pairs)| !pairs.is_empty())
            .gather();
        if matching.is_empty() {
            continue;
        }
        let mut choices = Choices {
            order: &order,
            candidates,
            bounds: &bounds,
            steps: &mut steps,
            taken: Vec::new(),
            found: Vec::new(),
        };
        choices.fill(wanted.clone())?;
        if choices.found.is_empty() {
            continue;
        }
        for choice in &choices.found {
            for (&row, &cut) in order.iter().zip(choice) {
                possible[row][cut] = true;
            }
        }
        possible[total][number] = true;
        for (out, pairs) in matching {
            possible[carried_out][out] = true;
            for (a, b) in pairs {
                possible[received][a] = true;
                possible[carried_in][b] = true;
            }
        }
    }
    if possible.iter().any(|cuts| !cuts.contains(&true)) {
        return None;
    }
    Some(
        possible
            .iter()
            .zip(candidates)
            .map(|(possible, cuts)| {
                common(cuts.iter().zip(possible).filter(|(_, possible)| **possible).map(|(cut, _)| cut))
            })
            .gather(),
    )
}

/// For each cell the number all cuts agree on.
pub fn common<'a>(cuts: impl Iterator<Item = &'a Vec<i64>>) -> Cut {
    let mut common: Option<Cut> = None;
    for cut in cuts {
        match &mut common {
            None => common = Some(cut.iter().map(|&value| Some(value)).gather()),
            Some(common) => {
                for (cell, value) in common.iter_mut().zip(cut) {
                    if *cell != Some(*value) {
                        *cell = None;
                    }
                }
            }
        }
    }
    common.unwrap_or_default()
}

/// A number that equal rows share and others hardly ever do.
fn digest(row: &[i64]) -> usize {
    row.iter().fold(0, |digest: usize, &number| digest.wrapping_mul(0x9e37_79b1).wrapping_add(number as usize))
}

fn plus(a: &[i64], b: &[i64]) -> Vec<i64> {
    a.iter().zip(b).map(|(a, b)| a + b).gather()
}

/// For each row of the order and each column the least and the most that it and all later rows can add.
fn bounds(order: &[usize], candidates: &[Vec<Vec<i64>>], columns: usize) -> Vec<Vec<(i64, i64)>> {
    let mut bounds = vec![vec![(0, 0); columns]; order.len() + 1];
    for (position, &row) in order.iter().enumerate().rev() {
        for column in 0..columns {
            let values = || candidates[row].iter().map(|cut| cut[column]);
            let (least, most) = (values().min().unwrap_or(0), values().max().unwrap_or(0));
            let (l, m) = bounds[position + 1][column];
            bounds[position][column] = (l + least, m + most);
        }
    }
    bounds
}

/// Depth-first choice of one cut for every way of closing, so that each column adds up to what is wanted.
struct Choices<'a> {
    order: &'a [usize],
    candidates: &'a [Vec<Vec<i64>>],
    bounds: &'a [Vec<(i64, i64)>],
    steps: &'a mut usize,
    taken: Vec<usize>,
    found: Vec<Vec<usize>>,
}

impl Choices<'_> {
    fn fill(&mut self, rest: Vec<i64>) -> Option<()> {
        *self.steps += 1;
        if *self.steps > MOST_STEPS {
            return None;
        }
        let depth = self.taken.len();
        let fits = rest.iter().zip(&self.bounds[depth]).all(|(&rest, &(least, most))| least <= rest && rest <= most);
        if !fits {
            return Some(());
        }
        let Some(&row) = self.order.get(depth) else {
            self.found.push(self.taken.clone());
            return Some(());
        };
        let candidates = self.candidates;
        for (number, cut) in candidates[row].iter().enumerate() {
            let left: Vec<i64> = rest.iter().zip(cut).map(|(rest, value)| rest - value).gather();
            self.taken.push(number);
            let result = self.fill(left);
            self.taken.pop();
            result?;
        }
        Some(())
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
