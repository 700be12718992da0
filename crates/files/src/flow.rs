//! Collects what a reader meets, in the order of the file: words, ends of paragraphs, tables within tables.

use crate::error::{FileError, LONGEST_TEXT};
use crate::source_map::{Source, SourceKeeper, SourceMap, SourceText};
use crate::table::{Block, Cell, MOST_COLUMNS, Table, written};

/// Tables within tables within boxes; what lies deeper is read as if the tables around it were not there.
const DEEPEST: usize = 24;

/// What stands for a picture in the text.
pub const PICTURE: &str = "[图片]";
/// What stands for a picture that says nothing to those who do not see it.
pub const PICTURE_WITHOUT_WORDS: &str = "[图片，无替代文字]";

/// What a paragraph and a cell take beside their words, in bytes of text.
pub const PARAGRAPH: usize = 8;
pub const CELL: usize = 16;

#[derive(Default)]
pub struct Flow {
    line: SourceText,
    blocks: Vec<Block>,
    open: Vec<Open>,
    /// Levels that were opened beyond the deepest.
    beyond: usize,
    /// How much was taken, in bytes.
    taken: usize,
    pub sources: SourceKeeper,
}

/// What the flow goes back to when something is closed.
enum Open {
    /// A text box: the paragraph it is tied to goes on after it.
    Box {
        line: SourceText,
    },
    Table {
        before: Vec<Block>,
        table: Table,
        row: Vec<Cell>,
    },
    Cell {
        column: u32,
        end: u32,
        below: bool,
        gap: Option<u32>,
    },
}

/// What a source that is kept takes, in bytes of text.
const SOURCE: usize = 16;

impl Flow {
    /// A flow that keeps the way back to the file if that is wanted.
    pub fn new(keeps_sources: bool) -> Flow {
        Flow { sources: SourceKeeper::new(keeps_sources), ..Flow::default() }
    }

    pub fn text(&mut self, text: &str) {
        self.take(text.len());
        if !self.is_full() {
            self.line.push_str(text);
        }
    }

    /// Takes words that stand in the file at that source.
    pub fn text_from(&mut self, text: &str, source: Source) {
        self.take(text.len());
        if self.sources.is_wanted() {
            self.take(SOURCE);
        }
        if !self.is_full() {
            self.sources.add(&mut self.line, text, source);
        }
    }

    /// Takes a place without words where some can be put in.
    pub fn gap(&mut self, source: Source) {
        if self.sources.is_wanted() {
            self.text_from("", source);
        }
    }

    /// Takes the place in the cell now open where words can be put in if it has none.
    pub fn cell_gap(&mut self, source: Source) {
        if let Some(Open::Cell { gap, .. }) = self.open.last_mut().filter(|_| self.beyond == 0) {
            *gap = self.sources.keep(source);
        }
    }

    fn take(&mut self, bytes: usize) {
        self.taken = self.taken.saturating_add(bytes);
    }

    /// Whether it is too long for any report: nothing more is taken, and the file is refused in the end.
    pub fn is_full(&self) -> bool {
        self.taken > LONGEST_TEXT
    }

    /// Takes it that there is too much.
    pub fn fill(&mut self) {
        self.taken = usize::MAX;
    }

    pub fn is_line_empty(&self) -> bool {
        self.line.is_empty()
    }

    pub fn last_char(&self) -> Option<char> {
        self.line.as_str().chars().next_back()
    }

    pub fn end_paragraph(&mut self) {
        let line = std::mem::take(&mut self.line);
        self.take(PARAGRAPH);
        if !self.is_full() {
            self.blocks.push(Block::Paragraph(line));
        }
    }

    /// Ends the paragraph if there is anything in it.
    pub fn end_line(&mut self) {
        if !self.line.as_str().trim().is_empty() {
            self.end_paragraph();
        }
        self.line.clear();
    }

    pub fn picture(&mut self, is_described: bool) {
        let mark = if is_described { PICTURE } else { PICTURE_WITHOUT_WORDS };
        self.take(mark.len());
        let line = std::mem::replace(&mut self.line, mark.to_string().into());
        self.end_paragraph();
        self.line = line;
    }

    pub fn open_box(&mut self) {
        if self.goes_deeper() {
            let line = std::mem::take(&mut self.line);
            self.open.push(Open::Box { line });
        }
    }

