//! Rows with an empty cell whose numbers fit the sums of the form better in other cells: a number was lost, and those beside it have moved.

use std::collections::BTreeMap;

use super::fill::RowReading;
use crate::form::{CellId, Row, Sum};
use crate::report::{Cell, Content, DoubtKind};

/// Makes uncertain the rows whose sums come out better, or no worse, with an empty cell elsewhere. Rows that stand on one line, as the
/// groups of table four do, are one stretch of cells.
pub fn doubt_misplaced(rows: &[&'static Row], readings: &mut [RowReading], sums: &[Sum], one_line: bool) {
    let stretches: Vec<Vec<usize>> =
        if one_line { vec![(0..rows.len()).collect()] } else { (0..rows.len()).map(|row| vec![row]).collect() };
    // What one row is held against may itself be misplaced: a row that becomes uncertain no longer counts.
    loop {
        let counts: BTreeMap<CellId, Option<i64>> = rows
            .iter()
            .zip(readings.iter())
            .flat_map(|(row, reading)| row.cells().zip(reading.cells.iter().map(Cell::count)))
            .collect();
        let misplaced = stretches.iter().filter(|stretch| {
            let cells = stretch.iter().flat_map(|&row| rows[row].cells().zip(&readings[row].cells));
            Stretch::new(cells.collect(), &counts, sums).is_some_and(|stretch| stretch.is_misplaced())
        });
        let misplaced: Vec<usize> = misplaced.flatten().copied().collect();
        if misplaced.is_empty() {
            return;
        }
        misplaced.into_iter().for_each(|row| readings[row].doubt_all(DoubtKind::WrongCount));
    }
}

/// The cells of a row, numbers and empty cells, and the sums they belong to.
struct Stretch<'a> {
    cells: Vec<CellId>,
    numbers: Vec<i64>,
    blanks: Vec<usize>,
    counts: &'a BTreeMap<CellId, Option<i64>>,
    /// Sums of these cells alone, and sums with cells of other rows.
    own: Vec<&'a Sum>,
    shared: Vec<&'a Sum>,
}

impl<'a> Stretch<'a> {
    /// Returns the stretch where it has both numbers and empty cells, and nothing else.
    fn new(
        cells: Vec<(CellId, &Cell)>,
        counts: &'a BTreeMap<CellId, Option<i64>>,
        sums: &'a [Sum],
    ) -> Option<Stretch<'a>> {
        let blanks: Vec<usize> = (0..cells.len()).filter(|&at| cells[at].1.content == Content::Blank).collect();
        let numbers: Vec<i64> = cells.iter().filter_map(|(_, cell)| cell.count()).collect();
        let ids: Vec<CellId> = cells.into_iter().map(|(id, _)| id).collect();
        let touches = |sum: &&Sum| sum.left.iter().chain(&sum.right).any(|cell| ids.contains(cell));
        let alone = |sum: &&Sum| sum.left.iter().chain(&sum.right).all(|cell| ids.contains(cell));
        let (own, shared): (Vec<&Sum>, Vec<&Sum>) = sums.iter().filter(touches).partition(alone);
        let mixed = !blanks.is_empty() && blanks.len() < ids.len() && numbers.len() == ids.len();
        (mixed && !own.is_empty()).then_some(Stretch { cells: ids, numbers, blanks, counts, own, shared })
    }

    fn is_misplaced(&self) -> bool {
        let as_read = self.off(&self.numbers);
        match self.blanks[..] {
            // The one empty cell of a row, at its end or its beginning, is what a lost number leaves: only sums that hold show
            // that the others stand where they belong. At the beginning it may be any number that the row's own sum lacks.
            [blank] if blank == 0 || blank + 1 == self.cells.len() => {
                let lacks_one = blank == 0 && off(&self.own, |cell| self.count(cell, &self.numbers)) > 0;
                lacks_one || self.moved().any(|moved| moved != self.numbers && self.off(&moved) <= as_read)
            }
            _ => self.moved().any(|moved| self.off(&moved) < as_read),
        }
    }

    /// Returns the same numbers in order, with one of the empty cells elsewhere between them.
    fn moved(&self) -> impl Iterator<Item = Vec<i64>> + '_ {
        let places = self.blanks.iter().flat_map(|&blank| (0..self.numbers.len()).map(move |to| (blank, to)));
        places.map(|(blank, to)| {
            let mut moved = self.numbers.clone();
            let empty = moved.remove(blank);
            moved.insert(to, empty);
            moved
        })
    }

    fn count(&self, cell: &CellId, numbers: &[i64]) -> Option<i64> {
        match self.cells.iter().position(|known| known == cell) {
            Some(at) => numbers.get(at).copied(),
            None => self.counts.get(cell).copied().flatten(),
        }
    }

    /// By how much the sums are off with these numbers.
    fn off(&self, numbers: &[i64]) -> i64 {
        let count = |cell: &CellId| self.count(cell, numbers);
        off(&self.own, count) + off(&self.shared, count)
    }
}

/// By how much the sides of these sums differ; a sum with a cell that cannot be counted is left out.
fn off(sums: &[&Sum], count: impl Fn(&CellId) -> Option<i64>) -> i64 {
    let side = |cells: &[CellId]| cells.iter().map(&count).sum::<Option<i64>>();
    let difference = |sum: &&Sum| Some((side(&sum.left)? - side(&sum.right)?).abs());
    sums.iter().filter_map(difference).sum()
}
