//! Findings and cells as tables for a spreadsheet, written report by report.

use std::io::{Result, Write};

use csv::Writer;

use super::contract::{CellStatus, FindingData, NumberData, ReportData, SettingsData, SpanData};
use super::verdict::Verdict;
use crate::form::{cell_name, cell_named};
use crate::rules::{DecidedBy, Decision, Role, Severity};
use crate::text::visible;

const FINDINGS: [&str; 22] = [
    "file",
    "title",
    "organization",
    "year",
    "rule",
    "severity",
    "message",
    "suggestion",
    "basis",
    "cells",
    "line",
    "column",
    "start",
    "end",
    "left",
    "right",
    "state",
    "reason",
    "by",
    "verdict",
    "gaps",
    "settings",
];
const CELLS: [&str; 10] = ["file", "title", "organization", "year", "cell", "name", "status", "value", "unit", "text"];

/// One row per finding, open or dismissed. A file that could not be read is one row that says so, and so is a report without a
/// finding that was checked with settings of its own.
pub struct FindingsTable<W: Write> {
    table: Writer<W>,
    settings: String,
}

impl<W: Write> FindingsTable<W> {
    /// Begins the table with its heads.
    pub fn new(out: W, settings: &SettingsData) -> Result<FindingsTable<W>> {
        let mut table = Writer::from_writer(out);
        table.write_record(FINDINGS)?;
        table.flush()?;
        Ok(FindingsTable { table, settings: as_text(&settings.in_words()) })
    }

    /// Goes on with a table that was begun elsewhere.
    pub fn rows(out: W, settings: &SettingsData) -> FindingsTable<W> {
        FindingsTable { table: Writer::from_writer(out), settings: as_text(&settings.in_words()) }
    }

    /// Writes the rows of a report.
    pub fn add(&mut self, report: &ReportData) -> Result<()> {
        if let Some(error) = &report.error {
            self.note(report, "unreadable", &error.message)?;
        }
        for finding in &report.findings {
            let state = if finding.kept.is_some() { "kept" } else { "open" };
            self.finding(report, finding, state, finding.kept.as_ref())?;
        }
        for dismissed in &report.dismissed {
            self.finding(report, &dismissed.finding, "dismissed", Some(&dismissed.decision))?;
        }
        let is_silent = report.error.is_none() && report.findings.is_empty() && report.dismissed.is_empty();
        if is_silent && !self.settings.is_empty() {
            let said = self.settings.clone();
            self.note(report, "settings", &said)?;
        }
        self.table.flush()
    }

    fn finding(
        &mut self,
        report: &ReportData,
        finding: &FindingData,
        state: &str,
        decision: Option<&Decision>,
    ) -> Result<()> {
        let by = decision.map_or("", |decision| match decision.by {
            DecidedBy::Page => "page",
            DecidedBy::Settings => "settings",
            DecidedBy::Filled => "filled",
        });
        let reason = as_text(decision.map_or("", |decision| &decision.reason));
        let decided = [state.to_string(), reason, by.to_string()];
        let row = of_report(report).into_iter().chain(row(finding)).chain(decided).chain(self.end(report));
        Ok(self.table.write_record(row)?)
    }

    /// A row that says something about the whole report.
    fn note(&mut self, report: &ReportData, kind: &str, message: &str) -> Result<()> {
        let said = ["", kind, message].map(as_text);
        let empty = vec![String::new(); FINDINGS.len() - 10];
        let row = of_report(report).into_iter().chain(said).chain(empty).chain(self.end(report));
        Ok(self.table.write_record(row)?)
    }

    fn end(&self, report: &ReportData) -> [String; 3] {
        [verdict_id(report.verdict).to_string(), report.gaps.to_string(), self.settings.clone()]
    }
}

fn verdict_id(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Errors => "errors",
        Verdict::Warnings => "warnings",
        Verdict::Incomplete => "incomplete",
        Verdict::Settled => "settled",
        Verdict::Clean => "clean",
        Verdict::Unreadable => "unreadable",
    }
}

fn row(finding: &FindingData) -> [String; 12] {
    let place = finding.spans.iter().find(|span| span.role == Role::Primary).or(finding.spans.first());
    let place = |part: fn(&SpanData) -> usize| place.map_or_else(String::new, |span| part(span).to_string());
    let side = |number: &Option<NumberData>| number.as_ref().map_or_else(String::new, NumberData::to_string);
    [
        as_text(&finding.rule),
        severity_id(finding.severity).to_string(),
        as_text(&finding.message),
        as_text(&finding.suggestion),
        as_text(&finding.basis),
        as_text(&finding.cells.join(" ")),
        place(|span| span.line),
        place(|span| span.column),
        place(|span| span.start),
        place(|span| span.end),
        side(&finding.left),
        side(&finding.right),
    ]
}

fn severity_id(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Info => "info",
    }
}

/// One row per cell of every report that was read.
pub struct CellsTable<W: Write>(Writer<W>);

