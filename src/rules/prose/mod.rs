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
use super::{Finding, Rule, RuleContext, Severity, passages};
use crate::form::{CellId, TableId};
use crate::report::{Content, Fact, FactKind, Report, Scope};
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
pub(super) fn own_facts<'a>(report: &'a Report, kinds: &'a [FactKind]) -> impl Iterator<Item = &'a Fact> {
    report.facts.iter().filter(move |fact| kinds.contains(&fact.kind) && is_own(report, fact))
}

fn is_own(report: &Report, fact: &Fact) -> bool {
    let year = report.year;
    fact.scope == Scope::Own && (fact.year.is_none() || year.is_none() || fact.year == year)
}

/// The sum of cells that something said in prose is compared with; None where the report has none of them, or one cannot be
/// read, and then that is said.
fn sum(context: &mut RuleContext, cells: &[CellId]) -> Option<i64> {
    context.reading.form?;
    if cells.is_empty() {
        return None;
    }
    let unreadable: Vec<CellId> = cells.iter().copied().filter(|&id| counted(context.reading, id).is_none()).collect();
    if unreadable.is_empty() {
        return cells.iter().map(|&id| counted(context.reading, id)).sum();
    }
    context.unchecked(unreadable, "表中的数无法识别，没有与正文核对。");
    None
}

/// Compares what the prose says of these quantities with their cells; beside each is what a clerk calls the cells.
fn against_table(context: &mut RuleContext, quantities: &[(FactKind, &str)], remedy: &str) {
    let reading = context.reading;
    let may_count_less = context.body().has_departments();
    for fact in &reading.facts {
        let Some((_, cells_name)) = quantities.iter().find(|(kind, _)| *kind == fact.kind) else { continue };
        if !is_own(reading, fact) {
            continue;
        }
        let cells = cells_of(context, fact.kind);
        let Some(in_table) = sum(context, &cells) else { continue };
        context.findings.tally.facts += 1;
        if fact.value == in_table {
            continue;
        }
        let said = passages::quoted(fact.span.of(context.text), 30);
        let of_requests = cells.first().is_some_and(|&cell| TableId::of(cell) == TableId::Requests);
        let finding = context.report(format!("正文写“{said}”，表中{cells_name}{in_table}件。"), remedy);
        finding.severity_if(of_requests && may_count_less, Severity::Warning);
        compared(reading, finding, fact, in_table, &cells);
    }
}

const FIGURES_REMEDY: &str = "对照台账核对，改正正文或表格。";

/// The cells of a quantity that the report's form has, without those whose row the report lacks where it has others.
fn cells_of(context: &RuleContext, kind: FactKind) -> Vec<CellId> {
    let report = context.reading;
    let mut cells = kind.cells();
    cells.retain(|id| report.cell(*id).is_some());
    let is_there = |id: &CellId| report.cell(*id).is_some_and(|cell| cell.content != Content::Missing);
    if cells.iter().any(is_there) {
        cells.retain(is_there);
    }
    cells
}

/// The finding with what was said, what the table has, and where both stand.
fn compared(reading: &Report, finding: &mut Finding, fact: &Fact, in_table: i64, cells: &[CellId]) {
    let finding = finding.at(fact.span).at_cells(reading, cells);
    finding.sides(Number::whole(fact.value), Number::whole(in_table));
}
