//! ST-03: a section's number is another than its place in the form, or is written in another style than the others.

use super::{NUMERALS, found_sections};
use crate::form::FIRST_YEAR;
use crate::report::{Heading, NumeralStyle, Section};
use crate::rules::{Edit, Example, Rule, RuleContext, Severity, passages, sources, told};
use crate::text::TextRange;

pub static RULE: Rule = Rule {
    id: "ST-03",
    severity: Severity::Warning,
    basis: sources::HEADING_LEVELS,
    title: "部分的序号不对",
    checks: told("六个部分的标题序号是否为“一、”到“六、”，写法是否一致。"),
    why: told("序号错乱常是删减、拼接留下的痕迹，读者会以为少了内容。"),
    bad: examples![Example {
        shown: "第一部分标题写成“1、总体情况”，其余用“二、”“三、”。",
        edits: &[Edit::Words("一、总体情况", "1、总体情况")],
    }],
    good: examples![Example {
        shown: "标题写成“一、 总体情况”，只多一个空格。",
        edits: &[Edit::Words("一、总体情况", "一、 总体情况")],
    }],
    since: FIRST_YEAR,
    check,
    ..Rule::ORDINARY
};

fn check(context: &mut RuleContext) {
    let found = found_sections(context);
    let headings: Vec<(&Section, &Heading)> =
        found.iter().filter_map(|&(section, _)| Some((section, section.heading.as_ref()?))).collect();
    let style = |style| headings.iter().any(|(_, heading)| heading.numeral.is_some_and(|n| n.style == style));
    let mixed = style(NumeralStyle::Chinese) && (style(NumeralStyle::Arabic) || style(NumeralStyle::Bracketed));
    let wrong: Vec<(&Section, &Heading)> = headings
        .iter()
        .copied()
        .filter(|(section, heading)| match heading.numeral {
            None => true,
            Some(numeral) => numeral.value != section.number || mixed && numeral.style != NumeralStyle::Chinese,
        })
        .collect();
    if wrong.is_empty() {
        return;
    }
    let unnumbered = wrong.iter().filter(|(_, heading)| heading.numeral.is_none()).count();
    let pairs: Vec<String> = wrong
        .iter()
        .map(|(section, heading)| {
            let written = passages::quoted(heading.span.of(context.text), 16);
            format!("“{written}”应编为“{}、”", NUMERALS[usize::from(section.number.clamp(1, 6)) - 1])
        })
        .collect();
    let note =
        if unnumbered > 0 { "没有序号的标题，也可能是自动编号在粘贴时丢失了。" } else { "" };
    let message = format!("标题序号与统一格式不同：{}。{note}", pairs.join("，"));
    let text = context.text;
    let finding = context.report(message, "六个部分的序号统一为“一、”到“六、”。");
    // All numbers lost at once is how a paste from a word processor looks, not how a report is written.
    finding.severity_if(unnumbered == headings.len(), Severity::Info);
    for (section, heading) in wrong {
        let number = format!("{}、", NUMERALS[usize::from(section.number.clamp(1, 6)) - 1]);
        finding.at(heading.span).fix(numeral_span(text, heading), number);
    }
}

/// The number at the head of a heading with its mark and the space after it; empty where there is none.
fn numeral_span(text: &str, heading: &Heading) -> TextRange {
    let start = heading.span.start;
    let none = TextRange::new(start, start);
    if heading.numeral.is_none() {
        return none;
    }
    let words = heading.span.of(text);
    let mut end = None;
    for (at, c) in words.char_indices().take(8) {
        if matches!(c, '、' | '.' | '．' | ')' | '）' | ',' | '，') {
            end = Some(at + c.len_utf8());
        } else if end.is_some() {
            break;
        }
    }
    end.map_or(none, |end| {
        let space =
            words.get(end..).unwrap_or_default().len() - words.get(end..).unwrap_or_default().trim_start().len();
        TextRange::new(start, start + end + space)
    })
}
