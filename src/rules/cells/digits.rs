//! CF-06: digits written in an unusual way: full-width, the letter O, Chinese numerals.

use super::{shares_its_place, written};
use crate::form::cell_name;
use crate::rules::{Edit, Example, Rule, RuleContext, Severity, sources, told};
use crate::text::digit;

pub static RULE: Rule = Rule {
    id: "CF-06",
    severity: Severity::Info,
    basis: sources::CELL_PRACTICE,
    title: "数字写法不规范",
    checks: told("数据格里用半角阿拉伯数字。"),
    why: told("全角数字、字母O、汉字数字在汇总时会被当作文字。"),
    bad: examples![Example {
        shown: "“行政处罚”填了全角的“４”。",
        edits: &[Edit::Cell("disclosure.penalties.decisions", "４")],
    }],
    good: examples![Example { shown: "“行政处罚”填了“4”。", edits: &[] }],
    check,
    ..Rule::ORDINARY
};

fn check(context: &mut RuleContext) {
    let odd: Vec<_> = written(context)
        .filter(|(id, cell, span, words)| {
            cell.value().is_some() && is_odd(words) && !shares_its_place(context, *id, *span)
        })
        .collect();
    let Some((first, _, _, words)) = odd.first() else { return };
    let others = super::others(odd.len());
    let finding = context.report(
        format!("“{}”填了“{}”，不是半角阿拉伯数字{others}。", cell_name(*first), words.trim()),
        "改成半角数字。",
    );
    let finding = finding.cells(&odd.iter().map(|(id, ..)| *id).collect::<Vec<_>>());
    for (index, (_, cell, span, words)) in odd.iter().enumerate() {
        if index == 0 {
            finding.at(*span)
        } else {
            finding.related(*span)
        };
        // A unit or a note beside the number stays; only a bare number is replaced.
        if let (Some(value), None, false) = (cell.value(), &cell.unit, words.contains(['（', '('])) {
            finding.fix(*span, value.to_string());
        }
    }
}

fn is_odd(words: &str) -> bool {
    words.chars().any(|c| matches!(c, 'O' | 'o' | '○' | '〇' | '零') || digit(c).is_some() && !c.is_ascii())
        || !words.chars().any(|c| digit(c).is_some())
}
