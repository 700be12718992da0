//! Numbers with their units in a sentence, for rules that compare numbers within the prose.

use crate::text::{Number, TextRange};
use crate::text::{chinese_value, is_chinese_numeral};
use crate::text::{digit, is_han};

/// Units of things that reports count.
const UNITS: [&str; 13] = ["人次", "件次", "条", "件", "份", "次", "个", "篇", "宗", "起", "例", "项", "期"];
/// Behind or before a number these make it rounded.
const ROUNDED_AFTER: [&str; 3] = ["余", "多", "来"];
const ROUNDED_BEFORE: [&str; 5] = ["约", "近", "超", "逾", "超过"];
/// Behind these a numeral is part of a word or an ordinal: 第二条, 每一项, 统一.
const NUMERAL_WORDS: &str = "第每这那统进逐同某任唯首之另上下";

/// A number of things, or a percentage (unit %).
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Amount<'a> {
    pub value: Number,
    /// Digits behind the decimal point.
    pub decimals: u8,
    pub unit: &'a str,
    /// From the first digit to the end of the unit.
    pub span: TextRange,
    pub rounded: bool,
}

impl Amount<'_> {
    /// The count, when it is exact and of that unit.
    pub fn count_of(&self, unit: &str) -> Option<i64> {
        self.value.as_whole().filter(|_| self.unit == unit && !self.rounded && self.decimals == 0)
    }
}

/// What some exact counts of one unit come to, and the sum written out; None when one is no such count.
pub fn added(items: &[Amount], unit: &str) -> Option<(i64, String)> {
    let mut sum: i64 = 0;
    let mut written = String::new();
    for item in items {
        let count = item.count_of(unit)?;
        sum = sum.checked_add(count)?;
        if !written.is_empty() {
            written.push('＋');
        }
        written.push_str(&count.to_string());
    }
    Some((sum, written))
}

/// Every amount of a sentence, in order. Years and dates have no unit of these and are left out.
pub fn amounts(text: &str, sentence: TextRange) -> Vec<Amount<'_>> {
    let words = sentence.of(text);
    let mut found = Vec::new();
    let mut at = 0;
    let begins = |c: char| digit(c).is_some() || is_chinese_numeral(c);
    while let Some(start) = words.get(at..).unwrap_or_default().find(begins).map(|place| at + place) {
        let numeral = numeral_at(words, start);
        let in_words = numeral.is_some();
        let (number, end) = numeral.unwrap_or_else(|| number_at(words, start));
        at = end.max(words.ceil_char_boundary(start + 1));
        let rest = words.get(end..).unwrap_or_default();
        let gap = rest.len() - rest.trim_start().len();
        let rest = rest.trim_start();
        let more = ROUNDED_AFTER.iter().find(|more| rest.starts_with(**more));
        let rest = more.map_or(rest, |more| rest.get(more.len()..).unwrap_or_default());
        let Some(unit) = UNITS.iter().chain(&["%", "％"]).find(|unit| rest.starts_with(**unit)) else { continue };
        let Some(value) = Number::parse(&number) else { continue };
        // 三个一批, 一件事: in words, a number counts where nothing of a name follows.
        let behind = rest.get(unit.len()..).unwrap_or_default().trim_start();
        if in_words && behind.starts_with(|c: char| is_han(c) && !matches!(c, '和' | '及' | '与')) {
            continue;
        }
        let unit_end = end + gap + more.map_or(0, |more| more.len()) + unit.len();
        let before = words.get(..start).unwrap_or_default().trim_end();
        found.push(Amount {
            value,
            decimals: number.split_once('.').map_or(0, |(_, decimals)| decimals.len() as u8),
            unit: if *unit == "％" { "%" } else { unit },
            span: TextRange::new(sentence.start + start, sentence.start + unit_end),
            rounded: more.is_some() || ROUNDED_BEFORE.iter().any(|word| before.ends_with(word)),
        });
        at = unit_end;
    }
    found
}

/// The Chinese numeral that begins there, in ASCII digits, and where it ends; none inside a word or behind 第.
fn numeral_at(words: &str, start: usize) -> Option<(String, usize)> {
    let rest = words.get(start..)?;
    let numeral = rest.get(..rest.find(|c| !is_chinese_numeral(c))?)?;
    let before = words.get(..start)?.chars().next_back();
    let in_word = before.is_some_and(|c| digit(c).is_some() || NUMERAL_WORDS.contains(c));
    let value = chinese_value(numeral).filter(|_| !in_word)?;
    Some((value.to_string(), start + numeral.len()))
}

/// The number that begins there in ASCII digits, separators of thousands left out, and where it ends.
fn number_at(words: &str, start: usize) -> (String, usize) {
    let mut number = String::new();
    let mut end = start;
    let mut chars = words.get(start..).unwrap_or_default().char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let next_is_digit = chars.peek().is_some_and(|&(_, next)| digit(next).is_some());
        match digit(c) {
            Some(value) => number.push(char::from(b'0' + value)),
            None if matches!(c, '.' | '．') && next_is_digit && !number.contains('.') => number.push('.'),
            // A number may be broken at the end of a line.
            None if c == '\r' && words.get(start + at..).unwrap_or_default().starts_with("\r\n") => continue,
            None if c == '\n' && next_is_digit => {}
            None if c == ',' && next_is_digit && thousands_follow(words.get(start + at + 1..).unwrap_or_default()) => {}
            None => break,
        }
        end = start + at + c.len_utf8();
    }
    (number, end)
}

/// Exactly three digits stand here.
fn thousands_follow(rest: &str) -> bool {
    rest.chars().take_while(|c| c.is_ascii_digit()).count() == 3
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str) -> Vec<(String, &str, bool)> {
        let found = amounts(text, TextRange::new(0, text.len()));
        found.into_iter().map(|amount| (amount.value.to_string(), amount.unit, amount.rounded)).collect()
    }

    #[test]
    fn amounts_have_units_and_years_have_none() {
        assert_eq!(
            of("2023年公开信息1,024条，占51.85％"),
            [("1024".to_string(), "条", false), ("51.85".to_string(), "%", false)]
        );
        assert_eq!(of("约２６０余条、 3 件次"), [("260".to_string(), "条", true), ("3".to_string(), "件次", false)]);
        assert_eq!(of("12月31日"), []);
        assert_eq!(of("公众号2\n22条"), [("222".to_string(), "条", false)]);
        assert_eq!(of("公众号2\r\n条"), [("2".to_string(), "条", false)]);
    }

    #[test]
    fn numerals_count_before_a_unit_and_not_in_words() {
        assert_eq!(
            of("公开五十三条，其中文件两条和动态五十条"),
            [("53".to_string(), "条", false), ("2".to_string(), "条", false), ("50".to_string(), "条", false)]
        );
        assert_eq!(of("第二条、每一项、统一条、三个一批、一件事、一次性告知、万余"), []);
    }
}
