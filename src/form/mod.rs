//! The official forms as data: tables, rows, columns, labels with their known variants, and the sums they imply.
//!
//! Sources: 国办公开办函〔2019〕60号 (report years 2019 and 2020) and 国办公开办函〔2021〕30号 (from 2021 on).

mod disclosure;
mod disputes;
mod edition;
#[cfg(test)]
mod made_up;
mod requests;
mod statistics;
mod sums;

use std::fmt;

pub use edition::{Edition, FIRST_YEAR, Feature, year_has};
use schemars::JsonSchema;

pub use statistics::STATISTICS;
pub use sums::{Relation, Sum, TotalOf, is_incoming, is_outcome, statistics_sums};

/// The six sections every report has, in order (《政府信息公开条例》第五十条 and the annex of both notices).
pub const SECTIONS: [Section; 6] = [
    Section {
        number: 1, heading: "总体情况", aliases: &["政府信息公开工作总体情况", "工作总体推进情况", "概述"]
    },
    Section {
        number: 2, heading: "主动公开政府信息情况", aliases: &["行政机关主动公开政府信息情况"]
    },
    Section {
        number: 3,
        heading: "收到和处理政府信息公开申请情况",
        aliases: &["行政机关收到和处理政府信息公开申请情况", "收到和处理政府信息公开的申请情况"],
    },
    Section {
        number: 4,
        heading: "政府信息公开行政复议、行政诉讼情况",
        aliases: &["因政府信息公开工作被申请行政复议、提起行政诉讼情况", "政府信息公开行政复议和行政诉讼情况"],
    },
    Section {
        number: 5,
        heading: "存在的主要问题及改进情况",
        aliases: &[
            "政府信息公开工作存在的主要问题及改进情况",
            "存在问题及改进情况",
            "存在的问题及改进情况",
            "存在的主要问题和改进情况",
        ],
    },
    Section { number: 6, heading: "其他需要报告的事项", aliases: &["需要报告的其他事项"] },
];

/// One of the six sections: its number, the heading of the annex, and the headings that mean the same.
pub struct Section {
    pub number: u8,
    pub heading: &'static str,
    pub aliases: &'static [&'static str],
}

/// A cell of a form, named `table.row.column`; one-column names such as `statistics.staff` have the sheet as their row.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct CellId {
    pub row: &'static str,
    pub column: &'static str,
}

impl fmt::Display for CellId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}", self.row, self.column)
    }
}

/// What may stand in a cell.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Quantity {
    /// A number of things: whole and not negative (件, 条, 项).
    Count,
    /// A change against last year: whole, with a sign or 增/减.
    Change,
    /// Money: may have decimals.
    Amount,
}

/// A column of a row.
#[derive(Debug)]
pub struct Column {
    pub id: &'static str,
    pub label: &'static str,
    /// The merged header above it, such as 法人或其他组织.
    pub group: Option<&'static str>,
    pub quantity: Quantity,
}

/// A row of a table with its labels from the outermost to its own.
#[derive(Debug)]
pub struct Row {
    pub id: &'static str,
    pub path: &'static [&'static str],
    /// Other ways this row's own label is written in published reports.
    pub variants: &'static [&'static str],
    pub columns: &'static [Column],
}

impl Row {
    /// The row's own label, without the groups above it.
    pub fn label(&self) -> &'static str {
        self.path[self.path.len() - 1]
    }

    /// The row's total; None for rows that have none.
    pub fn total(&self) -> Option<CellId> {
        self.cells().find(|cell| cell.column == "total")
    }

    pub fn cell(&self, column: usize) -> CellId {
        CellId { row: self.id, column: self.columns[column].id }
    }

    pub fn cells(&self) -> impl Iterator<Item = CellId> + '_ {
        self.columns.iter().map(|column| CellId { row: self.id, column: column.id })
    }
}

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, JsonSchema)]
#[schemars(rename_all = "lowercase")]
pub enum TableId {
    Disclosure,
    Requests,
    Disputes,
    Statistics,
}

impl TableId {
    pub fn id(self) -> &'static str {
        match self {
            TableId::Disclosure => "disclosure",
            TableId::Requests => "requests",
            TableId::Disputes => "disputes",
            TableId::Statistics => "statistics",
        }
    }

    /// The table of a cell, from the first part of its name.
    pub fn of(cell: CellId) -> TableId {
        match cell.row.split('.').next() {
            Some("disclosure") => TableId::Disclosure,
            Some("requests") => TableId::Requests,
            Some("disputes") => TableId::Disputes,
            _ => TableId::Statistics,
        }
    }

    /// The section it stands in; the sheet, which stands in none, belongs to the first.
    pub fn section(self) -> u8 {
        match self {
            TableId::Statistics => 1,
            TableId::Disclosure => 2,
            TableId::Requests => 3,
            TableId::Disputes => 4,
        }
    }

    /// How a clerk calls it.
    pub fn name(self) -> &'static str {
        match self {
            TableId::Disclosure => "第二部分（主动公开）的表",
            TableId::Requests => "第三部分（申请办理）的表",
            TableId::Disputes => "第四部分（复议诉讼）的表",
            TableId::Statistics => "政府信息公开情况统计表",
        }
    }
}

