//! NT: what the prose says against what the tables say, and against itself.

mod all_closed;
mod amounts;
mod applicants;
mod carried;
mod channels;
mod closed;
mod decisions;
mod documents;
mod fee_amount;
mod fee_twice;
mod itemised;
mod lists;
mod none_received;
mod outcomes;
mod outcomes_short;
mod percentages;
mod received;
mod reviews;
mod said_twice;
mod silent_on_requests;
mod suits;
mod unit_words;

use super::arithmetic::sums::{counted, terms};
use super::{Finding, Rule, RuleContext, Severity, Term, passages};
use crate::form::{CellId, TableId, cell_name};
use crate::report::{Fact, FactKind, Report};
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
    &outcomes_short::RULE,
    &itemised::SHORT,
    &fee_amount::AMOUNT,
    &fee_amount::TWO_KINDS,
];

/// The facts of these kinds about the body itself and the report's own year.
pub(super) fn own_facts<'a>(report: &'a Report, kinds: &'a [FactKind]) -> impl Iterator<Item = &'a Fact> {
    report.facts.iter().filter(move |fact| kinds.contains(&fact.kind) && report.owns(fact))
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

/// What a clerk calls the cells of the quantities that a rule holds against the table; None for other quantities.
type Names = fn(FactKind) -> Option<String>;

/// Compares what the prose says of a rule's quantities with their cells.
fn against_table(context: &mut RuleContext, names: Names, remedy: &str) {
    let reading = context.reading;
    let may_count_less = context.body().has_departments();
    for fact in reading.facts.iter().filter(|fact| reading.owns(fact)) {
        let Some(cells_name) = names(fact.kind) else { continue };
        let cells = reading.cells_of_kind(fact.kind);
        let Some(in_table) = sum(context, &cells) else { continue };
        context.hold(fact, &cells);
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

/// What a quantity is called that prose says by the form's own names, when its cells are of that table; an applicant's kind is none.
fn named_cells(kind: FactKind, table: TableId) -> Option<String> {
    let FactKind::Cells(cells) = kind else { return None };
    cells.first().filter(|cell| TableId::of(**cell) == table && cell.row != "requests.received")?;
    let names: Vec<String> = cells.iter().map(|&cell| cell_name(cell)).collect();
    Some(format!("“{}”", names.join("”与“")))
}

/// Whether cells named in prose are those of suits.
fn is_of_suits(kind: FactKind) -> bool {
    matches!(kind, FactKind::Cells([cell, ..]) if cell.row != "disputes.review")
}

/// The name of a quantity in a rule's list.
fn listed(kind: FactKind, quantities: &[(FactKind, &str)]) -> Option<String> {
    quantities.iter().find(|(known, _)| *known == kind).map(|(_, name)| (*name).to_string())
}

const FIGURES_REMEDY: &str = "对照台账核对，改正正文或表格。";

/// The finding with what was said, what the table has, and where both stand.
fn compared(reading: &Report, finding: &mut Finding, fact: &Fact, in_table: i64, cells: &[CellId]) {
    let finding = finding.at(fact.span).at_cells(reading, cells);
    let said = Term::named("正文", Number::whole(fact.value));
    finding.sides(said.number, Number::whole(in_table)).sum(vec![said], terms(reading, cells));
}
