//! ST-04: a section's heading is not worded as in the annex.

use super::{found_sections, full_heading};
use crate::form::FIRST_YEAR;
use crate::rules::{Edit, Example, Rule, RuleContext, Severity, passages, sources, told};

pub static RULE: Rule = Rule {
    id: "ST-04",
    severity: Severity::Info,
    basis: sources::ANNEX_HEADINGS,
    title: "标题与统一格式不同",
    checks: told("六个部分的标题是否与附件的文字相同，或是通知正文用过的同义标题。"),
    why: told("标题一致便于读者查找，也便于上级汇总。"),
    bad: examples![Example {
        shown: "第五部分标题写成“五、存在的主要问题及改进措施”。",
        edits: &[Edit::Words("五、存在的主要问题及改进情况", "五、存在的主要问题及改进措施")],
    }],
    good: examples![Example {
        shown: "第五部分标题写成“五、政府信息公开工作存在的主要问题及改进情况”，这是通知正文的写法。",
        edits: &[Edit::Words("五、存在的主要问题及改进情况", "五、政府信息公开工作存在的主要问题及改进情况")],
    }],
    since: FIRST_YEAR,
    check,
    ..Rule::ORDINARY
};

fn check(context: &mut RuleContext) {
    for (section, span) in found_sections(context) {
        if section.heading.as_ref().is_none_or(|heading| heading.exact) {
            continue;
        }
        let official = full_heading(section.number);
        let message =
            format!("标题“{}”不是统一格式的标题，应为“{official}”。", passages::quoted(span.of(context.text), 30));
        context.report(message, format!("改为“{official}”。")).at(span);
    }
}
