//! Where words stand in a text, found in one pass over it for all of them.

use super::{TextRange, folded};

/// The characters that words begin with, as bits: most characters of a text begin none of the words, which two bits tell.
#[derive(Clone, Copy, Default)]
struct Firsts {
    low: u64,
    high: u64,
}

impl Firsts {
    fn of(firsts: impl Iterator<Item = char>) -> Firsts {
        firsts.fold(Firsts::default(), |bits, c| Firsts { low: bits.low | low(c), high: bits.high | high(c) })
    }

    /// Whether one of the words may begin so. Strangers that share both bits only make the answer more generous.
    fn may_hold(self, c: char) -> bool {
        self.low & low(c) != 0 && self.high & high(c) != 0
    }
}

fn low(c: char) -> u64 {
    1 << (c as u32 & 63)
}

fn high(c: char) -> u64 {
    1 << (c as u32 >> 6 & 63)
}

/// Shows every place of the words, where it begins and the index of the word, in order and overlaps too, until one is wanted no further.
fn each_place(text: &str, words: &[&str], goes_on: &mut dyn FnMut(usize, usize) -> bool) {
    let firsts = Firsts::of(words.iter().filter_map(|word| word.chars().next()));
    for (at, _) in text.char_indices().filter(|&(_, c)| firsts.may_hold(c)) {
        let rest = text.get(at..).unwrap_or_default();
        for (index, word) in words.iter().enumerate() {
            if rest.starts_with(word) && !goes_on(at, index) {
                return;
            }
        }
    }
}

/// Whether a place of the word with that index is clear of the word's place before it.
fn is_clear(found: &[(usize, TextRange)], index: usize, start: usize) -> bool {
    found.iter().rfind(|(known, _)| *known == index).is_none_or(|(_, before)| before.end <= start)
}

/// Where a word stands within a part of a text, one place after the other.
pub fn occurrences(text: &str, within: TextRange, word: &str) -> Vec<TextRange> {
    let place = |(at, word): (usize, &str)| TextRange::new(within.start + at, within.start + at + word.len());
    within.of(text).match_indices(word).map(place).collect()
}

/// Where the words stand within a part of a text, each with the index of the word: in order, those of one word without overlaps.
pub fn occurrences_of_each(text: &str, within: TextRange, words: &[&str]) -> Vec<(usize, TextRange)> {
    let mut found: Vec<(usize, TextRange)> = Vec::new();
    each_place(within.of(text), words, &mut |at, index| {
        let start = within.start + at;
        if is_clear(&found, index, start) {
            found.push((index, TextRange::new(start, start + words[index].len())));
        }
        true
    });
    found
}

/// Where any of the words stand within a part of a text, in order and without overlaps.
pub fn occurrences_of_any(text: &str, within: TextRange, words: &[&str]) -> Vec<TextRange> {
    let each = occurrences_of_each(text, within, words);
    let mut found: Vec<TextRange> = each.into_iter().map(|(_, place)| place).collect();
    TextRange::sort(&mut found);
    found.dedup_by(|next, kept| next.overlaps(*kept));
    found
}

/// Whether a text holds any of the words.
pub fn holds_any(text: &str, words: &[&str]) -> bool {
    let mut holds = false;
    each_place(text, words, &mut |_, _| {
        holds = true;
        false
    });
    holds
}

/// Every place of any of the words, with the index of the word, whatever white space and width of characters they are written with.
pub fn places_of_any(text: &str, within: TextRange, words: &[&str]) -> Vec<(usize, TextRange)> {
    let first = |word: &str| word.chars().next().map(folded);
    let firsts = Firsts::of(words.iter().filter_map(|word| first(word)));
    let mut found: Vec<(usize, TextRange)> = Vec::new();
    let body = within.of(text);
    for (at, c) in body.char_indices() {
        let c = folded(c);
        if !firsts.may_hold(c) {
            continue;
        }
        let start = within.start + at;
        for (index, word) in words.iter().enumerate().filter(|(_, word)| first(word) == Some(c)) {
            if is_clear(&found, index, start)
                && let Some(length) = length_of(body.get(at..).unwrap_or_default(), word)
            {
                found.push((index, TextRange::new(start, start + length)));
            }
        }
    }
    found
}

/// The length of the wanted word at the start of a text, white space between its characters included.
fn length_of(text: &str, wanted: &str) -> Option<usize> {
    let mut left = wanted.chars().map(folded);
    let mut expected = left.next()?;
    for (at, c) in text.char_indices() {
        if folded(c) == expected {
            match left.next() {
                Some(next) => expected = next,
                None => return Some(at + c.len_utf8()),
            }
        } else if !c.is_whitespace() {
            return None;
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn words_are_found_as_the_standard_library_does(text in "[一二三abé😀]{0,24}", word in "[一二三abé😀]{1,3}") {
            let places = occurrences(&text, TextRange::new(0, text.len()), &word);
            prop_assert!(places.iter().map(|place| place.start).eq(text.match_indices(&word).map(|(at, _)| at)));
        }

        #[test]
        fn several_words_are_found_as_one_after_the_other(
            text in "[一二ab]{0,24}", words in prop::collection::vec("[一二ab]{1,3}", 0..4),
        ) {
            let words: Vec<&str> = words.iter().map(String::as_str).collect();
            let whole = TextRange::new(0, text.len());
            let mut each: Vec<TextRange> = words.iter().flat_map(|word| occurrences(&text, whole, word)).collect();
            TextRange::sort(&mut each);
            each.dedup_by(|next, kept| next.overlaps(*kept));
            prop_assert_eq!(occurrences_of_any(&text, whole, &words), each);
            prop_assert_eq!(holds_any(&text, &words), words.iter().any(|word| text.contains(word)));
        }
    }

    #[test]
    fn words_are_found_across_white_space() {
        let text = "结果\n 维护 结果维护";
        let found = places_of_any(text, TextRange::new(0, text.len()), &["结果维护"]);
        let words: Vec<&str> = found.into_iter().map(|(_, place)| place.of(text)).collect();
        assert_eq!(words, ["结果\n 维护", "结果维护"]);
    }
}
