//! XT-06: a body that cannot make 规章 counts some.

use crate::form::{CellId, TableId, cell_name, row};
use crate::rules::{Edit, Example, Rule, RuleContext, Severity, sources};

pub static RULE: Rule = Rule {
    id: "XT-06",
    severity: Severity::Warning,
    basis: sources::RULE_MAKERS,
    title: "没有规章制定权",
    checks: "乡镇街道、县级政府及其部门，“规章”一行应为0。",
    why: "规章只能由国务院部门和省、设区的市、自治州政府制定；村规民约、内部制度不算规章。",
    bad: &[Example {
        shown: "镇政府“规章”本年制发1件。",
        edits: &[Edit::Cell("disclosure.rules.issued", "1"), Edit::Cell("disclosure.rules.in_force", "2")],
    }],
    good: &[Example {
        shown: "市政府“规章”本年制发1件。",
        edits: &[
            Edit::Words("禾川县柳溪镇人民政府2023年", "云山市人民政府2023年"),
            Edit::Words("\n禾川县柳溪镇人民政府\n", "\n云山市人民政府\n"),
            Edit::Cell("disclosure.rules.issued", "1"),
            Edit::Cell("disclosure.rules.in_force", "1"),
        ],
    }],
    check,
    ..Rule::ORDINARY
};

const ROW: &str = row!("disclosure.rules");

fn check(context: &mut RuleContext) {
    let reading = context.reading;
    if !context.body().cannot_make_rules() {
        return;
    }
    let mut cells: Vec<CellId> = Vec::new();
    for (id, cell) in context.reading.cells_of(TableId::Disclosure) {
        if id.row == ROW && cell.count().is_some_and(|count| count > 0) {
            cells.push(id);
        }
    }
    let Some(&first) = cells.first() else { return };
    let message = format!(
        "“{}”填了{}。{}没有规章制定权，村规民约、内部制度和规范性文件都不算规章。",
        cell_name(first),
        context.reading.cell(first).and_then(|cell| cell.count()).unwrap_or_default(),
        context.reading.name().unwrap_or("本单位"),
    );
    let finding = context.report(message, "“规章”一行填0；属于规范性文件的，填在下一行。");
    finding.at_cells(reading, &cells);
}
