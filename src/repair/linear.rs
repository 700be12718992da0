//! Small systems of linear equations in whole numbers.

use super::grid::System;

/// The changes of some cells that make all sums hold.
pub enum Solution {
    None,
    One(Vec<i64>),
    /// One for every whole number: this many times the second added to the first.
    Line(Vec<i64>, Vec<i64>),
}

/// Returns by how much these cells have to change. Systems with more than one number to choose are given up.
pub fn solve(system: &System, cells: &[usize]) -> Solution {
    let width = cells.len();
    let mut rows: Vec<Vec<i128>> = (0..system.nodes.len())
        .map(|node| {
            let at = |cell: &usize| system.touches[*cell].iter().find(|(of, _)| *of == node).map_or(0, |(_, by)| *by);
            let wanted = -i128::from(system.residual[node]);
            cells.iter().map(|cell| i128::from(at(cell))).chain([wanted]).collect()
        })
        .filter(|row: &Vec<i128>| row.iter().any(|number| *number != 0))
        .collect();
    let mut pivots = Vec::new();
    for column in 0..width {
        let Some(at) = (pivots.len()..rows.len()).find(|&row| rows[row][column] != 0) else { continue };
        rows.swap(pivots.len(), at);
        let pivot = rows[pivots.len()].clone();
        for (index, row) in rows.iter_mut().enumerate() {
            let factor = row[column];
            if index != pivots.len() && factor != 0 {
                row.iter_mut().zip(&pivot).for_each(|(number, by)| *number = *number * pivot[column] - by * factor);
            }
        }
        pivots.push(column);
    }
    if rows[pivots.len().min(rows.len())..].iter().any(|row| row[width] != 0) {
        return Solution::None;
    }
    let free: Vec<usize> = (0..width).filter(|column| !pivots.contains(column)).collect();
    let value = |column: usize, of: fn(&[i128], usize) -> i128, free: usize| {
        let Some(row) = pivots.iter().position(|pivot| *pivot == column) else { return Some(0) };
        let (number, by) = (of(&rows[row], free), rows[row][column]);
        (number % by == 0).then(|| i64::try_from(number / by).ok()).flatten()
    };
    let base: Option<Vec<i64>> = (0..width).map(|column| value(column, |row, _| row[row.len() - 1], 0)).collect();
    match (base, &free[..]) {
        (Some(base), []) => Solution::One(base),
        (Some(base), &[free]) => {
            let along = |column| if column == free { Some(1) } else { value(column, |row, free| -row[free], free) };
            match (0..width).map(along).collect() {
                Some(direction) => Solution::Line(base, direction),
                None => Solution::None,
            }
        }
        _ => Solution::None,
    }
}
