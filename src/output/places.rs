//! Where something stands, as the contract says it: offsets in the caller's unit, lines and columns.

use super::contract::Offsets;
use crate::text::TextRange;

/// Turns byte offsets of a text into the caller's unit, and into lines and columns. Built once per text.
pub struct Places<'a> {
    text: &'a str,
    offsets: Offsets,
    /// Start of every line in bytes, and in UTF-16 code units.
    lines: Vec<(usize, usize)>,
}

impl<'a> Places<'a> {
    pub fn new(text: &'a str, offsets: Offsets) -> Places<'a> {
        let mut lines = vec![(0, 0)];
        let mut units = 0;
        for (index, c) in text.char_indices() {
            units += c.len_utf16();
            if c == '\n' {
                lines.push((index + 1, units));
            }
        }
        Places { text, offsets, lines }
    }

    fn line_of(&self, byte: usize) -> usize {
        self.lines.partition_point(|&(start, _)| start <= byte).saturating_sub(1)
    }

    /// The part of the line before this byte.
    fn before(&self, byte: usize) -> &'a str {
        let start = self.lines.get(self.line_of(byte)).map_or(0, |line| line.0);
        TextRange::new(start, byte).of(self.text)
    }

    pub fn offset(&self, byte: usize) -> usize {
        match self.offsets {
            Offsets::Utf8 => byte,
            Offsets::Utf16 => {
                let start = self.lines.get(self.line_of(byte)).map_or(0, |line| line.1);
                start + self.before(byte).chars().map(char::len_utf16).sum::<usize>()
            }
        }
    }

    /// Line and column, both from 1, the column in characters.
    pub fn line_and_column(&self, byte: usize) -> (usize, usize) {
        (self.line_of(byte) + 1, self.before(byte).chars().count() + 1)
    }

    /// The line that holds this byte, without its end.
    pub fn line_at(&self, byte: usize) -> TextRange {
        let line = self.line_of(byte);
        let start = self.lines.get(line).map_or(0, |line| line.0);
        let end = self.lines.get(line + 1).map_or(self.text.len(), |next| next.0);
        let content = TextRange::new(start, end).of(self.text).trim_end_matches(['\n', '\r']);
        TextRange::new(start, start + content.len())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_given_in_the_callers_unit() {
        let text = "总体😀情况\n二、";
        let utf16 = Places::new(text, Offsets::Utf16);
        let byte = text.find("情").unwrap_or_default();
        assert_eq!(utf16.offset(byte), 4);
        assert_eq!(utf16.offset(text.len()), text.encode_utf16().count());
        assert_eq!(Places::new(text, Offsets::Utf8).offset(byte), byte);
        assert_eq!(utf16.line_and_column(byte), (1, 4));
        assert_eq!(utf16.line_and_column(text.len()), (2, 3));
    }
}
