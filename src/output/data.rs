//! The data contract, the same for the command line, the page and the npm package; only the unit of places differs.

use std::fmt;

use serde::{Serialize, Serializer};

use super::verdict;
use crate::Checked;
use crate::form::CellId;
use crate::report::{Cell, Content, Scope};
use crate::rules::{Finding, Role, Severity, personal, star_out};
use crate::text::{Number, TextRange};
use crate::text::{Source, SourceError};

const SCHEMA: u8 = 1;

/// The unit of places: bytes for the command line, UTF-16 code units for the browser.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Offsets {
    Utf8,
    Utf16,
}

/// Everything that was checked in one go.
#[derive(Serialize)]
pub struct Output {
    pub schema: u8,
    pub offsets: &'static str,
    pub reports: Vec<ReportData>,
    pub between: Vec<BetweenData>,
}

impl Output {
    pub fn new(offsets: Offsets, reports: Vec<ReportData>) -> Output {
        let offsets = match offsets {
            Offsets::Utf8 => "utf8",
            Offsets::Utf16 => "utf16",
        };
        Output { schema: SCHEMA, offsets, reports, between: Vec::new() }
    }

    /// Says once more, with the names of both files, what was found against last year's report.
    pub fn compared_with(mut self, previous: Option<String>) -> Output {
        let Some(previous) = previous else { return self };
        for report in &self.reports {
            for finding in report.findings.iter().filter(|finding| finding.rule.starts_with("CY-")) {
                self.between.push(BetweenData {
                    rule: finding.rule,
                    files: [previous.clone()].into_iter().chain(report.file.clone()).collect(),
                    severity: finding.severity,
                    message: finding.message.clone(),
                    cells: finding.cells.clone(),
                });
            }
        }
        self
    }
}

#[derive(Serialize, Default)]
pub struct ReportData {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub file: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub error: Option<ErrorData>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    pub title: Option<String>,
    pub organization: Option<String>,
    pub year: Option<u16>,
    pub form: Option<&'static str>,
    pub signed: Option<String>,
    pub verdict: &'static str,
    pub checked: CheckedData,
    pub sections: Vec<SectionData>,
    #[serde(serialize_with = "as_map")]
    pub cells: Vec<(String, CellData)>,
    pub facts: Vec<FactData>,
    pub findings: Vec<FindingData>,
    pub unchecked: Vec<UncheckedData>,
}

/// Pairs of names and cells as one object.
fn as_map<S: Serializer>(cells: &[(String, CellData)], serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_map(cells.iter().map(|(name, cell)| (name, cell)))
}

#[derive(Serialize)]
pub struct ErrorData {
    pub code: &'static str,
    pub message: String,
}

#[derive(Serialize, Default)]
pub struct CheckedData {
    pub tables: usize,
    pub cells: usize,
    pub sums: usize,
    pub facts: usize,
    pub dates: usize,
}

#[derive(Serialize)]
pub struct SectionData {
    pub number: u8,
    pub heading: Option<String>,
    pub found: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub start: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub end: Option<usize>,
}

#[derive(Serialize)]
pub struct CellData {
    pub status: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub value: Option<NumberData>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unit: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub start: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub end: Option<usize>,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub corrected: bool,
}

/// Whole numbers are written without a decimal point.
#[derive(Serialize)]
#[serde(untagged)]
pub enum NumberData {
    Whole(i64),
    Decimal(f64),
}

impl fmt::Display for NumberData {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            NumberData::Whole(number) => number.fmt(f),
            NumberData::Decimal(number) => number.fmt(f),
        }
    }
}

impl From<Number> for NumberData {
    fn from(number: Number) -> NumberData {
        number.as_whole().map_or_else(|| NumberData::Decimal(number.as_f64()), NumberData::Whole)
    }
}

#[derive(Serialize)]
pub struct FactData {
    pub subject: Vec<String>,
    pub value: i64,
    pub unit: Option<String>,
    pub year: Option<u16>,
    pub scope: &'static str,
    pub text: String,
    pub start: usize,
    pub end: usize,
}

#[derive(Serialize)]
pub struct FindingData {
    pub rule: &'static str,
    pub severity: &'static str,
    pub message: String,
    pub suggestion: String,
    pub basis: &'static str,
    pub cells: Vec<String>,
    pub spans: Vec<SpanData>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub left: Option<NumberData>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub right: Option<NumberData>,
    pub fixes: Vec<FixData>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub alike: Vec<AlikeData>,
}

/// A passage of the report, and how it stands in last year's.
#[derive(Serialize)]
pub struct AlikeData {
    pub start: usize,
    pub end: usize,
    pub last_year: String,
}

#[derive(Serialize)]
pub struct SpanData {
    pub start: usize,
    pub end: usize,
    pub line: usize,
    pub column: usize,
    pub role: &'static str,
}

