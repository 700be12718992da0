//! `gouji sum`: the numbers of many reports added up in the form, held against the government's own report.

use std::collections::HashSet;
use std::io::Write;
use std::path::PathBuf;

use clap::builder::PossibleValuesParser;
use gouji::form::{self, Edition};
use gouji::output::csv::as_text;
use gouji::rules::{Level, Options};
use gouji::text::{key, visible};
use gouji_desk::sum::TotalCell;
use gouji_desk::{Choice, Report, Total};
use gouji_files::template::{Extent, Format, fill};
use indexmap::IndexMap;

use crate::arguments::{Failure, named};
use crate::form::year_of;
use crate::inputs::{self, Input, name_of};
use crate::ordered::in_order;
use crate::out::Out;
use crate::outcome::Check;
use crate::progress::Progress;
use crate::{json, tell};

#[derive(clap::Args)]
pub struct SumArguments {
    /// 本级政府自己的报告，用来对照；文件夹里只有一份本级报告时不用写
    #[arg(long, value_name = "文件")]
    against: Option<PathBuf>,
    /// 汇总哪一年；不写时是份数最多的一年
    #[arg(long, value_name = "年度")]
    year: Option<u16>,
    /// 汇总到哪一级政府：县级加部门和乡镇，市级加部门和县级政府，省级加部门和市
    #[arg(long, value_name = "级别", value_parser = PossibleValuesParser::new(Level::ALL.iter().skip(2).copied().map(named).collect::<Vec<_>>()))]
    level: Option<String>,
    /// 要计入的单位或文件（本来不计入的）；可以写多次
    #[arg(long = "with", value_name = "单位")]
    with: Vec<String>,
    /// 不计入的单位或文件；可以写多次
    #[arg(long = "without", value_name = "单位")]
    without: Vec<String>,
    /// 输出格式
    #[arg(long, value_enum, value_name = "格式", default_value = "text")]
    format: SumFormat,
    /// 写成文件；xlsx 要写
    #[arg(short, long, value_name = "文件", required_if_eq("format", "xlsx"))]
    out: Option<PathBuf>,
    /// 各单位的报告：文件夹或文件
    #[arg(value_name = "文件夹", required = true)]
    files: Vec<PathBuf>,
}

#[derive(Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum SumFormat {
    /// 文字
    Text,
    /// JSON
    Json,
    /// 每格一行的表
    Csv,
    /// 填好汇总数的标准表（Excel）
    Xlsx,
}

impl SumArguments {
    pub fn run(self, out: &mut impl Write) -> Result<u8, Failure> {
        let target = self.out.as_deref().map(|path| Out::new(path, self.against.as_deref())).transpose();
        let target = target.map_err(Failure::Told)?;
        let Added { total, code } = self.total()?;
        let bytes = match self.format {
            SumFormat::Text => in_words(&total).into_bytes(),
            SumFormat::Json => [json::pretty(&total, 0)?, b"\n".to_vec()].concat(),
            SumFormat::Csv => as_csv(&total).map_err(std::io::Error::other)?,
            SumFormat::Xlsx => as_workbook(&total).map_err(Failure::Told)?,
        };
        match target {
            None => out.write_all(&bytes)?,
            Some(target) => {
                target.write(&bytes).map_err(Failure::Told)?;
                writeln!(out, "已写入 {}。", visible(&name_of(target.path())))?;
            }
        }
        Ok(code)
    }

