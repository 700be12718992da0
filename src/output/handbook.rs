//! What the page knows before it has read a report: how the forms are drawn, and what each rule says of itself.

use serde::Serialize;

use super::severity_id;
use crate::form::{Edition, Row, STATISTICS, TableId, official};
use crate::rules::{is_personal, registry};

/// The forms and the rules.
#[derive(Serialize)]
pub struct Handbook {
    forms: Forms,
    rules: Vec<RuleData>,
}

/// Written by `gouji handbook`; the browser's module does not carry it.
pub fn handbook() -> Handbook {
    Handbook { forms: forms(), rules: rules() }
}

/// The forms as the page draws them.
#[derive(Serialize)]
pub struct Forms {
    #[serde(rename = "2019")]
    of_2019: FormData,
    #[serde(rename = "2021")]
    of_2021: FormData,
    statistics: TableData,
}

#[derive(Serialize)]
struct FormData {
    edition: &'static str,
    notice: &'static str,
    tables: Vec<TableData>,
}

#[derive(Serialize)]
struct TableData {
    id: &'static str,
    title: &'static str,
    rows: Vec<RowData>,
}

#[derive(Serialize)]
struct RowData {
    id: &'static str,
    path: &'static [&'static str],
    columns: Vec<ColumnData>,
}

#[derive(Serialize)]
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
    };
    let statistics = TableId::Statistics;
    Forms {
        of_2019: form(Edition::Of2019),
        of_2021: form(Edition::Of2021),
        statistics: TableData { id: statistics.id(), title: statistics.name(), rows: rows(STATISTICS.iter()) },
    }
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
#[derive(Serialize)]
pub struct RuleData {
    pub id: &'static str,
    pub severity: &'static str,
    /// Whether it speaks without being switched on.
    pub on: bool,
    /// Whether what it finds is personal data, which nothing that is handed on repeats.
    pub personal: bool,
    pub title: &'static str,
    pub basis: &'static str,
    pub checks: &'static str,
    pub why: &'static str,
    pub bad: &'static str,
    pub good: &'static str,
}

pub(super) fn rules() -> Vec<RuleData> {
    registry()
        .map(|rule| RuleData {
            id: rule.id,
            severity: severity_id(rule.severity),
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
