//! A stretch of text as it is compared: folded characters without white space, each with its place.

use std::ops::Range;

use super::folded;
use crate::text::TextRange;

/// Digits, more than any number has.
const LONGEST_NUMBER: usize = 24;

/// Letters, as many as a syllable of pinyin has.
const LONGEST_PINYIN: usize = 6;

/// Characters without white space, and where each of them stands in the text.
#[derive(Clone, Default, Debug)]
pub struct Normalized {
    chars: Vec<char>,
    /// Start and end in bytes of each character.
    places: Vec<(usize, usize)>,
}

impl Normalized {
    pub fn of(text: &str, span: TextRange) -> Normalized {
        let mut flat = Normalized::default();
        flat.extend(text, span);
        flat
    }

    /// Adds a further stretch of the same text.
    pub fn extend(&mut self, text: &str, span: TextRange) {
        let body = span.of(text);
        // Most characters have three bytes.
        self.chars.reserve(body.len() / 3);
        self.places.reserve(body.len() / 3);
        let mut skipped = 0;
        for (index, c) in body.char_indices() {
            if index < skipped || is_invisible(c) {
                continue;
            }
            skipped = index + pinyin(body.get(index..).unwrap_or_default());
            if index == skipped {
                let start = span.start + index;
                self.chars.push(folded(c));
                self.places.push((start, start + c.len_utf8()));
            }
        }
    }

    /// The characters whose index is wanted.
    pub fn filtered(&self, mut wanted: impl FnMut(usize) -> bool) -> Normalized {
        let mut kept = Normalized::default();
        for (index, (&c, &place)) in self.chars.iter().zip(&self.places).enumerate() {
            if wanted(index) {
                kept.chars.push(c);
                kept.places.push(place);
            }
        }
        kept
    }

    pub fn part(&self, range: Range<usize>) -> Normalized {
        Normalized {
            chars: self.chars.get(range.clone()).unwrap_or_default().to_vec(),
            places: self.places.get(range).unwrap_or_default().to_vec(),
        }
    }

    pub fn chars(&self) -> &[char] {
        &self.chars
    }

    pub fn len(&self) -> usize {
        self.chars.len()
    }

    pub fn is_empty(&self) -> bool {
        self.chars.is_empty()
    }

    /// The character at that index.
    pub fn at(&self, index: usize) -> Option<char> {
        self.chars.get(index).copied()
    }

    /// The character before that index.
    pub fn before(&self, index: usize) -> Option<char> {
        self.at(index.checked_sub(1)?)
    }

    /// Whether the character stands directly behind the one before it, without white space.
    pub fn is_joined(&self, index: usize) -> bool {
        let before = index.checked_sub(1).and_then(|before| self.places.get(before));
        matches!((before, self.places.get(index)), (Some(before), Some(place)) if before.1 == place.0)
    }

    /// The index behind a run of digits that no white space parts; `index` itself where there is none.
    /// Of a run longer than any number only the beginning is gone over.
    pub fn after_digits(&self, index: usize) -> usize {
        let mut end = index;
        while end - index < LONGEST_NUMBER
            && self.at(end).is_some_and(|c| c.is_ascii_digit())
            && (end == index || self.is_joined(end))
        {
            end += 1;
        }
        end
    }

    /// Whether a comma stands at that index between the thousands and the hundreds of a number.
    pub fn parts_thousands(&self, comma: usize) -> bool {
        let digit = |index| self.at(index).is_some_and(|c: char| c.is_ascii_digit());
        let joined = self.is_joined(comma) && self.is_joined(comma + 1);
        let behind = self.after_digits(comma + 1);
        self.at(comma) == Some(',') && comma > 0 && digit(comma - 1) && joined && behind == comma + 4
    }

    /// Where these characters stand in the text, from the first to the last.
    pub fn span(&self, range: Range<usize>) -> TextRange {
        let last = range.end.checked_sub(1).and_then(|last| self.places.get(last));
        match (self.places.get(range.start), last) {
            (Some(first), Some(last)) if range.start < range.end => TextRange::new(first.0, last.1),
            (Some(first), _) => TextRange::new(first.0, first.0),
            (None, _) => self.places.last().map_or(TextRange::default(), |last| TextRange::new(last.1, last.1)),
        }
    }

    /// The index behind these words when they stand at `index`.
    pub fn after(&self, index: usize, words: &str) -> Option<usize> {
        let mut end = index;
        for c in words.chars() {
            if self.at(end)? != c {
                return None;
            }
            end += 1;
        }
        Some(end)
    }