    fn total(&self) -> Result<Added, Failure> {
        let against = self.against.clone().map(Input::File);
        let inputs = inputs::expand(self.files.clone()).chain(against);
        let Read { mut reports, refused } = read(inputs)?;
        for (name, reason) in &refused {
            tell(&format!("{name} 读不了，没有计入：{reason}"));
        }
        let own = self.against.as_deref().map(name_of);
        // The file may lie in the folder too.
        let mut seen = false;
        reports.retain(|report| Some(&report.file) != own.as_ref() || !std::mem::replace(&mut seen, true));
        let is = |names: &[String], report: &Report| {
            names.iter().any(|name| {
                *name == report.file || report.organization.as_deref().is_some_and(|own| key(own) == key(name))
            })
        };
        let chosen = |names: &[String]| -> HashSet<usize> {
            reports.iter().enumerate().filter(|(_, report)| is(names, report)).map(|(index, _)| index).collect()
        };
        for name in self.with.iter().chain(&self.without) {
            if !reports.iter().any(|report| is(std::slice::from_ref(name), report)) {
                return Err(Failure::Told(format!("没有叫 {name} 的单位或文件。")));
            }
        }
        let choice = Choice {
            year: self.year,
            level: self.level.clone(),
            include: chosen(&self.with),
            exclude: chosen(&self.without),
        };
        let against = match &own {
            Some(own) => reports.iter().position(|report| report.file == *own),
            None => gouji_desk::own_report(&reports, &choice),
        };
        if own.is_some() && against.is_none() {
            return Err(Failure::Told("--against 的文件读不了，没有汇总。".to_string()));
        }
        Ok(Added { total: gouji_desk::sum(&reports, against, &choice), code: if refused.is_empty() { 0 } else { 2 } })
    }
}

struct Added {
    total: Total,
    code: u8,
}

/// Reports as many are compared, and what could not be read.
struct Read {
    reports: Vec<Report>,
    refused: Vec<(String, String)>,
}

/// Reads every report; what cannot be read is told and the others go on.
fn read(inputs: impl Iterator<Item = Input> + Send + 'static) -> Result<Read, Failure> {
    let mut read = Read { reports: Vec::new(), refused: Vec::new() };
    let mut progress = Progress::new();
    let check = Check { options: Options::default(), ..Check::default() };
    in_order(
        inputs,
        move |input| check.outcome(input),
        |outcome| {
            for report in &outcome.reports {
                match &report.error {
                    Some(error) => read.refused.push((outcome.name.clone(), error.message.clone())),
                    None => read.reports.push(Report::from(report)),
                }
            }
            progress.one_more();
            Ok::<(), Failure>(())
        },
    )?;
    progress.end();
    Ok(read)
}

pub fn in_words(total: &Total) -> String {
    let year = total.year.map_or_else(String::new, |year| format!("{year}年"));
    let level = Level::parse(total.level).map_or("", |level| match level {
        Level::City => "市级",
        Level::Province => "省级",
        Level::Township | Level::Department | Level::County => "县级",
    });
    let mut text = format!("{year}汇总到{level}政府，计入{}个单位：\n", total.bodies.len());
    let names: Vec<&str> = total.bodies.iter().map(|body| body.name.as_str()).collect();
    text += &format!("  {}\n", visible(&names.join("、")));
    let left_out = total.left_out.iter().map(|one| format!("{}（{}）：{}", one.name, one.file, one.reason));
    text += &list(&format!("没有计入{}份", total.left_out.len()), left_out);
    text += &tables(total);
    text += &list("有的单位没有读准，下列格只加了读准的", by_bodies(total, |cell| &cell.unknown).into_iter());
    text += &list("有的单位是空格，下列格按0计", by_bodies(total, |cell| &cell.blank).into_iter());
    text += &list("汇总后不平的", total.broken.iter().map(|one| one.message.clone()));
    text += &list("要核实的", total.questions.iter().cloned());
    if let Some(own) = &total.against {
        let title = format!("与{}（{}）对照，{}处不同", own.name, own.file, total.differences.len());
        let line =
            |one: &gouji_desk::explain::Difference| format!("“{}”汇总{}，报告{}", one.name, one.sum, one.reported);
        text += &match total.differences.len() {
            0 => format!("\n  {}，没有不同。\n", visible(&title.replace("，0处不同", ""))),
            _ => list(&title, total.differences.iter().map(line)),
        };
        text += &list("可能的原因", total.explanations.iter().map(|one| one.message.clone()));
    }
    text
}

