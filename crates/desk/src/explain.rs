//! Why a government's own report differs from the sum of its bodies: the smallest set of bodies that accounts for the differences.

use std::collections::HashMap;

use gouji::form::{self, CellId, Form, TableId};
use gouji::output::NumberData;
use gouji::text::Number;
use serde::Serialize;

use crate::report::Report;

/// A cell in which the sum and the government's own report differ.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct Difference {
    pub cell: String,
    pub name: String,
    pub sum: NumberData,
    pub reported: NumberData,
    /// Sentences that account for it.
    pub explained_by: Vec<String>,
    #[serde(skip)]
    place: (CellId, i64),
}

impl Difference {
    /// The same difference with what accounts for it.
    pub fn explained(mut self, explanations: &[Explanation]) -> Difference {
        let own = explanations.iter().filter(|one| one.cells.contains(&self.cell));
        self.explained_by = own.map(|one| one.message.clone()).collect();
        self
    }
}

/// What was done with a body that would account for differences.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Deed {
    /// It is not in the government's report.
    Missing,
    /// It was added twice.
    Twice,
    /// It was added although it is no addend.
    Counted,
    /// Its totals were taken from its parts, from which they differ.
    Recomputed,
}

#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Explanation {
    pub bodies: Vec<Accused>,
    /// The differences that it accounts for.
    pub cells: Vec<String>,
    pub message: String,
}

#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Accused {
    pub name: String,
    pub file: String,
    pub deed: Deed,
}

/// Numbers in millionths, so that money is compared exactly.
const DECIMALS: u8 = 6;
/// More bodies at once would explain anything.
const MOST_BODIES: usize = 3;
/// Sets that explain the same are named up to this many.
const MOST_ALTERNATIVES: usize = 3;

/// What is valid at the end of a year is no sum of what bodies have: a text may be counted by two, or by none.
fn is_stock(cell: CellId) -> bool {
    matches!(cell.column, "in_force" | "total_published")
}

/// The cells in which both are known and differ.
pub fn differences(
    form: &Form,
    summed: &impl Fn(CellId) -> Option<Number>,
    own: &Report,
    questions: &mut Vec<String>,
) -> Vec<Difference> {
    let mut stocks = Vec::new();
    let difference = |cell: CellId| {
        let (sum, reported) = (summed(cell)?, own.number(cell)?);
        let by = sum.in_decimals(DECIMALS)? - reported.in_decimals(DECIMALS)?;
        if by != 0 && is_stock(cell) {
            stocks.push(format!("“{}”汇总是{sum}，{}是{reported}", form::cell_name(cell), own.name()));
        }
        let differs = by != 0 && !is_stock(cell);
        differs.then(|| Difference {
            cell: cell.to_string(),
            name: form::cell_name(cell),
            sum: sum.into(),
            reported: reported.into(),
            explained_by: Vec::new(),
            place: (cell, by),
        })
    };
    let differences = form.cells().filter_map(difference).collect();
    if !stocks.is_empty() {
        questions.push(format!(
            "{}。这些数不一定能相加（同一文件可能几家都算，也可能都没算），请核对口径。",
            stocks.join("；")
        ));
    }
    differences
}

/// One body and one deed, with what it changes in each cell.
struct Toggle<'a> {
    report: &'a Report,
    deed: Deed,
    by: Vec<i64>,
}

/// The smallest sets of bodies that account for all differences, else for those of a table, else for some of them exactly.
pub fn explanations(
    form: &Form,
    differences: &[Difference],
    addends: &[&Report],
    left_out: &[&Report],
) -> Vec<Explanation> {
    if differences.is_empty() {
        return Vec::new();
    }
    let cells: Vec<CellId> = form.cells().filter(|cell| !is_stock(*cell)).collect();
    let mut open: Vec<i64> = vec![0; cells.len()];
    for difference in differences {
        if let Some(at) = cells.iter().position(|cell| *cell == difference.place.0) {
            open[at] = difference.place.1;
        }
    }
    let toggles = toggles(form, &cells, addends, left_out);
    let mut found = Vec::new();
    let all: Vec<usize> = (0..cells.len()).collect();
    let of_table =
        |table: TableId| -> Vec<usize> { (0..cells.len()).filter(|&at| TableId::of(cells[at]) == table).collect() };
    let scopes = [all, of_table(TableId::Requests), of_table(TableId::Disputes), of_table(TableId::Disclosure)];
    for scope in scopes {
        if scope.iter().all(|&at| open[at] == 0) {
            continue;
        }
        let sets = exact(&scope, &open, &toggles);
        if let Some(first) = sets.first() {
            found.push(explanation(&scope, &open, &sets, &toggles, &cells));
            settle(&mut open, first, &toggles, &scope);
        }
    }
    while let Some((toggle, scope)) = partial(&open, &toggles) {
        let sets = vec![vec![toggle]];
        found.push(explanation(&scope, &open, &sets, &toggles, &cells));
        settle(&mut open, &[toggle], &toggles, &scope);
    }
    found
}

