//! A table with merged cells, written as lines: a row per line, a tab between cells, so that columns can be told by counting.

use std::ops::Range;

use crate::error::LONGEST_TEXT;
use crate::source_map::SourceText;

/// A place for text: paragraphs, tables, pictures, in order.
#[derive(Debug)]
pub enum Block {
    Paragraph(SourceText),
    Table(Table),
}

#[derive(Default, Debug)]
pub struct Table {
    pub rows: Vec<Vec<Cell>>,
}

#[derive(Default, Debug)]
pub struct Cell {
    /// The first column it takes, in whatever unit the file counts; only the order matters.
    pub column: u32,
    /// The column after its last.
    pub end: u32,
    /// It goes on with a cell of the row above.
    pub below: bool,
    pub blocks: Vec<Block>,
    /// The source that words can be put in at when it has none.
    pub gap: Option<u32>,
}

/// Columns a row may have: more than any form has, few enough that a forged file cannot ask for the memory of a city.
pub const MOST_COLUMNS: u32 = 1024;
/// A cell with as many characters in as many paragraphs holds a part of the report, not a figure or a label.
const LONG_CELL: (usize, usize) = (3, 240);

impl Table {
    /// Whether it only lays out a page: cells hold tables or whole passages, or there is but one column.
    fn lays_out(&self) -> bool {
        let one_column = self.rows.iter().all(|row| row.len() < 2);
        one_column || self.rows.iter().flatten().any(Cell::holds_passages)
    }

    /// The table as lines.
    pub fn written(&self) -> SourceText {
        let mut out = SourceText::default();
        self.write(&mut out);
        out
    }

    fn write(&self, out: &mut SourceText) {
        if self.lays_out() {
            for cell in self.rows.iter().flatten() {
                write_blocks(&cell.blocks, out);
            }
            return;
        }
        // Rows of a single cell are captions; between two of them the columns are the same.
        let mut rows = &self.rows[..];
        while let Some(first) = rows.first() {
            let is_caption = |row: &Vec<Cell>| row.len() < 2;
            if is_caption(first) {
                let text = first.first().map(Cell::text).unwrap_or_default();
                out.push_part(&text, 0..text.len());
                out.push('\n');
                rows = &rows[1..];
            } else {
                let end = rows.iter().position(is_caption).unwrap_or(rows.len());
                write_band(&rows[..end], out);
                rows = &rows[end..];
            }
        }
        out.push('\n');
    }
}

/// Rows that share their columns. Where a figure takes several of them with more cells after it, columns cannot be told by
/// counting: then every row has just its own cells.
fn write_band(rows: &[Vec<Cell>], out: &mut SourceText) {
    let mut columns: Vec<u32> = rows.iter().flatten().map(|cell| cell.column).collect();
    columns.sort_unstable();
    columns.dedup();
    // A spreadsheet may go on to the right with nothing in it.
    let filled = rows.iter().flatten().filter(|cell| !cell.is_empty()).map(|cell| cell.end).max().unwrap_or(0);
    columns.retain(|&column| column < filled);
    let index = |column: u32| columns.partition_point(|&known| known < column);
    let regular = rows.iter().all(|row| {
        let inner = row.iter().rev().skip(1);
        inner.filter(|cell| index(cell.end) > index(cell.column) + 1).all(|cell| cell.below || cell.is_label())
    });
    for row in rows {
        // More than is read of any file: it is refused all the same.
        if out.len() > LONGEST_TEXT {
            return;
        }
        let mut at = 0;
        for (number, cell) in row.iter().enumerate().filter(|(_, cell)| cell.column < filled) {
            // Two cells are never run together, wherever they claim to stand.
            let next = if number > 0 { at + 1 } else { 0 };
            let place = if regular { index(cell.column).max(next) } else { number };
            (at..place).for_each(|_| out.push('\t'));
            let text = cell.text();
            out.push_part(&text, 0..text.len());
            at = place;
        }
        if regular && columns.len() > at + 1 {
            (at + 1..columns.len()).for_each(|_| out.push('\t'));
        }
        out.push('\n');
    }
}

