//! Names of offices as they stand in titles, over signatures and on sheets.

use std::ops::Range;

use crate::report::Written;
use crate::text::TextRange;
use crate::text::{Normalized, Words, is_han};

/// What the name of an office ends with.
const LAST_CHARACTERS: &str = "府局委办处院所站心会室厅部队司乡镇道区县市省州盟旗校学馆社团组署行台科园场厂库联木关狱";
const LONGEST_NAME: usize = 40;
/// Words that are no part of a name, though a line with them may end like one.
const NEVER_IN_A_NAME: Words =
    Words("信息公开 政务公开 总体情况 首页 附件 目录 报告 年度 无其他 负责 公布 印发 当前位置");
/// What is stamped or written behind a name.
pub const STAMPS: Words = Words("(盖章) (公章) (印章) (章)");

/// Whether these characters can be the name of an office.
pub fn is_name(flat: &Normalized, range: Range<usize>) -> bool {
    let Some(chars) = flat.chars().get(range.clone()) else { return false };
    // 第17中学, 129团
    let is_digit = |&at: &usize| chars[at].is_ascii_digit();
    let is_ordinal = |at: usize| {
        let first = (0..=at).rev().take_while(is_digit).last().unwrap_or(at);
        let behind = (at..chars.len()).find(|at| !is_digit(at)).map(|at| chars[at]);
        first.checked_sub(1).is_some_and(|before| chars[before] == '第') || behind == Some('团')
    };
    let fits = |(at, c): (usize, &char)| match c {
        '(' | ')' | '·' | '、' => true,
        c if c.is_ascii_digit() => is_ordinal(at),
        c => is_han(*c),
    };
    (2..=LONGEST_NAME).contains(&chars.len())
        && chars.iter().enumerate().all(fits)
        && chars.last().is_some_and(|&last| last == ')' || LAST_CHARACTERS.contains(last))
        && chars.first().is_some_and(|&first| is_han(first))
        && !NEVER_IN_A_NAME.stand_in(flat, range)
}

/// The range without a stamp behind it.
pub fn unstamped(flat: &Normalized, range: Range<usize>) -> Range<usize> {
    range.start..STAMPS.before(flat, range.end).filter(|&start| start >= range.start).unwrap_or(range.end)
}

/// A name on a line of its own.
pub fn on_line(text: &str, line: TextRange) -> Option<Written> {
    // A name has some forty characters; a longer line is not looked at further.
    if line.end - line.start > LONGEST_NAME * 8 {
        return None;
    }
    let flat = Normalized::of(text, line);
    let start = Words("编制单位: 报告单位: 单位名称: 单位:").after(&flat, 0).unwrap_or(0);
    let range = unstamped(&flat, start..flat.len());
    is_name(&flat, range.clone()).then(|| written(&flat, text, range))
}

/// A part of the text as written, with its place.
pub fn written(flat: &Normalized, text: &str, range: Range<usize>) -> Written {
    Written { text: flat.written(text, range.clone()), span: flat.span(range) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn name(text: &str) -> Option<String> {
        on_line(text, TextRange::new(0, text.len())).map(|name| name.text)
    }

    #[test]
    fn offices_are_told_from_other_short_lines() {
        for line in [
            "禾川县柳溪镇人民政府",
            " 柳 溪 乡 ",
            "云山海关",
            "禾川县民政局（盖章）",
            "云山市城市管理局（云山市综合行政执法局）",
            "第17镇人民政府",
            "云山市第２中学",
            "第八师129团",
        ] {
            assert!(name(line).is_some(), "{line}");
        }
        assert_eq!(name("禾川县民政局（盖章）").as_deref(), Some("禾川县民政局"));
        for line in [
            "无",
            "无其他需要报告的事项",
            "政府信息公开办公室负责",
            "2023年",
            "12月",
            "2个社区",
            "附件：统计表",
            "首页>柳溪镇",
            "",
        ] {
            assert_eq!(name(line), None, "{line}");
        }
    }
}
