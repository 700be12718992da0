//! A checked report as far as many are compared: whose it is, and its cells.

use std::collections::BTreeMap;

use gouji::form::{self, CellId};
use gouji::output::{CellData, CellStatus, ReportData};
use gouji::report::{Body, Level};
use gouji::text::Number;
use serde::Deserialize;

/// What a cell gives to a sum.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Cell {
    Value(Number),
    /// A number in another unit than the form's, as written.
    OtherUnit(String),
    /// Empty or a mark for nothing.
    Blank,
    /// Words, not there, or not told for certain.
    Unknown,
}

/// One report of one body and year.
#[derive(Clone, Default, Debug)]
pub struct Report {
    pub file: String,
    pub organization: Option<String>,
    pub year: Option<u16>,
    /// The id of the edition of its form.
    pub form: Option<String>,
    pub cells: BTreeMap<CellId, Cell>,
    /// Its prose, where passages are compared.
    pub text: String,
}

impl Report {
    /// How it is called in a sentence.
    pub fn name(&self) -> &str {
        self.organization.as_deref().unwrap_or(&self.file)
    }

    pub fn body(&self) -> Body<'_> {
        Body::new(self.organization.as_deref(), None)
    }

    pub fn level(&self) -> Option<Level> {
        self.body().level
    }

    pub fn number(&self, cell: CellId) -> Option<Number> {
        match self.cells.get(&cell)? {
            Cell::Value(number) => Some(*number),
            Cell::Blank => Some(Number::ZERO),
            Cell::OtherUnit(_) | Cell::Unknown => None,
        }
    }
}

impl From<&ReportData> for Report {
    fn from(data: &ReportData) -> Report {
        let cell = |(name, data): &(String, CellData)| {
            let value = data.value.map(|value| value.to_string());
            Some((form::cell_named(name)?, self::cell(data.status, value, data.unit.as_deref())))
        };
        Report {
            file: data.file.clone().unwrap_or_default(),
            organization: data.organization.clone(),
            year: data.year,
            form: data.form.map(str::to_string),
            cells: data.cells.0.iter().filter_map(cell).collect(),
            text: String::new(),
        }
    }
}

fn cell(status: CellStatus, value: Option<String>, unit: Option<&str>) -> Cell {
    match (status, value) {
        (CellStatus::Value, Some(value)) => of_value(&value, unit),
        (CellStatus::Blank | CellStatus::Placeholder, _) => Cell::Blank,
        _ => Cell::Unknown,
    }
}

/// Money is counted in 万元; what is written in another unit is added once somebody has settled it.
fn of_value(number: &str, unit: Option<&str>) -> Cell {
    let sign = if number.starts_with('-') { -1 } else { 1 };
    match Number::parse(number.trim_start_matches('-')) {
        None => Cell::Unknown,
        Some(_) if unit == Some("元") => Cell::OtherUnit(format!("{number}元")),
        Some(parsed) if sign < 0 => Number::ZERO.minus(parsed).map_or(Cell::Unknown, Cell::Value),
        Some(parsed) => Cell::Value(parsed),
    }
}

/// A report as the contract's JSON has it.
#[derive(Deserialize)]
pub struct Given {
    #[serde(default)]
    file: Option<String>,
    organization: Option<String>,
    year: Option<u16>,
    form: Option<String>,
    #[serde(default)]
    cells: BTreeMap<String, GivenCell>,
    #[serde(default)]
    text: Option<String>,
}

#[derive(Deserialize)]
struct GivenCell {
    status: CellStatus,
    value: Option<f64>,
    unit: Option<String>,
}

impl From<Given> for Report {
    fn from(given: Given) -> Report {
        let cell = |(name, given): (String, GivenCell)| {
            let value = given.value.map(|value| value.to_string());
            Some((form::cell_named(&name)?, self::cell(given.status, value, given.unit.as_deref())))
        };
        Report {
            file: given.file.unwrap_or_default(),
            organization: given.organization,
            year: given.year,
            form: given.form,
            cells: given.cells.into_iter().filter_map(cell).collect(),
            text: given.text.unwrap_or_default(),
        }
    }
}
