//! A report as a list of pieces, each tagged with what it shows. Layouts write pieces, noise and damage change them, and
//! what a careful reader can find at each cell is read off them at the end.

use std::collections::BTreeMap;

use gouji::form::CellId;
use gouji::text::Number;

use crate::dice::Dice;
use crate::grid::Content;

/// What stands in a cell.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Shown {
    Value(Number),
    Blank,
    Placeholder,
}

/// A figure as it is put on paper.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Written {
    pub text: String,
    pub shown: Shown,
}

pub type Sheet = BTreeMap<CellId, Written>;

/// What a piece of the text is.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Kind {
    /// Sentences, headings, names.
    Prose,
    /// Words of a table.
    Label,
    /// The content of a cell, or of several merged into one. `sure` is false where a careful reader cannot tell the cell.
    Figure { cells: Vec<CellId>, shown: Shown, sure: bool },
    /// White space, bars, tags.
    Gap,
    /// Page numbers and other marks of the paper.
    Page,
}

#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Piece {
    pub text: String,
    pub kind: Kind,
    /// The row of a table it belongs to, as an index into `Ink::rows`.
    pub row: Option<usize>,
    /// Whether it stands in a table.
    pub in_table: bool,
    /// Which report of the text it belongs to, from 0.
    pub report: usize,
}

impl Piece {
    pub fn breaks_line(&self) -> bool {
        self.kind == Kind::Gap && self.text.contains('\n')
    }

    pub fn is_figure(&self) -> bool {
        matches!(self.kind, Kind::Figure { .. })
    }
}

/// The pen of the layouts.
pub struct Ink<'a> {
    pub pieces: Vec<Piece>,
    /// The id of each row written, in the order of writing.
    pub rows: Vec<&'static str>,
    pub dice: Dice,
    pub sheet: &'a Sheet,
    /// Whether the reader can tell the cells of what is written now.
    pub sure: bool,
    pub report: usize,
    /// A number drawn once per report, for habits that hold in all its tables.
    pub habit: usize,
    /// Whether the text will be damaged; what would then no longer be told apart is left out.
    pub damaged: bool,
    row: Option<usize>,
    in_table: bool,
}

impl<'a> Ink<'a> {
    pub fn new(mut dice: Dice, sheet: &'a Sheet) -> Ink<'a> {
        let habit = dice.below(1000);
        Ink {
            habit,
            damaged: false,
            pieces: Vec::new(),
            rows: Vec::new(),
            dice,
            sheet,
            sure: true,
            report: 0,
            row: None,
            in_table: false,
        }
    }

    fn push(&mut self, text: String, kind: Kind) {
        self.pieces.push(Piece { text, kind, row: self.row, in_table: self.in_table, report: self.report });
    }

    pub fn prose(&mut self, text: &str) {
        self.push(text.to_string(), Kind::Prose);
    }

    pub fn label(&mut self, text: &str) {
        if !text.is_empty() {
            self.push(text.to_string(), Kind::Label);
        }
    }

    pub fn gap(&mut self, text: &str) {
        if !text.is_empty() {
            self.push(text.to_string(), Kind::Gap);
        }
    }

    pub fn page(&mut self, text: &str) {
        self.push(text.to_string(), Kind::Page);
    }

    pub fn figure(&mut self, cell: CellId) {
        if let Some(Written { text, shown }) = self.sheet.get(&cell).cloned() {
            self.push(text, Kind::Figure { cells: vec![cell], shown, sure: self.sure });
        }
    }

    /// One figure for several cells; which of them it belongs to cannot be told.
    pub fn merged(&mut self, cells: &[CellId]) {
        if let Some(Written { text, shown }) = cells.first().and_then(|cell| self.sheet.get(cell)).cloned() {
            self.push(text, Kind::Figure { cells: cells.to_vec(), shown, sure: false });
        }
    }

    pub fn content(&mut self, content: &Content) {
        match content {
            Content::Words(words) => self.label(words),
            Content::Figure(cell) => self.figure(*cell),
        }
    }

    /// How wide a content is: a Chinese character takes two columns.
    pub fn text_of(&self, content: &Content) -> String {
        match content {
            Content::Words(words) => words.clone(),
            Content::Figure(cell) => self.sheet.get(cell).map(|written| written.text.clone()).unwrap_or_default(),
        }
    }

    /// Everything written inside belongs to one row of a table.
    pub fn row(&mut self, id: Option<&'static str>, write: impl FnOnce(&mut Ink<'a>)) {
        self.row = id.map(|id| {
            self.rows.push(id);
            self.rows.len() - 1
        });
        write(self);
        self.row = None;
    }

    /// Goes on with the row written last, for layouts that come back to it.
    pub fn again(&mut self, row: usize, write: impl FnOnce(&mut Ink<'a>)) {
        let before = self.row.replace(row);
        write(self);
        self.row = before;
    }

    /// Leaves the row for letters that only stand between its lines.
    pub fn aside(&mut self, write: impl FnOnce(&mut Ink<'a>)) {
        let before = self.row.take();
        write(self);
        self.row = before;
    }

    pub fn table(&mut self, write: impl FnOnce(&mut Ink<'a>)) {
        self.in_table = true;
        write(self);
        self.in_table = false;
    }
}

/// How many columns a text takes on a terminal.
pub fn width(text: &str) -> usize {
    text.chars().map(|c| if c.is_ascii() { 1 } else { 2 }).sum()
}
