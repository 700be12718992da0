//! XT-07: an enforcement office counts no decision at all.

use super::sum;
use crate::form::{CellId, cell};
use crate::rules::{Edit, Example, Rule, RuleContext, Severity, sources, told};
use crate::text::holds_any;

pub static RULE: Rule = Rule {
    id: "XT-07",
    severity: Severity::Info,
    basis: sources::ALL_DECISIONS,
    title: "执法单位没有处理决定",
    checks: told("公安、市场监管、自然资源、综合执法等单位，行政许可、处罚、强制三行是否都是0。"),
    why: told("这三行应包括已公开和依法未公开的全部处理决定，不只是公开了的。"),
    bad: examples![Example {
        shown: "县市场监督管理局三行都填0。",
        edits: &[
            Edit::Words("禾川县柳溪镇人民政府2023年", "禾川县市场监督管理局2023年"),
            Edit::Words("\n禾川县柳溪镇人民政府\n", "\n禾川县市场监督管理局\n"),
            Edit::Cell("disclosure.licenses.decisions", "0"),
            Edit::Cell("disclosure.penalties.decisions", "0"),
        ],
    }],
    good: examples![Example {
        shown: "镇政府三行都填0。",
        edits: &[Edit::Cell("disclosure.licenses.decisions", "0"), Edit::Cell("disclosure.penalties.decisions", "0")],
    }],
    check,
    ..Rule::ORDINARY
};

const ENFORCERS: [&str; 8] =
    ["市场监督管理局", "市场监管局", "公安局", "自然资源局", "综合执法", "城市管理", "交通运输局", "生态环境局"];
const DECISIONS: [CellId; 3] = [
    cell!("disclosure.licenses.decisions"),
    cell!("disclosure.penalties.decisions"),
    cell!("disclosure.compulsory_measures.decisions"),
];

fn check(context: &mut RuleContext) {
    let reading = context.reading;
    let Some(name) = context.reading.name() else { return };
    if sum(context, &DECISIONS) != Some(0) || !holds_any(name, &ENFORCERS) {
        return;
    }
    let message = "行政许可、行政处罚、行政强制的处理决定都是0。这三行应包括未公开的全部处理决定，截至12月31日。";
    let finding = context.report(message, "核对本年作出的处理决定数量。");
    finding.at_cells(reading, &DECISIONS);
}
