//! The search bound to a report: its form's sums, its cells, its prose, last year's report, and the findings a repair settles.

use super::{Acts, Candidate, Cell, Content, Equation, Evidence, Grid, Kind, Search, search, wording};
use crate::form::{CellId, Form, Relation, Sum, TableId, TotalOf};
use crate::report::{Report, Scope};
use crate::rules::{Finding, Options, last_year};

/// A proposal of how to mend a table.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Repair {
    pub changes: Vec<Change>,
    pub kind: Kind,
    /// How many things were done wrong.
    pub acts: usize,
    /// The findings that go away with it, by their index.
    pub settles: Vec<usize>,
    /// One sentence for a person.
    pub because: String,
    /// The facts of the prose that agree with it, by their index.
    pub supported_by: Vec<usize>,
    /// Candidates of one group mend the same fault; groups are independent.
    pub group: usize,
    /// Its place among those of its group; candidates with the same rank are equally likely.
    pub rank: usize,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Change {
    pub cell: CellId,
    /// None for a cell that is empty.
    pub from: Option<i64>,
    pub to: i64,
}

/// What is proposed for a report.
#[derive(Clone, Default, Debug)]
pub struct Repairs {
    /// Group by group, the best of each first.
    pub list: Vec<Repair>,
    /// Tables with too many faults to propose anything.
    pub beyond: Vec<TableId>,
}

/// A table of a form as the search sees it.
pub struct Bound {
    pub table: TableId,
    /// The cells by the search's indices.
    pub cells: Vec<CellId>,
    pub sums: Vec<Sum>,
    pub grid: Grid,
}

/// Returns the tables of a form that have sums, with these contents.
pub fn bind(form: &Form, content: impl Fn(CellId) -> Content) -> Vec<Bound> {
    let sums = form.sums();
    let of_table = |table: &crate::form::Table| {
        let cells: Vec<CellId> = table.rows.iter().flat_map(|row| row.cells()).collect();
        // The groups of table four stand side by side in one row.
        let is_one_row = table.id == TableId::Disputes;
        let places = table.rows.iter().enumerate().flat_map(|(row, of)| {
            (0..of.columns.len()).map(move |column| if is_one_row { (0, row * 5 + column) } else { (row, column) })
        });
        let grid_cells = cells.iter().zip(places);
        let sums: Vec<Sum> =
            sums.iter().filter(|sum| sum.left.first().is_some_and(|cell| cells.contains(cell))).cloned().collect();
        let index = |side: &[CellId]| side.iter().filter_map(|id| cells.iter().position(|cell| cell == id)).collect();
        let equation = |sum: &Sum| Equation {
            left: index(&sum.left),
            right: index(&sum.right),
            total: sum.relation != Relation::Balance,
        };
        let grid = Grid {
            cells: grid_cells.map(|(id, (row, column))| Cell { content: content(*id), row, column }).collect(),
            equations: sums.iter().map(equation).collect(),
        };
        (!sums.is_empty()).then_some(Bound { table: table.id, cells, sums, grid })
    };
    form.tables.iter().filter_map(of_table).collect()
}

/// Returns what the search takes a cell of a report for.
fn content(report: &Report, cell: CellId) -> Content {
    let Some(cell) = report.cell(cell) else { return Content::Unknown };
    match cell.count() {
        _ if cell.is_empty() => Content::Blank,
        Some(number) => Content::Number(number),
        None => Content::Unknown,
    }
}

/// What is known of a table from elsewhere, and where from.
struct Known {
    evidence: Vec<Evidence>,
    /// The fact by its index, or None for last year's report.
    sources: Vec<Option<usize>>,
}