    pub fn close_box(&mut self) {
        if !self.comes_back() {
            return;
        }
        if let Some(Open::Box { line }) = self.open.pop_if(|open| matches!(open, Open::Box { .. })) {
            self.end_line();
            self.line = line;
        }
    }

    pub fn open_table(&mut self) {
        if self.goes_deeper() {
            self.end_line();
            let before = std::mem::take(&mut self.blocks);
            self.open.push(Open::Table { before, table: Table::default(), row: Vec::new() });
        }
    }

    pub fn close_table(&mut self) {
        if !self.comes_back() {
            return;
        }
        self.end_row();
        if let Some(Open::Table { before, table, .. }) = self.open.pop_if(|open| matches!(open, Open::Table { .. })) {
            let strays = std::mem::replace(&mut self.blocks, before);
            self.blocks.extend(strays);
            if !table.rows.is_empty() {
                self.blocks.push(Block::Table(table));
            }
        }
    }

    pub fn end_row(&mut self) {
        self.close_cell();
        if let Some(Open::Table { table, row, .. }) = self.open.last_mut().filter(|_| self.beyond == 0)
            && !row.is_empty()
        {
            table.rows.push(std::mem::take(row));
        }
    }

    /// The row is not part of the table after all.
    pub fn drop_row(&mut self) {
        self.close_cell();
        if let Some(Open::Table { row, .. }) = self.open.last_mut().filter(|_| self.beyond == 0) {
            row.clear();
        }
    }

    /// Opens a cell that takes these columns; one left open is closed.
    pub fn open_cell(&mut self, column: u32, columns: u32, below: bool) {
        self.close_cell();
        self.take(CELL);
        if self.beyond == 0
            && !self.is_full()
            && let Some(Open::Table { .. }) = self.open.last()
        {
            self.end_line();
            let column = column.min(MOST_COLUMNS);
            self.open.push(Open::Cell { column, end: column + columns.clamp(1, MOST_COLUMNS), below, gap: None });
        }
    }

    pub fn close_cell(&mut self) {
        if self.beyond > 0 {
            return self.end_line();
        }
        if let Some(Open::Cell { column, end, below, gap }) = self.open.pop_if(|open| matches!(open, Open::Cell { .. }))
        {
            self.end_line();
            let blocks = std::mem::take(&mut self.blocks);
            if let Some(Open::Table { row, .. }) = self.open.last_mut() {
                row.push(Cell { column, end, below, blocks, gap });
            }
        }
    }

    /// Takes it that the cell now open goes on with the one above.
    pub fn goes_on_from_above(&mut self) {
        if let Some(Open::Cell { below, .. }) = self.open.last_mut() {
            *below = true;
        }
    }

    /// Gives the cell now open its columns.
    pub fn takes_columns(&mut self, columns: u32) {
        if let Some(Open::Cell { column, end, .. }) = self.open.last_mut() {
            *end = *column + columns.clamp(1, MOST_COLUMNS);
        }
    }

    /// The column after the last cell of the open row.
    pub fn next_column(&self) -> u32 {
        match self.open.last() {
            Some(Open::Table { row, .. }) => row.last().map_or(0, |cell| cell.end),
            _ => 0,
        }
    }

    fn goes_deeper(&mut self) -> bool {
        let there_is_room = self.beyond == 0 && self.open.len() < DEEPEST;
        if !there_is_room {
            self.beyond += 1;
            self.end_line();
        }
        there_is_room
    }

    fn comes_back(&mut self) -> bool {
        if self.beyond > 0 {
            self.beyond -= 1;
            self.end_line();
            return false;
        }
        true
    }

    /// The whole text; what was left open is closed.
    pub fn finish(self) -> Result<String, FileError> {
        Ok(self.finish_with_map()?.0)
    }

    /// The whole text and the way back from each place of it; what was left open is closed.
    pub fn finish_with_map(mut self) -> Result<(String, SourceMap), FileError> {
        if self.is_full() {
            return Err(FileError::TooLong);
        }
        self.beyond = 0;
        loop {
            match self.open.last() {
                None => break,
                Some(Open::Cell { .. }) => self.close_cell(),
                Some(Open::Table { .. }) => self.close_table(),
                Some(Open::Box { .. }) => self.close_box(),
            }
        }
        self.end_line();
        Ok(self.sources.finish(written(&self.blocks)))
    }
}