/// Cells of which the same is to be said for the same bodies, together.
fn by_bodies(total: &Total, bodies: impl Fn(&TotalCell) -> &Vec<String>) -> Vec<String> {
    let mut groups: IndexMap<&Vec<String>, Vec<form::CellId>> = IndexMap::new();
    for (id, cell) in total.cells.iter().filter(|(_, cell)| !bodies(cell).is_empty()) {
        groups.entry(bodies(cell)).or_default().extend(form::cell_named(id));
    }
    let line = |(names, cells): (&Vec<String>, Vec<form::CellId>)| {
        format!("{}（{}格）：{}", form::cell_list(&cells, 6), cells.len(), some(names))
    };
    groups.into_iter().map(line).collect()
}

/// Names in a sentence, the first few of many.
fn some(names: &[String]) -> String {
    const SHOWN: usize = 6;
    let etc = if names.len() > SHOWN { format!("等{}个单位", names.len()) } else { String::new() };
    names.iter().take(SHOWN).cloned().collect::<Vec<_>>().join("、") + &etc
}

fn list(title: &str, lines: impl Iterator<Item = String>) -> String {
    let lines: String = lines.map(|line| format!("    {}\n", visible(&line))).collect();
    if lines.is_empty() { lines } else { format!("\n  {title}：\n{lines}") }
}

/// The three tables, a row of the form per line.
fn tables(total: &Total) -> String {
    let mut text = String::new();
    for table in &form_of(total).tables {
        text += &format!("\n  {}：\n", table.id.name());
        for row in table.rows {
            let number = |cell: form::CellId| total.cells.get(&cell.to_string()).map(|cell| cell.value.to_string());
            let numbers: Vec<String> = row.cells().filter_map(number).collect();
            text += &format!("    {}\t{}\n", form::row_name(row), numbers.join("\t"));
        }
    }
    text
}

fn form_of(total: &Total) -> &'static form::Form {
    form::official(Edition::all().find(|edition| edition.id() == total.form).unwrap_or_else(Edition::latest))
}

/// The heads of the table of a sum.
pub const COLUMNS: [&str; 7] = ["格", "名称", "汇总", "没有读准的单位", "空格的单位", "本级报告", "可能的原因"];

/// A row for each cell of the form.
pub fn rows(total: &Total) -> impl Iterator<Item = [String; COLUMNS.len()]> + '_ {
    total.cells.iter().map(|(id, cell)| {
        let difference = total.differences.iter().find(|one| one.cell == *id);
        [
            id.clone(),
            form::name_of(id),
            cell.value.to_string(),
            cell.unknown.join("、"),
            cell.blank.join("、"),
            difference.map_or_else(String::new, |one| one.reported.to_string()),
            difference.map_or_else(String::new, |one| one.explained_by.join("")),
        ]
    })
}

fn as_csv(total: &Total) -> Result<Vec<u8>, csv::Error> {
    let mut writer =
        csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer("\u{feff}".as_bytes().to_vec());
    writer.write_record(COLUMNS)?;
    for row in rows(total) {
        // Numbers may be negative; names and sentences could be taken for a formula.
        let [id, name, value, unknown, blank, reported, because] = row;
        writer.write_record([id, name, value, as_text(&unknown), as_text(&blank), reported, as_text(&because)])?;
    }
    writer.into_inner().map_err(|error| error.into_error().into())
}

/// The official tables with the totals in them.
pub fn as_workbook(total: &Total) -> Result<Vec<u8>, String> {
    let value = |name: &str| total.cells.get(name).map(|cell| cell.value.to_string());
    fill(year_of(form_of(total)), Extent::Tables, Format::Xlsx, &value).map_err(|error| error.to_string())
}