impl Cell {
    fn holds_passages(&self) -> bool {
        let (mut paragraphs, mut characters) = (0, 0);
        for block in &self.blocks {
            match block {
                Block::Table(_) => return true,
                Block::Paragraph(text) => {
                    paragraphs += 1;
                    characters += text.as_str().chars().count();
                }
            }
        }
        paragraphs >= LONG_CELL.0 && characters >= LONG_CELL.1
    }

    pub fn is_empty(&self) -> bool {
        let has_words = |block: &Block| matches!(block, Block::Paragraph(text) if !text.as_str().trim().is_empty());
        self.below || !self.blocks.iter().any(has_words)
    }

    pub fn is_figure(&self) -> bool {
        is_figure(self.text().as_str())
    }

    pub fn is_numbered(&self) -> bool {
        is_numbered(self.text().as_str())
    }

    fn is_label(&self) -> bool {
        self.text().as_str().chars().any(|c| c.is_alphabetic())
    }

    /// Its words on one line.
    fn text(&self) -> SourceText {
        let mut line = SourceText::default();
        if self.below {
            return line;
        }
        for block in &self.blocks {
            if let Block::Paragraph(text) = block {
                for part in fields(text.as_str()) {
                    if needs_space(line.as_str(), &text.as_str()[part.clone()]) {
                        line.push(' ');
                    }
                    line.push_part(text, part);
                }
            }
        }
        if let Some(gap) = self.gap.filter(|_| line.is_empty()) {
            line.push_source("", gap);
        }
        // A bar would be taken for the border of a cell.
        line.without_bars()
    }
}

/// Whether it is a number, a stroke or the like.
pub fn is_figure(text: &str) -> bool {
    let text = text.trim();
    !text.is_empty()
        && text.chars().all(|c| c.is_ascii_digit() || ".,-—–－/％% 件条个项万元".contains(c))
        && !text.starts_with(['件', '条', '个', '项', '万', '元'])
}

/// Whether it begins as an item of a list does: `1.`, `（二）`, `三、`.
pub fn is_numbered(text: &str) -> bool {
    let rest = text.trim_start().trim_start_matches(['（', '(']);
    let bracketed = rest.len() < text.trim_start().len();
    let number = rest.chars().take_while(|c| c.is_ascii_digit() || "一二三四五六七八九十".contains(*c)).count();
    let after = rest.chars().nth(number);
    number > 0 && after.is_some_and(|c| if bracketed { "）)".contains(c) } else { ".．、，,".contains(c) })
}

/// The number of an item such as `3.没有`.
pub fn item_number(text: &str) -> Option<u32> {
    let (number, _) = text.trim_start().split_once(['.', '．', '、']).filter(|_| is_numbered(text))?;
    number.parse().ok()
}

/// Puts the parts of a broken line together; only Latin words need the space between them.
pub fn join(line: &mut String, part: &str) {
    if needs_space(line, part) {
        line.push(' ');
    }
    line.push_str(part);
}

fn needs_space(line: &str, part: &str) -> bool {
    let apart = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric());
    apart(line.chars().next_back()) && apart(part.chars().next())
}

/// Where the words between tabs and ends of lines stand, without the blanks around them.
fn fields(text: &str) -> impl Iterator<Item = Range<usize>> + '_ {
    let mut next = 0;
    text.split(['\n', '\t']).map(move |part| {
        let start = next + part.len() - part.trim_start().len();
        next += part.len() + 1;
        // Of nothing but blanks the end is left, where a gap stands.
        if start + 1 == next { start..start } else { start..start + part.trim().len() }
    })
}

/// The blocks as lines.
pub fn written(blocks: &[Block]) -> SourceText {
    let mut out = SourceText::default();
    write_blocks(blocks, &mut out);
    out
}

fn write_blocks(blocks: &[Block], out: &mut SourceText) {
    for block in blocks {
        match block {
            Block::Paragraph(text) => {
                out.push_part(text, 0..text.as_str().trim_end().len());
                out.push('\n');
            }
            Block::Table(table) => table.write(out),
        }
    }
}
