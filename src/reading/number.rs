//! A number as offices write it in a cell: digits of any width, signs, thousands separators, units, notes, Chinese numerals, O for 0.

use crate::text::Number;
use crate::text::{chinese_value, digit, folded, is_chinese_numeral, is_letter};

/// What the words of one cell say.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum CellText {
    Number(Written),
    Placeholder,
}

/// A number with what was written around it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Written {
    pub value: Number,
    pub unit: Option<String>,
    /// Written in Chinese numerals.
    pub chinese: bool,
}

const UNITS: [&str; 24] = [
    "万元", "亿元", "人次", "件次", "千元", "美元", "元", "件", "条", "个", "项", "次", "份", "宗", "起", "例", "篇",
    "人", "部", "场", "期", "家", "名", "类",
];

/// As they are compared: a dash of any length is one or two hyphens.
const PLACEHOLDERS: [&str; 9] = ["/", "-", "--", "\\", "无", "无数据", "N/A", "不适用", "*"];
/// The most digits that are kept exactly.
const MOST_DIGITS: usize = 15;

/// Reads the words of a cell; None when they are no number and no placeholder.
pub fn read(cell: &str) -> Option<CellText> {
    let cell = cell.trim();
    if cell.is_empty() || cell.len() > 120 {
        return None;
    }
    // Most cells are nothing but digits.
    if cell.len() <= MOST_DIGITS && cell.bytes().all(|byte| byte.is_ascii_digit()) {
        let value = Number::parse(cell)?;
        return Some(CellText::Number(Written { value, unit: None, chinese: false }));
    }
    if !cell.starts_with(may_begin) {
        return None;
    }
    let narrow: String = cell.chars().map(folded).collect();
    if PLACEHOLDERS.contains(&narrow.as_str()) {
        return Some(CellText::Placeholder);
    }
    let (sign, rest) = sign(&narrow);
    let (value, chinese, rest) =
        digits(rest).map(|(v, r)| (v, false, r)).or_else(|| chinese(rest).map(|(v, r)| (v, true, r)))?;
    let (unit, rest) = unit(rest.trim_start());
    if !is_note(rest.trim()) {
        return None;
    }
    let value = if sign { Number::decimal(-value.0, value.1)? } else { Number::decimal(value.0, value.1)? };
    Some(CellText::Number(Written { value, unit, chinese }))
}

/// Whether a number or a placeholder may begin with that character; most words do not.
fn may_begin(c: char) -> bool {
    let c = folded(c);
    c.is_ascii_digit()
        || is_chinese_numeral(c)
        || matches!(c, 'O' | 'o' | '○' | '+' | '-' | '增' | '减' | '/' | '\\' | '无' | 'N' | '不' | '*')
}

/// Whether the number is negative, and the rest.
fn sign(text: &str) -> (bool, &str) {
    for (mark, negative) in [("+", false), ("-", true), ("增加", false), ("减少", true), ("增", false), ("减", true)]
    {
        if let Some(rest) = text.strip_prefix(mark) {
            return (negative, rest.trim_start());
        }
    }
    (false, text)
}

/// Mantissa and decimals of leading digits; thousands separators only where they part groups of three.
fn digits(text: &str) -> Option<((i64, u8), &str)> {
    if let Some(rest) = text.strip_prefix(['O', 'o', '○']).filter(|rest| !rest.starts_with('.')) {
        // One letter for zero, alone.
        return (!rest.starts_with(|c: char| is_letter(c) || digit(c).is_some())).then_some(((0, 0), rest));
    }
    // The letter among digits, as in 8O, is a zero too; both have one byte.
    let zeros = text.replace(['O', 'o'], "0");
    let digits_end = zeros.bytes().take_while(u8::is_ascii_digit).count();
    let letters_follow = text.get(digits_end..).unwrap_or_default().starts_with(|c: char| c.is_ascii_alphabetic());
    let read_as = if letters_follow { text } else { zeros.as_str() };
    let bytes = read_as.as_bytes();
    let run = |from: usize| bytes[from..].iter().take_while(|b| b.is_ascii_digit()).count();
    let mut end = run(0);
    if end == 0 {
        return None;
    }
    let mut plain = read_as.get(..end).unwrap_or_default().to_string();
    while end <= 15
        && matches!(bytes.get(end), Some(b','))
        && run(end + 1) == 3
        && plain.len() <= 15
        && plain_group(&plain)
    {
        plain.push_str(read_as.get(end + 1..end + 4).unwrap_or_default());
        end += 4;
    }
    let mut decimals = 0;
    if bytes.get(end) == Some(&b'.') {
        decimals = run(end + 1);
        if decimals == 0 || decimals > 6 {
            return None;
        }
        plain.push_str(read_as.get(end + 1..end + 1 + decimals).unwrap_or_default());
        end += 1 + decimals;
    }
    if plain.len() > 15 {
        return None;
    }
    Some(((plain.parse().ok()?, decimals as u8), text.get(end..).unwrap_or_default()))
}

