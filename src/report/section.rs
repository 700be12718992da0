//! The six sections and their headings.

use crate::text::TextRange;

/// One of the six sections.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Section {
    /// 1 to 6.
    pub number: u8,
    /// None when the section was not found.
    pub heading: Option<Heading>,
    /// From the heading to the next section or to the signature; empty when the section was not found.
    pub span: TextRange,
}

impl Section {
    /// The section's text after its heading.
    pub fn body(&self) -> TextRange {
        let start = self.heading.as_ref().map_or(self.span.start, |heading| heading.span.end);
        TextRange::new(start.min(self.span.end), self.span.end)
    }
}

/// A heading line as written.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Heading {
    /// The whole line without white space around it.
    pub span: TextRange,
    /// The number before the heading, such as 一、 or 1、; None when it has none.
    pub numeral: Option<Numeral>,
    /// Whether the words are those of the annex or of a known alias.
    pub exact: bool,
}

/// The number of a heading: its value and how it is written.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Numeral {
    pub value: u8,
    pub style: NumeralStyle,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum NumeralStyle {
    /// 一、
    Chinese,
    /// 1、 or 1.
    Arabic,
    /// （一） or (1) and the like.
    Bracketed,
}
