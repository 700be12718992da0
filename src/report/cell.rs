//! A cell of the form as it was read.

use crate::text::{Number, TextRange};

/// What was found in a cell.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Content {
    /// A number, as written, never converted.
    Value(Number),
    /// The cell is there and empty.
    Blank,
    /// One of `/ - — – ／ 无 无数据 N/A 不适用`.
    Placeholder,
    /// Other words, such as 公示栏9条.
    Text,
    /// The report has no such cell.
    Missing,
    /// Something is there, but which number belongs to this cell cannot be told.
    Uncertain,
}

/// A cell of the form as it was read.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Cell {
    pub content: Content,
    /// Where it stands; None for a missing cell. For an uncertain cell the place of its whole row.
    pub place: Option<TextRange>,
    /// The unit written in the cell, such as 元.
    pub unit: Option<String>,
    /// Set by the user, not read.
    pub corrected: bool,
}

impl Cell {
    pub const MISSING: Cell = Cell { content: Content::Missing, place: None, unit: None, corrected: false };

    pub fn value(&self) -> Option<Number> {
        match self.content {
            Content::Value(number) => Some(number),
            _ => None,
        }
    }

    /// Blank cells and placeholders count as nothing in sums.
    pub fn is_empty(&self) -> bool {
        matches!(self.content, Content::Blank | Content::Placeholder)
    }

    /// The whole number that counts in a sum: the value, 0 for an empty cell, None when it cannot be told.
    pub fn count(&self) -> Option<i64> {
        match self.content {
            Content::Value(number) => number.as_whole(),
            Content::Blank | Content::Placeholder => Some(0),
            Content::Text | Content::Missing | Content::Uncertain => None,
        }
    }
}
