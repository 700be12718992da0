//! Text taken from PDF pages: labels wrapped in their column, letters of upright labels between the rows (A3 to A6).

use gouji::form::{CellId, TableId};

use crate::grid::{Content, Grid, GridRow};
use crate::ink::{Ink, width};
use crate::words::wrapped;

/// A3: a cell per line, long labels over several, upright labels a letter per line, groups cut by the end of a page.
pub fn cell_per_line(ink: &mut Ink, grid: &Grid) {
    let wrap = *ink.dice.pick(&[6, 8, 11, 14, 99]);
    let upright = ink.dice.percent(60);
    let cut_groups = ink.dice.percent(30);
    let mut rest_of_group: Option<String> = None;
    for row in &grid.rows {
        ink.row(row.id, |ink| {
            for slot in &row.slots {
                let Content::Words(words) = &slot.content else {
                    ink.content(&slot.content);
                    ink.gap("\n");
                    continue;
                };
                if grid.table == TableId::Requests && slot.rows > 9 {
                    ink.aside(|ink| group_of_results(ink, words, upright));
                } else if cut_groups
                    && grid.table == TableId::Requests
                    && slot.column == 1
                    && (3..9).contains(&slot.rows)
                    && rest_of_group.is_none()
                {
                    let cut = words.char_indices().nth(4).map_or(words.len(), |(at, _)| at);
                    ink.label(&words[..cut]);
                    ink.gap("\n");
                    rest_of_group = Some(words[cut..].to_string());
                } else {
                    let narrow = if slot.columns == 1 && slot.column > 2 { 4 } else { wrap };
                    for line in wrapped(words, narrow) {
                        ink.label(&line);
                        ink.gap("\n");
                    }
                }
            }
        });
        if let Some(rest) = rest_of_group.take_if(|_| row.id.is_some()) {
            if ink.dice.percent(50) {
                let number = ink.dice.between(2, 9);
                ink.page(&format!("- {number} -\n"));
            }
            ink.label(&rest);
            ink.gap("\n");
        }
    }
}

fn group_of_results(ink: &mut Ink, words: &str, upright: bool) {
    if !upright {
        ink.label(words);
        ink.gap("\n");
        return;
    }
    let (number, letters) = words.split_at(words.find('、').map_or(0, |at| at + '、'.len_utf8()));
    ink.label(number);
    ink.gap("\n");
    for letter in letters.chars() {
        ink.label(&letter.to_string());
        ink.gap("\n");
    }
}

/// How cells of a line are kept apart.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Spacing {
    Single,
    Columns,
}

/// A4: rows by spaces; the numbers of a wrapped label stand in its middle, some on a line of their own.
pub fn spaced(ink: &mut Ink, grid: &Grid) {
    table(ink, grid, Spacing::Single);
}

/// A5: the same with columns kept by spaces.
pub fn aligned(ink: &mut Ink, grid: &Grid) {
    table(ink, grid, Spacing::Columns);
}

/// A6: table four with its header written downwards, letter by letter.
pub fn upright_header(ink: &mut Ink, grid: &Grid) {
    if grid.table != TableId::Disputes {
        return table(ink, grid, Spacing::Single);
    }
    ink.row(Some("disputes"), |ink| {
        ink.label("行政复议 行政诉讼");
        ink.gap("\n");
        if ink.dice.percent(50) {
            ink.label("未经复议直接起诉 复议后起诉");
            ink.gap("\n");
        }
        let letters: Vec<Vec<char>> =
            ["结果维持", "结果纠正", "其他结果", "尚未审结"].iter().map(|word| word.chars().collect()).collect();
        for depth in 0..4 {
            let line: Vec<String> = letters.iter().map(|word| word[depth].to_string()).collect();
            let line = line.join(" ");
            let (before, after) = [("", ""), ("总计 ", " 总"), ("", " 计"), ("", "")][depth];
            ink.label(&line);
            ink.gap("\n");
            ink.label(&format!("{before}{line}{after} {line}{after}"));
            ink.gap("\n");
        }
        figures(ink, &grid.rows[grid.rows.len() - 1], Spacing::Single);
        ink.gap("\n");
    });
}

/// Where the numbers of a row with a label on one line stand.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Aside {
    Never,
    Above,
    Below,
}

