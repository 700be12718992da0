//! CF-09: a change against last year without a sign.

use super::{quantity, written};
use crate::form::{CellId, Quantity, cell_name};
use crate::rules::{Edit, Example, Rule, RuleContext, Severity, sources, told};

pub static RULE: Rule = Rule {
    id: "CF-09",
    severity: Severity::Info,
    basis: sources::COLUMNS_2019,
    title: "增减没有写正负号",
    checks: told("2019、2020年度表格的“本年增/减”不为0、上一年也不为0时，写明＋或－。"),
    why: told("只写一个数，看不出是增加还是减少。"),
    bad: examples![Example {
        shown: "“行政许可”的本年增/减填了“2”。",
        edits: &[Edit::On2019, Edit::Cell("disclosure.licenses.change", "2")],
    }],
    good: examples![Example {
        shown: "“行政许可”的本年增/减填了“+2”。",
        edits: &[Edit::On2019, Edit::Cell("disclosure.licenses.change", "+2")],
    }],
    check,
    ..Rule::ORDINARY
};

fn check(context: &mut RuleContext) {
    let unsigned: Vec<_> = written(context)
        .filter(|(id, cell, _, words)| {
            let prior = || context.reading.cell(CellId { column: "prior_items", ..*id })?.value();
            cell.value().is_some_and(|value| !value.is_zero())
                && words.trim().starts_with(|c: char| crate::text::digit(c).is_some())
                && quantity(*id) == Some(Quantity::Change)
                && prior().is_some_and(|prior| !prior.is_zero())
        })
        .collect();
    let Some((first, cell, ..)) = unsigned.first() else { return };
    let value = cell.value().unwrap_or(crate::text::Number::ZERO);
    let others = super::others(unsigned.len());
    let finding = context.report(
        format!("“{}”填了“{value}”，看不出是增是减{others}。", cell_name(*first)),
        format!("写成“+{value}”或“-{value}”。"),
    );
    let finding = finding.cells(&unsigned.iter().map(|(id, ..)| *id).collect::<Vec<_>>());
    finding.at_each(&unsigned.iter().map(|(_, _, span, ..)| *span).collect::<Vec<_>>());
}
