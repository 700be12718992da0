//! Which cells of a glued report the form's sums determine. Works from the digits of the rows alone: all cuts without
//! leading zeros whose row sum holds, then all combinations of them that balance in every column.

use std::collections::{BTreeMap, BTreeSet};

use gouji::form::{CellId, Form, TableId, is_outcome};

use crate::ink::{Kind, Piece, Shown};

/// Steps after which the question stays open and nothing is asked.
const BUDGET: usize = 60_000;

/// Cells whose value every admissible cut agrees on.
pub fn determined(pieces: &[Piece], form: &Form) -> BTreeSet<CellId> {
    let rows = digits_of_rows(pieces, form);
    let mut cells = BTreeSet::new();
    for row in form.table(TableId::Disclosure).map_or(&[][..], |table| table.rows) {
        let zeros = rows
            .get(row.id)
            .is_some_and(|digits| digits.len() == row.columns.len() && digits.iter().all(|d| *d == b'0'));
        if row.columns.len() == 1 || zeros {
            cells.extend(row.cells());
        }
    }
    let disputes: Vec<CellId> =
        form.table(TableId::Disputes).map_or(&[][..], |table| table.rows).iter().flat_map(|row| row.cells()).collect();
    if let Some(digits) = rows.get("disputes") {
        cells.extend(agreed(&disputes, &cuts_in_blocks(digits)));
    }
    cells.extend(requests(&rows, form));
    cells
}

/// The numbers of table four that its digits, as they stand, show in every way to cut them.
pub fn shown_by_disputes(pieces: &[Piece], form: &Form) -> Vec<(CellId, i64)> {
    let rows = digits_of_rows(pieces, form);
    let cells: Vec<CellId> =
        form.table(TableId::Disputes).map_or(&[][..], |table| table.rows).iter().flat_map(|row| row.cells()).collect();
    let cuts = rows.get("disputes").map_or(Vec::new(), |digits| cuts_in_blocks(digits));
    let agreed = agreed(&cells, &cuts);
    let value = |cell: &CellId| cells.iter().position(|known| known == cell).map(|at| (*cell, cuts[0][at]));
    agreed.iter().filter_map(value).collect()
}

/// The digits of each row as they stand in the text. Table four is one row.
fn digits_of_rows(pieces: &[Piece], form: &Form) -> BTreeMap<&'static str, Vec<u8>> {
    let mut rows: BTreeMap<&'static str, Vec<u8>> = BTreeMap::new();
    for piece in pieces {
        if let Kind::Figure { cells, shown: Shown::Value(_), .. } = &piece.kind {
            let Some(cell) = cells.first().filter(|cell| form.rows().any(|row| row.id == cell.row)) else { continue };
            let row = if TableId::of(*cell) == TableId::Disputes { "disputes" } else { cell.row };
            rows.entry(row).or_default().extend(piece.text.bytes().filter(u8::is_ascii_digit));
        }
    }
    rows
}

/// The cells on which all cuts agree.
fn agreed(cells: &[CellId], cuts: &[Vec<i64>]) -> Vec<CellId> {
    let Some(first) = cuts.first() else { return Vec::new() };
    (0..cells.len()).filter(|&at| cuts.iter().all(|cut| cut[at] == first[at])).map(|at| cells[at]).collect()
}

fn value(digits: &[u8]) -> i64 {
    digits.iter().fold(0, |value, digit| value * 10 + i64::from(digit - b'0'))
}

/// All ways to cut digits into `parts` numbers of which the last is the sum of the others.
fn cuts(digits: &[u8], parts: usize) -> Vec<Vec<i64>> {
    let mut found = Vec::new();
    for total_at in 1..digits.len() {
        if digits[total_at] == b'0' && total_at + 1 < digits.len() || digits.len() - total_at > 9 {
            continue;
        }
        let total = value(&digits[total_at..]);
        parts_of(&digits[..total_at], parts - 1, total, &mut Vec::new(), &mut |cut| {
            let mut whole = cut.to_vec();
            whole.push(total);
            found.push(whole);
        });
    }
    found
}

fn parts_of(digits: &[u8], parts: usize, left: i64, cut: &mut Vec<i64>, found: &mut dyn FnMut(&[i64])) {
    if parts == 0 {
        if digits.is_empty() && left == 0 {
            found(cut);
        }
        return;
    }
    if digits.len() < parts {
        return;
    }
    let longest = if digits[0] == b'0' { 1 } else { digits.len() - parts + 1 };
    for end in 1..=longest.min(9) {
        let part = value(&digits[..end]);
        if part > left {
            break;
        }
        cut.push(part);
        parts_of(&digits[end..], parts - 1, left - part, cut, found);
        cut.pop();
    }
}

/// All ways to cut fifteen numbers in three blocks of five, each closed by its sum; stops at a hundred.
fn cuts_in_blocks(digits: &[u8]) -> Vec<Vec<i64>> {
    let mut whole = Vec::new();
    for first in 5..digits.len() {
        let heads = cuts(&digits[..first], 5);
        if heads.is_empty() {
            continue;
        }
        for second in first + 5..digits.len() {
            let middles = cuts(&digits[first..second], 5);
            let tails = if middles.is_empty() { Vec::new() } else { cuts(&digits[second..], 5) };
            for head in &heads {
                for middle in &middles {
                    whole.extend(tails.iter().map(|tail| [head.as_slice(), middle, tail].concat()));
                }
            }
            if whole.len() >= 100 {
                return whole;
            }
        }
    }
    whole
}

