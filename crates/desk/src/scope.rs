//! Whose numbers are added: 国办公开办函〔2021〕30号 has a county add its departments and townships, a city its departments and
//! county governments, a province its departments and cities. The government's office is one of the departments; bodies that
//! report within their own line of command are none.

use std::collections::{HashMap, HashSet};

use gouji::report::Level;
use gouji::text::key;
use serde::{Deserialize, Serialize};

use crate::report::Report;

/// What the user chose; what is not chosen is decided by year and level.
#[derive(Clone, Default, Debug, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Choice {
    pub year: Option<u16>,
    /// The level of the government that adds up: `county`, `city` or `province`.
    pub level: Option<String>,
    /// Reports that are addends whatever is said of them, by their index.
    pub include: HashSet<usize>,
    /// Reports that are none, by their index.
    pub exclude: HashSet<usize>,
}

/// A report that is no addend, and why.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct LeftOut {
    pub report: usize,
    pub file: String,
    pub name: String,
    pub reason: String,
}

/// Which reports are added.
pub struct Scope {
    pub year: Option<u16>,
    pub level: Level,
    /// By their index.
    pub addends: Vec<usize>,
    pub left_out: Vec<LeftOut>,
}

impl Scope {
    /// Decides for every report but the one that the sum is held against.
    pub fn of(reports: &[Report], against: Option<usize>, choice: &Choice) -> Scope {
        let others = || reports.iter().enumerate().filter(|(index, _)| Some(*index) != against);
        let own = against.and_then(|index| reports.get(index));
        let year = choice.year.or_else(|| own?.year).or_else(|| most_common(others().filter_map(|(_, one)| one.year)));
        let named = choice.level.as_deref().and_then(Level::parse);
        let level = named.or_else(|| own?.level()).unwrap_or_else(|| of_the_sum(others().map(|(_, one)| one)));
        let mut scope = Scope { year, level, addends: Vec::new(), left_out: Vec::new() };
        let below: Vec<&str> = others()
            .filter(|(_, one)| level == Level::City && one.level() == Some(Level::County))
            .filter_map(|(_, one)| one.organization.as_deref().map(seat))
            .collect();
        let mut known: HashMap<String, usize> = HashMap::new();
        for (index, report) in others() {
            let mut reason = match () {
                () if choice.exclude.contains(&index) => Some("已选择不计入。".to_string()),
                () if report.year != year && report.year.is_some() => Some("年度不同。".to_string()),
                () if choice.include.contains(&index) => None,
                () => no_addend(report, level, &below),
            };
            if reason.is_none()
                && let Some(name) = &report.organization
            {
                match known.get(&key(name)).and_then(|first| reports.get(*first)) {
                    None => drop(known.insert(key(name), index)),
                    Some(first) if first.cells == report.cells => {
                        reason = Some(format!("与 {} 是同一单位的同一份报告，只计一次。", first.file));
                    }
                    Some(first) => {
                        reason =
                            Some(format!("与 {} 是同一单位，两份的数不同，只计前一份，请核实用哪一份。", first.file));
                    }
                }
            }
            match reason {
                None => scope.addends.push(index),
                Some(reason) => scope.left_out.push(LeftOut {
                    report: index,
                    file: report.file.clone(),
                    name: report.name().to_string(),
                    reason,
                }),
            }
        }
        scope
    }
}

/// The report of the government that adds up, where just one of the others is it.
pub fn own_report(reports: &[Report], choice: &Choice) -> Option<usize> {
    let named = choice.level.as_deref().and_then(Level::parse);
    let level = named.unwrap_or_else(|| of_the_sum(reports.iter()));
    let year = choice.year.or_else(|| most_common(reports.iter().filter_map(|one| one.year)));
    let is_own =
        |report: &Report| report.level() == Some(level) && report.year == year && report.body().reviews_others();
    let mut own = reports.iter().enumerate().filter(|(_, report)| is_own(report)).map(|(index, _)| index);
    own.next().filter(|_| own.next().is_none())
}

/// Why a report is no addend of a government of that level.
fn no_addend(report: &Report, level: Level, below: &[&str]) -> Option<String> {
    if report.cells.is_empty() {
        return Some("没有读到表。".to_string());
    }
    let body = report.body();
    let said = |reason: &str| Some(reason.to_string());
    match (level, body.level) {
        _ if body.is_vertical() => said("垂直管理部门单独报告，不计入地方汇总。"),
        (_, None) => None,
        (Level::City, Some(Level::Department))
            if report.organization.as_deref().is_some_and(|name| below.iter().any(|seat| name.contains(seat))) =>
        {
            said("县级部门的数已在县级政府的报告里。")
        }
        (_, Some(Level::Department)) => None,
        (Level::County, Some(Level::Township))
        | (Level::City, Some(Level::County))
        | (Level::Province, Some(Level::City)) => None,
        (Level::City | Level::Province, Some(Level::Township)) => said("乡镇、街道的数已在县级政府的报告里。"),
        (Level::Province, Some(Level::County)) => said("县级政府的数已在市级政府的报告里。"),
        (_, Some(_)) => said("是本级或上级政府自己的报告，不作加数。"),
    }
}

/// The level of the government whose bodies these are.
fn of_the_sum<'a>(reports: impl Iterator<Item = &'a Report>) -> Level {
    let levels: Vec<Level> = reports.filter_map(Report::level).collect();
    let several = |level: Level| levels.iter().filter(|one| **one == level).count() > 1;
    match () {
        () if several(Level::City) => Level::Province,
        () if several(Level::County) => Level::City,
        () => Level::County,
    }
}

fn seat(name: &str) -> &str {
    name.strip_suffix("人民政府").or_else(|| name.strip_suffix("政府")).unwrap_or(name)
}

fn most_common(years: impl Iterator<Item = u16>) -> Option<u16> {
    let mut counts: HashMap<u16, usize> = HashMap::new();
    years.for_each(|year| *counts.entry(year).or_default() += 1);
    counts.into_iter().max_by_key(|&(year, count)| (count, year)).map(|(year, _)| year)
}
