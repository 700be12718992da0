//! `gouji form`: the official tables of an edition as a file, empty or with the numbers of a report.

use std::io::Write;
use std::path::{Path, PathBuf};

use clap::builder::PossibleValuesParser;
use gouji::form::{self, Edition, Form, TableId};
use gouji::output::{CellData, CellStatus, ReportData};
use gouji::text::visible;
use gouji_files::template::{Extent, Format, Year, block, fill};

use crate::arguments::{Failure, Judging};
use crate::inputs::name_of;
use crate::opened::Opened;
use crate::out::Out;
use crate::tell;

#[derive(clap::Args)]
pub struct FormArguments {
    /// 表的版本；不写时用报告自己的，没有报告时用最新的
    #[arg(long, value_name = "版本", value_parser = PossibleValuesParser::new(Edition::all().map(Edition::id).collect::<Vec<_>>()))]
    edition: Option<String>,
    /// 连同六个部分的标题、统计期限、联系方式、收费情况和落款
    #[arg(long)]
    skeleton: bool,
    /// 只要第三部分表里的数（每行七列，用制表符隔开），可以贴进现成的表格
    #[arg(long, conflicts_with = "skeleton")]
    numbers: bool,
    /// 文件里有几份报告时，写明是第几份
    #[arg(long, value_name = "序号", requires = "file")]
    report: Option<usize>,
    #[command(flatten)]
    judging: Judging,
    /// 写成的文件：.docx、.html、.xlsx 或 .txt
    #[arg(short, long, value_name = "文件", required_unless_present = "numbers")]
    out: Option<PathBuf>,
    /// 把这份报告的数填进去；不写时是空表
    #[arg(value_name = "文件")]
    file: Option<PathBuf>,
}

impl FormArguments {
    pub fn run(self, out: &mut impl Write) -> Result<u8, Failure> {
        let opened = self.file.as_deref().map(|file| Opened::open(file, &self.judging.options()?)).transpose();
        let opened = opened.map_err(Failure::Told)?;
        let report = opened.as_ref().map(|opened| opened.report(self.report)).transpose().map_err(Failure::Told)?;
        let form = self.form(report);
        let Some(path) = &self.out else {
            let numbers = self.numbers(form, report);
            write!(out, "{numbers}")?;
            left_empty(form, report).iter().for_each(|said| tell(said));
            return Ok(0);
        };
        self.write(path, form, report).map_err(Failure::Told)?;
        writeln!(out, "已写入 {}。", visible(&name_of(path)))?;
        left_empty(form, report).iter().for_each(|said| tell(said));
        Ok(0)
    }

    fn form(&self, report: Option<&ReportData>) -> &'static Form {
        let named = self.edition.as_deref().or_else(|| report?.form);
        let edition = Edition::all().find(|edition| Some(edition.id()) == named);
        form::official(edition.unwrap_or_else(Edition::latest))
    }

    fn write(&self, path: &Path, form: &Form, report: Option<&ReportData>) -> Result<(), String> {
        let target = Out::new(path, self.file.as_deref())?;
        let format = match (target.ending().as_str(), self.numbers) {
            ("txt", true) => return target.write(self.numbers(form, report).as_bytes()),
            (_, true) => return Err("只要数时写成 .txt，或者不写 -o，直接显示出来。".to_string()),
            ("docx" | "txt", false) => Format::Docx,
            ("html" | "htm", false) => Format::Html,
            ("xlsx", false) if self.skeleton => {
                return Err("整份报告的骨架写不成 .xlsx，请写成 .docx、.html 或 .txt。".to_string());
            }
            ("xlsx", false) => Format::Xlsx,
            _ => return Err("-o 的文件名要以 .docx、.html、.xlsx 或 .txt 结尾。".to_string()),
        };
        let year = year_of(form);
        let extent = if self.skeleton { Extent::Report } else { Extent::Tables };
        let value = |name: &str| report.and_then(|report| value(report, name));
        let failed = |error: &dyn std::fmt::Display| format!("表填不进去：{error}");
        let bytes = fill(year, extent, format, &value).map_err(|error| failed(&error))?;
        if target.ending() == "txt" {
            let content = gouji_files::read(&bytes, None).map_err(|error| failed(&error))?;
            return target.write(content.text.as_bytes());
        }
        target.write(&bytes)
    }

    /// The numbers of table three, a row of the form per line.
    fn numbers(&self, form: &Form, report: Option<&ReportData>) -> String {
        let rows = form.table(TableId::Requests).map_or(&[][..], |table| table.rows);
        let number =
            |cell: form::CellId| report.and_then(|report| value(report, &cell.to_string())).unwrap_or_default();
        block(&rows.iter().map(|row| row.cells().map(number).collect()).collect::<Vec<Vec<String>>>())
    }
}

/// The year of the notice that set a form.
pub fn year_of(form: &Form) -> Year {
    if form.edition == Edition::Of2019 { Year::Of2019 } else { Year::Of2021 }
}

/// What a name of a template means in a report: a cell as it is written, or words.
fn value(report: &ReportData, name: &str) -> Option<String> {
    match name {
        "year" => report.year.map(|year| year.to_string()),
        "office" => report.organization.clone(),
        "date" => {
            let mut parts = report.signed.as_deref()?.split('-').map(|part| part.trim_start_matches('0'));
            Some(format!("{}年{}月{}日", parts.next()?, parts.next()?, parts.next()?))
        }
        _ => report.cells.get(name).and_then(shown),
    }
}

/// A number with the unit that is written in its cell; words and marks as they are.
fn shown(cell: &CellData) -> Option<String> {
    match cell.status {
        CellStatus::Value => cell.value.map(|value| format!("{value}{}", cell.unit.as_deref().unwrap_or_default())),
        CellStatus::Placeholder | CellStatus::Text => cell.text.clone(),
        CellStatus::Blank | CellStatus::Missing | CellStatus::Uncertain => None,
    }
}

/// Which cells were left empty although something is to be said of them, and which numbers have no place in this form.
fn left_empty(form: &Form, report: Option<&ReportData>) -> Vec<String> {
    let Some(report) = report else { return Vec::new() };
    let ids: Vec<form::CellId> = form.cells().collect();
    let of = |status: CellStatus| -> Vec<form::CellId> {
        let is = |id: &form::CellId| report.cells.get(&id.to_string()).is_some_and(|cell| cell.status == status);
        ids.iter().copied().filter(is).collect()
    };
    let without: Vec<form::CellId> =
        ids.iter().copied().filter(|id| report.cells.get(&id.to_string()).is_none()).collect();
    let no_place = report.cells.0.iter().filter(|(name, cell)| {
        cell.status == CellStatus::Value
            && form::cell_named(name).is_some_and(|id| !ids.contains(&id) && TableId::of(id) != TableId::Statistics)
    });
    let no_place: Vec<form::CellId> = no_place.filter_map(|(name, _)| form::cell_named(name)).collect();
    let said = |cells: &[form::CellId], what: &str| {
        (!cells.is_empty()).then(|| format!("有{}格{what}：{}。", cells.len(), form::cell_list(cells, 8)))
    };
    [
        said(&of(CellStatus::Uncertain), "读不准，留空待填"),
        said(&of(CellStatus::Missing), "报告里没有，留空待填"),
        said(&without, "报告用的版本里没有，留空待填"),
        said(&no_place, "在这个版本的表里没有位置，没有填"),
    ]
    .into_iter()
    .flatten()
    .collect()
}