/// Returns the repairs proposed for a report whose sums were judged.
pub fn repairs(report: &Report, options: &Options, findings: &[Finding]) -> Repairs {
    let mut all = Repairs::default();
    if !findings.iter().any(|finding| finding.rule.starts_with("AR-")) {
        return all;
    }
    let Some(form) = report.form else { return all };
    for bound in bind(form, |cell| content(report, cell)) {
        let known = known(report, options, &bound);
        match search(&bound.grid, &known.evidence, Acts::All) {
            Search::TooMuch => all.beyond.push(bound.table),
            Search::Found(candidates) => {
                let first = all.list.last().map_or(0, |last| last.group + 1);
                let equal = |one: &Candidate| {
                    candidates.iter().filter(|other| (other.group, other.rank) == (one.group, one.rank)).count()
                };
                all.list.extend(candidates.iter().map(|one| Repair {
                    group: first + one.group,
                    ..repair(&bound, one, &known, findings, report, equal(one))
                }));
            }
        }
    }
    all
}

fn known(report: &Report, options: &Options, bound: &Bound) -> Known {
    let place = |id: CellId| bound.cells.iter().position(|cell| *cell == id);
    let mut known = Known { evidence: Vec::new(), sources: Vec::new() };
    for (index, fact) in report.facts.iter().enumerate() {
        let own =
            fact.scope == Scope::Own && (fact.year.is_none() || report.year.is_none() || fact.year == report.year);
        let cells: Vec<usize> = fact.kind.cells().into_iter().filter_map(place).collect();
        if own && !cells.is_empty() {
            known.evidence.push(Evidence { cells, number: fact.value });
            known.sources.push(Some(index));
        }
    }
    let Ok(last) = last_year(report, options) else { return known };
    for cell in bound.cells.iter().filter(|cell| cell.row == "requests.carried_in") {
        let carried = last.cell(CellId { row: "requests.carried_out", ..*cell }).and_then(|cell| cell.count());
        if let (Some(number), Some(own)) = (carried, place(*cell)) {
            known.evidence.push(Evidence { cells: vec![own], number });
            known.sources.push(None);
        }
    }
    known
}

fn repair(
    bound: &Bound,
    one: &Candidate,
    known: &Known,
    findings: &[Finding],
    report: &Report,
    equal: usize,
) -> Repair {
    let from = |cell: usize| match bound.grid.cells[cell].content {
        Content::Number(number) => Some(number),
        Content::Blank | Content::Unknown => None,
    };
    let sums: Vec<&Sum> = one.settles.iter().map(|sum| &bound.sums[*sum]).collect();
    let newly: Vec<usize> =
        one.supported_by.iter().copied().filter(|&index| !known.evidence[index].agrees(&bound.grid)).collect();
    let settled = |finding: &Finding| {
        sums.iter().any(|sum| finding.rule == rule_of(sum) && finding.cells.first() == sum.left.first())
            || newly.iter().any(|&index| match known.sources[index] {
                Some(fact) => {
                    let said = report.facts[fact].span;
                    finding.rule.starts_with("NT-") && finding.places.iter().any(|place| place.span == said)
                }
                None => {
                    let cells = &known.evidence[index].cells;
                    finding.rule == "CY-01" && cells.iter().all(|cell| finding.cells.contains(&bound.cells[*cell]))
                }
            })
    };
    Repair {
        changes: one
            .changes
            .iter()
            .map(|&(cell, to)| Change { cell: bound.cells[cell], from: from(cell), to })
            .collect(),
        kind: one.kind,
        acts: one.acts.len(),
        settles: (0..findings.len()).filter(|&index| settled(&findings[index])).collect(),
        because: wording::because(bound, one, &wording::Sources::of(&known.sources, &one.supported_by), equal),
        supported_by: one.supported_by.iter().filter_map(|&index| known.sources[index]).collect(),
        group: one.group,
        rank: one.rank,
    }
}

/// The rule that reports a sum.
fn rule_of(sum: &Sum) -> &'static str {
    match sum.relation {
        Relation::Balance => "AR-01",
        Relation::Total(TotalOf::Closed) => "AR-02",
        Relation::Total(TotalOf::Applicants) => "AR-03",
        Relation::Total(TotalOf::Outcomes) => "AR-05",
        Relation::Total(TotalOf::Indicators) => "AR-10",
    }
}