    /// The first place of these words within the range.
    pub fn find(&self, range: Range<usize>, words: &str) -> Option<usize> {
        let first = words.chars().next()?;
        let end = range.end.min(self.len());
        let matches = |&index: &usize| self.chars[index] == first && self.after(index, words).is_some_and(|b| b <= end);
        (range.start..end).find(matches)
    }

    /// The text of the range as written, without white space.
    pub fn written(&self, text: &str, range: Range<usize>) -> String {
        self.places
            .get(range)
            .unwrap_or_default()
            .iter()
            .map(|&(start, end)| TextRange::new(start, end).of(text))
            .collect()
    }

    /// The characters of the range as they are compared.
    pub fn string(&self, range: Range<usize>) -> String {
        self.chars.get(range).unwrap_or_default().iter().collect()
    }
}

/// Words to look for, written with spaces between them.
#[derive(Clone, Copy, Debug)]
pub struct Words(pub &'static str);

impl Words {
    fn iter(self) -> impl Iterator<Item = &'static str> {
        self.0.split_ascii_whitespace()
    }

    pub fn is_empty(self) -> bool {
        self.iter().next().is_none()
    }

    /// The index behind the longest of the words that stands at `index`.
    pub fn after(self, flat: &Normalized, index: usize) -> Option<usize> {
        self.iter().filter_map(|word| flat.after(index, word)).max()
    }

    /// Where the longest of the words that end right before `index` begins.
    pub fn before(self, flat: &Normalized, index: usize) -> Option<usize> {
        let starts = self.iter().filter_map(|word| {
            let start = index.checked_sub(word.chars().count())?;
            flat.after(start, word).map(|_| start)
        });
        starts.min()
    }

    /// Where the words stand within the range, each with the index behind it; in order, of two that begin together the longer one.
    pub fn places(self, flat: &Normalized, range: Range<usize>) -> Vec<Range<usize>> {
        let mut found = Vec::new();
        for word in self.iter() {
            let mut from = range.start;
            while let Some(start) = flat.find(from..range.end, word) {
                found.push(start..start + word.chars().count());
                from = start + 1;
            }
        }
        found.sort_by_cached_key(|place| (place.start, usize::MAX - place.end));
        found.dedup_by_key(|place| place.start);
        found
    }

    /// Whether one of the words stands within the range.
    pub fn stand_in(self, flat: &Normalized, range: Range<usize>) -> bool {
        self.iter().any(|word| flat.find(range.clone(), word).is_some())
    }
}

/// The length of a pronunciation in brackets at the start, as converters of traditional text leave it: 數(shù)量. Else 0.
fn pinyin(text: &str) -> usize {
    let Some(inner) = text.strip_prefix(['(', '（']) else { return 0 };
    let opening = text.len() - inner.len();
    // With the vowels and consonants that carry a tone.
    let is_letter = |c: char| matches!(c, 'a'..='z' | 'ß'..='ǿ' | 'ɑ' | 'ɡ' | 'ḿ') && c != '÷';
    let letters: usize = inner.chars().take(LONGEST_PINYIN).take_while(|&c| is_letter(c)).map(char::len_utf8).sum();
    let closing =
        inner.get(letters..).and_then(|rest| rest.chars().next()).filter(|&c| letters > 0 && matches!(c, ')' | '）'));
    closing.map_or(0, |c| opening + letters + c.len_utf8())
}

/// White space, and the marks without width that come with text from web pages and Word.
fn is_invisible(c: char) -> bool {
    c.is_whitespace() || c.is_control() || matches!(c, '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_those_of_the_text() {
        let text = "前 ２０２３\u{3000}年\u{200b}，後";
        let flat = Normalized::of(text, TextRange::new(3, text.len()));
        assert_eq!(flat.string(0..flat.len()), "2023年,后");
        let behind = flat.after(0, "2023年").unwrap_or_default();
        assert_eq!(flat.span(0..behind).of(text), "２０２３\u{3000}年");
        assert_eq!(flat.find(0..flat.len(), ",后"), Some(5));
        assert_eq!(flat.find(0..6, ",后"), None);
        assert!(flat.span(9..12).is_empty());
        let converted = "辦事處(chǔ)數（shù）量(二)(abc";
        let flat = Normalized::of(converted, TextRange::new(0, converted.len()));
        assert_eq!(flat.string(0..flat.len()), "办事处数量(二)(abc");
    }
}
