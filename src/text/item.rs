//! Numbered items, and lines that go on with the line before them.

use super::{TextRange, chinese_value, digit, folded, is_han};

/// A line shorter than this was not wrapped, in characters.
const SHORTEST_WRAPPED_LINE: usize = 15;
const LONGEST_NUMBER: usize = 3;

/// How a list item is numbered.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum ItemStyle {
    /// 一、
    Chinese,
    /// （一）
    Bracketed,
    /// 1. or 1、
    Arabic,
    /// 一是
    Spoken,
}

/// Returns the number a text begins with, and the length of the number with its mark in bytes. White space in it does not count.
pub fn item_number(text: &str) -> Option<(ItemStyle, u32, usize)> {
    let shown = text.char_indices().filter(|(_, c)| !c.is_whitespace());
    let chars: Vec<(usize, char)> = shown.take(LONGEST_NUMBER + 4).collect();
    let opened = usize::from(chars.first().is_some_and(|&(_, c)| folded(c) == '('));
    let digits = |accept: fn(char) -> bool| chars[opened..].iter().take_while(|&&(_, c)| accept(c)).count();
    let (chinese, arabic) = (digits(|c| item_numeral(c).is_some()), digits(|c| digit(c).is_some()));
    let length = chinese.max(arabic);
    if length == 0 || length > LONGEST_NUMBER {
        return None;
    }
    let number: String = chars[opened..opened + length].iter().map(|&(_, c)| folded(c)).collect();
    let value = if arabic > 0 { number.parse().ok()? } else { u32::try_from(chinese_value(&number)?).ok()? };
    let &(at, mark) = chars.get(opened + length)?;
    let after = at + mark.len_utf8();
    let next_is_digit = text.get(after..).unwrap_or_default().starts_with(|c| digit(c).is_some());
    let style = match (opened, arabic, folded(mark)) {
        (1, 0, ')') => ItemStyle::Bracketed,
        (0, 0, '、' | ',' | '.') => ItemStyle::Chinese,
        (0, 0, '是') => ItemStyle::Spoken,
        (0, 1.., '.' | '、') if !next_is_digit => ItemStyle::Arabic,
        _ => return None,
    };
    Some((style, value, after))
}

/// Whether a text begins with the number of an item, which 一是 is not: it goes on within a paragraph.
pub fn begins_item(text: &str) -> bool {
    item_number(text).is_some_and(|(style, ..)| style != ItemStyle::Spoken)
}

/// Returns the value of a character that items are numbered with: 一 to 十.
pub fn item_numeral(c: char) -> Option<u32> {
    "一二三四五六七八九十".chars().zip(1..).find_map(|(known, value)| (known == c).then_some(value))
}

/// Whether a line goes on with the sentence of the line before it.
pub fn is_wrapped(text: &str, before: TextRange, line: TextRange) -> bool {
    let between = TextRange::new(before.end, line.start).of(text);
    let (Some(last), Some(first)) = (before.of(text).chars().next_back(), line.of(text).chars().next()) else {
        return false;
    };
    let goes_on = is_han(last)
        || digit(last).is_some()
        // A number that is broken at its decimal point.
        || last == '.' && digit(first).is_some()
        || "，,、〔〕（）()《》“”".contains(last);
    let continues = is_han(first) || digit(first).is_some() || "《》“”，、。；：%〔〕（）()".contains(first);
    between.matches('\n').count() == 1
        && goes_on
        && continues
        && before.of(text).chars().filter(|c| !c.is_whitespace()).nth(SHORTEST_WRAPPED_LINE).is_some()
        && item_number(line.of(text)).is_none()
}

#[cfg(test)]
mod tests {
    use super::*;
    #[test]
    fn item_numbers_are_told_from_figures() {
        let of = |text| item_number(text).map(|(style, value, _)| (style, value));
        assert_eq!(of("（十二）其他"), Some((ItemStyle::Bracketed, 12)));
        assert_eq!(of("三、总体"), Some((ItemStyle::Chinese, 3)));
        assert_eq!(of("2. 扩大"), Some((ItemStyle::Arabic, 2)));
        assert_eq!(of("二是加强"), Some((ItemStyle::Spoken, 2)));
        assert_eq!(of("2.5万元"), None);
        assert_eq!(of("2023年"), None);
        assert_eq!(of("（ 二 ） 其他"), Some((ItemStyle::Bracketed, 2)));
        assert_eq!(of("２．扩大"), Some((ItemStyle::Arabic, 2)));
        assert_eq!(of("（"), None);
        assert_eq!(of("一些"), None);
    }

    #[test]
    fn lines_go_on_where_a_sentence_was_cut() {
        let wraps = |before: &str, after: &str| {
            let text = format!("{before}\n{after}");
            is_wrapped(&text, TextRange::new(0, before.len()), TextRange::new(before.len() + 1, text.len()))
        };
        let line = "全年主动公开各类政府信息，受理群众申请";
        assert!(wraps(line, "共12件"));
        assert!(wraps(&format!("{line}〔"), "2024〕3号"));
        assert!(wraps(&format!("{line}3."), "5万元"));
        assert!(wraps(line, "（含网上申请）"));
        assert!(!wraps(&format!("{line}。"), "全年"));
        assert!(!wraps("主动公开情况", "全年公开"));
        assert!(!wraps(line, "（二）依申请公开"));
        assert!(!wraps(line, "一是加强领导"));
        assert!(!wraps(line, "Word"));
    }
}
