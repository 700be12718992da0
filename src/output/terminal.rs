//! The result as text for a terminal: each finding with its line, the piece of text underlined, the reason and the remedy.

use std::io::{Result, Write};

use super::data::masked;
use super::{Offsets, Places, ReportData, verdict};
use crate::Checked;
use crate::report::Content;
use crate::rules::{Finding, Role, Severity, personal, star_out};
use crate::text::Source;
use crate::text::TextRange;

/// A line longer than this shows only the part around the finding.
const WIDEST: usize = 60;

pub fn failure(out: &mut impl Write, name: &str, error: &ReportData) -> Result<()> {
    let message = error.error.as_ref().map_or("无法读取。", |error| error.message.as_str());
    writeln!(out, "{name}\n  读不了：{message}\n")
}

pub fn report(out: &mut impl Write, name: &str, document: &Source, checked: &Checked) -> Result<()> {
    let report = &checked.report;
    let places = Places::new(&document.text, Offsets::Utf8);
    let mut title = report.title.as_ref().map_or("（没有标题）", |title| title.text.as_str()).to_string();
    star_out(&mut title, &personal(&document.text, &checked.findings.list));
    writeln!(out, "{name}：{title}")?;
    let (sums, facts, dates) =
        (checked.findings.tally.sums, checked.findings.tally.facts, checked.findings.tally.dates);
    let cells =
        report.cells.values().filter(|cell| !matches!(cell.content, Content::Missing | Content::Uncertain)).count();
    writeln!(
        out,
        "  {}。已核对：{}张表{cells}格、{sums}个等式、{facts}处文字数字、{dates}个日期。",
        verdict(checked).in_words(),
        report.tables.len(),
    )?;
    if checked.findings.set_aside > 0 {
        writeln!(out, "  另有{}处发现已在设置文件里确认无误，没有列出。", checked.findings.set_aside)?;
    }
    let shown = masked(&document.text, &checked.findings.list);
    for severity in [Severity::Error, Severity::Warning, Severity::Info] {
        for finding in checked.findings.list.iter().filter(|finding| finding.severity == severity) {
            write_finding(out, finding, &shown, &places)?;
        }
    }
    if !checked.findings.unchecked.is_empty() {
        writeln!(out, "\n  没有核对的：")?;
        for item in &checked.findings.unchecked {
            writeln!(out, "    {} {}", item.rule, item.reason)?;
        }
    }
    writeln!(out)
}

fn write_finding(out: &mut impl Write, finding: &Finding, text: &str, places: &Places) -> Result<()> {
    let kind = match finding.severity {
        Severity::Error => "错误",
        Severity::Warning => "警告",
        Severity::Info => "提示",
    };
    writeln!(out, "\n  {kind} {}  {}", finding.rule, finding.message)?;
    if let Some(place) = finding.places.iter().find(|place| place.role == Role::Primary).or(finding.places.first()) {
        excerpt(out, text, places, place.span)?;
    }
    writeln!(out, "    怎么办：{}", finding.suggestion)?;
    writeln!(out, "    依据：{}", finding.basis)
}

/// The line of a place, with a line of marks under the place.
fn excerpt(out: &mut impl Write, text: &str, places: &Places, span: TextRange) -> Result<()> {
    let (line, _) = places.line_and_column(span.start);
    let whole = places.line_at(span.start);
    let before: Vec<char> = TextRange::new(whole.start, span.start).of(text).chars().collect();
    let marked: Vec<char> = TextRange::new(span.start, span.end.min(whole.end)).of(text).chars().take(WIDEST).collect();
    let after: Vec<char> = TextRange::new(span.end.min(whole.end), whole.end).of(text).chars().collect();
    let before = &before[before.len().saturating_sub(WIDEST / 2)..];
    let after = &after[..after.len().min(WIDEST / 2)];
    let shown = |characters: &[char]| -> String {
        characters.iter().map(|&c| if c.is_control() || is_invisible(c) { ' ' } else { c }).collect()
    };
    let number = line.to_string();
    writeln!(out, "    {number} │ {}{}{}", shown(before), shown(&marked), shown(after))?;
    let indent: usize = before.iter().map(|&c| width(c)).sum();
    let underline: usize = marked.iter().map(|&c| width(c)).sum::<usize>().max(1);
    writeln!(out, "    {} │ {}{}", " ".repeat(number.len()), " ".repeat(indent), "^".repeat(underline))
}

/// Characters that would reorder or hide the text around them.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

/// Columns of a terminal.
fn width(c: char) -> usize {
    match c {
        '\u{1100}'..='\u{115f}' | '\u{2e80}'..='\u{a4cf}' | '\u{ac00}'..='\u{d7a3}' | '\u{f900}'..='\u{faff}' => 2,
        '\u{fe30}'..='\u{fe6f}' | '\u{ff00}'..='\u{ff60}' | '\u{ffe0}'..='\u{ffe6}' | '\u{20000}'..='\u{3fffd}' => 2,
        '\u{2014}' | '\u{2018}'..='\u{201d}' | '\u{2026}' => 2,
        _ => 1,
    }
}
