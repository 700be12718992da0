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
        let mut counts: BTreeMap<CellId, Option<i64>> = BTreeMap::new();
        for (row, reading) in rows.iter().zip(readings.iter()) {
            counts.extend(row.cells().zip(reading.cells.iter().map(Cell::count)));
        }
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
        match self.blanks[..] {
            [blank] => {
                let read = self.filled(&self.numbers, blank);
                let as_read = self.off(&read);
                // The one empty cell of a row, at its end or its beginning, is what a lost number leaves where the others move: only
                // better sums show that they stand where they belong.
                let suspect = blank == 0 || blank + 1 == self.cells.len();
                self.moved(blank).any(|(to, moved)| {
                    let filled = self.filled(&moved, to);
                    filled != read && (self.off(&filled) < as_read || suspect && self.off(&filled) == as_read)
                })
            }
            _ => {
                let as_read = self.off(&self.numbers);
                let mut moved = self.blanks.iter().flat_map(|&blank| self.moved(blank));
                as_read > 0 && moved.any(|(_, moved)| self.off(&moved) < as_read)
            }
        }
    }

    /// Returns the same numbers in order, with an empty cell elsewhere between them.
    fn moved(&self, blank: usize) -> impl Iterator<Item = (usize, Vec<i64>)> + '_ {
        (0..self.numbers.len()).map(move |to| {
            let mut moved = self.numbers.clone();
            let empty = moved.remove(blank);
            moved.insert(to, empty);
            (to, moved)
        })
    }

    /// Returns the numbers with the one in the empty cell that its row's own sum lacks.
    fn filled(&self, numbers: &[i64], blank: usize) -> Vec<i64> {
        let mut filled = numbers.to_vec();
        let id = self.cells[blank];
        let side = |cells: &[CellId]| cells.iter().filter_map(|cell| self.count(cell, numbers)).sum::<i64>();
        if let Some(sum) = self.own.iter().find(|sum| sum.left.contains(&id) || sum.right.contains(&id)) {
            let lacks = side(&sum.right) - side(&sum.left);
            filled[blank] = if sum.left.contains(&id) { lacks } else { -lacks }.max(0);
        }
        filled
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

#[cfg(test)]
mod tests {
    use crate::form::{Edition, Row, TableId, official};
    use crate::report::Content;
    use crate::text::Source;

    /// What is read in the row （一）予以公开 of a table three in which everything was granted.
    fn read(granted: &str) -> String {
        let table = official(Edition::Of2021).table(TableId::Requests);
        let line = |row: &&Row| {
            let numbers = match row.id {
                "requests.granted" => granted,
                "requests.received" | "requests.closed" => "9\t2\t0\t1\t0\t0\t12",
                _ => "0\t0\t0\t0\t0\t0\t0",
            };
            format!("{}\t{numbers}\n", row.label())
        };
        let text: String = table.map_or(&[][..], |table| table.rows).iter().map(line).collect();
        let reports = Source::from_text(text).map(|source| crate::check(&source, &Default::default()));
        let Ok([checked, ..]) = reports.as_deref() else { return String::new() };
        let row = checked.report.cells.iter().filter(|(cell, _)| cell.row == "requests.granted");
        let shown = row.map(|(cell, read)| match &read.content {
            Content::Value(number) => format!("{}={number}", cell.column),
            Content::Blank => format!("{}=_", cell.column),
            _ => "?".to_string(),
        });
        shown.collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn numbers_that_moved_into_the_cell_of_a_lost_one_are_uncertain() {
        assert!(read("9\t2\t0\t1\t0\t0\t12").contains("nonprofit=1"));
        // The first 0 is lost and what follows moved up; the 2 is lost and what stood before it moved on.
        for torn in ["9\t2\t1\t0\t0\t12\t", "\t9\t0\t1\t0\t0\t12", "\t9\t2\t0\t1\t0\t12"] {
            assert_eq!(read(torn), "? ? ? ? ? ? ?", "{torn:?}");
        }
    }

    #[test]
    fn an_empty_cell_stays_where_the_sums_show_it() {
        assert!(read("\t2\t0\t1\t0\t0\t12").contains("individual=_"));
        assert!(read("9\t2\t0\t1\t0\t0\t").contains("total=_"));
        assert!(read("9\t2\t\t1\t0\t0\t12").contains("research=_"));
    }
}
