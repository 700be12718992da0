//! Rows with an empty cell whose numbers fit the sums of the form better in other cells: a number was lost, and those beside it have moved.

use std::collections::BTreeMap;

use super::fill::RowReading;
use crate::form::{CellId, Row, Sum};
use crate::report::{Cell, Content, DoubtKind};

/// Makes uncertain the rows whose sums come out better with an empty cell elsewhere. Rows that stand on one line, as the groups of
/// table four do, are one stretch of cells.
pub fn doubt_misplaced(rows: &[&'static Row], readings: &mut [RowReading], sums: &[Sum], one_line: bool) {
    let counts: BTreeMap<CellId, Option<i64>> = rows
        .iter()
        .zip(readings.iter())
        .flat_map(|(row, reading)| row.cells().zip(reading.cells.iter().map(Cell::count)))
        .collect();
    let stretches: Vec<Vec<usize>> =
        if one_line { vec![(0..rows.len()).collect()] } else { (0..rows.len()).map(|row| vec![row]).collect() };
    for stretch in stretches {
        let cells: Vec<(CellId, &Cell)> =
            stretch.iter().flat_map(|&row| rows[row].cells().zip(&readings[row].cells)).collect();
        if fits_better_elsewhere(&cells, &counts, sums) {
            stretch.iter().for_each(|&row| readings[row].doubt_all(DoubtKind::WrongCount));
        }
    }
}

/// Whether the sums that these cells belong to come out better when one of the empty cells stands elsewhere between the same numbers.
fn fits_better_elsewhere(cells: &[(CellId, &Cell)], counts: &BTreeMap<CellId, Option<i64>>, sums: &[Sum]) -> bool {
    let is_number = |cell: &Cell| matches!(cell.content, Content::Value(_) | Content::Placeholder);
    let blanks: Vec<usize> = (0..cells.len()).filter(|&at| cells[at].1.content == Content::Blank).collect();
    let readable = cells.iter().all(|(_, cell)| cell.content == Content::Blank || is_number(cell));
    if blanks.is_empty() || blanks.len() == cells.len() || !readable {
        return false;
    }
    let own: Vec<CellId> = cells.iter().map(|(id, _)| *id).collect();
    let touching: Vec<&Sum> =
        sums.iter().filter(|sum| sum.left.iter().chain(&sum.right).any(|cell| own.contains(cell))).collect();
    let numbers: Vec<i64> = cells.iter().filter_map(|(_, cell)| cell.count()).collect();
    let off = |numbers: &[i64]| -> i64 { touching.iter().filter_map(|sum| difference(sum, &own, numbers, counts)).sum() };
    let as_read = off(&numbers);
    // The one empty cell of a row, at its end or its beginning, is what a lost number leaves.
    let suspect = blanks.len() == 1 && (blanks[0] == 0 || blanks[0] + 1 == cells.len());
    let fits = |moved: &[i64]| if suspect { moved != numbers && off(moved) <= as_read } else { off(moved) < as_read };
    as_read > 0
        && blanks.into_iter().any(|blank| {
            (0..numbers.len()).any(|to| {
                let mut moved = numbers.clone();
                let empty = moved.remove(blank);
                moved.insert(to, empty);
                fits(&moved)
            })
        })
}

/// By how much the sides of a sum differ with these numbers in the cells of the stretch; None where a cell of it is not a number.
fn difference(sum: &Sum, own: &[CellId], numbers: &[i64], counts: &BTreeMap<CellId, Option<i64>>) -> Option<i64> {
    let count = |cell: &CellId| match own.iter().position(|known| known == cell) {
        Some(at) => numbers.get(at).copied(),
        None => counts.get(cell).copied().flatten(),
    };
    let side = |cells: &[CellId]| cells.iter().map(count).sum::<Option<i64>>();
    Some((side(&sum.left)? - side(&sum.right)?).abs())
}