/// A table of a form.
#[derive(Debug)]
pub struct Table {
    pub id: TableId,
    pub rows: &'static [&'static Row],
}

/// One edition of the form: its three tables in order.
#[derive(Debug)]
pub struct Form {
    pub edition: Edition,
    /// A 2021 report that kept the single row （六）其他处理 of 2019.
    pub single_other: bool,
    pub tables: [Table; 3],
}

impl Form {
    /// Whether the edition has that feature, and this report kept it.
    pub fn has(&self, feature: Feature) -> bool {
        self.edition.has(feature) && !(feature == Feature::OtherHandlingByReason && self.single_other)
    }

    pub fn table(&self, id: TableId) -> Option<&Table> {
        self.tables.iter().find(|table| table.id == id)
    }

    pub fn rows(&self) -> impl Iterator<Item = &'static Row> + '_ {
        self.tables.iter().flat_map(|table| table.rows.iter().copied())
    }

    pub fn cells(&self) -> impl Iterator<Item = CellId> + '_ {
        self.rows().flat_map(|row| row.cells())
    }
}

fn every_row() -> impl Iterator<Item = &'static Row> {
    FORMS.iter().flat_map(|form| form.rows()).chain(STATISTICS.iter())
}

/// The row and the column of a cell, in any form or in the statistics sheet.
pub fn locate(cell: CellId) -> Option<(&'static Row, &'static Column)> {
    every_row()
        .filter(|row| row.id == cell.row)
        .find_map(|row| Some((row, row.columns.iter().find(|column| column.id == cell.column)?)))
}

/// The cell with that full name, in any form or in the statistics sheet.
pub fn cell_named(name: &str) -> Option<CellId> {
    every_row()
        .flat_map(|row| row.cells())
        .find(|cell| name.strip_prefix(cell.row).and_then(|rest| rest.strip_prefix('.')) == Some(cell.column))
}

/// The cell with that full name. Where it is a constant, a name that means no cell does not compile: see `cell!`.
pub const fn checked_cell(name: &str) -> CellId {
    let mut form = 0;
    while form < FORMS.len() {
        let mut table = 0;
        while table < FORMS[form].tables.len() {
            if let Some(cell) = cell_in(FORMS[form].tables[table].rows, name) {
                return cell;
            }
            table += 1;
        }
        form += 1;
    }
    let mut indicator = 0;
    while indicator < STATISTICS.len() {
        if let Some(cell) = cell_in(&[&STATISTICS[indicator]], name) {
            return cell;
        }
        indicator += 1;
    }
    panic!("no form has a cell of that name")
}

const fn cell_in(rows: &[&'static Row], name: &str) -> Option<CellId> {
    let mut at = 0;
    while at < rows.len() {
        let row = rows[at];
        let mut column = 0;
        while column < row.columns.len() {
            if is_joined(name.as_bytes(), row.id.as_bytes(), row.columns[column].id.as_bytes()) {
                return Some(CellId { row: row.id, column: row.columns[column].id });
            }
            column += 1;
        }
        at += 1;
    }
    None
}

/// Whether a name is a row and a column with a full stop between them.
const fn is_joined(name: &[u8], row: &[u8], column: &[u8]) -> bool {
    if name.len() != row.len() + 1 + column.len() {
        return false;
    }
    let (own, rest) = name.split_at(row.len());
    match rest {
        [b'.', rest @ ..] => is_same(own, row) && is_same(rest, column),
        _ => false,
    }
}

const fn is_same(one: &[u8], other: &[u8]) -> bool {
    let mut at = 0;
    while at < one.len() && at < other.len() && one[at] == other[at] {
        at += 1;
    }
    at == one.len() && at == other.len()
}

/// A cell by its full name, such as `cell!("requests.received.total")`. A name that means no cell does not compile.
macro_rules! cell {
    ($name:literal) => {
        const { $crate::form::checked_cell($name) }
    };
}
pub(crate) use cell;

/// The id of a row. Where it is a constant, an id that means no row does not compile: see `row!`.
pub const fn checked_row(id: &str) -> &'static str {
    let mut form = 0;
    while form < FORMS.len() {
        let mut table = 0;
        while table < FORMS[form].tables.len() {
            let rows = FORMS[form].tables[table].rows;
            let mut row = 0;
            while row < rows.len() {
                if is_same(id.as_bytes(), rows[row].id.as_bytes()) {
                    return rows[row].id;
                }
                row += 1;
            }
            table += 1;
        }
        form += 1;
    }
    panic!("no form has a row of that id")
}