/// Before a separator stand one to three digits, or whole groups of three after them; never a leading zero.
fn plain_group(digits: &str) -> bool {
    !digits.starts_with('0') && !digits.is_empty()
}

/// A whole Chinese numeral at the start: 〇, 十二, 一百零三, 二〇二四.
fn chinese(text: &str) -> Option<((i64, u8), &str)> {
    let end = text.find(|c| !is_chinese_numeral(c)).unwrap_or(text.len());
    let value = chinese_value(text.get(..end).unwrap_or_default())?;
    Some(((value, 0), text.get(end..).unwrap_or_default()))
}

fn unit(text: &str) -> (Option<String>, &str) {
    match UNITS.iter().find_map(|unit| Some((unit, text.strip_prefix(unit)?))) {
        Some((unit, rest)) => (Some((*unit).to_string()), rest),
        None => (None, text),
    }
}

/// Nothing, or one bracketed note: 22（其中修订16件）; （七） begins the next label.
fn is_note(text: &str) -> bool {
    let note = text.strip_prefix('(').and_then(|note| note.strip_suffix(')'));
    text.is_empty() || note.is_some_and(|note| !note.contains('(') && !note.chars().all(is_chinese_numeral))
}

/// Words that directly follow a number in a sentence: 3件、, 2021年.
pub fn is_counted_in_prose(after: &str) -> bool {
    let after = after.trim_start_matches([' ', '\u{a0}', '\u{3000}']);
    let Some(first) = after.chars().next() else { return false };
    matches!(
        first,
        '件' | '条'
            | '项'
            | '个'
            | '份'
            | '宗'
            | '起'
            | '次'
            | '人'
            | '元'
            | '万'
            | '亿'
            | '年'
            | '月'
            | '日'
            | '号'
            | '%'
            | '％'
            | '名'
            | '场'
            | '篇'
            | '期'
            | '册'
            | '例'
            | '家'
            | '部'
            | '类'
            | '余'
            | '多'
            | '，'
            | '。'
            | '；'
            | '：'
            | '/'
    )
}

/// The digits of a run, half- or full-width.
pub fn digits_of(text: &str) -> Vec<u8> {
    text.chars().filter_map(digit).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn value(cell: &str) -> Option<String> {
        match read(cell)? {
            CellText::Number(number) => Some(number.value.to_string()),
            CellText::Placeholder => Some("placeholder".to_string()),
        }
    }

    #[test]
    fn numbers_are_read_as_written() {
        for (cell, expected) in [
            ("0", "0"),
            ("０", "0"),
            ("１２", "12"),
            ("1,024", "1024"),
            ("1，024，000", "1024000"),
            ("43.788万元", "43.788"),
            ("251000元", "251000"),
            ("+2", "2"),
            ("－1", "-1"),
            ("增5", "5"),
            ("减3", "-3"),
            ("9条", "9"),
            ("22（其中修订 16 件）", "22"),
            ("O", "0"),
            ("8O", "80"),
            ("O.O8", "0.08"),
            ("〇", "0"),
            ("零", "0"),
            ("十二", "12"),
            ("一百零三", "103"),
            ("三万二千", "32000"),
            ("/", "placeholder"),
            ("—", "placeholder"),
            ("无", "placeholder"),
            ("－", "placeholder"),
            ("75394432.52元", "75394432.52"),
        ] {
            assert_eq!(value(cell).as_deref(), Some(expected), "{cell}");
        }
    }

    #[test]
    fn other_words_are_no_numbers() {
        for cell in [
            "1 0",
            "公示栏9条",
            "若干",
            "1.2.3",
            "12 34",
            "1,02",
            "2021年",
            "",
            "三、",
            "规章",
            "O2",
            "123456789012345678",
        ] {
            assert_eq!(value(cell), None, "{cell}");
        }
    }
}