/// The cells of table three that its rows and columns fix together.
fn requests(rows: &BTreeMap<&'static str, Vec<u8>>, form: &Form) -> Vec<CellId> {
    let table = form.table(TableId::Requests).map_or(&[][..], |table| table.rows);
    let mut candidates: Vec<(usize, Vec<Vec<i64>>)> = Vec::new();
    for (index, row) in table.iter().enumerate() {
        let Some(digits) = rows.get(row.id) else { return Vec::new() };
        candidates.push((index, cuts(digits, row.columns.len())));
    }
    let sign = |index: usize, balance: bool| match (table[index].id, balance) {
        ("requests.received" | "requests.carried_in", true) => 1,
        ("requests.closed" | "requests.carried_out", true) => -1,
        ("requests.closed", false) => -1,
        (id, false) if is_outcome(id) => 1,
        _ => 0,
    };
    candidates.sort_by_key(|(_, cuts)| cuts.len());
    let search = Search::new(&candidates, |index| [sign(index, true), sign(index, false)]);
    search.agreed().into_iter().map(|(row, column)| table[row].cell(column)).collect()
}

/// Seven columns, each with two sums over the rows that must come to nothing.
struct Search<'a> {
    candidates: &'a [(usize, Vec<Vec<i64>>)],
    signs: Vec<[i64; 2]>,
    /// The least and the most that the rows from each one on can still add to each sum.
    reach: Vec<[[(i64, i64); 7]; 2]>,
}

/// What the solutions found so far agree on.
struct Found {
    steps: usize,
    chosen: Vec<usize>,
    common: Option<Vec<Vec<Option<i64>>>>,
}

impl<'a> Search<'a> {
    fn new(candidates: &'a [(usize, Vec<Vec<i64>>)], sign: impl Fn(usize) -> [i64; 2]) -> Search<'a> {
        let signs: Vec<[i64; 2]> = candidates.iter().map(|(index, _)| sign(*index)).collect();
        let mut reach = vec![[[(0, 0); 7]; 2]; candidates.len() + 1];
        for at in (0..candidates.len()).rev() {
            for sum in 0..2 {
                for column in 0..7 {
                    let (low, high) = reach[at + 1][sum][column];
                    let parts = || candidates[at].1.iter().map(|cut| signs[at][sum] * cut[column]);
                    let (least, most) = (parts().min().unwrap_or(0), parts().max().unwrap_or(0));
                    reach[at][sum][column] = (low + least, high + most);
                }
            }
        }
        Search { candidates, signs, reach }
    }

    /// Row and column of every cell that has the same number in all solutions; none when the budget runs out.
    fn agreed(&self) -> Vec<(usize, usize)> {
        let mut found = Found { steps: 0, chosen: Vec::new(), common: None };
        self.descend(0, [[0; 7]; 2], &mut found);
        let open = found.steps >= BUDGET;
        let single = |at: usize| self.candidates[at].1.len() == 1;
        let Some(common) = found.common else { return Vec::new() };
        let mut cells = Vec::new();
        for (at, row) in common.iter().enumerate() {
            let index = self.candidates[at].0;
            // With the search unfinished only rows with one cut are known.
            cells.extend(
                (0..7).filter(|&column| row[column].is_some() && (!open || single(at))).map(|column| (index, column)),
            );
        }
        cells
    }

    fn descend(&self, at: usize, sums: [[i64; 7]; 2], found: &mut Found) {
        found.steps += 1;
        let out_of_reach = (0..2).any(|sum| {
            (0..7).any(|column| {
                let (low, high) = self.reach[at][sum][column];
                sums[sum][column] + low > 0 || sums[sum][column] + high < 0
            })
        });
        if out_of_reach || found.steps >= BUDGET {
            return;
        }
        if at == self.candidates.len() {
            return self.keep(found);
        }
        for (choice, cut) in self.candidates[at].1.iter().enumerate() {
            let mut next = sums;
            for (sum, sign) in next.iter_mut().zip(self.signs[at]) {
                for (total, part) in sum.iter_mut().zip(cut) {
                    *total += sign * part;
                }
            }
            found.chosen.push(choice);
            self.descend(at + 1, next, found);
            found.chosen.pop();
        }
    }

    fn keep(&self, found: &mut Found) {
        let rows = found.chosen.iter().zip(self.candidates).map(|(&choice, (_, cuts))| &cuts[choice]);
        match &mut found.common {
            None => found.common = Some(rows.map(|cut| cut.iter().map(|part| Some(*part)).collect()).collect()),
            Some(common) => {
                for (kept, cut) in common.iter_mut().zip(rows) {
                    kept.iter_mut().zip(cut).for_each(|(kept, part)| *kept = kept.filter(|kept| kept == part));
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_are_cut_by_their_sum() {
        assert_eq!(cuts(b"21710000218", 7), [[217, 1, 0, 0, 0, 0, 218]]);
        assert_eq!(cuts(b"0000000", 7), [[0; 7]]);
        assert_eq!(cuts_in_blocks(b"21317000001324019").len(), 1);
    }
}
