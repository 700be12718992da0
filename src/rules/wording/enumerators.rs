//! WD-09: a list counts a number twice or leaves one out.

use crate::rules::{Edit, Example, Rule, RuleContext, Severity, passages, sources, told};
use crate::text::TextRange;
use crate::text::{ItemStyle, chinese_numeral, holds_any, is_han, item_number};

pub static RULE: Rule = Rule {
    id: "WD-09",
    severity: Severity::Warning,
    basis: sources::PRACTICE,
    title: "序号重复或跳号",
    checks: told("“一是……二是……”和“（一）……（二）……”“1.……2.……”是否从头依次数下来。"),
    why: told("序号乱了，读者会以为少了一条，也看得出稿子是拼接的。"),
    bad: examples![
        Example {
            shown: "“一是……二是……二是……”。",
            edits: &[Edit::Words("由专人提醒；二是增加图解和问答", "由专人提醒；二是充实解读材料；二是增加图解和问答")],
        },
        Example {
            shown: "总体情况从“（二）”数起，没有“（一）”。",
            edits: &[Edit::Words("（一）主动公开。围绕", "围绕")],
        },
    ],
    good: examples![Example {
        shown: "问题和措施各从“一是”数起。",
        edits: &[Edit::Words("由专人提醒；二是", "由专人提醒；二是开展培训；三是")],
    }],
    check,
    ..Rule::ORDINARY
};

/// The lists that are open, the innermost last: the number and the place of the latest item.
type Open = Vec<(u32, TextRange)>;

fn check(context: &mut RuleContext) {
    let mut open: [Open; 3] = Default::default();
    for line in passages::prose_lines(context, context.reading.span) {
        for (style, value, place) in items(context.text, line) {
            // A new item of a higher level closes the lists under it.
            let level = match style {
                // The numbers of the six sections are another rule's.
                ItemStyle::Chinese => {
                    open.iter_mut().for_each(Vec::clear);
                    continue;
                }
                ItemStyle::Bracketed => 0,
                ItemStyle::Arabic => 1,
                ItemStyle::Spoken => 2,
            };
            open[level + 1..].iter_mut().for_each(Vec::clear);
            let lists = &mut open[level];
            if lists.is_empty() && value == 2 && lacks_first(context, style, place) {
                let message = format!("“{}”前面没有“{}”，序号从中间开始。", written(style, 2), written(style, 1));
                context.report(message, "检查这一段是否少了内容，改正序号。").at(place);
            }
            if let Some((last, before)) = out_of_order(lists, value, place) {
                let what = if value == last { "重复" } else { "跳号" };
                let (last, now) = (written(style, last), written(style, value));
                let message = format!("“{last}”之后又是“{now}”，序号{what}。");
                let finding = context.report(message, "检查这一段是否少了或重复了内容，改正序号。");
                finding.at(place).related(before);
            }
        }
    }
}

/// Whether a list begins with its second item: nothing like its first stands before it in its section.
fn lacks_first(context: &RuleContext, style: ItemStyle, place: TextRange) -> bool {
    let section = context.reading.sections.iter().map(|section| section.body()).find(|body| body.contains(place.start));
    let Some(section) = section else { return false };
    let before = passages::plain(TextRange::new(section.start, place.start).of(context.text));
    let first: &[&str] = match style {
        ItemStyle::Bracketed => &["(一)", "㈠", "一是", "一、", "1."],
        ItemStyle::Arabic => &["1.", "1、", "1)", "⒈", "①", "一是"],
        ItemStyle::Spoken => &["一是", "一方面", "首先", "第一", "1.", "(一)"],
        ItemStyle::Chinese => return false,
    };
    !holds_any(&before, first)
}

/// Puts an item into the open lists; the latest item of its list when it does not follow that one.
fn out_of_order(lists: &mut Open, value: u32, place: TextRange) -> Option<(u32, TextRange)> {
    if value == 1 || lists.is_empty() {
        lists.push((value, place));
        return None;
    }
    if let Some(index) = lists.iter().rposition(|(last, _)| last + 1 == value) {
        lists.truncate(index + 1);
        lists[index] = (value, place);
        return None;
    }
    let last = lists.pop()?;
    lists.push((value, place));
    // A number far below or above belongs to a list whose beginning stands elsewhere.
    (value == last.0 || value == last.0 + 2).then_some(last)
}

/// The items of a line: at its start in every style, and 一是, （一） after a stop.
fn items(text: &str, line: TextRange) -> Vec<(ItemStyle, u32, TextRange)> {
    let words = line.of(text);
    let mut found = Vec::new();
    let mut before: Option<char> = None;
    for (at, c) in words.char_indices() {
        let starts = match before {
            None => true,
            Some(before) => matches!(before, '。' | '；' | '：' | ';' | ':' | '，' | '、' | '！' | '”' | '“'),
        };
        if !c.is_whitespace() {
            before = Some(c);
        }
        if !starts {
            continue;
        }
        let Some((style, value, length)) = item_number(words.get(at..).unwrap_or_default()) else { continue };
        let inline = match style {
            ItemStyle::Spoken => is_statement(words.get(at + length..).unwrap_or_default()),
            ItemStyle::Bracketed => {
                at == 0 || words.get(..at).unwrap_or_default().trim_end().ends_with(['。', '；', '：'])
            }
            ItemStyle::Chinese | ItemStyle::Arabic => at == 0,
        };
        if inline {
            found.push((style, value, TextRange::new(line.start + at, line.start + at + length)));
        }
    }
    found
}

/// 一是 goes on with words; 一是一 does not count.
fn is_statement(rest: &str) -> bool {
    rest.trim_start()
        .chars()
        .next()
        .is_some_and(|c| is_han(c) || matches!(c, '“' | '《' | '：' | '，') || c.is_ascii_alphanumeric())
}

fn written(style: ItemStyle, value: u32) -> String {
    match style {
        ItemStyle::Spoken => format!("{}是", chinese_numeral(value)),
        ItemStyle::Bracketed => format!("（{}）", chinese_numeral(value)),
        ItemStyle::Chinese => format!("{}、", chinese_numeral(value)),
        ItemStyle::Arabic => format!("{value}."),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn faults(values: &[u32]) -> Vec<u32> {
        let mut lists = Vec::new();
        let faulty = values.iter().filter(|&&value| out_of_order(&mut lists, value, TextRange::default()).is_some());
        faulty.copied().collect()
    }

    #[test]
    fn lists_within_lists_are_told_apart() {
        assert!(faults(&[1, 2, 3, 1, 2]).is_empty());
        assert!(faults(&[1, 2, 1, 2, 3, 3]).is_empty());
        assert_eq!(faults(&[1, 2, 2, 3]), [2]);
        assert_eq!(faults(&[1, 3]), [3]);
        assert!(faults(&[2, 3]).is_empty());
    }

    #[test]
    fn words_that_only_look_like_items_are_none() {
        let text = "统一是关键，唯一是公平；第二十条第（一）项、（二）项。一是检查；二是提醒";
        let found: Vec<u32> =
            items(text, TextRange::new(0, text.len())).into_iter().map(|(_, value, _)| value).collect();
        assert_eq!(found, [1, 2]);
    }
}
