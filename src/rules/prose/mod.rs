//! NT: what the prose says against what the tables say, and against itself.

mod all_closed;
mod amounts;
mod applicants;
mod carried;
mod channels;
mod closed;
mod decisions;
mod documents;
mod fee_twice;
mod itemised;
mod none_received;
mod outcomes;
mod percentages;
mod received;
mod reviews;
mod said_twice;
mod silent_on_requests;
mod suits;
mod unit_words;

use super::arithmetic::sums::counted;
use super::{Finding, Findings, Rule, Severity, Subject, body, passages};
use crate::form::{CellId, TableId};
use crate::report::{Content, Fact, FactKind, Scope};
use crate::text::Number;

pub const RULES: &[&Rule] = &[
    &none_received::RULE,
    &received::RULE,
    &applicants::RULE,
    &closed::RULE,
    &all_closed::RULE,
    &carried::RULE,
    &outcomes::RULE,
    &reviews::RULE,
    &suits::RULE,
    &documents::RULE,
    &decisions::RULE,
    &itemised::RULE,
    &said_twice::RULE,
    &fee_twice::RULE,
    &silent_on_requests::RULE,
    &unit_words::RULE,
    &percentages::RULE,
    &channels::RULE,
];

/// The facts of these kinds about the body itself and the report's own year.
pub(super) fn own_facts<'a>(subject: &'a Subject<'a>, kinds: &'a [FactKind]) -> impl Iterator<Item = &'a Fact> {
    subject.report.facts.iter().filter(move |fact| kinds.contains(&fact.kind) && is_own(subject, fact))
}

fn is_own(subject: &Subject, fact: &Fact) -> bool {
    let year = subject.report.year;
    fact.scope == Scope::Own && (fact.year.is_none() || year.is_none() || fact.year == year)
}

/// The sum of cells that something said in prose is compared with; None where one of them cannot be read, and then that is said.
fn sum(subject: &Subject, findings: &mut Findings, cells: &[CellId]) -> Option<i64> {
    subject.report.form?;
    let unreadable: Vec<CellId> = cells.iter().copied().filter(|&id| counted(subject.report, id).is_none()).collect();
    if unreadable.is_empty() {
        return cells.iter().map(|&id| counted(subject.report, id)).sum();
    }
    findings.unchecked(unreadable, "表中的数无法识别，没有与正文核对。");
    None
}

/// Compares what the prose says of these quantities with their cells; beside each is what a clerk calls the cells.
fn against_table(subject: &Subject, findings: &mut Findings, quantities: &[(FactKind, &str)], remedy: &str) {
    for fact in &subject.report.facts {
        let Some((_, cells_name)) = quantities.iter().find(|(kind, _)| *kind == fact.kind) else { continue };
        if !is_own(subject, fact) {
            continue;
        }
        let cells = cells_of(subject, fact.kind);
        let Some(in_table) = sum(subject, findings, &cells) else { continue };
        findings.tally.facts += 1;
        if fact.value == in_table {
            continue;
        }
        let said = passages::quoted(fact.span.of(subject.text), 30);
        let finding = findings.finding(format!("正文写“{said}”，表中{cells_name}{in_table}件。"), remedy);
        let of_requests = cells.first().is_some_and(|&cell| TableId::of(cell) == TableId::Requests);
        let finding = if of_requests { sum_of_wider_body(subject, finding) } else { finding };
        findings.add(compared(subject, finding, fact, in_table, cells));
    }
}

const FIGURES_REMEDY: &str = "对照台账核对，改正正文或表格。";

/// The cells of a quantity that this report has: the editions of the form have different rows.
fn cells_of(subject: &Subject, kind: FactKind) -> Vec<CellId> {
    let mut cells = kind.cells();
    let is_there = |id: &CellId| subject.report.cell(*id).is_some_and(|cell| cell.content != Content::Missing);
    if cells.iter().any(is_there) {
        cells.retain(is_there);
    }
    cells
}

/// The finding with what was said, what the table has, and where both stand.
fn compared(subject: &Subject, finding: Finding, fact: &Fact, in_table: i64, cells: Vec<CellId>) -> Finding {
    let finding = finding.at(fact.span).at_cells(subject.report, &cells);
    finding.sides(Number::whole(fact.value), Number::whole(in_table))
}

/// A government above the township, or its office, may count that office in a sentence and all departments in the table.
fn sum_of_wider_body(subject: &Subject, finding: Finding) -> Finding {
    if body::reviews_others(subject) || body::is_office(subject) {
        finding.severity(Severity::Warning)
    } else {
        finding
    }
}

fn total(row: &'static str) -> CellId {
    CellId { row, column: "total" }
}
