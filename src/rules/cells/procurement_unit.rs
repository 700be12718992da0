//! CF-08: the form of 2019 leaves the unit of 采购总金额 open.

use crate::form::cell;
use crate::rules::{Edit, Example, Rule, RuleContext, Severity, sources, told};

pub static RULE: Rule = Rule {
    id: "CF-08",
    severity: Severity::Info,
    basis: sources::COLUMNS_2019,
    title: "采购总金额没有单位",
    checks: told("2019、2020年度表格的“采购总金额”不为0时写明元或万元。"),
    why: told("格式没有规定单位，不写明就可能差一万倍。"),
    bad: examples![Example {
        shown: "“采购总金额”填了368000，没有单位。",
        edits: &[Edit::On2019, Edit::Cell("disclosure.procurement.amount", "368000")],
    }],
    good: examples![Example {
        shown: "“采购总金额”填了“36.8万元”。",
        edits: &[Edit::On2019, Edit::Cell("disclosure.procurement.amount", "36.8万元")],
    }],
    check,
    ..Rule::ORDINARY
};

fn check(context: &mut RuleContext) {
    let id = cell!("disclosure.procurement.amount");
    let Some(cell) = context.reading.cell(id) else { return };
    let (Some(value), Some(span), None) = (cell.value(), cell.place, &cell.unit) else { return };
    let heading_says = context.reading.table(crate::form::TableId::Disclosure).is_some_and(|table| {
        table.span.of(context.text).contains("元）") || table.span.of(context.text).contains("元)")
    });
    if value.is_zero() || heading_says {
        return;
    }
    let finding = context.report(format!("“采购总金额”填了{value}，没有单位。"), "注明元或万元。");
    finding.cells(&[id]).at(span);
}
