//! Tables as Markdown: one per row (A21), in fragments (A22), with table four flattened to one row (A23).

use gouji::form::{CellId, TableId};

use crate::grid::{Grid, GridRow};
use crate::ink::Ink;
use crate::words::wrapped;

fn rule(ink: &mut Ink, columns: usize) {
    ink.gap(&format!("|{}\n", "---|".repeat(columns)));
}

fn words_row(ink: &mut Ink, words: &[&str]) {
    ink.gap("|");
    for word in words {
        ink.gap(" ");
        ink.label(word);
        ink.gap(" |");
    }
    ink.gap("\n");
}

fn figures_row(ink: &mut Ink, label: Option<&str>, cells: &[CellId]) {
    ink.gap("|");
    if let Some(label) = label {
        ink.gap(" ");
        ink.label(label);
        ink.gap(" |");
    }
    for cell in cells {
        ink.gap(" ");
        ink.figure(*cell);
        ink.gap(" |");
    }
    ink.gap("\n");
}

/// A21: a little table per row under an invented header; the last rows get a wrong one.
pub fn row_tables(ink: &mut Ink, grid: &Grid) {
    const INVENTED: [&str; 8] = ["类别", "数据1", "数据2", "数据3", "数据4", "数据5", "数据6", "总计"];
    const WRONG: [&str; 8] =
        ["项目", "本年新收件数", "上年结转件数", "予以公开", "部分公开", "不予公开", "结转下年度", "总计"];
    if grid.table == TableId::Disputes {
        return split_disputes(ink, grid);
    }
    let count = grid.rows.len();
    for (index, row) in grid.rows.iter().enumerate() {
        let cells: Vec<CellId> = row.figures().collect();
        if grid.table == TableId::Disclosure {
            let words: Vec<&str> = row.words().map(|(_, words)| words).collect();
            match (row.id, words.as_slice()) {
                (None, [item]) => {
                    ink.gap("\n### ");
                    ink.label(item);
                    ink.gap("\n");
                }
                (None, words) => {
                    words_row(ink, words);
                    rule(ink, words.len());
                }
                _ => ink.row(row.id, |ink| figures_row(ink, Some(row.leaf()), &cells)),
            }
            continue;
        }
        if row.id.is_none() {
            continue;
        }
        for (_, words) in row.words().filter(|(slot, _)| slot.rows > 1) {
            ink.gap("\n### ");
            ink.label(words);
            ink.gap("\n");
        }
        ink.row(row.id, |ink| {
            let header = if index + 4 > count { &WRONG } else { &INVENTED };
            words_row(ink, header);
            rule(ink, 8);
            figures_row(ink, Some(row.leaf()), &cells);
            ink.gap("\n");
        });
    }
}

/// Table four in three little tables under headings.
fn split_disputes(ink: &mut Ink, grid: &Grid) {
    let words: Vec<&str> = grid.rows[1].words().map(|(_, words)| words).take(5).collect();
    let cells: Vec<CellId> = grid.rows[grid.rows.len() - 1].figures().collect();
    let headings = ["行政复议", "行政诉讼（未经复议直接起诉）", "行政诉讼（复议后起诉）"];
    for (heading, block) in headings.iter().zip(cells.chunks(5)) {
        ink.row(Some("disputes"), |ink| {
            ink.gap("\n### ");
            ink.label(heading);
            ink.gap("\n");
            words_row(ink, &words);
            rule(ink, 5);
            figures_row(ink, None, block);
        });
    }
}

/// A22: labels torn from their numbers, rules between rows, columns lost.
pub fn fragments(ink: &mut Ink, grid: &Grid) {
    let mut waiting: Vec<&GridRow> = Vec::new();
    for row in &grid.rows {
        let cells: Vec<CellId> = row.figures().collect();
        if row.id.is_none() {
            for (_, words) in row.words() {
                ink.label(words);
                ink.gap("\n");
            }
            continue;
        }
        if row.id == Some("disclosure.normative_documents") {
            ink.row(row.id, |ink| floating(ink, row, &cells));
            continue;
        }
        let group = row.words().find(|(slot, _)| slot.rows > 1).map(|(_, words)| words.to_string());
        if grid.table == TableId::Requests && (!waiting.is_empty() || ink.dice.percent(35)) {
            ink.row(row.id, |ink| torn_label(ink, group.as_deref(), row.leaf()));
            waiting.push(row);
            if waiting.len() > 2 || ink.dice.percent(40) {
                release(ink, &mut waiting);
            }
            continue;
        }
        ink.row(row.id, |ink| {
            if let Some(group) = group {
                ink.label(&group);
                ink.gap("\n");
            }
            figures_row(ink, (cells.len() < 15).then(|| row.leaf()), &cells);
            rule(ink, cells.len() + 1);
        });
    }
    release(ink, &mut waiting);
}

/// Numbers above their label, with notes between; one column is lost on the way.
fn floating(ink: &mut Ink, row: &GridRow, cells: &[CellId]) {
    ink.sure = false;
    for (cell, note) in cells.iter().zip(["（其中修订 3 件）", "（含自然失效 2 件）"]) {
        ink.figure(*cell);
        ink.gap("\n");
        ink.label(note);
        ink.gap("\n");
    }
    figures_row(ink, Some(row.leaf()), &cells[cells.len() - 1..]);
    rule(ink, 2);
    ink.sure = true;
}

/// The label of a group and the label of a row, line beside line.
fn torn_label(ink: &mut Ink, group: Option<&str>, leaf: &str) {
    let left = group.map(|group| wrapped(group, 4)).unwrap_or_default();
    let right = wrapped(leaf, 11);
    for line in 0..left.len().max(right.len()) {
        for column in [&left, &right] {
            if let Some(part) = column.get(line) {
                ink.label(part);
            }
        }
        ink.gap("\n");
    }
}

fn release(ink: &mut Ink, waiting: &mut Vec<&GridRow>) {
    ink.sure = false;
    let first = ink.rows.len() - waiting.len();
    for (offset, row) in waiting.drain(..).enumerate() {
        let cells: Vec<CellId> = row.figures().collect();
        ink.again(first + offset, |ink| {
            figures_row(ink, None, &cells);
            rule(ink, cells.len());
        });
    }
    ink.sure = true;
}

/// A23: a Markdown table; table four is one row of fifteen numbers under two words.
pub fn flattened(ink: &mut Ink, grid: &Grid) {
    if grid.table == TableId::Disputes {
        let cells: Vec<CellId> = grid.rows[grid.rows.len() - 1].figures().collect();
        return ink.row(Some("disputes"), |ink| {
            let apart = *ink.dice.pick(&["", " ", "\n"]);
            for (index, (_, words)) in grid.rows[0].words().enumerate() {
                ink.gap(if index > 0 { apart } else { "" });
                ink.label(words);
            }
            ink.gap("\n");
            figures_row(ink, None, &cells);
            ink.gap("\n");
        });
    }
    let mut ruled = false;
    for row in &grid.rows {
        ink.row(row.id, |ink| {
            ink.gap("|");
            for slot in &row.slots {
                ink.gap(" ");
                ink.content(&slot.content);
                ink.gap(" |");
            }
            ink.gap("\n");
            if !ruled {
                rule(ink, grid.width);
            }
        });
        ruled = true;
    }
    ink.gap("\n");
}
