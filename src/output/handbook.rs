//! What the page knows before it has read a report: how the forms are drawn, and what each rule says of itself.

use schemars::JsonSchema;
use serde::Serialize;

use crate::form::{CellId, Edition, Row, STATISTICS, TableId, official};
use crate::rules::{Severity, is_personal, registry};
use crate::text::LONGEST_TEXT;

/// The forms and the rules.
#[derive(Serialize, JsonSchema)]
pub struct Handbook {
    forms: Forms,
    rules: Vec<RuleData>,
    /// The longest text that is checked, in bytes of UTF-8.
    longest_text: usize,
}

/// Written by `gouji handbook`; the browser's module does not carry it.
pub fn handbook() -> Handbook {
    Handbook { forms: forms(), rules: rules(), longest_text: LONGEST_TEXT }
}

/// The forms as the page draws them.
#[derive(Serialize, JsonSchema)]
pub struct Forms {
    #[serde(rename = "2019")]
    of_2019: FormData,
    #[serde(rename = "2021")]
    of_2021: FormData,
    statistics: TableData,
}

#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Form")]
struct FormData {
    edition: &'static str,
    notice: &'static str,
    tables: Vec<TableData>,
    /// The sums of the form: what the page shows move while a number is typed.
    sums: Vec<SumData>,
}

/// The cells on both sides of a sum, by their full names.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "FormSum")]
struct SumData {
    left: Vec<String>,
    right: Vec<String>,
}

#[derive(Serialize, JsonSchema)]
#[schemars(rename = "FormTable")]
struct TableData {
    #[schemars(with = "TableId")]
    id: &'static str,
    title: &'static str,
    rows: Vec<RowData>,
}

#[derive(Serialize, JsonSchema)]
#[schemars(rename = "FormRow")]
struct RowData {
    id: &'static str,
    path: &'static [&'static str],
    columns: Vec<ColumnData>,
}

#[derive(Serialize, JsonSchema)]
#[schemars(rename = "FormColumn")]
struct ColumnData {
    /// The full name of the cell.
    id: String,
    label: &'static str,
    group: Option<&'static str>,
}

/// Every form with its labels and the names of its cells.
fn forms() -> Forms {
    let form = |edition: Edition| FormData {
        edition: edition.id(),
        notice: edition.notice(),
        tables: official(edition)
            .tables
            .iter()
            .map(|table| TableData {
                id: table.id.id(),
                title: table.id.name(),
                rows: rows(table.rows.iter().copied()),
            })
            .collect(),
        sums: official(edition)
            .sums()
            .iter()
            .map(|sum| SumData { left: names(&sum.left), right: names(&sum.right) })
            .collect(),
    };
    let statistics = TableId::Statistics;
    Forms {
        of_2019: form(Edition::Of2019),
        of_2021: form(Edition::Of2021),
        statistics: TableData { id: statistics.id(), title: statistics.name(), rows: rows(STATISTICS.iter()) },
    }
}

fn names(cells: &[CellId]) -> Vec<String> {
    cells.iter().map(CellId::to_string).collect()
}

fn rows(rows: impl Iterator<Item = &'static Row>) -> Vec<RowData> {
    rows.map(|row| RowData {
        id: row.id,
        path: row.path,
        columns: row
            .cells()
            .zip(row.columns)
            .map(|(cell, column)| ColumnData { id: cell.to_string(), label: column.label, group: column.group })
            .collect(),
    })
    .collect()
}

/// A rule as help pages and settings show it.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Rule")]
pub struct RuleData {
    pub id: &'static str,
    pub severity: Severity,
    /// Whether it speaks without being switched on.
    pub on: bool,
    /// Whether what it finds is personal data, which nothing that is handed on repeats.
    pub personal: bool,
    pub title: &'static str,
    pub basis: &'static str,
    pub checks: &'static str,
    pub why: &'static str,
    /// A report that breaks the rule, in a few words.
    pub bad: &'static str,
    /// One that almost does.
    pub good: &'static str,
}

pub(super) fn rules() -> Vec<RuleData> {
    registry()
        .map(|rule| RuleData {
            id: rule.id,
            severity: rule.severity,
            on: rule.on,
            personal: is_personal(rule.id),
            title: rule.title,
            basis: rule.basis,
            checks: rule.checks,
            why: rule.why,
            bad: rule.bad[0].shown,
            good: rule.good[0].shown,
        })
        .collect()
}
