//! ST-14: section six has a heading and nothing under it.

use super::prose_of;
use crate::form::FIRST_YEAR;
use crate::rules::{Edit, Example, Rule, RuleContext, Severity, sources, told};

pub static RULE: Rule = Rule {
    id: "ST-14",
    severity: Severity::Warning,
    basis: sources::OTHER_MATTERS,
    title: "第六部分没有内容",
    checks: told("“六、其他需要报告的事项”标题下有没有文字。"),
    why: told("空着的标题让人以为内容丢了。"),
    bad: examples![Example {
        shown: "第六部分只有标题。",
        edits: &[Edit::Words("2023年没有发出政府信息公开收费通知，未收取信息处理费。没有其他需要报告的事项。\n", "")],
    }],
    good: examples![Example {
        shown: "第六部分写“无。”。",
        edits: &[Edit::Words("2023年没有发出政府信息公开收费通知，未收取信息处理费。没有其他需要报告的事项。", "无。")],
    }],
    accompanied_by: &["ST-15"],
    since: FIRST_YEAR,
    check,
    ..Rule::ORDINARY
};

fn check(context: &mut RuleContext) {
    let Some(heading) = context.reading.section(6).and_then(|section| section.heading.as_ref()) else { return };
    let empty = prose_of(context, 6).is_some_and(|text| text.is_empty());
    // Where section five is empty too, the headings of a table of contents or of the blank form were read.
    if empty && prose_of(context, 5).is_some_and(|text| !text.is_empty()) {
        let message = "第六部分没有内容。";
        let suggestion = "没有的写“没有其他需要报告的事项”，并写明信息处理费的收取情况。";
        context.report(message, suggestion).at(heading.span);
    }
}
