//! How clerks err: the kinds of faults, and which are likelier than others.

use schemars::JsonSchema;
use serde::Serialize;

use super::act::{Act, Shape};
use super::grid::{Content, Grid};

/// What went wrong, as far as the numbers show it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[schemars(rename = "RepairKind")]
pub enum Kind {
    DigitsSwapped,
    DigitChanged,
    DigitLost,
    DigitAdded,
    /// A cell that was left empty.
    BlankFilled,
    /// A total that does not follow its parts.
    TotalFromParts,
    /// A number that stands in the next cell.
    ValueMoved,
    CellsSwapped,
    RowShifted,
    /// A row's numbers stand one line too high or too low.
    RowMoved,
    /// A part of a total that is right.
    PartFromTotal,
    /// Several acts of different kinds.
    Other,
}

impl Kind {
    /// Returns how far down a kind stands among those a clerk may have committed; equal numbers are equally likely.
    pub fn rarity(self) -> u32 {
        match self {
            Kind::DigitsSwapped => 0,
            Kind::DigitChanged | Kind::DigitLost | Kind::DigitAdded | Kind::BlankFilled => 1,
            Kind::TotalFromParts => 2,
            Kind::ValueMoved | Kind::RowShifted | Kind::RowMoved => 3,
            Kind::CellsSwapped => 4,
            Kind::PartFromTotal => 5,
            Kind::Other => 6,
        }
    }

    pub fn of(grid: &Grid, act: &Act) -> Kind {
        match (act.shape, &act.deltas[..]) {
            (Shape::Cell, &[(cell, delta)]) => of_cell(grid, cell, grid.value(cell) + delta),
            (Shape::Swap, &[(a, _), (b, _)]) if is_moved(grid, a, b) => Kind::ValueMoved,
            (Shape::Swap, _) => Kind::CellsSwapped,
            (Shape::Shift, _) => Kind::RowShifted,
            (Shape::Move, _) => Kind::RowMoved,
            (Shape::Cell, _) => Kind::Other,
        }
    }
}

/// Whether one number went into the next cell, and the cell it belongs to has none.
fn is_moved(grid: &Grid, a: usize, b: usize) -> bool {
    let (one, other) = (grid.cells[a], grid.cells[b]);
    one.row.abs_diff(other.row) + one.column.abs_diff(other.column) == 1 && (grid.value(a) == 0 || grid.value(b) == 0)
}

fn of_cell(grid: &Grid, cell: usize, right: i64) -> Kind {
    let Content::Number(read) = grid.cells[cell].content else { return Kind::BlankFilled };
    let by_digits = by_digits(&read.to_string(), &right.to_string());
    by_digits.unwrap_or(if grid.parts_of(cell).is_some() { Kind::TotalFromParts } else { Kind::PartFromTotal })
}

/// Returns the slip of the pen that makes one number of the other.
fn by_digits(read: &str, right: &str) -> Option<Kind> {
    let without_one = |long: &str, short: &str| {
        (0..long.len()).any(|at| long.len() == short.len() + 1 && [&long[..at], &long[at + 1..]].concat() == short)
    };
    if without_one(right, read) {
        return Some(Kind::DigitLost);
    }
    if without_one(read, right) {
        return Some(Kind::DigitAdded);
    }
    if read.len() != right.len() {
        return None;
    }
    let (read, right) = (read.as_bytes(), right.as_bytes());
    let wrong: Vec<usize> = (0..read.len()).filter(|&at| read[at] != right[at]).collect();
    match wrong[..] {
        [_] => Some(Kind::DigitChanged),
        [a, b] if read[a] == right[b] && read[b] == right[a] => Some(Kind::DigitsSwapped),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slips_of_the_pen_are_told_by_their_digits() {
        let cases = [
            ("145", "154", Some(Kind::DigitsSwapped)),
            ("10", "1", Some(Kind::DigitAdded)),
            ("14", "145", Some(Kind::DigitLost)),
            ("7", "3", Some(Kind::DigitChanged)),
            ("208", "268", Some(Kind::DigitChanged)),
            ("208", "219", None),
            ("5", "100", None),
        ];
        for (read, right, kind) in cases {
            assert_eq!(by_digits(read, right), kind, "{read} {right}");
        }
    }
}