#[derive(Serialize)]
pub struct FixData {
    pub start: usize,
    pub end: usize,
    pub text: String,
}

#[derive(Serialize)]
pub struct UncheckedData {
    pub rule: &'static str,
    pub cells: Vec<String>,
    pub reason: String,
}

/// A disagreement between two files.
#[derive(Serialize)]
pub struct BetweenData {
    pub rule: &'static str,
    pub files: Vec<String>,
    pub severity: &'static str,
    pub message: String,
    pub cells: Vec<String>,
}

pub fn severity_id(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Info => "info",
    }
}

/// A file of which nothing could be read.
pub fn unreadable_file(file: Option<String>, code: &'static str, message: String) -> ReportData {
    ReportData { file, error: Some(ErrorData { code, message }), verdict: "unreadable", ..ReportData::default() }
}

impl ReportData {
    pub fn of_error(file: Option<String>, error: SourceError) -> ReportData {
        unreadable_file(file, error.code(), error.to_string())
    }

    pub fn of(file: Option<String>, document: &Source, checked: &Checked, places: &Places) -> ReportData {
        let report = &checked.report;
        let text = &document.text;
        let read = |cell: &Cell| !matches!(cell.content, Content::Missing | Content::Uncertain);
        ReportData {
            file,
            error: None,
            text: (!document.as_given).then(|| text.clone()),
            title: report.title.as_ref().map(|title| title.text.clone()),
            organization: report.organization.as_ref().map(|name| name.text.clone()),
            year: report.year,
            form: report.form.map(|form| form.edition.id()),
            signed: report.signature.as_ref().map(|signature| signature.date.to_string()),
            verdict: verdict(checked).id(),
            checked: CheckedData {
                tables: report.tables.len(),
                cells: report.cells.values().filter(|cell| read(cell)).count(),
                sums: checked.findings.tally.sums,
                facts: checked.findings.tally.facts,
                dates: checked.findings.tally.dates,
            },
            sections: report
                .sections
                .iter()
                .map(|section| {
                    let found = section.heading.as_ref();
                    SectionData {
                        number: section.number,
                        heading: found.map(|heading| heading.span.of(text).to_string()),
                        found: found.is_some(),
                        start: found.map(|_| places.offset(section.span.start)),
                        end: found.map(|_| places.offset(section.span.end)),
                    }
                })
                .collect(),
            cells: report.cells.iter().map(|(id, cell)| (id.to_string(), cell_data(cell, text, places))).collect(),
            facts: report
                .facts
                .iter()
                .map(|fact| FactData {
                    subject: names(&fact.kind.cells()),
                    value: fact.value,
                    unit: fact.unit.clone(),
                    year: fact.year,
                    scope: match fact.scope {
                        Scope::Own => "self",
                        Scope::Other => "other",
                    },
                    text: fact.span.of(text).to_string(),
                    start: places.offset(fact.span.start),
                    end: places.offset(fact.span.end),
                })
                .collect(),
            findings: checked.findings.list.iter().map(|finding| finding_data(finding, places)).collect(),
            unchecked: checked
                .findings
                .unchecked
                .iter()
                .map(|item| UncheckedData { rule: item.rule, cells: names(&item.cells), reason: item.reason.clone() })
                .collect(),
        }
    }
}

impl ReportData {
    /// Without the personal data that was found, for output that is handed on. Places stay where they are.
    pub fn masked(mut self, document: &Source, checked: &Checked) -> ReportData {
        let list = &checked.findings.list;
        let personal = personal(&document.text, list);
        self.text = self.text.map(|text| masked(&text, list));
        let headings = self.sections.iter_mut().filter_map(|section| section.heading.as_mut());
        let facts = self.facts.iter_mut().map(|fact| &mut fact.text);
        let texts = self.title.iter_mut().chain(self.organization.as_mut()).chain(headings).chain(facts);
        texts.for_each(|text| star_out(text, &personal));
        for (_, cell) in &mut self.cells {
            let Some(text) = cell.text.as_mut() else { continue };
            let length = text.len();
            star_out(text, &personal);
            cell.value = cell.value.take().filter(|_| text.len() == length);
        }
        for finding in &mut self.findings {
            for side in [&mut finding.left, &mut finding.right] {
                *side = side.take().filter(|number| !personal.contains(&number.to_string()));
            }
        }
        self
    }
}

/// The text with personal data (rules PV) starred out, as long as the text itself: what is shown to others is
/// no place to repeat a phone number.
pub fn masked(text: &str, findings: &[Finding]) -> String {
    const KEPT: usize = 3;
    let mut bytes = text.as_bytes().to_vec();
    for place in findings.iter().filter(|finding| finding.rule.starts_with("PV-")).flat_map(|finding| &finding.places) {
        for (offset, c) in place.span.of(text).char_indices().skip(KEPT) {
            let start = place.span.start + offset;
            bytes[start..start + c.len_utf8()].fill(b'*');
        }
    }
    String::from_utf8(bytes).unwrap_or_default()
}

