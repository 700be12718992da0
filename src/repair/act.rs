//! What a clerk does wrong in one go.

use super::grid::{Content, Grid};

/// One thing done wrong, and by how much each cell has to change for it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Act {
    pub shape: Shape,
    pub deltas: Vec<(usize, i64)>,
}

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Shape {
    /// One cell has a wrong number.
    Cell,
    /// Two cells have each other's number.
    Swap,
    /// The numbers of a row stand one cell too far to the left or to the right.
    Shift,
    /// The numbers of a row stand one line too high or too low.
    Move,
}

/// Returns the table with its rows put back, as the other acts find it.
pub fn put_back(grid: &Grid, acts: &[Act]) -> Grid {
    let rows = acts.iter().filter(|act| matches!(act.shape, Shape::Shift | Shape::Move));
    grid.with(rows.flat_map(|act| &act.deltas).map(|&(cell, delta)| (cell, grid.value(cell) + delta)))
}

/// A shift or a move as the table allows it; what is put into the cell that a shift leaves empty is still open.
#[derive(Debug)]
pub struct Displaced {
    pub shape: Shape,
    pub deltas: Vec<(usize, i64)>,
    pub vacated: Option<Vacated>,
}

/// The cell that a shift leaves empty.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Vacated {
    pub cell: usize,
    /// The number that the shift pushes out at the other end.
    pub dropped: i64,
    /// Whether so many numbers move that the one pushed out need not come back: a stray number was among them.
    pub many: bool,
}

/// Returns all shifts and moves that would change something, each once.
pub fn displaced(grid: &Grid) -> Vec<Displaced> {
    let known = |row: &Vec<usize>| row.iter().all(|cell| grid.cells[*cell].content != Content::Unknown);
    let rows: Vec<(usize, Vec<usize>)> = grid.rows().into_iter().filter(|(_, row)| known(row)).collect();
    let mut all = Vec::new();
    for (_, row) in &rows {
        shifts(grid, row, &mut all);
    }
    for pair in rows.windows(2) {
        let [(upper, above), (lower, below)] = pair else { continue };
        if upper + 1 == *lower && above.len() == below.len() {
            // The whole row, or all but its total.
            for width in [above.len(), above.len() - 1] {
                exchange(grid, &above[..width], &below[..width], &mut all);
            }
        }
    }
    all
}

fn shifts(grid: &Grid, row: &[usize], all: &mut Vec<Displaced>) {
    let is_total = |at: &usize| grid.parts_of(row[*at]).is_some();
    let totals: Vec<usize> = (0..row.len()).filter(is_total).collect();
    let before = all.len();
    for end in totals.iter().flat_map(|total| [Some(*total), total.checked_sub(1)]).flatten() {
        for start in 0..end {
            let part = &row[start..=end];
            let numbers: Vec<i64> = part.iter().map(|cell| grid.value(*cell)).collect();
            let last = part.len() - 1;
            let left = part.iter().zip(&numbers[1..]).map(|(cell, number)| (*cell, *number));
            shift(grid, left.collect(), (part[last], numbers[0]), before, all);
            let right = part[1..].iter().zip(&numbers).map(|(cell, number)| (*cell, *number));
            shift(grid, right.collect(), (part[0], numbers[last]), before, all);
        }
    }
}

fn shift(
    grid: &Grid,
    moved: Vec<(usize, i64)>,
    (cell, dropped): (usize, i64),
    before: usize,
    all: &mut Vec<Displaced>,
) {
    let many = moved.iter().filter(|(_, number)| *number != 0).count() > 1;
    let deltas = changed(grid, moved);
    let is_same = |other: &Displaced| other.deltas == deltas && other.vacated.is_some_and(|empty| empty.cell == cell);
    if !deltas.is_empty() && !all[before..].iter().any(is_same) {
        all.push(Displaced { shape: Shape::Shift, deltas, vacated: Some(Vacated { cell, dropped, many }) });
    }
}

fn exchange(grid: &Grid, above: &[usize], below: &[usize], all: &mut Vec<Displaced>) {
    let crossed = above.iter().zip(below).flat_map(|(a, b)| [(*a, grid.value(*b)), (*b, grid.value(*a))]);
    let deltas = changed(grid, crossed.collect());
    if deltas.len() > 2 && all.iter().all(|other| other.deltas != deltas) {
        all.push(Displaced { shape: Shape::Move, deltas, vacated: None });
    }
}

fn changed(grid: &Grid, numbers: Vec<(usize, i64)>) -> Vec<(usize, i64)> {
    numbers
        .into_iter()
        .map(|(cell, number)| (cell, number - grid.value(cell)))
        .filter(|(_, delta)| *delta != 0)
        .collect()
}
