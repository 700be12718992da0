//! From text to reports: the outline, the tables bound to the form, facts in prose. Knows the form, judges nothing.

mod chain;
pub mod dates;
pub mod facts;
mod disputes;
mod fill;
mod glued;
mod labels;
mod number;
pub mod outline;
mod prose;
mod rows;
mod scan;
mod shape;
mod tables;

use crate::document::Document;
use crate::report::{Report, Span};

/// Every report of a document, in order; always at least one.
pub fn read(document: &Document) -> Vec<Report> {
    let text = shape::plain(&document.text);
    let span = Span::new(0, text.len());
    let outline = outline::read(&text, span);
    let tables = tables::read(&text, span);
    vec![Report {
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
    }]
}
