//! ST-02: the sections stand in another order than in the annex, or one of them twice.

use super::{found_sections, full_heading};
use crate::form::{self, FIRST_YEAR, SECTIONS};
use crate::rules::{Edit, Example, Rule, RuleContext, Severity, passages, sources, told};
use crate::text::TextRange;
use crate::text::{ItemStyle, item_number, key};

pub static RULE: Rule = Rule {
    id: "ST-02",
    severity: Severity::Warning,
    basis: sources::ANNEX_HEADINGS,
    title: "部分的顺序不对或重复",
    checks: told("六个部分是否依次排列，有没有哪个部分出现两次。报告后面的附件不计。"),
    why: told("顺序一致，读者和上级单位才能在各单位的报告之间对照。"),
    bad: examples![Example {
        shown: "“五、存在的主要问题及改进情况”和“六、其他需要报告的事项”对调。",
        edits: &[
            Edit::Words("五、存在的主要问题及改进情况", "六、其他需要报告的事项（前）"),
            Edit::Words("六、其他需要报告的事项\n", "五、存在的主要问题及改进情况\n"),
            Edit::Words("六、其他需要报告的事项（前）", "六、其他需要报告的事项"),
        ],
    }],
    good: examples![Example {
        shown: "报告之后另附一份说明，里面也有“一、总体情况”。",
        edits: &[Edit::Append("\n附件：编制说明\n一、总体情况\n本说明记录数据的来源。\n")],
    }],
    accompanied_by: &["ST-15"],
    since: FIRST_YEAR,
    check,
    ..Rule::ORDINARY
};

/// No heading has so many characters.
const LONGEST_HEADING: usize = 40;

fn check(context: &mut RuleContext) {
    let found = found_sections(context);
    for pair in found.windows(2) {
        let [(before, before_span), (after, after_span)] = pair else { continue };
        if after_span.start < before_span.start {
            let message = format!("“{}”排在“{}”的前面。", full_heading(after.number), full_heading(before.number));
            let finding = context.report(message, "按统一格式的顺序调整。");
            finding.at(*after_span).related(*before_span);
            return;
        }
    }
    for (number, first, second) in repeated(context, &found) {
        let message = format!("“{}”出现了两次。", full_heading(number));
        let finding = context.report(message, "合并成一个部分，或改正其中一个标题。");
        finding.at(second).related(first);
    }
}

/// Headings that stand again before section six ends its turn, each with text of its own (a table of contents has none).
fn repeated(context: &RuleContext, found: &[(&crate::report::Section, TextRange)]) -> Vec<(u8, TextRange, TextRange)> {
    let Some(&(_, last)) = found.last() else { return Vec::new() };
    let lines = passages::prose_lines(context, TextRange::new(context.reading.span.start, last.end));
    let known = known_headings();
    let heading_number = |words: &str| heading_number(&known, words);
    let number_of = |line: TextRange| {
        let words = line.of(context.text);
        if words.chars().nth(LONGEST_HEADING).is_some() {
            return None;
        }
        match item_number(words) {
            // （六）行政复议、行政诉讼情况 is a sub-heading of section one.
            Some((ItemStyle::Bracketed, ..)) => None,
            Some((_, _, length)) => heading_number(words.get(length..).unwrap_or_default()),
            None => heading_number(words),
        }
    };
    let numbers: Vec<Option<u8>> = lines.iter().map(|&line| number_of(line)).collect();
    let mut repeated = Vec::new();
    for (index, (&line, number)) in lines.iter().zip(&numbers).enumerate() {
        let Some(number) = *number else { continue };
        let Some(&(_, first)) = found.iter().find(|(section, _)| section.number == number) else { continue };
        let has_text = lines.get(index + 1).is_some() && numbers[index + 1].is_none();
        if has_text && !line.overlaps(first) {
            repeated.push((number, first.min(line), first.max(line)));
        }
    }
    repeated
}

/// Every heading and every other way to write it, as it is compared.
fn known_headings() -> Vec<(String, u8)> {
    let all = |section: &'static form::Section| {
        [section.heading].into_iter().chain(section.aliases.iter().copied()).map(|words| (key(words), section.number))
    };
    SECTIONS.iter().flat_map(all).collect()
}

/// The section whose heading these words are, to the letter.
fn heading_number(known: &[(String, u8)], words: &str) -> Option<u8> {
    let words = key(words);
    known.iter().find(|(heading, _)| *heading == words).map(|&(_, number)| number)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_whole_headings_count() {
        let known = known_headings();
        let heading_number = |words| heading_number(&known, words);
        assert_eq!(heading_number("总体情况"), Some(1));
        assert_eq!(heading_number(" 需要报告的其他事项"), Some(6));
        assert_eq!(heading_number("总体情况良好"), None);
    }
}
