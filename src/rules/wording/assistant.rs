//! WD-06: marks and phrases of a text-writing program.

use crate::rules::{Edit, Example, Rule, RuleContext, Severity, passages, sources, told};
use crate::text::TextRange;
use crate::text::{holds_any, is_han};

pub static RULE: Rule = Rule {
    id: "WD-06",
    severity: Severity::Error,
    basis: sources::PRACTICE,
    title: "文本生成软件的残留",
    checks: told("成对的星号、下划线和代码围栏等标记，以及“希望对您有帮助”一类的话。"),
    why: told("说明稿子未经通读就要公布。"),
    bad: examples![Example {
        shown: "“**加强保密审查**”。",
        edits: &[Edit::Words("发布前逐条进行保密审查", "**发布前逐条进行保密审查**")],
    }],
    good: examples![Example {
        shown: "“电话：____________”是待填的空格。",
        edits: &[Edit::Words("联系（地址", "联系（传真：____________，地址")],
    }],
    check,
    ..Rule::ORDINARY
};

const PHRASES: [&str; 10] = [
    "希望对您有帮助",
    "希望对你有帮助",
    "希望以上内容对您有所帮助",
    "希望这份报告对您有所帮助",
    "作为一个AI",
    "作为AI助手",
    "作为AI语言模型",
    "作为人工智能助手",
    "如需进一步修改，请告诉我",
    "如需调整，请随时告诉我",
];
/// Emphasised words are short.
const LONGEST_EMPHASIS: usize = 120;

fn check(context: &mut RuleContext) {
    let mut pairs: Vec<(TextRange, TextRange)> = Vec::new();
    let mut phrases: Vec<TextRange> = Vec::new();
    for line in passages::prose_lines(context, context.reading.span) {
        let words = line.of(context.text);
        for mark in ["**", "__"] {
            pairs.extend(emphasis(words, mark).into_iter().map(|(open, close)| {
                (
                    TextRange::new(line.start + open, line.start + open + 2),
                    TextRange::new(line.start + close, line.start + close + 2),
                )
            }));
        }
        let generated = words.contains("以下是") && words.contains("为您生成");
        let fence = words.starts_with("```");
        if fence || generated || holds_any(words, &PHRASES) {
            phrases.push(line);
        }
    }
    if let Some(&(open, close)) = pairs.first() {
        let shown = passages::quoted(open.cover(close).of(context.text), 20);
        let times = passages::and_more(pairs.len());
        let message = format!("“{shown}”{times}带有成对的标记符号，是Markdown排版标记的残留。");
        let finding = context.report(message, "删去标记符号。");
        let finding = pairs.iter().fold(finding, |finding, &(open, close)| finding.at_each(&[open.cover(close)]));
        pairs.iter().fold(finding, |finding, &(open, close)| finding.fix(open, "").fix(close, ""));
    }
    if let Some(first) = phrases.first() {
        let shown = passages::quoted(first.of(context.text), 24);
        let finding = context.report(format!("“{shown}”是文本生成软件的话或标记。"), "删去，并通读全文。");
        finding.at_each(&phrases);
    }
}

/// Pairs of a mark around words on one line: the places of the opening and of the closing mark.
fn emphasis(line: &str, mark: &str) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(open) = line.get(at..).unwrap_or_default().find(mark).map(|place| at + place) {
        let inside = open + mark.len();
        let Some(close) = line.get(inside..).unwrap_or_default().find(mark).map(|place| inside + place) else { break };
        let words = line.get(inside..close).unwrap_or_default();
        let is_words = words.chars().any(|c| is_han(c) || c.is_ascii_alphanumeric())
            && !words.starts_with(char::is_whitespace)
            && !words.starts_with(mark.get(..1).unwrap_or_default())
            && words.chars().nth(LONGEST_EMPHASIS).is_none();
        let longer = line.get(close + mark.len()..).unwrap_or_default().starts_with(mark.get(..1).unwrap_or_default())
            || line.get(..open).unwrap_or_default().ends_with(mark.get(..1).unwrap_or_default());
        if is_words && !longer {
            found.push((open, close));
            at = close + mark.len();
        } else {
            at = inside;
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_pairs_around_words_are_marks() {
        assert_eq!(emphasis("2. **依申请公开。**制定", "**").len(), 1);
        assert_eq!(emphasis("**甲** 与 **乙**", "**").len(), 2);
        assert!(emphasis("地址：____ 电话：____", "__").is_empty());
        assert!(emphasis("2**3", "**").is_empty());
        assert!(emphasis("** 注 **", "**").is_empty());
    }
}
