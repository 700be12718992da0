//! WD-18: an exclamation mark in a report.

use crate::rules::{Edit, Example, Rule, RuleContext, Severity, passages, sources};
use crate::text::occurrences;

pub static RULE: Rule = Rule {
    id: "WD-18",
    severity: Severity::Info,
    basis: sources::PRACTICE,
    title: "用了感叹号",
    checks: "表格以外有没有感叹号。",
    why: "年度报告陈述事实，不用感叹的语气。",
    bad: examples![Example {
        shown: "“公开工作取得了新成绩！”",
        edits: &[Edit::Words("公文拟制时", "公开工作取得了新成绩！公文拟制时")],
    }],
    good: examples![Example {
        shown: "“公开工作取得了新成绩。”",
        edits: &[Edit::Words("公文拟制时", "公开工作取得了新成绩。公文拟制时")],
    }],
    check,
    ..Rule::ORDINARY
};

fn check(context: &mut RuleContext) {
    for line in passages::prose_lines(context, context.reading.span) {
        for place in occurrences(context.text, line, "！") {
            context.report("文中用了感叹号。", "改为句号。").at(place).fix(place, "。");
        }
    }
}
