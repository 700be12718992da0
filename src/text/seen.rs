//! A text as a reader sees it, and the way back to its places: without the characters that have no width, which web pages and Word
//! leave anywhere, and in lines of prose without spaces between Chinese characters and with digits of one width. Tables stay as they
//! are: there spaces part cells, and the width of digits is a matter of its own.

use super::{TextRange, digit, is_han, lines};

/// A line with fewer Chinese characters may be the label of a row.
const FEWEST_IN_PROSE: usize = 10;
/// Fewer spaced characters may be cells.
const FEWEST_SPACED: usize = 3;

/// What of a text is seen.
pub struct Seen {
    pub text: String,
    /// Where something was left out, as a position in `text`, and how many bytes were left out up to there.
    left_out: Vec<(usize, usize)>,
    /// Where a narrowed digit ends, as a position in `text`, and how many bytes were saved up to there.
    narrowed: Vec<(usize, usize)>,
}

impl Seen {
    /// Returns None where the text is as it is seen, as it usually is.
    pub fn of(text: &str) -> Option<Seen> {
        let mut seen = Seen { text: String::with_capacity(text.len()), left_out: Vec::new(), narrowed: Vec::new() };
        let mut done = 0;
        for line in lines(text, TextRange::new(0, text.len())) {
            seen.text.push_str(&text[done..line.start]);
            seen.line(line.of(text));
            done = line.end;
        }
        seen.text.push_str(&text[done..]);
        (!seen.left_out.is_empty() || !seen.narrowed.is_empty()).then_some(seen)
    }

    fn line(&mut self, line: &str) {
        // Most lines are as they are seen.
        if !line.chars().any(|c| is_without_width(c) || is_wide_digit(c) || is_space(c)) {
            return self.text.push_str(line);
        }
        let prose = is_prose(line);
        let spaced = prose || is_letter_spaced(line);
        let mut before = None;
        for (at, c) in line.char_indices() {
            let rest = &line[at + c.len_utf8()..];
            let after = || rest.chars().find(|&c| !is_space(c) && !is_without_width(c));
            let between_han = || before.is_some_and(is_han) && after().is_some_and(is_han);
            if is_without_width(c) || spaced && is_space(c) && between_han() {
                let bytes = self.left_out.last().map_or(0, |(_, bytes)| *bytes) + c.len_utf8();
                self.left_out.push((self.text.len(), bytes));
                continue;
            }
            match digit(c).filter(|_| prose && is_wide_digit(c)) {
                Some(value) => {
                    self.text.push(char::from(b'0' + value));
                    let bytes = self.narrowed.last().map_or(0, |(_, bytes)| *bytes) + c.len_utf8() - 1;
                    self.narrowed.push((self.text.len(), bytes));
                }
                None => self.text.push(c),
            }
            before = Some(c).filter(|&c| !is_space(c));
        }
    }

    /// Returns the place in the original text, from its first seen character to its last.
    pub fn original(&self, place: TextRange) -> TextRange {
        let saved = |position: usize| bytes(&self.narrowed, position + 1);
        let start = place.start + bytes(&self.left_out, place.start + 1) + saved(place.start);
        if place.is_empty() {
            return TextRange::new(start, start);
        }
        TextRange::new(start, place.end + bytes(&self.left_out, place.end) + saved(place.end))
    }
}

/// How many bytes went before that position.
fn bytes(gone: &[(usize, usize)], position: usize) -> usize {
    let count = gone.partition_point(|(at, _)| *at < position);
    count.checked_sub(1).map_or(0, |last| gone[last].1)
}

/// A heading or a line of a sheet that was set with a space behind each character: 总 体 情 况.
fn is_letter_spaced(line: &str) -> bool {
    let chars: Vec<char> = line.chars().filter(|&c| !is_without_width(c)).collect();
    let spaced = chars.windows(3).filter(|at| is_han(at[0]) && is_space(at[1]) && is_han(at[2])).count();
    let close = chars.windows(2).filter(|at| is_han(at[0]) && is_han(at[1])).count();
    spaced >= FEWEST_SPACED && spaced > close
}

/// A line that is no row of a table: a sentence or a title, with nothing that parts cells in it, and no two numbers side by side.
fn is_prose(line: &str) -> bool {
    let is_sentence = line.contains(['，', '。', '；']) || line.contains("年度报告");
    if !is_sentence
        || line.contains(['\t', '|', '<'])
        || line.chars().filter(|&c| is_han(c)).nth(FEWEST_IN_PROSE - 1).is_none()
    {
        return false;
    }
    let ends_in_digit = |part: &str| part.chars().next_back().and_then(digit).is_some();
    let begins_with_digit = |part: &str| part.chars().next().and_then(digit).is_some();
    let parts: Vec<&str> = line.split_whitespace().collect();
    !parts.windows(2).any(|pair| ends_in_digit(pair[0]) && begins_with_digit(pair[1]))
}

fn is_space(c: char) -> bool {
    matches!(c, ' ' | '\u{a0}' | '\u{3000}')
}

fn is_wide_digit(c: char) -> bool {
    matches!(c, '０'..='９')
}

fn is_without_width(c: char) -> bool {
    matches!(
        c,
        '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2064}' | '\u{2066}'..='\u{2069}' | '\u{feff}'
    )
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn places_lead_back_to_the_same_words(
            text in "[一二三四五六七八九十]{10}[一二ab０１１ \u{200b}\u{feff}\n]{0,24}", from in 0usize..34, length in 1usize..8,
        ) {
            let Some(seen) = Seen::of(&text) else { return Ok(()) };
            let ends: Vec<usize> = seen.text.char_indices().map(|(at, _)| at).chain([seen.text.len()]).collect();
            let (Some(&start), Some(&end)) = (ends.get(from), ends.get(from + length)) else { return Ok(()) };
            let place = TextRange::new(start, end);
            let plain = |words: &str| -> String {
                let narrow = |c: char| digit(c).map_or(c, |value| char::from(b'0' + value));
                words.chars().filter(|&c| !is_without_width(c) && !is_space(c)).map(narrow).collect()
            };
            prop_assert_eq!(plain(seen.original(place).of(&text)), plain(place.of(&seen.text)));
        }
    }

    #[test]
    fn prose_is_smoothed_and_tables_are_not() {
        let seen = |text: &str| Seen::of(text).map(|seen| seen.text);
        let prose = "全年共收到政府 信息公开申请１４件，\u{200b}均已办结。";
        assert_eq!(seen(prose).as_deref(), Some("全年共收到政府信息公开申请14件，均已办结。"));
        assert_eq!(seen("一、总 体 情 况").as_deref(), Some("一、总体情况"));
        for table in ["自然人 商业企业 科研机构", "一、本年新收政府信息公开申请数量 １ ０ ０", "规章\t１\t０"]
        {
            assert_eq!(seen(table), None, "{table}");
        }
    }
}