impl<W: Write> CellsTable<W> {
    /// Begins the table with its heads.
    pub fn new(out: W) -> Result<CellsTable<W>> {
        let mut table = Writer::from_writer(out);
        table.write_record(CELLS)?;
        table.flush()?;
        Ok(CellsTable(table))
    }

    /// Goes on with a table that was begun elsewhere.
    pub fn rows(out: W) -> CellsTable<W> {
        CellsTable(Writer::from_writer(out))
    }

    /// Writes the rows of a report.
    pub fn add(&mut self, report: &ReportData) -> Result<()> {
        for (id, cell) in &report.cells.0 {
            let row = [
                as_text(id),
                as_text(&cell_named(id).map_or_else(String::new, cell_name)),
                status_id(cell.status).to_string(),
                cell.value.as_ref().map_or_else(String::new, NumberData::to_string),
                as_text(cell.unit.as_deref().unwrap_or_default()),
                as_text(cell.text.as_deref().unwrap_or_default()),
            ];
            self.0.write_record(of_report(report).into_iter().chain(row))?;
        }
        self.0.flush()
    }
}

fn status_id(status: CellStatus) -> &'static str {
    match status {
        CellStatus::Value => "value",
        CellStatus::Blank => "blank",
        CellStatus::Placeholder => "placeholder",
        CellStatus::Text => "text",
        CellStatus::Missing => "missing",
        CellStatus::Uncertain => "uncertain",
    }
}

fn of_report(report: &ReportData) -> [String; 4] {
    let text = |text: &Option<String>| as_text(text.as_deref().unwrap_or_default());
    let year = report.year.map_or_else(String::new, |year| year.to_string());
    [text(&report.file), text(&report.title), text(&report.organization), year]
}

/// What a spreadsheet would take for a formula gets an apostrophe in front, which makes it text; characters that cannot be seen are
/// named.
pub fn as_text(text: &str) -> String {
    let text = visible(text);
    let formula =
        text.trim_start().starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠']) || text.starts_with(['\t', '\r']);
    if formula { format!("'{text}") } else { text.into_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::output::{Offsets, Places};
    use crate::rules::{Edit, Options};
    use crate::testkit::sound;
    use crate::text::Source;

    fn data(text: &str) -> Vec<ReportData> {
        let document = Source::from_text(text).expect("a short text");
        let places = Places::new(&document.text, Offsets::Utf8);
        let checked = crate::check(&document, &Options::default());
        checked.iter().map(|one| ReportData::of(Some("=cmd()".to_string()), &document, one, &places)).collect()
    }

    fn findings(reports: &[ReportData]) -> Vec<Vec<String>> {
        let mut bytes = Vec::new();
        let mut table = FindingsTable::new(&mut bytes, &SettingsData::default()).expect("memory takes every byte");
        reports.iter().try_for_each(|report| table.add(report)).expect("memory takes every byte");
        drop(table);
        rows(&bytes)
    }

    fn rows(bytes: &[u8]) -> Vec<Vec<String>> {
        let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(bytes);
        reader.records().map(|row| row.expect("rows of one length").iter().map(String::from).collect()).collect()
    }

    /// The total of the reviews is wrong, and the last cell of the table begins as a formula does.
    fn report() -> String {
        sound(&[Edit::Cell("disputes.review.total", "2"), Edit::Cell("disputes.suit_after_review.total", "-")])
    }

    #[test]
    fn findings_are_rows_without_formulas() {
        let rows = findings(&data(&report()));
        assert_eq!(rows[0], FINDINGS);
        let total = rows.iter().find(|row| row[4] == "AR-05").expect("the total is wrong");
        assert_eq!((total[0].as_str(), total[3].as_str(), total[5].as_str()), ("'=cmd()", "2023", "error"));
        assert_eq!((total[14].as_str(), total[15].as_str()), ("2", "1"));
    }

    #[test]
    fn cells_are_rows_without_formulas() {
        let mut bytes = Vec::new();
        let mut table = CellsTable::new(&mut bytes).expect("memory takes every byte");
        data(&report()).iter().try_for_each(|report| table.add(report)).expect("memory takes every byte");
        drop(table);
        let rows = rows(&bytes);
        assert_eq!(rows[0], CELLS);
        let cell = |id: &str| rows.iter().find(|row| row[4] == id).expect("a cell of the form").clone();
        let review = cell("disputes.review.upheld");
        assert_eq!((review[5].as_str(), review[6].as_str(), review[7].as_str()), ("行政复议／结果维持", "value", "1"));
        assert_eq!(cell("disputes.suit_after_review.total")[9], "'-");
    }

    #[test]
    fn an_unreadable_file_is_a_row() {
        let error =
            crate::output::unreadable_file(Some("a.bin".to_string()), "not-text", "这不是文本文件。".to_string());
        let rows = findings(std::slice::from_ref(&error));
        assert_eq!(
            (rows[1][0].as_str(), rows[1][5].as_str(), rows[1][6].as_str()),
            ("a.bin", "unreadable", "这不是文本文件。")
        );
    }
}
