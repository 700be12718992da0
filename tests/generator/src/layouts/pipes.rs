//! Cells kept apart by bars: the eight kinds of A10 to A18, and the merged zero of A24.

use gouji::form::CellId;
use gouji::text::Number;

use crate::grid::{Content, Grid, GridRow};
use crate::ink::{Ink, Shown};

/// How many columns of the grid a row's own cells do not show.
fn fillers(grid: &Grid, row: &GridRow) -> usize {
    grid.width - row.slots.len()
}

fn bars(count: usize) -> String {
    "|".repeat(count)
}

/// A10: `a | b | c |`.
pub fn open(ink: &mut Ink, grid: &Grid) {
    rows(ink, grid, "", false);
}

/// A11: the same, with bars for the cells that merging swallowed.
pub fn filled(ink: &mut Ink, grid: &Grid) {
    rows(ink, grid, "", true);
}

/// A12: the same, with a bar in front.
pub fn framed(ink: &mut Ink, grid: &Grid) {
    rows(ink, grid, "| ", true);
}

fn rows(ink: &mut Ink, grid: &Grid, front: &str, filled: bool) {
    let (bar, between) = if ink.habit.is_multiple_of(4) { ("|", "") } else { (" |", " ") };
    for row in &grid.rows {
        ink.row(row.id, |ink| {
            ink.gap(front);
            for (index, slot) in row.slots.iter().enumerate() {
                ink.gap(if index > 0 { between } else { "" });
                ink.content(&slot.content);
                ink.gap(if ink.text_of(&slot.content).is_empty() { bar.trim_start() } else { bar });
            }
            let spare = fillers(grid, row);
            if filled && spare > 0 {
                ink.gap(&format!(" {}", bars(spare)));
            }
            ink.gap("\n");
        });
    }
}

/// A24: rows of zeros as one zero over all their columns.
pub fn merged(ink: &mut Ink, grid: &Grid) {
    let zero = |ink: &Ink, cell: CellId| {
        ink.sheet.get(&cell).is_some_and(|written| written.shown == Shown::Value(Number::ZERO))
    };
    for row in &grid.rows {
        let cells: Vec<CellId> = row.figures().collect();
        let merge = cells.len() > 3 && cells.iter().all(|&cell| zero(ink, cell)) && ink.dice.percent(80);
        ink.row(row.id, |ink| {
            let mut shown = 0;
            for slot in &row.slots {
                match slot.content {
                    Content::Figure(cell) if merge && cell != cells[0] => continue,
                    Content::Figure(_) if merge => ink.merged(&cells),
                    _ => ink.content(&slot.content),
                }
                shown += 1;
                ink.gap(" | ");
            }
            ink.gap(&bars(grid.width - shown));
            ink.gap("\n");
        });
    }
}

/// A13: a cell per line, each with its bar; merged cells as a line of bars.
pub fn cell_per_line(ink: &mut Ink, grid: &Grid) {
    for row in &grid.rows {
        ink.row(row.id, |ink| {
            for slot in &row.slots {
                ink.content(&slot.content);
                ink.gap(if ink.text_of(&slot.content).is_empty() { "|\n" } else { " |\n" });
            }
            let spare = fillers(grid, row);
            if spare > 0 {
                ink.gap(&format!("{}\n", bars(spare)));
            }
        });
    }
}

/// A14: a cell per line; the last of the row closes with the bars of the merged cells.
pub fn closing(ink: &mut Ink, grid: &Grid) {
    for row in &grid.rows {
        ink.row(row.id, |ink| {
            let last = row.slots.len() - 1;
            for (index, slot) in row.slots.iter().enumerate() {
                ink.content(&slot.content);
                let spare = fillers(grid, row);
                if index < last {
                    ink.gap(" |\n");
                } else if spare > 0 {
                    ink.gap(&format!(" | {}\n", bars(spare)));
                } else {
                    ink.gap(" | |\n");
                }
            }
        });
    }
}

/// A15: a line with a bar opens each row.
pub fn opening(ink: &mut Ink, grid: &Grid) {
    let more = ink.dice.below(8);
    for row in &grid.rows {
        ink.row(row.id, |ink| {
            ink.gap("|\n");
            let last = row.slots.len() - 1;
            for (index, slot) in row.slots.iter().enumerate() {
                ink.content(&slot.content);
                if index < last {
                    ink.gap(" |\n");
                } else {
                    let spare = (fillers(grid, row) + more).max(1);
                    ink.gap(&format!(" | {}\n", bars(spare)));
                }
            }
        });
    }
    ink.gap("|\n");
}

/// A16: a line with a bar between every two cells, and nothing to mark the rows.
pub fn alone(ink: &mut Ink, grid: &Grid) {
    for row in &grid.rows {
        ink.row(row.id, |ink| {
            for slot in &row.slots {
                ink.content(&slot.content);
                ink.gap("\n|\n");
            }
        });
    }
}

/// A17: the same with lines of bars for the merged cells.
pub fn alone_and_filled(ink: &mut Ink, grid: &Grid) {
    for row in &grid.rows {
        ink.row(row.id, |ink| {
            for slot in &row.slots {
                ink.content(&slot.content);
                ink.gap("\n|\n");
            }
            let spare = fillers(grid, row);
            if spare > 0 {
                ink.gap(&format!("{}\n", bars(spare + 1)));
            }
        });
    }
}

/// A18: a new line after every bar.
pub fn broken(ink: &mut Ink, grid: &Grid) {
    let space = *ink.dice.pick(&[" ", " ", "\u{a0}", ""]);
    for row in &grid.rows {
        ink.row(row.id, |ink| {
            ink.gap(&format!("|{space}\n"));
            for slot in &row.slots {
                ink.gap(space);
                ink.content(&slot.content);
                ink.gap(&format!("{space} |{space}\n"));
            }
        });
    }
}
