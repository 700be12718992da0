//! From text to reports: the outline, the tables bound to the form, facts in prose. Knows the form, judges nothing.

mod chain;
mod dates;
mod disputes;
mod facts;
mod fill;
mod glued;
mod grid;
mod labels;
mod number;
mod outline;
mod prose;
mod rows;
mod scan;
mod shape;
mod split;
mod tables;

use crate::document::Document;
use crate::report::{Among, Report, Span};

/// Every report of a document, in order; always at least one.
pub fn read(document: &Document) -> Vec<Report> {
    let text = shape::plain(&document.text);
    let parts = split::reports(&text);
    let all = parts.len();
    let among = |index, copies| Among { number: index + 1, all, copies };
    let read =
        |(index, part): (usize, split::Part)| Report { among: among(index, part.copies), ..report(&text, part.span) };
    parts.into_iter().enumerate().map(read).collect()
}

/// The report that this part of the text is.
fn report(text: &str, span: Span) -> Report {
    let outline = outline::read(text, span);
    let tables = tables::read(text, span);
    let report = Report {
        span,
        title: outline.title,
        organization: outline.organization,
        year: outline.year,
        signature: outline.signature,
        sections: outline.sections,
        left_out: outline.left_out,
        form: tables.form,
        tables: tables.found,
        cells: tables.cells,
        doubts: tables.doubts,
        ..Report::default()
    };
    Report { facts: facts::read(text, &report), ..report }
}
