//! NT: what the prose says against what the tables say.

mod all_closed;
mod amounts;
mod channels;
mod fee_twice;
mod itemised;
mod none_received;
mod percentages;
mod received;
mod reviews;
mod said_twice;
mod silent_on_requests;
mod suits;
mod unit_words;

use super::arithmetic::sums::counted;
use super::{Finding, Findings, Rule, Subject};
use crate::form::CellId;
use crate::report::{Fact, FactKind, Scope};

pub const RULES: &[&Rule] = &[
    &none_received::RULE,
    &received::RULE,
    &all_closed::RULE,
    &reviews::RULE,
    &suits::RULE,
    &itemised::RULE,
    &said_twice::RULE,
    &fee_twice::RULE,
    &silent_on_requests::RULE,
    &unit_words::RULE,
    &percentages::RULE,
    &channels::RULE,
];

/// The facts of these kinds about the body itself and the report's own year.
fn own_facts<'a>(subject: &Subject<'a>, kinds: &'static [FactKind]) -> impl Iterator<Item = &'a Fact> {
    let year = subject.report.year;
    subject.report.facts.iter().filter(move |fact| {
        kinds.contains(&fact.kind)
            && fact.scope == Scope::Own
            && (fact.year.is_none() || year.is_none() || fact.year == year)
    })
}

/// The sum of cells; None, with a note that this was not checked, where one of them cannot be read.
fn sum(subject: &Subject, findings: &mut Findings, cells: &[CellId]) -> Option<i64> {
    if subject.report.form.is_none() {
        return None;
    }
    let unreadable: Vec<CellId> = cells.iter().copied().filter(|&id| counted(subject.report, id).is_none()).collect();
    if unreadable.is_empty() {
        return cells.iter().map(|&id| counted(subject.report, id)).sum();
    }
    findings.unchecked(unreadable, "表中的数无法识别，没有与正文核对。");
    None
}

fn total(row: &'static str) -> CellId {
    CellId { row, column: "total" }
}

/// The finding with the places of the cells it was compared with.
fn related_cells(subject: &Subject, finding: Finding, cells: &[CellId]) -> Finding {
    let places = cells.iter().filter_map(|&id| subject.report.cell(id)?.place);
    places.fold(finding, |finding, place| finding.related(place))
}
