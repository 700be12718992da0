//! Where something stands, as the contract says it: offsets in the caller's unit, lines and columns.

use super::contract::Offsets;
use crate::text::TextRange;

/// Turns byte offsets of a text into the caller's unit, and into lines and columns. Built once per text.
pub struct Places<'a> {
    text: &'a str,
    offsets: Offsets,
    /// Start of every line in bytes.
    lines: Vec<usize>,
    /// A mark at every so many characters: a line may be as long as the text, and full of places.
    marks: Vec<Mark>,
}

/// What lies before a place.
#[derive(Clone, Copy)]
struct Mark {
    bytes: usize,
    units: usize,
    characters: usize,
}

const BETWEEN_MARKS: usize = 64;

impl<'a> Places<'a> {
    pub fn new(text: &'a str, offsets: Offsets) -> Places<'a> {
        let (mut lines, mut marks) = (vec![0], Vec::new());
        let mut units = 0;
        for (characters, (bytes, c)) in text.char_indices().enumerate() {
            if characters % BETWEEN_MARKS == 0 {
                marks.push(Mark { bytes, units, characters });
            }
            units += c.len_utf16();
            if c == '\n' {
                lines.push(bytes + 1);
            }
        }
        Places { text, offsets, lines, marks }
    }

    fn line_of(&self, byte: usize) -> usize {
        self.lines.partition_point(|&start| start <= byte).saturating_sub(1)
    }

    /// What lies before this byte.
    fn before(&self, byte: usize) -> Mark {
        let last = self.marks.partition_point(|mark| mark.bytes <= byte).saturating_sub(1);
        let mark = self.marks.get(last).copied().unwrap_or(Mark { bytes: 0, units: 0, characters: 0 });
        let rest = TextRange::new(mark.bytes, byte).of(self.text).chars();
        rest.fold(Mark { bytes: byte, ..mark }, |before, c| Mark {
            units: before.units + c.len_utf16(),
            characters: before.characters + 1,
            ..before
        })
    }

    pub fn offset(&self, byte: usize) -> usize {
        match self.offsets {
            Offsets::Utf8 => byte,
            Offsets::Utf16 => self.before(byte).units,
        }
    }

    /// Line and column, both from 1, the column in characters.
    pub fn line_and_column(&self, byte: usize) -> (usize, usize) {
        let line = self.line_of(byte);
        let start = self.lines.get(line).copied().unwrap_or_default();
        (line + 1, self.before(byte).characters - self.before(start).characters + 1)
    }

    /// The line that holds this byte, without its end.
    pub fn line_at(&self, byte: usize) -> TextRange {
        let line = self.line_of(byte);
        let start = self.lines.get(line).copied().unwrap_or_default();
        let end = self.lines.get(line + 1).copied().unwrap_or(self.text.len());
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
