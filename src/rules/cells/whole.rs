//! CF-01: things are counted in whole numbers from 0.

use super::{quantity, written};
use crate::form::{Quantity, cell_name};
use crate::rules::{Edit, Example, Rule, RuleContext, Severity, sources, told};

pub static RULE: Rule = Rule {
    id: "CF-01",
    severity: Severity::Error,
    basis: sources::EXACT_FIGURES,
    title: "件数为负或带小数",
    checks: told("件数是0或正整数；只有收费金额、采购金额可以有小数，只有“本年增/减”可以为负。"),
    why: told("不会有半件申请，也不会有负数件。"),
    bad: examples![Example {
        shown: "“（五）2.重复申请”的自然人填了-1。",
        edits: &[Edit::Cell("requests.declined_repeat.individual", "-1")],
    }],
    good: examples![Example {
        shown: "行政事业性收费12.5万元：金额可以有小数。",
        edits: &[Edit::Cell("disclosure.fees.amount", "12.5")],
    }],
    accompanied_by: &["AR-02", "AR-03"],
    check,
    ..Rule::ORDINARY
};

fn check(context: &mut RuleContext) {
    for (id, cell, span, _) in written(context) {
        let Some(value) = cell.value() else { continue };
        if value.is_whole() && !value.is_negative() {
            continue;
        }
        let fault = match quantity(id) {
            Some(Quantity::Count) if value.is_negative() => "件数不能为负",
            Some(Quantity::Count) if !value.is_whole() => "件数不能有小数",
            Some(Quantity::Change) if !value.is_whole() => "增减的项数不能有小数",
            Some(Quantity::Amount) if value.is_negative() => "金额不能为负",
            _ => continue,
        };
        let finding = context.report(format!("“{}”填了{value}，{fault}。", cell_name(id)), "核对后改成正确的数。");
        finding.cells(&[id]).at(span);
    }
}
