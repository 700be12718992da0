//! How a sum of the form is judged: what counts for each cell, which side is which, and how it is written out for a person.

use crate::form::{CellId, Column, Relation, Sum, TotalOf, locate, row_name};
use crate::report::{Content, Report};
use crate::rules::{Finding, RuleContext, Severity, Term};
use crate::text::{Number, TextRange};

/// The sums of the report's form that have this relation.
pub fn of(context: &RuleContext, relation: Relation) -> Vec<Sum> {
    let sums = context.reading.form.map_or_else(Vec::new, |form| form.sums());
    sums.into_iter().filter(|sum| sum.relation == relation).collect()
}

/// How a sum that fails is put into words: what is wrong, and what to do.
pub type Describe = fn(&Report, &Failure) -> (String, String);

/// Judges the sums of the report's form that have this relation. Those with cells that could not be read are one line of what was
/// not checked: `unread` names one of them, and says what all of them were not tried for.
pub fn judge(context: &mut RuleContext, relation: Relation, unread: Unread, describe: Describe) {
    let mut names: Vec<String> = Vec::new();
    let mut unreadable: Vec<CellId> = Vec::new();
    for sum in of(context, relation) {
        if let Outcome::Unreadable(cells) = judge_one(context, &sum, describe) {
            names.extend(sum.left.first().map(|&total| (unread.name)(total)));
            unreadable.extend(cells);
        }
    }
    let Some(first) = names.first() else { return };
    let counted = match names.len() {
        1 => format!("“{first}”一{}", unread.unit),
        count => format!("“{first}”等{count}{}", unread.unit),
    };
    context.unchecked(unreadable, format!("{counted}有单元格无法识别，{}没有核对。", unread.what));
}

/// How sums that could not be tried are named: by their column, row or group.
pub struct Unread {
    pub name: fn(CellId) -> String,
    pub unit: &'static str,
    pub what: &'static str,
}

/// Judges one sum, with a finding where it fails.
pub fn judge_one(context: &mut RuleContext, sum: &Sum, describe: Describe) -> Outcome {
    let outcome = evaluate(context, sum);
    if matches!(outcome, Outcome::Holds | Outcome::Fails(_)) {
        context.findings.tally.sums += 1;
    }
    if let Outcome::Fails(failure) = &outcome {
        let reading = context.reading;
        let (message, remedy) = describe(reading, failure);
        let finding = context.report(message, remedy);
        // A row of which only the total is filled in lacks its parts; that its sum fails says nothing.
        let only_total = failure.parts_empty && sum.relation == Relation::Total(TotalOf::Applicants);
        finding.severity_if(only_total, Severity::Warning);
        failure.locate(reading, finding);
    }
    outcome
}

/// What came of a sum.
pub enum Outcome {
    Holds,
    /// The total is empty: nothing to compare it with.
    NoTotal,
    Fails(Failure),
    /// Cells that could not be read.
    Unreadable(Vec<CellId>),
    /// The report has none of the cells.
    Absent,
}

pub struct Failure {
    pub sum: Sum,
    pub left: i64,
    pub right: i64,
    /// Some cells were empty and counted as 0.
    pub with_blanks: bool,
    /// All parts of the total are empty.
    pub parts_empty: bool,
}

pub fn evaluate(context: &RuleContext, sum: &Sum) -> Outcome {
    let report = context.reading;
    let cells = || sum.left.iter().chain(&sum.right).copied();
    let missing = |id: &CellId| report.cell(*id).is_none_or(|cell| cell.content == Content::Missing);
    // A sum of nothing is no verdict.
    if sum.left.is_empty() || sum.right.is_empty() || cells().all(|id| missing(&id)) {
        return Outcome::Absent;
    }
    let unreadable: Vec<CellId> = cells().filter(|&id| counted(report, id).is_none()).collect();
    if !unreadable.is_empty() {
        return Outcome::Unreadable(unreadable);
    }
    let empty = |id: &CellId| report.cell(*id).is_some_and(|cell| cell.is_empty());
    if sum.relation != Relation::Balance && sum.left.iter().all(empty) {
        return Outcome::NoTotal;
    }
    let total = |side: &[CellId]| side.iter().filter_map(|&id| counted(report, id)).sum::<i64>();
    let (left, right) = (total(&sum.left), total(&sum.right));
    if left == right {
        return Outcome::Holds;
    }
    Outcome::Fails(Failure {
        sum: sum.clone(),
        left,
        right,
        with_blanks: cells().any(|id| empty(&id)),
        parts_empty: sum.right.iter().all(empty),
    })
}

