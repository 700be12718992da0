//! The sum (汇总) of many reports in the cells of the form. What cannot be added is counted and named, never taken for 0 in silence.

use gouji::form::{self, CellId, Edition, Form, Relation};
use gouji::output::NumberData;
use gouji::text::Number;
use indexmap::IndexMap;
use serde::Serialize;

use crate::explain::{Difference, Explanation, differences, explanations};
use crate::report::{Cell, Report};
use crate::scope::{Choice, LeftOut, Scope};

/// What many reports add up to, held against the report of the government over them where it is known.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct Total {
    pub year: Option<u16>,
    /// The id of the edition of the form.
    pub form: &'static str,
    /// The level of the government that adds up.
    pub level: &'static str,
    /// Every cell of the form by its full name.
    pub cells: IndexMap<String, TotalCell>,
    pub bodies: Vec<Addend>,
    pub left_out: Vec<LeftOut>,
    /// Sums of the form that do not hold between the totals, in sentences.
    pub broken: Vec<BrokenSum>,
    /// What the user has to settle, in sentences.
    pub questions: Vec<String>,
    /// The report that the sum was held against.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub against: Option<Addend>,
    pub differences: Vec<Difference>,
    pub explanations: Vec<Explanation>,
}

#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Addend {
    /// By its index among the reports that were given.
    pub report: usize,
    pub name: String,
    pub file: String,
}

#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct TotalCell {
    /// What is known adds up to this.
    pub value: NumberData,
    /// Bodies whose number is not known or not certain.
    pub unknown: Vec<String>,
    /// Bodies whose cell is empty; they count as 0.
    pub blank: Vec<String>,
}

#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct BrokenSum {
    pub cells: Vec<String>,
    pub message: String,
}

/// Adds up the reports; `against` is the index of the report of the government over the others.
pub fn sum(reports: &[Report], against: Option<usize>, choice: &Choice) -> Total {
    let scope = Scope::of(reports, against, choice);
    let addends: Vec<&Report> = scope.addends.iter().filter_map(|&index| reports.get(index)).collect();
    let own = against.and_then(|index| reports.get(index));
    let form = form_of(scope.year, own.into_iter().chain(addends.iter().copied()));
    let mut questions = Vec::new();
    let cells: Vec<(CellId, Number, TotalCell)> =
        form.cells().map(|cell| of_cell(cell, &addends, &mut questions)).collect();
    let number = |cell: CellId| cells.iter().find(|(known, ..)| *known == cell).map(|(_, number, _)| *number);
    let broken = broken(form, &number);
    let is_known = |cell: CellId| cells.iter().any(|(known, _, total)| *known == cell && total.unknown.is_empty());
    let summed = |cell: CellId| number(cell).filter(|_| is_known(cell));
    let differences = own.map_or_else(Vec::new, |own| differences(form, &summed, own, &mut questions));
    let left_out: Vec<&Report> = scope.left_out.iter().filter_map(|one| reports.get(one.report)).collect();
    let explanations = explanations(form, &differences, &addends, &left_out);
    let addend = |index: usize| {
        let report = reports.get(index)?;
        Some(Addend { report: index, name: report.name().to_string(), file: report.file.clone() })
    };
    Total {
        year: scope.year,
        form: form.edition.id(),
        level: gouji::report::Level::ALL.iter().find(|(level, _)| *level == scope.level).map_or("county", |(_, id)| id),
        bodies: scope.addends.iter().filter_map(|&index| addend(index)).collect(),
        left_out: scope.left_out,
        broken,
        questions,
        against: against.and_then(addend),
        differences: differences.into_iter().map(|difference| difference.explained(&explanations)).collect(),
        explanations,
        cells: cells.into_iter().map(|(cell, _, total)| (cell.to_string(), total)).collect(),
    }
}

/// The official form of the year, else of the most reports.
fn form_of<'a>(year: Option<u16>, reports: impl Iterator<Item = &'a Report>) -> &'static Form {
    let ids: Vec<&str> = reports.filter_map(|report| report.form.as_deref()).collect();
    let count = |edition: &Edition| ids.iter().filter(|id| **id == edition.id()).count();
    let common = Edition::all().max_by_key(count).filter(|edition| count(edition) > 0);
    form::official(common.or_else(|| Edition::for_year(year?)).unwrap_or_else(Edition::latest))
}

fn of_cell(cell: CellId, addends: &[&Report], questions: &mut Vec<String>) -> (CellId, Number, TotalCell) {
    let mut total = Number::ZERO;
    let (mut unknown, mut blank) = (Vec::new(), Vec::new());
    for report in addends {
        let name = || report.name().to_string();
        match report.cells.get(&cell) {
            Some(Cell::Value(number)) => match total.plus(*number) {
                Some(sum) => total = sum,
                None => unknown.push(name()),
            },
            Some(Cell::Blank) => blank.push(name()),
            Some(Cell::OtherUnit(written)) => {
                unknown.push(name());
                let cell = form::cell_name(cell);
                questions.push(format!(
                    "{}的“{cell}”写作{written}，单位与表头不同，没有计入，请核实后改成表头的单位。",
                    name()
                ));
            }
            Some(Cell::Unknown) | None => unknown.push(name()),
        }
    }
    (cell, total, TotalCell { value: total.into(), unknown, blank })
}

/// The sums of the form that do not hold between the totals.
fn broken(form: &Form, number: &impl Fn(CellId) -> Option<Number>) -> Vec<BrokenSum> {
    let add = |cells: &[CellId]| cells.iter().try_fold(Number::ZERO, |sum, &cell| sum.plus(number(cell)?));
    let broken = form.sums().into_iter().filter_map(|sum| {
        let (left, right) = (add(&sum.left)?, add(&sum.right)?);
        if left == right {
            return None;
        }
        let cells =
            |cells: &[CellId]| cells.iter().map(|cell| format!("“{}”", form::cell_name(*cell))).collect::<Vec<_>>();
        let message = match sum.relation {
            Relation::Balance => format!(
                "汇总后{}之和是{left}，{}之和是{right}，不相等。",
                cells(&sum.left).join("加"),
                cells(&sum.right).join("加")
            ),
            Relation::Total(_) => format!("汇总后{}是{left}，各项之和是{right}，不相等。", cells(&sum.left).join("加")),
        };
        Some(BrokenSum { cells: sum.left.iter().chain(&sum.right).map(ToString::to_string).collect(), message })
    });
    broken.collect()
}
