//! Cells kept apart by tabs: Word's text (A1, A39), torn OCR tables (A2), spreadsheets (A38).

use crate::grid::{Content, Grid, Place};
use crate::ink::Ink;
use crate::words::wrapped;

const SPACES: [&str; 9] = ["", "", "", "", " ", "\u{a0}", "\u{3000}", "\u{3000}\u{3000}", "\u{2002}"];

/// A1: a cell per line behind a tab, an empty line after each row.
pub fn cell_per_line(ink: &mut Ink, grid: &Grid) {
    let spaced = ink.dice.percent(50);
    let breaks = ink.dice.percent(40);
    for (id, places) in grid.laid() {
        ink.row(id, |ink| {
            for place in places {
                match place {
                    Place::Start(slot) => {
                        ink.gap("\t");
                        let before = if spaced { *ink.dice.pick(&SPACES) } else { "" };
                        match &slot.content {
                            Content::Figure(cell) => {
                                ink.gap(before);
                                ink.figure(*cell);
                                if spaced && before.is_empty() {
                                    let after = *ink.dice.pick(&SPACES);
                                    ink.gap(after);
                                }
                            }
                            Content::Words(words) => words_with_breaks(ink, words, breaks),
                        }
                        ink.gap("\n");
                    }
                    Place::Below => ink.gap("\t\n"),
                    Place::Covered => {}
                }
            }
            ink.gap("\n");
        });
    }
    ink.gap("\n");
}

/// Headers broken inside their cell, sometimes with an empty line.
fn words_with_breaks(ink: &mut Ink, words: &str, breaks: bool) {
    let count = words.chars().count();
    if !(breaks
        && (4..=8).contains(&count)
        && words.starts_with(['本', '商', '科', '社', '法', '结', '其', '尚'])
        && ink.dice.percent(60))
    {
        ink.label(words);
        return;
    }
    let between = *ink.dice.pick(&["\n", "\n", "\n\n"]);
    for (index, part) in wrapped(words, if count > 6 { 3 } else { 2 }).iter().enumerate() {
        if index > 0 {
            ink.gap(between);
        }
        ink.label(part);
    }
}

/// A2: rows by tabs with blank columns, torn by page breaks, columns shifted where the group's cell is missing.
pub fn torn_rows(ink: &mut Ink, grid: &Grid) {
    let trailing = ink.dice.percent(50);
    let spaced_labels = ink.dice.percent(50);
    let tear = if grid.rows.len() > 12 { 5 + ink.dice.below(grid.rows.len() - 6) } else { usize::MAX };
    for (index, (id, places)) in grid.laid().into_iter().enumerate() {
        let torn = index >= tear;
        if index == tear {
            ink.gap("\n");
            if ink.dice.percent(40) {
                ink.page("---------\t---\t---\t---");
                ink.gap("\n");
            }
        }
        ink.row(id, |ink| {
            let first = places.iter().position(|place| matches!(place, Place::Start(_))).unwrap_or(0);
            let mut fresh = true;
            for (column, place) in places.iter().enumerate() {
                // Behind a page break the cells left of the row's label are missing.
                if torn && column < first {
                    continue;
                }
                if !fresh {
                    ink.gap("\t");
                }
                fresh = false;
                if let Place::Start(slot) = place {
                    match &slot.content {
                        Content::Words(words) if spaced_labels && words.chars().count() > 10 => {
                            let lines = wrapped(words, 9);
                            ink.label(&lines.join(" "));
                        }
                        content => ink.content(content),
                    }
                }
            }
            if trailing && ink.dice.percent(80) {
                ink.gap("\t");
            }
            ink.gap("\n");
        });
    }
    ink.gap("\n");
}

/// A38: a spreadsheet's rows; a cell with a line break stands in quotes.
pub fn spreadsheet(ink: &mut Ink, grid: &Grid) {
    let breaks = ink.dice.percent(70);
    let ends = *ink.dice.pick(&["\n", "\n", "\r\n"]);
    for (id, places) in grid.laid() {
        ink.row(id, |ink| {
            for (column, place) in places.iter().enumerate() {
                if column > 0 {
                    ink.gap("\t");
                }
                let Place::Start(slot) = place else { continue };
                match &slot.content {
                    Content::Words(words) if breaks && words.chars().count() > 5 && ink.dice.percent(40) => {
                        let doubled = words.replace('"', "\"\"");
                        let width = doubled.chars().count() / 2 + 1;
                        ink.gap("\"");
                        ink.label(&wrapped(&doubled, width.max(3)).join("\n"));
                        ink.gap("\"");
                    }
                    content => ink.content(content),
                }
            }
            ink.gap(ends);
        });
    }
    ink.gap(ends);
}

/// A39: Word's rows on a line each, the paragraphs of a cell on lines of their own, vertically merged cells empty.
pub fn word_rows(ink: &mut Ink, grid: &Grid) {
    let breaks = ink.dice.percent(60);
    for (id, places) in grid.laid() {
        ink.row(id, |ink| {
            let mut fresh = true;
            for place in &places {
                let shown = match place {
                    Place::Covered => continue,
                    Place::Below => None,
                    Place::Start(slot) => Some(&slot.content),
                };
                if !fresh {
                    ink.gap("\t");
                }
                fresh = false;
                match shown {
                    Some(Content::Words(words)) => words_with_breaks(ink, words, breaks),
                    Some(content) => ink.content(content),
                    None => {}
                }
            }
            ink.gap("\n");
        });
    }
    ink.gap("\n");
}
