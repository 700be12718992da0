//! ST-01: one of the six sections is not there.

use super::{found_sections, full_heading};
use crate::form::FIRST_YEAR;
use crate::rules::{Edit, Example, Rule, RuleContext, Severity, passages, sources, told};

pub static RULE: Rule = Rule {
    id: "ST-01",
    severity: Severity::Error,
    basis: sources::CONTENTS,
    title: "缺少部分",
    checks: told("六个部分的标题是否都在：总体情况、主动公开、申请办理、复议诉讼、主要问题及改进、其他事项。"),
    why: told("六个部分是统一格式规定的，没有情况的部分也要写明、填表。"),
    bad: examples![Example {
        shown: "没有“六、其他需要报告的事项”。",
        edits: &[Edit::Words("六、其他需要报告的事项\n", "")]
    }],
    good: examples![Example {
        shown: "第六部分的标题写成“六、需要报告的其他事项”，意思相同。",
        edits: &[Edit::Words("六、其他需要报告的事项", "六、需要报告的其他事项")],
    }],
    since: FIRST_YEAR,
    check,
    ..Rule::ORDINARY
};

fn check(context: &mut RuleContext) {
    let found = found_sections(context);
    if found.is_empty() && context.reading.form.is_none() {
        // Nothing of a report was recognised: the verdict says so.
        return;
    }
    let is_found = |number: u8| found.iter().any(|(section, _)| section.number == number);
    let missing: Vec<u8> =
        (1..=6).filter(|&number| !is_found(number) && !stands_within_a_line(context, number)).collect();
    if missing.is_empty() {
        return;
    }
    let names: String = missing.iter().map(|&number| format!("“{}”", full_heading(number))).collect();
    let message = format!("缺少{names}部分的标题。年度报告应包含六个部分。");
    let suggestion = "按统一格式补上标题和内容，没有情况的也要写明。如果原文有这一部分，请检查粘贴是否完整。";
    let head = passages::head(context);
    context.report(message, suggestion).at(head);
}

/// A text without line ends hides its headings from the reader; with its number a heading is not missing.
fn stands_within_a_line(context: &RuleContext, number: u8) -> bool {
    !passages::places_of(context.text, context.reading.span, &full_heading(number)).is_empty()
}
