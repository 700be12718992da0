//! WD-10: doubled, half-width or unmatched punctuation; once for each kind.

use crate::rules::{Edit, Example, Rule, RuleContext, Severity, passages, sources, told};
use crate::text::TextRange;
use crate::text::{is_han, item_numeral, occurrences_of_any};

pub static RULE: Rule = Rule {
    id: "WD-10",
    severity: Severity::Info,
    basis: sources::PRACTICE,
    title: "标点问题",
    checks: told("重复的标点（“。。”“，，”“；。”）、汉字之间的半角标点、不成对的书名号、引号和括号。每类只提示一次。"),
    why: told("标点整齐，公布的文本才像样。"),
    bad: examples![Example {
        shown: "“保密审查。。”。",
        edits: &[Edit::Words("逐条进行保密审查。", "逐条进行保密审查。。")]
    }],
    good: examples![Example {
        shown: "“3.5万元”“（1）”“12:30”里的半角标点不在汉字之间。",
        edits: &[Edit::Words("公文拟制时", "每天12:30更新，经费3.5万元。公文拟制时")],
    }],
    check,
    ..Rule::ORDINARY
};

/// Marks that never stand one after the other.
const DOUBLED: [&str; 11] = ["。。", "，，", "；；", "：：", "、、", "；。", "，。", "、，", "。，", "、。", "，、"];
/// Half-width marks and their Chinese forms.
const HALF_WIDTH: [(char, &str); 4] = [(',', "，"), (';', "；"), (':', "："), ('?', "？")];
/// Marks that stand in pairs: their name, those that open and those that close.
const PAIRS: [(&str, &[char], &[char]); 3] =
    [("书名号", &['《'], &['》']), ("引号", &['“'], &['”']), ("括号", &['（', '('], &['）', ')'])];

fn check(context: &mut RuleContext) {
    let lines = passages::prose_lines(context, context.reading.span);
    let mut doubled: Vec<TextRange> = Vec::new();
    let mut half: Vec<(TextRange, &str)> = Vec::new();
    for &line in &lines {
        let words = line.of(context.text);
        doubled.append(&mut occurrences_of_any(context.text, line, &DOUBLED));
        let mut before: Option<char> = None;
        let mut chars = words.char_indices().peekable();
        while let Some((at, c)) = chars.next() {
            let mark = HALF_WIDTH.iter().find(|(mark, _)| *mark == c);
            let after = chars.peek().map(|&(_, c)| c);
            if let (Some((_, full)), Some(before), Some(after)) = (mark, before, after)
                && is_han(before)
                && is_han(after)
            {
                half.push((TextRange::new(line.start + at, line.start + at + 1), full));
            }
            before = Some(c);
        }
    }
    if let Some(&first) = doubled.first() {
        let message = format!("标点重复：“{}”{}。", first.of(context.text), passages::times(doubled.len()));
        context.report(message, "删去多余的标点。").at_each(&doubled);
    }
    if let Some(&(first, mark)) = half.first() {
        let message = format!("汉字之间用了半角标点“{}”{}。", first.of(context.text), passages::times(half.len()));
        let finding = context.report(message, format!("改为中文标点，如“{mark}”。"));
        let finding = half.iter().fold(finding, |finding, &(place, _)| finding.at_each(&[place]));
        half.iter().fold(finding, |finding, &(place, mark)| finding.fix(place, mark));
    }
    for (name, open, close) in PAIRS {
        if let Some(place) = unmatched(context, open, close) {
            let message = format!("{name}“{}”不成对。", place.of(context.text));
            context.report(message, format!("补上另一半{name}。")).at(place);
        }
    }
}

/// The first mark of a section of prose that has no other half. Between the tables, half of a note may be a table's.
fn unmatched(context: &RuleContext, opening: &[char], closing: &[char]) -> Option<TextRange> {
    let sections = context.reading.sections.iter().filter(|section| matches!(section.number, 1 | 5 | 6));
    sections.filter(|section| section.heading.is_some()).find_map(|section| {
        let mut open: Vec<TextRange> = Vec::new();
        for line in passages::prose_lines(context, section.span) {
            let words = line.of(context.text);
            for (at, c) in words.char_indices() {
                let place = TextRange::new(line.start + at, line.start + at + c.len_utf8());
                // 1） numbers an item.
                let is_item = |before: char| before.is_ascii_alphanumeric() || item_numeral(before).is_some();
                if opening.contains(&c) {
                    open.push(place);
                } else if closing.contains(&c)
                    && open.pop().is_none()
                    && !words.get(..at).unwrap_or_default().ends_with(is_item)
                {
                    return Some(place);
                }
            }
        }
        open.first().copied()
    })
}