fn toggles<'a>(form: &Form, cells: &[CellId], addends: &[&'a Report], left_out: &[&'a Report]) -> Vec<Toggle<'a>> {
    let by = |report: &Report, sign: i64| -> Vec<i64> {
        let number = |cell: &CellId| report.number(*cell)?.in_decimals(DECIMALS);
        cells.iter().map(|cell| sign * number(cell).unwrap_or(0)).collect()
    };
    let recomputed = |report: &Report| -> Vec<i64> {
        let change = |cell: &CellId| {
            let parts = form.parts_of(*cell)?;
            let sum = parts.into_iter().try_fold(Number::ZERO, |sum, part| sum.plus(report.number(part)?))?;
            Some(report.number(*cell)?.in_decimals(DECIMALS)? - sum.in_decimals(DECIMALS)?)
        };
        cells.iter().map(|cell| change(cell).unwrap_or(0)).collect()
    };
    let of_addend = |report: &&'a Report| {
        [(Deed::Missing, by(report, 1)), (Deed::Twice, by(report, -1)), (Deed::Recomputed, recomputed(report))]
            .map(|(deed, by)| Toggle { report, deed, by })
    };
    let counted = left_out.iter().map(|report| Toggle { report, deed: Deed::Counted, by: by(report, -1) });
    addends.iter().flat_map(of_addend).chain(counted).filter(|toggle| toggle.by.iter().any(|by| *by != 0)).collect()
}

/// The smallest sets whose changes are just what is open in those cells.
fn exact(scope: &[usize], open: &[i64], toggles: &[Toggle]) -> Vec<Vec<usize>> {
    let within = |by: &[i64]| -> Vec<i64> { scope.iter().map(|&at| by[at]).collect() };
    let target = within(open);
    let vectors: Vec<Vec<i64>> = toggles.iter().map(|toggle| within(&toggle.by)).collect();
    let usable: Vec<usize> = (0..toggles.len()).filter(|&at| vectors[at].iter().any(|by| *by != 0)).collect();
    let mut by_vector: HashMap<&[i64], Vec<usize>> = HashMap::new();
    for &at in &usable {
        by_vector.entry(&vectors[at]).or_default().push(at);
    }
    let minus = |from: &[i64], what: &[i64]| -> Vec<i64> { from.iter().zip(what).map(|(a, b)| a - b).collect() };
    let mut sets: Vec<Vec<usize>> = Vec::new();
    // Each set in ascending order, so that it is found once; one body does one thing.
    let add = |sets: &mut Vec<Vec<usize>>, before: &[usize], rest: &[i64]| {
        for &last in by_vector.get(&rest).into_iter().flatten() {
            let is_new = before.iter().all(|&at| at < last && !std::ptr::eq(toggles[at].report, toggles[last].report));
            if is_new && sets.len() < MOST_ALTERNATIVES {
                sets.push([before, &[last]].concat());
            }
        }
    };
    add(&mut sets, &[], &target);
    for size in 2..=MOST_BODIES {
        if !sets.is_empty() {
            break;
        }
        for (number, &first) in usable.iter().enumerate() {
            let rest = minus(&target, &vectors[first]);
            if size == 2 {
                add(&mut sets, &[first], &rest);
                continue;
            }
            for &second in usable.iter().skip(number + 1).filter(|_| usable.len() <= 2_000) {
                if !std::ptr::eq(toggles[first].report, toggles[second].report) {
                    add(&mut sets, &[first, second], &minus(&rest, &vectors[second]));
                }
            }
        }
    }
    sets
}

