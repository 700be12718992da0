//! gouji checks 政府信息公开工作年度报告: the sums of its three tables, its prose against them, its dates, its form.
//!
//! One direction, five steps: a `document` is read into `report`s by `reading`, judged by `rules`, and shown by `output`.

pub mod document;
pub mod form;
mod gather;
pub mod output;
pub mod reading;
pub mod report;
pub mod rules;
mod sorted;
pub mod text;
#[cfg(target_arch = "wasm32")]
pub mod wasm;

use document::Document;
use gather::Gather;
use report::Report;
use rules::{Findings, Options, Subject};

/// One report with what the rules found in it.
pub struct Checked {
    pub report: Report,
    pub findings: Findings,
}

/// Reads and judges every report of a document. A document without one gives one empty report, which is unreadable.
pub fn check(document: &Document, options: &Options) -> Vec<Checked> {
    let previous = options.previous.as_ref().map_or_else(Vec::new, reading::read);
    reading::read(document)
        .into_iter()
        .map(|mut report| {
            report.correct(&options.corrections);
            let findings = rules::judge(&Subject::new(&document.text, &report, options, &previous));
            Checked { report, findings }
        })
        .gather()
}