fn names(cells: &[CellId]) -> Vec<String> {
    cells.iter().map(CellId::to_string).collect()
}

fn cell_data(cell: &Cell, text: &str, places: &Places) -> CellData {
    CellData {
        status: match cell.content {
            Content::Value(_) => "value",
            Content::Blank => "blank",
            Content::Placeholder => "placeholder",
            Content::Text => "text",
            Content::Missing => "missing",
            Content::Uncertain => "uncertain",
        },
        value: cell.value().map(NumberData::from),
        text: cell.place.map(|span| span.of(text).trim().to_string()),
        unit: cell.unit.clone(),
        start: cell.place.map(|span| places.offset(span.start)),
        end: cell.place.map(|span| places.offset(span.end)),
        corrected: cell.corrected,
    }
}

fn finding_data(finding: &Finding, places: &Places) -> FindingData {
    FindingData {
        rule: finding.rule,
        severity: severity_id(finding.severity),
        message: finding.message.clone(),
        suggestion: finding.suggestion.clone(),
        basis: finding.basis,
        cells: names(&finding.cells),
        spans: finding
            .places
            .iter()
            .map(|place| {
                let (line, column) = places.line_and_column(place.span.start);
                SpanData {
                    start: places.offset(place.span.start),
                    end: places.offset(place.span.end),
                    line,
                    column,
                    role: match place.role {
                        Role::Primary => "primary",
                        Role::Related => "related",
                    },
                }
            })
            .collect(),
        left: finding.sides.map(|(left, _)| left.into()),
        right: finding.sides.map(|(_, right)| right.into()),
        fixes: finding
            .fixes
            .iter()
            .map(|fix| FixData {
                start: places.offset(fix.span.start),
                end: places.offset(fix.span.end),
                text: fix.text.clone(),
            })
            .collect(),
        alike: finding
            .alike
            .iter()
            .map(|alike| AlikeData {
                start: places.offset(alike.span.start),
                end: places.offset(alike.span.end),
                last_year: alike.last_year.clone(),
            })
            .collect(),
    }
}

/// Turns byte offsets of a text into the caller's unit, and into lines and columns. Built once per text.
pub struct Places<'a> {
    text: &'a str,
    offsets: Offsets,
    /// Start of every line in bytes, and in UTF-16 code units.
    lines: Vec<(usize, usize)>,
}

impl<'a> Places<'a> {
    pub fn new(text: &'a str, offsets: Offsets) -> Places<'a> {
        let mut lines = vec![(0, 0)];
        let mut units = 0;
        for (index, c) in text.char_indices() {
            units += c.len_utf16();
            if c == '\n' {
                lines.push((index + 1, units));
            }
        }
        Places { text, offsets, lines }
    }

    fn line_of(&self, byte: usize) -> usize {
        self.lines.partition_point(|&(start, _)| start <= byte).saturating_sub(1)
    }

    /// The part of the line before this byte.
    fn before(&self, byte: usize) -> &'a str {
        let start = self.lines.get(self.line_of(byte)).map_or(0, |line| line.0);
        TextRange::new(start, byte).of(self.text)
    }

    pub fn offset(&self, byte: usize) -> usize {
        match self.offsets {
            Offsets::Utf8 => byte,
            Offsets::Utf16 => {
                let start = self.lines.get(self.line_of(byte)).map_or(0, |line| line.1);
                start + self.before(byte).chars().map(char::len_utf16).sum::<usize>()
            }
        }
    }

    /// Line and column, both from 1, the column in characters.
    pub fn line_and_column(&self, byte: usize) -> (usize, usize) {
        (self.line_of(byte) + 1, self.before(byte).chars().count() + 1)
    }

    /// The line that holds this byte, without its end.
    pub fn line_at(&self, byte: usize) -> TextRange {
        let line = self.line_of(byte);
        let start = self.lines.get(line).map_or(0, |line| line.0);
        let end = self.lines.get(line + 1).map_or(self.text.len(), |next| next.0);
        let content = TextRange::new(start, end).of(self.text).trim_end_matches(['\n', '\r']);
        TextRange::new(start, start + content.len())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_given_in_the_callers_unit() {
        let text = "总体😀情况\n二、";
        let utf16 = Places::new(text, Offsets::Utf16);
        let byte = text.find("情").unwrap_or_default();
        assert_eq!(utf16.offset(byte), 4);
        assert_eq!(utf16.offset(text.len()), text.encode_utf16().count());
        assert_eq!(Places::new(text, Offsets::Utf8).offset(byte), byte);
        assert_eq!(utf16.line_and_column(byte), (1, 4));
        assert_eq!(utf16.line_and_column(text.len()), (2, 3));
    }
}
