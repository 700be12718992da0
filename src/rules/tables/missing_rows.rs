//! TC-02: rows of the form are not there.

use crate::form::{FIRST_YEAR, Feature, Row, TableId, row, row_name};
use crate::report::FoundTable;
use crate::rules::{Edit, Example, Rule, RuleContext, Severity, sources, told};

pub static RULE: Rule = Rule {
    id: "TC-02",
    severity: Severity::Error,
    basis: sources::TABLES,
    title: "表格缺行",
    checks: told("第二、三部分的表格，格式规定的每一行都在。"),
    why: told("缺一行，合计就可能漏计，读者也无从知道是没有还是漏填。"),
    bad: examples![Example {
        shown: "第三部分没有“（五）4.无正当理由大量反复申请”一行。",
        edits: &[Edit::WithoutRow("requests.declined_excessive")],
    }],
    good: examples![Example {
        shown: "项目名称中间有空格，行仍然在。",
        edits: &[Edit::Words("4.无正当理由大量反复申请", "4. 无正当理由 大量反复申请")],
    }],
    since: FIRST_YEAR,
    check,
    ..Rule::ORDINARY
};

/// More missing rows than this are only counted.
const SHOWN: usize = 5;

fn check(context: &mut RuleContext) {
    let Some(form) = context.reading.form else { return };
    for table in form.tables.iter().filter(|table| table.id != TableId::Disputes) {
        let Some(found) = context.reading.table(table.id) else { continue };
        let missing: Vec<&'static Row> =
            table.rows.iter().copied().filter(|row| !found.rows.iter().any(|found| found.row == row.id)).collect();
        if missing.is_empty() {
            continue;
        }
        let names: Vec<String> = missing.iter().take(SHOWN).map(|row| format!("“{}”", row_name(row))).collect();
        let more = if missing.len() > SHOWN { format!("等{}行", missing.len()) } else { "一行".to_string() };
        let finding = context.report(
            format!("{}缺少{}{more}。", table.id.name(), names.join("、")),
            "按格式补齐，没有的填0。如果原文有这些行，请检查粘贴是否完整。",
        );
        let finding = missing.iter().fold(finding, |finding, row| finding.row(row));
        finding.at(nearest(found, table.rows, missing[0]));
    }
    single_other(context);
}

/// The label of the last row before the missing one, where a reader would look for it.
fn nearest(found: &FoundTable, rows: &[&'static Row], missing: &Row) -> crate::text::TextRange {
    rows.iter()
        .take_while(|row| row.id != missing.id)
        .filter_map(|row| found.rows.iter().find(|found| found.row == row.id))
        .last()
        .or(found.rows.first())
        .map_or(found.span, |row| row.label)
}

/// The form of 2021 has three rows where that of 2019 had （六）其他处理 alone: one warning instead of three errors.
fn single_other(context: &mut RuleContext) {
    let Some(form) = context.reading.form else { return };
    let undivided = form.edition.has(Feature::OtherHandlingByReason) && !form.has(Feature::OtherHandlingByReason);
    let Some(found) = context.reading.table(TableId::Requests).filter(|_| undivided) else { return };
    let Some(row) = found.rows.iter().find(|found| found.row == row!("requests.other")) else { return };
    let finding = context.report(
        "“（六）其他处理”只有一行，新格式分为三行：逾期不补正、逾期不缴费、其他。",
        format!("按{}的格式把“（六）其他处理”分成三行填写。", form.edition.notice()),
    );
    finding.severity(Severity::Warning).at(row.label);
}
