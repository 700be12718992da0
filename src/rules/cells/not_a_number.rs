//! CF-03: words where a number should stand.

use super::written;
use crate::form::cell_name;
use crate::report::Content;
use crate::rules::{Edit, Example, Rule, RuleContext, Severity, sources, told};

pub static RULE: Rule = Rule {
    id: "CF-03",
    severity: Severity::Error,
    basis: sources::EXACT_FIGURES,
    title: "格里不是数字",
    checks: told("数据格里只有数字。"),
    why: told("写成文字的数无法汇总，也无法核对。"),
    bad: examples![Example {
        shown: "“行政许可”的数量填了“若干”。",
        edits: &[Edit::Cell("disclosure.licenses.decisions", "若干")],
    }],
    good: examples![Example { shown: "“行政许可”填了86。", edits: &[] }],
    check,
    ..Rule::ORDINARY
};

fn check(context: &mut RuleContext) {
    for (id, cell, span, words) in written(context) {
        if cell.content != Content::Text {
            continue;
        }
        let finding = context.report(
            format!("“{}”填了“{}”，不是数字。", cell_name(id), words.trim()),
            "只填数字；需要说明的写在正文里。",
        );
        finding.cells(&[id]).at(span);
    }
}
