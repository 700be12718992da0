//! What a report says: plain data between the reading and the rules, and questions to it. Nothing here judges.

mod account;
mod body;
mod cell;
mod fact;
mod places;
mod section;
mod table;

use std::collections::BTreeMap;

pub use account::{Account, AccountCounts, AccountedNumber, Explanation, Held, Standing};
pub use body::{Body, Level, is_same_body};
pub use cell::{Cell, Content};
pub use fact::{Fact, FactKind, Scope};
pub use section::{Heading, Numeral, NumeralStyle, Section};
pub use table::{Doubt, DoubtKind, FoundRow, FoundTable, TableCopy};

use crate::form::{CellId, Form, TableId};
use crate::text::{Date, Number, TextRange, key};

/// The date under the report, and whether it is the signature or only the date of an attached sheet.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Signature {
    pub date: Date,
    pub span: TextRange,
    pub kind: SignatureKind,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum SignatureKind {
    /// The date under the name at the end.
    Signed,
    /// 填报日期 or 报出日期 of an attached sheet.
    Sheet,
}

/// The day on which a page says that it published the report, and where; the head of a page has no place in the text.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Published {
    pub date: Date,
    pub span: Option<TextRange>,
}

/// A title or a name as written: joined over lines, white space removed, with its place.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Written {
    pub text: String,
    pub span: TextRange,
}

/// Which report this is of those that stand in one text.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Among {
    /// From 1.
    pub number: usize,
    /// How many different reports the text holds.
    pub all: usize,
    /// Where the same report stands again, word for word; a copy is not read.
    pub copies: Vec<TextRange>,
}

impl Default for Among {
    fn default() -> Among {
        Among { number: 1, all: 1, copies: Vec::new() }
    }
}

/// One report, read.
#[derive(Clone, Debug, Default)]
pub struct Report {
    /// The part of the text that is this report.
    pub span: TextRange,
    pub among: Among,
    /// Words of the web page around the report, left out of the check.
    pub left_out: Vec<TextRange>,
    pub title: Option<Written>,
    pub organization: Option<Written>,
    /// The name over the date at the end.
    pub signer: Option<Written>,
    pub year: Option<u16>,
    /// None when no table says which form was used.
    pub form: Option<&'static Form>,
    pub signature: Option<Signature>,
    /// The day on which the page around the report says it was published.
    pub published: Option<Published>,
    /// Always six, in order.
    pub sections: Vec<Section>,
    pub tables: Vec<FoundTable>,
    /// Every cell of the form; empty when `form` is None.
    pub cells: BTreeMap<CellId, Cell>,
    pub facts: Vec<Fact>,
    /// What numbers may count that are understood only where they agree with the cells.
    pub likely: Vec<Fact>,
    /// What every number was understood to be. Quantities are `Checked` once the rules have held them against cells.
    pub account: Account,
    pub doubts: Vec<Doubt>,
}

impl Report {
    /// The organization's name as written.
    pub fn name(&self) -> Option<&str> {
        self.organization.as_ref().map(|organization| organization.text.as_str())
    }

    /// The reporting body, of the level the user named, else of the one its name shows.
    pub fn body(&self, level: Option<Level>) -> Body<'_> {
        Body::new(self.name(), level)
    }

    pub fn table(&self, id: TableId) -> Option<&FoundTable> {
        self.tables.iter().find(|table| table.id == id)
    }

    /// The section with that number (1 to 6), when it was found.
    pub fn section(&self, number: u8) -> Option<&Section> {
        self.sections.iter().find(|section| section.number == number && section.heading.is_some())
    }

    pub fn cell(&self, id: CellId) -> Option<&Cell> {
        self.cells.get(&id)
    }

    /// Returns how many of these numbers the text does not have in their cells. Where the reader could not tell the numbers of a row, their
    /// digits have to stand in it, in the order of its columns, and no digit for two of them.
    pub fn unsaid(&self, numbers: &[(CellId, Number)], text: &str) -> usize {
        let mut rests: Vec<(TextRange, String)> = Vec::new();
        let mut is_said = |&(id, number): &(CellId, Number)| match self.cell(id).map(|cell| (&cell.content, cell.place))
        {
            Some((Content::Value(read), _)) => *read == number,
            Some((Content::Uncertain, Some(place))) => {
                if rests.iter().all(|(of, _)| *of != place) {
                    rests.push((place, key(place.of(text))));
                }
                let Some((_, rest)) = rests.iter_mut().find(|(of, _)| *of == place) else { return false };
                let digits = key(&number.to_string());
                let found = rest.find(&digits);
                if let Some(at) = found {
                    rest.drain(..at + digits.len());
                }
                found.is_some()
            }
            _ => false,
        };
        let rows = self.form.iter().flat_map(|form| &form.tables).flat_map(|table| table.rows);
        let in_order = rows.flat_map(|row| row.cells()).flat_map(|id| numbers.iter().filter(move |(of, _)| *of == id));
        numbers.len() - in_order.filter(|number| is_said(number)).count()
    }

    /// Puts in a number that the user read where the reader was not sure, or read something else.
    pub fn correct(&mut self, id: CellId, number: Number) {
        if let Some(cell) = self.cells.get_mut(&id) {
            cell.content = Content::Value(number);
            cell.corrected = true;
        }
    }

    /// What is no prose: the tables, their copies and the page around the report.
    pub fn off_prose(&self) -> Vec<TextRange> {
        let mut spans = self.left_out.clone();
        for table in &self.tables {
            spans.push(table.span);
            table.copies.iter().for_each(|copy| spans.push(copy.span));
        }
        spans
    }

    /// Whether a position lies inside one of the tables or one of their copies.
    pub fn in_table(&self, position: usize) -> bool {
        self.tables
            .iter()
            .any(|table| table.span.contains(position) || table.copies.iter().any(|copy| copy.span.contains(position)))
    }

    /// The cells of a table in the order of the form.
    pub fn cells_of(&self, table: TableId) -> impl Iterator<Item = (CellId, &Cell)> + '_ {
        let rows: &[&'static crate::form::Row] =
            self.form.and_then(|form| form.table(table)).map_or(&[], |table| table.rows);
        rows.iter().flat_map(|row| row.cells()).filter_map(|id| Some((id, self.cells.get(&id)?)))
    }
}
