//! The one word over a report. Only `clean` is ever a pass.

use crate::Checked;
use crate::report::Content;
use crate::rules::Severity;

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Verdict {
    Errors,
    Warnings,
    /// A table is missing, a cell is uncertain, or a sum of the form was not checked.
    Incomplete,
    Clean,
    /// No table and no section recognised.
    Unreadable,
}

impl Verdict {
    pub fn id(self) -> &'static str {
        match self {
            Verdict::Errors => "errors",
            Verdict::Warnings => "warnings",
            Verdict::Incomplete => "incomplete",
            Verdict::Clean => "clean",
            Verdict::Unreadable => "unreadable",
        }
    }

    pub fn in_words(self) -> &'static str {
        match self {
            Verdict::Errors => "有错误，公开前请改正",
            Verdict::Warnings => "有需要核对的地方",
            Verdict::Incomplete => "没有核对完，不能算通过",
            Verdict::Clean => "核对通过，没有发现问题",
            Verdict::Unreadable => "没有认出年度报告，什么也没有核对",
        }
    }
}

pub fn verdict(checked: &Checked) -> Verdict {
    let report = &checked.report;
    let worst = checked.findings.list.iter().map(|finding| finding.severity).min();
    if report.tables.is_empty() && report.sections.iter().all(|section| section.heading.is_none()) {
        return Verdict::Unreadable;
    }
    match worst {
        Some(Severity::Error) => return Verdict::Errors,
        Some(Severity::Warning) => return Verdict::Warnings,
        Some(Severity::Info) | None => {}
    }
    let table_missing = report.form.is_none_or(|form| form.tables.iter().any(|table| report.table(table.id).is_none()));
    let uncertain = report.cells.values().any(|cell| cell.content == Content::Uncertain);
    if table_missing || uncertain || !checked.findings.unchecked.is_empty() {
        return Verdict::Incomplete;
    }
    Verdict::Clean
}