/// A body whose every number in a table is open there as it stands, and in two cells at least; the one that accounts for the most.
fn partial(open: &[i64], toggles: &[Toggle]) -> Option<(usize, Vec<usize>)> {
    let of_toggle = |(index, toggle): (usize, &Toggle)| {
        let own: Vec<usize> = (0..open.len()).filter(|&at| toggle.by[at] != 0).collect();
        let accounts = own.len() > 1 && own.iter().all(|&at| open[at] == toggle.by[at]);
        accounts.then_some((index, own))
    };
    toggles.iter().enumerate().filter_map(of_toggle).max_by_key(|(index, own)| (own.len(), usize::MAX - index))
}

fn settle(open: &mut [i64], set: &[usize], toggles: &[Toggle], scope: &[usize]) {
    for &at in scope {
        open[at] -= set.iter().map(|&index| toggles[index].by[at]).sum::<i64>();
    }
}

fn explanation(
    scope: &[usize],
    open: &[i64],
    sets: &[Vec<usize>],
    toggles: &[Toggle],
    cells: &[CellId],
) -> Explanation {
    let own: Vec<CellId> = scope.iter().filter(|&&at| open[at] != 0).map(|&at| cells[at]).collect();
    let said = |set: &Vec<usize>| -> String {
        let one = |&index: &usize| {
            let Toggle { report, deed, .. } = &toggles[index];
            match deed {
                Deed::Missing => format!("缺{}", report.name()),
                Deed::Twice => format!("{}算了两次", report.name()),
                Deed::Counted => format!("多算了{}", report.name()),
                Deed::Recomputed => format!("{}的总计改按各项之和计", report.name()),
            }
        };
        set.iter().map(one).collect::<Vec<_>>().join("、")
    };
    let accused = |&index: &usize| {
        let Toggle { report, deed, .. } = &toggles[index];
        Accused { name: report.name().to_string(), file: report.file.clone(), deed: *deed }
    };
    let first = own.first().map_or_else(String::new, |cell| form::cell_name(*cell));
    let etc = if own.len() > 1 { "等" } else { "" };
    let message = format!(
        "{}，可以说明“{first}”{etc}{}处差异。",
        sets.iter().map(said).collect::<Vec<_>>().join("，或者"),
        own.len()
    );
    let bodies = sets.first().into_iter().flatten().map(accused).collect();
    Explanation { bodies, cells: own.iter().map(ToString::to_string).collect(), message }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::Cell;
    use crate::scope::Choice;
    use crate::sum::{Total, sum};
    use gouji::form::{Edition, official};

    /// A report whose cells of table three are `seed`, `seed` + 1 and so on for natural persons, with true sums.
    fn report(name: &str, seed: i64) -> Report {
        let form = official(Edition::latest());
        let mut cells = std::collections::BTreeMap::new();
        for (number, cell) in form.cells().enumerate() {
            let number = i64::try_from(number).unwrap_or_default();
            cells.insert(cell, Cell::Value(Number::whole(seed * (number + 3) % 97)));
        }
        Report {
            file: format!("{name}.txt"),
            organization: Some(name.to_string()),
            year: Some(2024),
            form: Some(form.edition.id().to_string()),
            cells,
            text: String::new(),
        }
    }

    fn added(reports: &[&Report], name: &str) -> Report {
        let mut own = report(name, 0);
        for (cell, value) in &mut own.cells {
            let all = reports.iter().try_fold(Number::ZERO, |sum, one| sum.plus(one.number(*cell)?));
            *value = all.map_or(Cell::Unknown, Cell::Value);
        }
        own
    }

    fn bodies() -> Vec<Report> {
        let names = [
            "禾川县柳溪镇人民政府",
            "禾川县石桥乡人民政府",
            "禾川县水利局",
            "禾川县教育局",
            "禾川县人民政府办公室",
            "国家税务总局禾川县税务局",
        ];
        names.iter().zip([7, 11, 19, 23, 31, 43]).map(|(name, seed)| report(name, seed)).collect()
    }

    fn held_against(counted: &[usize]) -> Total {
        let mut reports = bodies();
        let own = added(&counted.iter().map(|&index| &reports[index]).collect::<Vec<_>>(), "禾川县人民政府");
        reports.push(own);
        let last = reports.len() - 1;
        sum(&reports, Some(last), &Choice::default())
    }

    #[test]
    fn a_sum_of_all_bodies_differs_in_nothing() {
        let total = held_against(&[0, 1, 2, 3, 4]);
        assert_eq!((total.level, total.bodies.len(), total.left_out.len()), ("county", 5, 1));
        assert!(total.differences.is_empty() && total.explanations.is_empty(), "{:?}", total.differences);
    }

    #[test]
    fn the_smallest_set_of_bodies_is_named() {
        for (counted, named) in [
            (vec![0, 1, 2, 3], "缺禾川县人民政府办公室，"),
            (vec![1, 2, 3, 4], "缺禾川县柳溪镇人民政府，"),
            (vec![0, 0, 1, 2, 3, 4], "禾川县柳溪镇人民政府算了两次，"),
            (vec![0, 1, 2, 3, 4, 5], "多算了国家税务总局禾川县税务局，"),
            (vec![1, 2, 3], "缺禾川县柳溪镇人民政府、缺禾川县人民政府办公室，"),
            (vec![1, 1, 3, 4], "缺禾川县柳溪镇人民政府、禾川县石桥乡人民政府算了两次、缺禾川县水利局，"),
        ] {
            let total = held_against(&counted);
            let [only] = &total.explanations[..] else { panic!("{counted:?}: {:?}", total.explanations) };
            assert!(only.message.starts_with(named), "{counted:?}: {}", only.message);
            assert_eq!(only.cells.len(), total.differences.len());
            assert!(total.differences.iter().all(|difference| difference.explained_by.len() == 1));
        }
    }

    #[test]
    fn two_reports_of_one_body_count_once() {
        let mut reports = bodies();
        reports.push(report("禾川县水利局", 19));
        reports.push(report("禾川县教育局", 24));
        let total = sum(&reports, None, &Choice::default());
        let reasons: Vec<&str> = total.left_out.iter().map(|one| one.reason.as_str()).collect();
        assert_eq!(total.bodies.len(), 5, "{reasons:?}");
        assert!(
            reasons.iter().any(|reason| reason.contains("同一份报告"))
                && reasons.iter().any(|reason| reason.contains("数不同"))
        );
        let chosen = Choice { exclude: [0].into(), include: [5].into(), ..Choice::default() };
        let total = sum(&reports, None, &chosen);
        assert!(total.bodies.iter().any(|body| body.report == 5) && total.bodies.iter().all(|body| body.report != 0));
    }

    #[test]
    fn what_is_not_known_is_named_and_money_is_exact() {
        let mut reports = bodies();
        let form = official(Edition::latest());
        let cells: Vec<CellId> = form.cells().collect();
        let amount = form::cell_named("disclosure.fees.amount").expect("a cell");
        for (report, written) in reports.iter_mut().zip(["0.1", "0.2", "0.05", "1", "2"]) {
            report.cells.insert(amount, Cell::Value(Number::parse(written).expect("a number")));
        }
        reports[3].cells.insert(amount, Cell::OtherUnit("12000元".to_string()));
        reports[0].cells.insert(cells[0], Cell::Blank);
        reports[1].cells.insert(cells[0], Cell::Unknown);
        let total = sum(&reports, None, &Choice::default());
        let fees = &total.cells["disclosure.fees.amount"];
        assert_eq!((fees.value, &fees.unknown[..]), (NumberData::Decimal(2.35), &["禾川县教育局".to_string()][..]));
        assert!(total.questions[0].contains("12000元"), "{:?}", total.questions);
        let first = &total.cells[0];
        assert_eq!((first.unknown.len(), first.blank.len()), (1, 1));
    }

    #[test]
    fn a_city_adds_counties_and_its_own_departments() {
        let names = [
            "云山市水利局",
            "禾川县人民政府",
            "石河区人民政府",
            "禾川县水利局",
            "禾川县柳溪镇人民政府",
            "云山市人民政府",
        ];
        let reports: Vec<Report> =
            names.iter().zip([3, 5, 7, 11, 13, 17]).map(|(name, seed)| report(name, seed)).collect();
        let total = sum(&reports, None, &Choice::default());
        let added: Vec<&str> = total.bodies.iter().map(|body| body.name.as_str()).collect();
        assert_eq!((total.level, added), ("city", vec!["云山市水利局", "禾川县人民政府", "石河区人民政府"]));
    }
}
