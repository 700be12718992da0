//! Characters and words: what counts as the same when labels, headings and sentences are compared. Places always stay those of the text.

mod date;
mod item;
mod lexicon;
mod normalized;
mod number;
mod numeral;
mod range;
mod seen;
mod source;
mod traditional;
mod visible;
mod words;

pub use date::Date;
pub use item::{ItemStyle, begins_item, is_wrapped, item_number, item_numeral};
pub use lexicon::Lexicon;
pub use normalized::{Normalized, Words};
pub use number::Number;
pub use numeral::{chinese_numeral, chinese_value, is_chinese_numeral};
pub use range::TextRange;
pub use seen::Seen;
pub use source::{LONGEST_TEXT, Source, SourceError};
pub use traditional::simplified;
pub use visible::{is_unseen, named, visible};
pub use words::{holds_any, occurrences, occurrences_of_any, occurrences_of_each, places_of_any};

/// A Chinese character.
pub fn is_han(c: char) -> bool {
    ('\u{4e00}'..='\u{9fff}').contains(&c) || c == '〇'
}

/// A letter or a Chinese character. The standard library's tables of all scripts would weigh more than this is worth.
pub fn is_letter(c: char) -> bool {
    c.is_ascii_alphabetic() || is_han(c) || matches!(c, 'À'..='\u{24f}' | 'Ａ'..='Ｚ' | 'ａ'..='ｚ')
}

/// A character as it is compared: full-width forms narrowed, traditional ones simplified, brackets and quotes unified.
pub fn folded(c: char) -> char {
    match c {
        '\0'..='\u{7f}' => c,
        '〔' | '［' | '【' | '〈' => '(',
        '〕' | '］' | '】' | '〉' => ')',
        '“' | '”' | '„' | '‟' | '「' | '」' | '『' | '』' | '＂' => '"',
        '‘' | '’' | '＇' => '\'',
        '\u{2010}'..='\u{2015}' | '−' => '-',
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(c as u32 - 0xfee0).unwrap_or(c),
        _ => simplified(c),
    }
}

/// The value of a digit, half- or full-width.
pub fn digit(c: char) -> Option<u8> {
    match c {
        '0'..='9' => Some(c as u8 - b'0'),
        '０'..='９' => Some((c as u32 - '０' as u32) as u8),
        _ => None,
    }
}

/// The characters that carry a label's meaning: Chinese characters, simplified, and digits; nothing else.
pub fn key(text: &str) -> String {
    gathered(text, text.chars().map(folded).filter(|&c| is_han(c) || c.is_ascii_digit()))
}

/// The text without white space.
pub fn squeezed(text: &str) -> String {
    gathered(text, text.chars().filter(|c| !c.is_whitespace()))
}

/// The characters as they are compared, without white space: traditional ones simplified, full-width ones narrowed.
pub fn plain(text: &str) -> String {
    gathered(text, text.chars().filter(|c| !c.is_whitespace()).map(folded))
}

/// What is kept of the characters of a text, put into room that is asked for once.
fn gathered(text: &str, chars: impl Iterator<Item = char>) -> String {
    let mut kept = String::with_capacity(text.len());
    kept.extend(chars);
    kept
}

/// The lines of a text with their places, line ends left out.
pub fn lines(text: &str, within: TextRange) -> impl Iterator<Item = TextRange> + '_ {
    let mut start = within.start;
    let body = within.of(text);
    body.split_inclusive('\n').map(move |line| {
        let here = start;
        start += line.len();
        let ending = line.bytes().rev().take_while(|byte| matches!(byte, b'\n' | b'\r')).count();
        TextRange::new(here, start - ending)
    })
}

/// The lines outside the given places, or what is left of them, without white space around them and without empty ones.
pub fn lines_outside(text: &str, within: TextRange, mut outside: Vec<TextRange>) -> Vec<TextRange> {
    outside.retain(|span| !span.is_empty());
    TextRange::sort(&mut outside);
    let mut next = 0;
    let mut found = Vec::new();
    for line in lines(text, within) {
        let mut start = line.start;
        while start < line.end {
            while outside.get(next).is_some_and(|span| span.end <= start) {
                next += 1;
            }
            let (end, resume) = match outside.get(next) {
                Some(span) if span.start <= start => (start, span.end.min(line.end)),
                Some(span) if span.start < line.end => (span.start, span.start),
                _ => (line.end, line.end),
            };
            let piece = trimmed(text, TextRange::new(start, end));
            if !piece.is_empty() {
                found.push(piece);
            }
            start = resume;
        }
    }
    found
}

/// The place without white space around it.
pub fn trimmed(text: &str, span: TextRange) -> TextRange {
    let content = span.of(text);
    let begun = content.trim_start();
    let start = span.start + (content.len() - begun.len());
    TextRange::new(start, start + begun.trim_end().len())
}

/// How many single-character edits turn one string into the other, or None when more than `limit`.
pub fn edit_distance(a: &[char], b: &[char], limit: usize) -> Option<usize> {
    if limit == 0 {
        return (a == b).then_some(0);
    }
    // A character that the other string has nowhere is an edit at least.
    if a.len().abs_diff(b.len()) > limit || a.iter().filter(|c| !b.contains(c)).nth(limit).is_some() {
        return None;
    }
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, &x) in a.iter().enumerate() {
        let mut diagonal = row[0];
        row[0] = i + 1;
        for (j, &y) in b.iter().enumerate() {
            let replaced = diagonal + usize::from(x != y);
            diagonal = row[j + 1];
            row[j + 1] = replaced.min(row[j] + 1).min(diagonal + 1);
        }
        if row.iter().min().is_none_or(|&least| least > limit) {
            return None;
        }
    }
    row.last().copied().filter(|&distance| distance <= limit)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_ignore_brackets_spaces_and_the_kind_of_character() {
        assert_eq!(key("（三） 不予公開"), key("(三)不予公开"));
        assert_eq!(key("１. 属于国家秘密"), "1属于国家秘密");
    }

    #[test]
    fn lines_keep_their_places() {
        let text = "一\r\n二\n\n三";
        let found: Vec<&str> = lines(text, TextRange::new(0, text.len())).map(|span| span.of(text)).collect();
        assert_eq!(found, ["一", "二", "", "三"]);
    }

    #[test]
    fn distances_stop_at_the_limit() {
        let chars = |text: &str| text.chars().collect::<Vec<_>>();
        assert_eq!(edit_distance(&chars("结果维持"), &chars("结果维护"), 2), Some(1));
        assert_eq!(edit_distance(&chars("结果维持"), &chars("尚未审结"), 2), None);
    }
}
