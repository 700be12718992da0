//! Cells with nothing between them: HTML's text content (A7), rows run together (A8), and mixes with spaces (A9).

use gouji::form::TableId;

use crate::grid::Grid;
use crate::ink::Ink;

/// A7: everything on one line, no mark anywhere.
pub fn all(ink: &mut Ink, grid: &Grid) {
    for row in &grid.rows {
        ink.row(row.id, |ink| row.slots.iter().for_each(|slot| ink.content(&slot.content)));
    }
}

/// A8: a row per line, its cells run together.
pub fn rows(ink: &mut Ink, grid: &Grid) {
    let indent = *ink.dice.pick(&["", "    ", "\u{3000}\u{3000}", "\t"]);
    for row in &grid.rows {
        ink.row(row.id, |ink| {
            ink.gap(indent);
            row.slots.iter().for_each(|slot| ink.content(&slot.content));
            ink.gap("\n");
        });
    }
}

/// A9: a space behind labels, rows run together, the numbers of table four apart.
pub fn partly(ink: &mut Ink, grid: &Grid) {
    let behind_labels = ink.dice.percent(80);
    let behind_rows = ink.dice.percent(30);
    for row in &grid.rows {
        ink.row(row.id, |ink| {
            let figures = row.figures().count();
            for (index, slot) in row.slots.iter().enumerate() {
                let first_figure = index + figures == row.slots.len();
                if grid.table == TableId::Disputes || (first_figure && figures > 0 && behind_labels) {
                    ink.gap(" ");
                }
                ink.content(&slot.content);
            }
            if behind_rows {
                ink.gap(" ");
            }
        });
    }
    ink.gap(" ");
}
