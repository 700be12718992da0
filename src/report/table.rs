//! The tables that were found, and where their reading is in doubt.

use crate::form::{CellId, TableId};
use crate::text::TextRange;

/// A table as found in the text.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct FoundTable {
    pub id: TableId,
    /// From its first to its last token.
    pub span: TextRange,
    /// Rows whose label was found, with the number of figures beside it.
    pub rows: Vec<FoundRow>,
    /// Further copies of the table elsewhere in the text.
    pub copies: Vec<TableCopy>,
}

/// A row's label as it stands in the text, and how many figures stand with it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct FoundRow {
    pub row: &'static str,
    pub label: TextRange,
    /// The label as written, white space removed.
    pub written: String,
    /// Numbers, empty cells and placeholders of the row, where they can be counted; those of the whole row for a group of table four.
    pub figures: Option<usize>,
}

/// A further copy of a table: its place and the cells that differ from the first.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct TableCopy {
    pub span: TextRange,
    pub differing: Vec<CellId>,
}

/// A doubt of the reader itself, for the RD rules.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Doubt {
    pub kind: DoubtKind,
    pub cells: Vec<CellId>,
    pub span: TextRange,
    /// Where another reading of the same cells stands.
    pub other: Option<TextRange>,
}

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum DoubtKind {
    /// Numbers that could belong to more than one cell.
    Ambiguous,
    /// A row with fewer or more numbers than it has columns.
    WrongCount,
    /// Digits run together in a way that can be cut in several ways, or in none.
    Glued,
    /// The same row stands twice with different numbers.
    Contradicted,
    /// One merged number for a whole row.
    Merged,
}
