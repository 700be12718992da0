//! Findings and cells as tables for a spreadsheet.

use std::io::{Result, Write};

use csv::Writer;

use super::data::{FindingData, NumberData, ReportData};
use crate::form::{cell_name, cell_named};

const FINDINGS: [&str; 16] = [
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
];
const CELLS: [&str; 10] = ["file", "title", "organization", "year", "cell", "name", "status", "value", "unit", "text"];

/// One row per finding. A file that could not be read is one row that says so.
pub fn findings(out: impl Write, reports: &[ReportData]) -> Result<()> {
    let mut table = Writer::from_writer(out);
    table.write_record(FINDINGS)?;
    for report in reports {
        if let Some(error) = &report.error {
            let told = ["", "unreadable", error.message.as_str()].map(as_text);
            let empty = vec![String::new(); FINDINGS.len() - 7];
            table.write_record(of_report(report).into_iter().chain(told).chain(empty))?;
        }
        for finding in &report.findings {
            table.write_record(of_report(report).into_iter().chain(row(finding)))?;
        }
    }
    table.flush()
}

fn row(finding: &FindingData) -> [String; 12] {
    let place = finding.spans.iter().find(|span| span.role == "primary").or(finding.spans.first());
    let place =
        |part: fn(&super::data::SpanData) -> usize| place.map_or_else(String::new, |span| part(span).to_string());
    let side = |number: &Option<NumberData>| number.as_ref().map_or_else(String::new, NumberData::to_string);
    [
        as_text(finding.rule),
        as_text(finding.severity),
        as_text(&finding.message),
        as_text(&finding.suggestion),
        as_text(finding.basis),
        as_text(&finding.cells.join(" ")),
        place(|span| span.line),
        place(|span| span.column),
        place(|span| span.start),
        place(|span| span.end),
        side(&finding.left),
        side(&finding.right),
    ]
}

/// One row per cell of every report that was read.
pub fn cells(out: impl Write, reports: &[ReportData]) -> Result<()> {
    let mut table = Writer::from_writer(out);
    table.write_record(CELLS)?;
    for report in reports {
        for (id, cell) in &report.cells {
            let row = [
                as_text(id),
                as_text(&cell_named(id).map_or_else(String::new, cell_name)),
                as_text(cell.status),
                cell.value.as_ref().map_or_else(String::new, NumberData::to_string),
                as_text(cell.unit.as_deref().unwrap_or_default()),
                as_text(cell.text.as_deref().unwrap_or_default()),
            ];
            table.write_record(of_report(report).into_iter().chain(row))?;
        }
    }
    table.flush()
}

fn of_report(report: &ReportData) -> [String; 4] {
    let text = |text: &Option<String>| as_text(text.as_deref().unwrap_or_default());
    let year = report.year.map_or_else(String::new, |year| year.to_string());
    [text(&report.file), text(&report.title), text(&report.organization), year]
}

/// What a spreadsheet would take for a formula gets an apostrophe in front, which makes it text.
fn as_text(text: &str) -> String {
    let formula =
        text.trim_start().starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠']) || text.starts_with(['\t', '\r']);
    if formula { format!("'{text}") } else { text.to_string() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::output::{Offsets, Places};
    use crate::rules::Options;
    use crate::text::Source;

    fn data(text: &str) -> Vec<ReportData> {
        let document = Source::from_text(text).expect("a short text");
        let places = Places::new(&document.text, Offsets::Utf8);
        let checked = crate::check(&document, &Options::default());
        checked.iter().map(|one| ReportData::of(Some("=cmd()".to_string()), &document, one, &places)).collect()
    }

    fn written(write: impl Fn(&mut Vec<u8>) -> Result<()>) -> Vec<Vec<String>> {
        let mut bytes = Vec::new();
        write(&mut bytes).expect("memory takes every byte");
        let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(&bytes[..]);
        reader.records().map(|row| row.expect("rows of one length").iter().map(String::from).collect()).collect()
    }

    /// The total of the reviews is wrong, and the last cell of the table begins as a formula does.
    const REPORT: &str = "\
柳溪镇2023年政府信息公开工作年度报告
二、主动公开政府信息情况
信息内容\t本年制发件数\t本年废止件数\t现行有效件数
规章\t0\t0\t0
行政规范性文件\t3\t1\t12
四、政府信息公开行政复议、行政诉讼情况
行政复议\t行政诉讼
未经复议直接起诉\t复议后起诉
结果维持\t结果纠正\t其他结果\t尚未审结\t总计\t结果维持\t结果纠正\t其他结果\t尚未审结\t总计\t结果维持\t结果纠正\t其他结果\t尚未审结\t总计
1\t0\t0\t0\t2\t0\t0\t0\t0\t0\t0\t0\t0\t0\t-
";

    #[test]
    fn findings_are_rows_without_formulas() {
        let rows = written(|out| findings(out, &data(REPORT)));
        assert_eq!(rows[0], FINDINGS);
        let total = rows.iter().find(|row| row[4] == "AR-05").expect("the total is wrong");
        assert_eq!((total[0].as_str(), total[3].as_str(), total[5].as_str()), ("'=cmd()", "2023", "error"));
        assert_eq!((total[14].as_str(), total[15].as_str()), ("2", "1"));
    }

    #[test]
    fn cells_are_rows_without_formulas() {
        let rows = written(|out| cells(out, &data(REPORT)));
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
        let rows = written(|out| findings(out, std::slice::from_ref(&error)));
        assert_eq!(
            (rows[1][0].as_str(), rows[1][5].as_str(), rows[1][6].as_str()),
            ("a.bin", "unreadable", "这不是文本文件。")
        );
    }
}
