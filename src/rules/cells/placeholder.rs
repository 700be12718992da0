//! CF-05: a mark instead of a number.

use super::written;
use crate::form::cell_name;
use crate::report::Content;
use crate::rules::{Edit, Example, Rule, RuleContext, Severity, sources, told};

pub static RULE: Rule = Rule {
    id: "CF-05",
    severity: Severity::Info,
    basis: sources::CELL_PRACTICE,
    title: "用符号代替数字",
    checks: told("数据格里没有“/”“-”“无”之类的符号。"),
    why: told("符号可能是0，也可能是不适用；核对时按0计算。"),
    bad: examples![Example {
        shown: "“规章”一行填了“/”。",
        edits: &[
            Edit::Cell("disclosure.rules.issued", "/"),
            Edit::Cell("disclosure.rules.repealed", "/"),
            Edit::Cell("disclosure.rules.in_force", "/"),
        ],
    }],
    good: examples![Example { shown: "没有规章制定权的单位，“规章”一行填0。", edits: &[] }],
    check,
    ..Rule::ORDINARY
};

fn check(context: &mut RuleContext) {
    let marks: Vec<_> = written(context).filter(|(_, cell, ..)| cell.content == Content::Placeholder).collect();
    let Some((first, _, _, words)) = marks.first() else { return };
    let others = super::others(marks.len());
    let finding = context.report(
        format!("“{}”填了“{}”，核对时按0计算{others}。", cell_name(*first), words.trim()),
        "没有的建议填0；没有规章制定权的单位，“规章”也填0。",
    );
    let finding = finding.cells(&marks.iter().map(|(id, ..)| *id).collect::<Vec<_>>());
    for (index, (_, _, span, ..)) in marks.iter().enumerate() {
        let finding = if index == 0 { finding.at(*span) } else { finding.related(*span) };
        finding.fix(*span, "0");
    }
}