fn table(ink: &mut Ink, grid: &Grid, spacing: Spacing) {
    let wrap = *ink.dice.pick(&[9, 12, 15, 30, 99]);
    let aside = *ink.dice.pick(&[Aside::Never, Aside::Never, Aside::Above, Aside::Below]);
    let mut letters: Vec<char> = Vec::new();
    let mut groups: Vec<(usize, String)> = Vec::new();
    for (index, row) in grid.rows.iter().enumerate() {
        if row.id.is_none() {
            header(ink, grid, index, spacing);
            continue;
        }
        for (slot, words) in row.words() {
            if slot.rows > 9 {
                letters = words.chars().rev().collect();
            } else if slot.rows > 1 {
                groups.extend(group_lines(ink, words, index, slot.rows));
            }
        }
        let group: Vec<String> = groups.extract_if(.., |(at, _)| *at == index).map(|(_, part)| part).collect();
        let label = if row.figures().count() == 15 { "" } else { row.leaf() };
        ink.row(row.id, |ink| {
            let label_lines = wrapped(label, wrap);
            let count = label_lines.len();
            let outside = count == 1 && aside != Aside::Never && ink.dice.percent(15);
            if outside && aside == Aside::Above {
                figures(ink, row, spacing);
                ink.gap("\n");
            }
            for (line, text) in label_lines.iter().enumerate() {
                if count > 1 && count.is_multiple_of(2) && line == count / 2 {
                    letter(ink, &mut letters, spacing);
                    figures(ink, row, spacing);
                    ink.gap("\n");
                }
                letter(ink, &mut letters, spacing);
                if line == 0 {
                    for part in &group {
                        ink.aside(|ink| ink.label(part));
                        ink.gap(" ");
                    }
                }
                indent(ink, spacing);
                ink.label(text);
                if !outside && count % 2 == 1 && line == count / 2 {
                    let used = width(text);
                    ink.gap(if spacing == Spacing::Single { " " } else { "  " });
                    if spacing == Spacing::Columns {
                        ink.gap(&" ".repeat(34_usize.saturating_sub(used)));
                    }
                    numbers(ink, row, spacing);
                }
                ink.gap("\n");
            }
            if label_lines.is_empty() || (outside && aside == Aside::Below) {
                figures(ink, row, spacing);
                ink.gap("\n");
            }
        });
    }
    while let Some(letter) = letters.pop() {
        ink.label(&letter.to_string());
        ink.gap("\n");
    }
}

/// The label of a group beside the rows in its middle, on one line or on two.
fn group_lines(ink: &mut Ink, words: &str, first: usize, rows: usize) -> Vec<(usize, String)> {
    let middle = first + rows / 2;
    if ink.dice.percent(50) || rows < 3 {
        return vec![(middle, words.to_string())];
    }
    let cut = words.char_indices().nth(5).map_or(words.len(), |(at, _)| at);
    vec![(middle, words[..cut].to_string()), (middle + 1, words[cut..].to_string())]
}

/// Now and then the next letter of the upright label, before a line or on one of its own.
fn letter(ink: &mut Ink, letters: &mut Vec<char>, spacing: Spacing) {
    let mut once = |ink: &mut Ink, end: &str| {
        if let Some(letter) = letters.pop() {
            ink.aside(|ink| {
                if spacing == Spacing::Columns {
                    ink.gap("   ");
                }
                ink.label(&letter.to_string());
                ink.gap(end);
            });
        }
    };
    match ink.dice.below(10) {
        0..3 => once(ink, " "),
        3 => once(ink, "\n"),
        _ => {}
    }
}

fn indent(ink: &mut Ink, spacing: Spacing) {
    if spacing == Spacing::Columns {
        let columns = 4 + ink.dice.below(12);
        ink.gap(&" ".repeat(columns));
    }
}

/// The numbers of a row on a line of their own.
fn figures(ink: &mut Ink, row: &GridRow, spacing: Spacing) {
    if spacing == Spacing::Columns {
        ink.gap(&" ".repeat(48));
    }
    numbers(ink, row, spacing);
}

fn numbers(ink: &mut Ink, row: &GridRow, spacing: Spacing) {
    let cells: Vec<CellId> = row.figures().collect();
    for (index, cell) in cells.iter().enumerate() {
        let text = ink.text_of(&Content::Figure(*cell));
        ink.figure(*cell);
        if index + 1 < cells.len() {
            let columns = if spacing == Spacing::Single { 1 } else { 7_usize.saturating_sub(width(&text)).max(2) };
            ink.gap(&" ".repeat(columns));
        }
    }
}

/// A header line, its words broken over two lines here and there.
fn header(ink: &mut Ink, grid: &Grid, index: usize, spacing: Spacing) {
    let apart = if spacing == Spacing::Single { " " } else { "    " };
    let two_lines = grid.table != TableId::Disclosure && ink.dice.percent(40);
    let words: Vec<&str> = grid.rows[index].words().map(|(_, words)| words).collect();
    let mut lines = [Vec::new(), Vec::new()];
    for word in words {
        let mut parts = if word.chars().count() > 12 { wrapped(word, 18) } else { vec![word.to_string()] };
        if two_lines && (4..=6).contains(&word.chars().count()) {
            parts = wrapped(word, if word.chars().count() == 4 { 2 } else { 4 });
        }
        lines[0].push(parts.remove(0));
        lines[1].extend(parts);
    }
    for line in lines.iter().filter(|line| !line.is_empty()) {
        indent(ink, spacing);
        for (place, part) in line.iter().enumerate() {
            ink.gap(if place > 0 { apart } else { "" });
            ink.label(part);
        }
        ink.gap("\n");
    }
}