/// A row by its id, such as `row!("requests.received")`. An id that means no row does not compile.
macro_rules! row {
    ($id:literal) => {
        const { $crate::form::checked_row($id) }
    };
}
pub(crate) use row;

/// What a cell is called in a sentence: 行政许可／处理决定数量, （一）予以公开／自然人.
pub fn cell_name(cell: CellId) -> String {
    match locate(cell) {
        None => cell.to_string(),
        Some((row, _)) if TableId::of(cell) == TableId::Statistics => row.label().to_string(),
        Some((row, column)) => format!("{}／{}", row_name(row), column.label),
    }
}

/// What a cell of that full name is called; the name itself where no form has such a cell.
pub fn name_of(id: &str) -> String {
    cell_named(id).map_or_else(|| id.to_string(), cell_name)
}

/// Cells in a sentence: whole rows by their row, single cells by name, and after `shown` of them only 等.
pub fn cell_list(cells: &[CellId], shown: usize) -> String {
    let mut names: Vec<String> = Vec::new();
    for row in cells.chunk_by(|a, b| a.row == b.row) {
        match locate(row[0]) {
            Some((form_row, _)) if row.len() > 1 && row.len() == form_row.columns.len() => {
                names.push(format!("“{}”一行", row_name(form_row)));
            }
            _ => names.extend(row.iter().map(|&cell| format!("“{}”", cell_name(cell)))),
        }
    }
    let more = if names.len() > shown { "等" } else { "" };
    names.truncate(shown);
    names.join("、") + more
}

/// A row's label without its long explanation in brackets, and with the number of its group: （二）部分公开, （三）1.属于国家秘密.
pub fn row_name(row: &Row) -> String {
    // The reasons of （六）其他处理 are told apart by their first half.
    let label = ["（区分", "、行政机关不再处理"]
        .iter()
        .fold(row.label(), |label, end| label.find(end).map_or(label, |at| label.get(..at).unwrap_or_default()));
    match row.path {
        [_, group, _] => format!("{}{}", group.split_inclusive('）').next().unwrap_or_default(), label),
        _ => label.to_string(),
    }
}

/// Every form a report may follow; the first of an edition is the official one.
pub static FORMS: &[Form] = &[
    Form {
        edition: Edition::Of2021,
        single_other: false,
        tables: [
            Table { id: TableId::Disclosure, rows: &disclosure::ROWS_2021 },
            Table { id: TableId::Requests, rows: &requests::ROWS_2021 },
            Table { id: TableId::Disputes, rows: &disputes::ROWS },
        ],
    },
    Form {
        edition: Edition::Of2019,
        single_other: true,
        tables: [
            Table { id: TableId::Disclosure, rows: &disclosure::ROWS_2019 },
            Table { id: TableId::Requests, rows: &requests::ROWS_2019 },
            Table { id: TableId::Disputes, rows: &disputes::ROWS },
        ],
    },
    Form {
        edition: Edition::Of2021,
        single_other: true,
        tables: [
            Table { id: TableId::Disclosure, rows: &disclosure::ROWS_2021 },
            Table { id: TableId::Requests, rows: &requests::ROWS_2019 },
            Table { id: TableId::Disputes, rows: &disputes::ROWS },
        ],
    },
    #[cfg(test)]
    made_up::FORM,
];

/// Returns the official form of an edition.
pub fn official(edition: Edition) -> &'static Form {
    FORMS.iter().find(|form| form.edition == edition).unwrap_or(&FORMS[0])
}

/// Returns the official form of every edition, the latest first.
pub fn officials() -> impl DoubleEndedIterator<Item = &'static Form> {
    Edition::all().map(official).collect::<Vec<_>>().into_iter()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_forms_have_the_official_number_of_cells() {
        assert_eq!(official(Edition::Of2019).cells().count(), 22 + 161 + 15);
        assert_eq!(official(Edition::Of2021).cells().count(), 10 + 175 + 15);
        assert_eq!(STATISTICS.len(), 63);
    }

    #[test]
    fn whole_rows_are_listed_as_rows() {
        let cells = |names: &[&str]| names.iter().filter_map(|name| cell_named(name)).collect::<Vec<_>>();
        let mut list: Vec<CellId> =
            official(Edition::Of2021).table(TableId::Requests).map_or(vec![], |t| t.rows[1].cells().collect());
        list.extend(cells(&["requests.granted.company", "disputes.review.total", "disputes.review.upheld"]));
        assert_eq!(
            cell_list(&list, 3),
            "“二、上年结转政府信息公开申请数量”一行、“（一）予以公开／商业企业”、“行政复议／总计”等"
        );
    }

    #[test]
    fn cells_are_found_by_name() {
        for cell in FORMS.iter().flat_map(|form| form.cells()).chain(STATISTICS.iter().flat_map(|row| row.cells())) {
            assert_eq!(cell_named(&cell.to_string()), Some(cell));
            assert!(locate(cell).is_some());
        }
        assert_eq!(cell_named("requests.granted"), None);
    }
}