/// What a cell counts for: its number, 0 when empty; an empty total counts as the sum of its own parts.
pub fn counted(report: &Report, id: CellId) -> Option<i64> {
    let cell = report.cell(id)?;
    if !cell.is_empty() {
        return cell.count();
    }
    match report.form?.parts_of(id) {
        // Parts of a total are never totals of the same kind, so one step down is enough.
        Some(parts) => parts.into_iter().map(|part| report.cell(part)?.count()).sum(),
        None => Some(0),
    }
}

/// Returns the cells with what they count for.
pub fn terms(report: &Report, cells: &[CellId]) -> Vec<Term> {
    let term = |&cell| Some(Term::of_cell(cell, Number::whole(counted(report, cell)?)));
    cells.iter().filter_map(term).collect()
}

impl Failure {
    fn difference(&self) -> i64 {
        (self.left - self.right).abs()
    }

    /// 相差2（空白按0计算）。
    pub fn end(&self) -> String {
        format!("相差{}{}。", self.difference(), self.blank_note())
    }

    /// The heading of the column the sum runs down, or of the total's row.
    pub fn column(&self) -> &'static str {
        self.sum.left.first().and_then(|&id| locate(id)).map_or("", |(_, column): (_, &Column)| column.label)
    }

    pub fn row(&self) -> String {
        self.sum.left.first().and_then(|&id| locate(id)).map_or_else(String::new, |(row, _)| row_name(row))
    }

    /// `；空白按0计算` where that happened.
    fn blank_note(&self) -> &'static str {
        if self.with_blanks { "（空白按0计算）" } else { "" }
    }

    /// One side with its names and numbers: 本年新收3＋上年结转0＝3.
    pub fn side(&self, report: &Report, cells: &[CellId], names: fn(CellId) -> String) -> String {
        let terms: Vec<(CellId, i64)> = cells.iter().filter_map(|&id| Some((id, counted(report, id)?))).collect();
        // A long list shows only what contributes.
        let shown: Vec<String> = terms
            .iter()
            .filter(|(_, value)| terms.len() <= 2 || *value != 0)
            .map(|(id, value)| format!("{}{value}", names(*id)))
            .collect();
        let total: i64 = terms.iter().map(|(_, value)| value).sum();
        match shown.len() {
            0 => "0".to_string(),
            1 if terms.len() == 1 => shown.concat(),
            _ => format!("{}＝{total}", shown.join("＋")),
        }
    }

    /// The finding with its cells, its places (the total first) and both sides.
    fn locate(&self, report: &Report, finding: &mut Finding) {
        let place = |id: &CellId| -> Option<TextRange> { report.cell(*id)?.place };
        let mut cells: Vec<CellId> = self.sum.left.iter().chain(&self.sum.right).copied().collect();
        if self.sum.relation != Relation::Balance && cells.len() > 8 {
            // In a long column only the parts that contribute help to find the fault.
            cells.retain(|&id| self.sum.left.contains(&id) || counted(report, id) != Some(0));
        }
        finding.cells(&cells).sides(Number::whole(self.left), Number::whole(self.right));
        finding.sum(terms(report, &self.sum.left), terms(report, &self.sum.right));
        let primary: &[CellId] =
            if self.sum.relation == Relation::Balance { &self.sum.right[..1] } else { &self.sum.left };
        for id in &cells {
            if let Some(span) = place(id) {
                if primary.contains(id) {
                    finding.at(span)
                } else {
                    finding.related(span)
                };
            }
        }
    }
}

/// The short name of a row in a written-out sum: 一、本年新收… as 本年新收, other rows as they are.
pub fn row_in_sum(id: CellId) -> String {
    match id.row {
        "requests.received" => "本年新收".to_string(),
        "requests.carried_in" => "上年结转".to_string(),
        "requests.closed" => "办理结果总计".to_string(),
        "requests.carried_out" => "结转下年".to_string(),
        _ => locate(id).map_or_else(String::new, |(row, _)| row_name(row)),
    }
}

/// The name of a cell's row.
pub fn name_of_row(id: CellId) -> String {
    locate(id).map_or_else(String::new, |(row, _)| row_name(row))
}

/// The column's heading as the name in a written-out sum.
pub fn column_in_sum(id: CellId) -> String {
    locate(id).map_or_else(String::new, |(_, column)| column.label.to_string())
}

/// The sums whose left side is one total cell.
pub fn totals(context: &RuleContext) -> Vec<Sum> {
    [TotalOf::Closed, TotalOf::Applicants, TotalOf::Outcomes]
        .into_iter()
        .flat_map(|of_what| of(context, Relation::Total(of_what)))
        .collect()
}
