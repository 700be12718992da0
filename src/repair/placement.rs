//! Where the numbers of a row may stand: a row that was read with a number too few or too many, or with numbers that fit elsewhere.

use super::grid::{Content, Grid};

/// The most placements that are tried.
const MOST: usize = 20_000;

/// Returns the placements of these numbers in the row, kept in their order, that make every sum with a cell of the row hold, as far
/// as its other cells were read; None stands for a cell that stays empty. Too few numbers leave cells empty, too many leave numbers
/// out. None at all when no sum of the row can be checked or there are too many to try.
pub fn placements(grid: &Grid, row: usize, numbers: &[i64]) -> Vec<Vec<Option<i64>>> {
    let rows = grid.rows();
    let Some(cells) = rows.get(&row) else { return Vec::new() };
    let kept = numbers.len().min(cells.len());
    let (places, chosen) = (choices(cells.len(), kept), choices(numbers.len(), kept));
    if places.len().saturating_mul(chosen.len()) > MOST {
        return Vec::new();
    }
    let mut found: Vec<Vec<Option<i64>>> = Vec::new();
    for (at, which) in places.iter().flat_map(|at| chosen.iter().map(move |which| (at, which))) {
        let mut placed = vec![None; cells.len()];
        at.iter().zip(which).for_each(|(place, number)| placed[*place] = Some(numbers[*number]));
        if !found.contains(&placed) && fits(grid, cells, &placed) {
            found.push(placed);
        }
    }
    found
}

/// Whether the sums of these cells that can be checked hold, and there is one.
fn fits(grid: &Grid, cells: &[usize], placed: &[Option<i64>]) -> bool {
    let mut grid = grid.clone();
    for (cell, number) in cells.iter().zip(placed) {
        grid.cells[*cell].content = number.map_or(Content::Blank, Content::Number);
    }
    let touches = |terms: &[(usize, i64)]| terms.iter().any(|(cell, _)| cells.contains(cell));
    let mut sums = grid.equations.iter().filter_map(|sum| grid.terms(sum)).filter(|terms| touches(terms)).peekable();
    sums.peek().is_some() && sums.all(|terms| terms.iter().map(|&(cell, by)| grid.value(cell) * by).sum::<i64>() == 0)
}

/// Returns the ways to choose so many of the first whole numbers, in order; none when there are too many ways.
fn choices(of: usize, count: usize) -> Vec<Vec<usize>> {
    let mut all: Vec<Vec<usize>> = vec![Vec::new()];
    for chosen in 0..count {
        all = all
            .iter()
            .flat_map(|part| {
                let next = part.last().map_or(0, |last| last + 1);
                (next..=of - (count - chosen)).map(move |number| [&part[..], &[number]].concat())
            })
            .collect();
        if all.len() > MOST {
            return Vec::new();
        }
    }
    all
}
