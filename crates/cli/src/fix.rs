//! `gouji fix`: a corrected copy of a file, with the list of what was changed.

use std::io::Write;
use std::path::PathBuf;
use std::sync::LazyLock;

use gouji::form;
use gouji::output::{CellData, CellStatus, NumberData, ReportData};
use gouji::rules::Options;
use gouji::text::{Number, Source, visible};
use gouji_files::Kind;
use gouji_files::write::{self, Author, Change};
use regex::Regex;
use serde::Serialize;

use crate::arguments::{Answer, Failure, Judging};
use crate::inputs::name_of;
use crate::opened::{self, Opened};
use crate::out::{self, Out};
use crate::{json, tell};

/// Who changes and comments, where nobody is named.
pub const AUTHOR: &str = "勾稽";

#[derive(clap::Args)]
pub struct FixArguments {
    /// 把一格改成这个数，例如 requests.granted.individual=154；可以写多次
    #[arg(long = "cell", value_name = "格=数", value_parser = cell)]
    cells: Vec<(String, Number)>,
    /// 按核对结果里建议的改法改，写它的序号；可以写多次
    #[arg(long = "repair", value_name = "序号")]
    repairs: Vec<usize>,
    /// 改掉所有能直接改的错
    #[arg(long)]
    fixes: bool,
    /// 文件里有几份报告时，写明是第几份
    #[arg(long, value_name = "序号")]
    report: Option<usize>,
    /// 用修订的方式改（只限 Word 文档），可以在 Word、WPS 里逐处接受或拒绝
    #[arg(long)]
    tracked: bool,
    /// 修订的作者
    #[arg(long, value_name = "姓名", default_value = AUTHOR)]
    author: String,
    /// 更改清单的格式
    #[arg(long, value_enum, value_name = "格式", default_value = "text")]
    format: Answer,
    /// 更改清单另存为一个文件（.docx 或 .txt）
    #[arg(long, value_name = "文件")]
    list: Option<PathBuf>,
    #[command(flatten)]
    judging: Judging,
    /// 改好的副本，不能是原文件
    #[arg(short, long, value_name = "文件")]
    out: PathBuf,
    /// Word（.docx）、Excel（.xlsx）、网页或文本文件
    #[arg(value_name = "文件")]
    file: PathBuf,
}

fn cell(given: &str) -> Result<(String, Number), String> {
    let (id, number) = given.split_once('=').ok_or("要写成 格=数，例如 requests.granted.individual=154。")?;
    form::cell_named(id).ok_or_else(|| format!("没有叫 {id} 的格。格的名字见 gouji check --format cells-csv。"))?;
    let number = Number::parse(number).ok_or_else(|| format!("{number} 不是数。"))?;
    Ok((id.to_string(), number))
}

/// Something to be written at a place of the text, and why.
struct Planned {
    change: Change,
    cell: Option<(String, NumberData)>,
    because: String,
    rule: Option<String>,
    /// Whether nothing is written at all where this cannot be.
    must: bool,
}

/// A change that was made, as the list has it.
#[derive(Serialize)]
struct Made {
    line: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    cell: Option<String>,
    /// What a clerk calls the place.
    place: String,
    from: String,
    to: String,
    because: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    rule: Option<String>,
}

impl Made {
    fn in_words(&self) -> String {
        let shown = |text: &str| if text.is_empty() { "（空）".to_string() } else { text.replace('\n', "⏎") };
        let rule = self.rule.as_ref().map_or_else(String::new, |rule| format!("（{rule}）"));
        let because = if self.because.is_empty() { String::new() } else { format!("：{}", self.because) };
        let (from, to) = (shown(&self.from), if self.to.is_empty() { "（删去）".to_string() } else { shown(&self.to) });
        format!("第{}行 {}{from}→{to}{because}{rule}", self.line, self.place)
    }
}

/// The list of changes.
#[derive(Serialize)]
struct List {
    file: String,
    out: String,
    changes: Vec<Made>,
    refused: Vec<String>,
    notes: Vec<String>,
}

impl FixArguments {
    pub fn run(self, out: &mut impl Write) -> Result<u8, Failure> {
        let list = self.written().map_err(Failure::Told)?;
        match self.format {
            Answer::Json => {
                out.write_all(&json::pretty(&list, 0)?)?;
                writeln!(out)?;
            }
            Answer::Text => write!(out, "{}", in_words(&list))?,
        }
        list.refused.iter().for_each(|refusal| tell(refusal));
        Ok(0)
    }

    /// Makes the copy and writes it.
    fn written(&self) -> Result<List, String> {
        if self.cells.is_empty() && self.repairs.is_empty() && !self.fixes {
            return Err("没有写要改什么：用 --cell、--repair 或 --fixes。".to_string());
        }
        let target = Out::new(&self.out, Some(&self.file))?;
        let of_list = self.list.as_deref().map(|path| Out::new(path, Some(&self.file))).transpose()?;
        let options = self.judging.options()?;
        let opened = Opened::open(&self.file, &options)?;
        if self.tracked && opened.kind != Kind::Docx {
            return Err("修订只能写进 Word 文档（.docx）。其他文件请去掉 --tracked。".to_string());
        }
        if matches!(opened.kind, Kind::Docx | Kind::Xlsx) && target.ending() != out::ending(&self.file) {
            return Err(format!("副本与原文件同类，-o 的文件名要以 .{} 结尾。", out::ending(&self.file)));
        }
        let report = opened.report(self.report)?;
        let mut planned = self.planned(&opened, report)?;
        let is_there = |planned: &Planned| {
            opened.document.text.get(planned.change.start..planned.change.end) == Some(&planned.change.text)
        };
        if !planned.is_empty() && planned.iter().all(is_there) {
            return Err("原文已经是这样，没有要改的，没有写文件。".to_string());
        }
        planned.retain(|planned| !is_there(planned));
        if planned.is_empty() {
            return Err("没有能直接改的错，没有写文件。".to_string());
        }
        let tracked = self.tracked.then(|| Author { name: self.author.clone(), date: now() });
        let changes: Vec<Change> = planned.iter().map(|planned| planned.change.clone()).collect();
        let written = write::write(&opened.bytes, &changes, &write::Options { encoding: None, tracked })
            .map_err(|error| error.to_string())?;
        let named = |refusal: &write::Refusal| {
            let made = made(&opened, &planned[refusal.change]);
            format!("{}：{}", made.in_words(), refusal.reason)
        };
        if let Some(refusal) = written.refused.iter().find(|refusal| planned[refusal.change].must) {
            return Err(format!("{}\n没有写文件。", named(refusal)));
        }
        if written.done.is_empty() {
            return Err(format!(
                "一处也没有改成，没有写文件。\n{}",
                written.refused.iter().map(named).collect::<Vec<_>>().join("\n")
            ));
        }
        let done = || written.done.iter().map(|&index| &planned[index]);
        self.is_as_asked(&opened, report, &written, &options)?;
        let list = List {
            file: name_of(&self.file),
            out: name_of(target.path()),
            changes: done().map(|planned| made(&opened, planned)).collect(),
            refused: written.refused.iter().map(named).collect(),
            notes: written.notes.iter().map(ToString::to_string).collect(),
        };
        target.write(&written.bytes)?;
        if let Some(of_list) = of_list {
            of_list.write(&as_file(&list, &of_list.ending())?)?;
        }
        Ok(list)
    }

    /// What is to be written where, the same thing once.
    fn planned(&self, opened: &Opened, report: &ReportData) -> Result<Vec<Planned>, String> {
        let mut planned: Vec<Planned> = Vec::new();
        for (id, number) in &self.cells {
            planned.push(in_cell(opened, report, id, (*number).into(), "按要求改".to_string(), None)?);
        }
        for &number in &self.repairs {
            let all = report.repairs.len();
            let repair = number.checked_sub(1).and_then(|index| report.repairs.get(index));
            let repair = repair.ok_or_else(|| match all {
                0 => "这份报告没有建议的改法。".to_string(),
                _ => format!("建议的改法只有{all}种，没有第{number}种。"),
            })?;
            let rule = repair.settles.first().and_then(|&index| report.findings.get(index)).map(|one| one.rule.clone());
            for change in &repair.changes {
                let number = NumberData::Whole(change.to);
                planned.push(in_cell(opened, report, &change.cell, number, repair.because.clone(), rule.clone())?);
            }
        }
        for finding in report.findings.iter().filter(|_| self.fixes) {
            let is_free = |change: &Change| {
                planned.iter().all(|other| {
                    change == &other.change || change.end < other.change.start || other.change.end < change.start
                })
            };
            let fixes: Vec<Change> = finding
                .fixes
                .iter()
                .map(|fix| Change { start: fix.start, end: fix.end, text: fix.text.clone() })
                .collect();
            // Each finding's corrections whole or not at all.
            if fixes.iter().all(is_free) {
                let new = fixes.into_iter().filter(|fix| planned.iter().all(|other| *fix != other.change));
                let new = new.map(|change| Planned {
                    change,
                    cell: None,
                    because: finding.message.clone(),
                    rule: Some(finding.rule.clone()),
                    must: false,
                });
                planned.extend(new.collect::<Vec<_>>());
            }
        }
        planned.dedup_by(|a, b| a.change == b.change);
        Ok(planned)
    }

    /// Reads the copy: the cells that were asked for have their numbers, and no other cell has another one.
    fn is_as_asked(
        &self,
        opened: &Opened,
        before: &ReportData,
        written: &write::Written,
        options: &Options,
    ) -> Result<(), String> {
        let content = gouji_files::read(&written.bytes, None).map_err(|error| error.to_string())?;
        let source = Source { text: content.text, as_given: opened.document.as_given };
        let reports = opened::reports(&source, options);
        let copy = Opened { path: self.out.clone(), bytes: Vec::new(), kind: content.kind, document: source, reports };
        let after = copy.report(self.report)?;
        let asked = |id: &str| {
            let of_repairs = self.repairs.iter().filter_map(|number| report_repair(before, *number));
            let of_repairs = of_repairs.flat_map(|repair| &repair.changes);
            let given = self.cells.iter().find(|(cell, _)| cell == id).map(|(_, number)| NumberData::from(*number));
            given.or_else(|| {
                of_repairs.filter(|change| change.cell == id).map(|change| NumberData::Whole(change.to)).next()
            })
        };
        let was_calculated = written
            .notes
            .iter()
            .any(|note| matches!(note, write::Note::FormulasCalculated(_) | write::Note::FormulasCleared(_)));
        for (id, old) in &before.cells.0 {
            let name = form::name_of(id);
            let Some(new) = after.cells.get(id) else {
                return Err(format!("改后再读一遍，找不到“{name}”了，没有写文件。请在原文件里修改。"));
            };
            match asked(id) {
                Some(number) if new.value != Some(number) => {
                    return Err(format!("改后再读一遍，“{name}”读到的不是{number}，没有写文件。请在原文件里修改。"));
                }
                None if new.value != old.value && !was_calculated && !self.fixes => {
                    return Err(format!("改后再读一遍，“{name}”也变了，没有写文件。请在原文件里修改。"));
                }
                _ => {}
            }
        }
        Ok(())
    }
}

fn report_repair(report: &ReportData, number: usize) -> Option<&gouji::output::RepairData> {
    report.repairs.get(number.checked_sub(1)?)
}

/// What puts a number into a cell. What stands around the number there, such as a unit, stays.
fn in_cell(
    opened: &Opened,
    report: &ReportData,
    id: &str,
    number: NumberData,
    because: String,
    rule: Option<String>,
) -> Result<Planned, String> {
    let name = form::name_of(id);
    let place = place_of_number(report.cells.get(id), &opened.document.text)
        .map_err(|why| format!("“{name}”{why}，没有写文件。请在原文件里修改。"))?;
    let change = Change { start: place.0, end: place.1, text: number.to_string() };
    Ok(Planned { change, cell: Some((id.to_string(), number)), because, rule, must: true })
}

/// Where the number of a cell stands, or its empty place, or why there is none that is this cell's alone.
fn place_of_number(cell: Option<&CellData>, text: &str) -> Result<(usize, usize), &'static str> {
    let cell = cell.ok_or("这份报告的表里没有这一格")?;
    let (start, end) = match (cell.status, cell.start, cell.end) {
        (CellStatus::Missing, ..) => return Err("这份报告的表里没有这一格"),
        (CellStatus::Uncertain, ..) => return Err("这一格读不准，不知道是哪个数"),
        (_, Some(start), Some(end)) => (start, end),
        _ => return Err("在文字里没有自己的位置"),
    };
    let said = text.get(start..end).unwrap_or_default();
    let found = if cell.status == CellStatus::Value { number_in(said) } else { None };
    let (start, end) = found.map_or((start, end), |(from, to)| (start + from, start + to));
    let is_digit = |c: char| c.is_ascii_digit() || matches!(c, '０'..='９' | '.' | '．');
    let before = text.get(..start).and_then(|text| text.chars().next_back());
    let after = text.get(end..).and_then(|text| text.chars().next());
    if before.is_some_and(is_digit) || after.is_some_and(is_digit) {
        return Err("与旁边的数连在一起，不能单独改");
    }
    Ok((start, end))
}

/// A number as it is written in a report, with its sign and separators.
static NUMBER: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"[+\-−－]?[0-9０-９]+(?:[,，.．][0-9０-９]+)*").expect("the pattern is sound"));

/// The first number in some words.
fn number_in(text: &str) -> Option<(usize, usize)> {
    NUMBER.find(text).map(|found| (found.start(), found.end()))
}

fn made(opened: &Opened, planned: &Planned) -> Made {
    let change = &planned.change;
    let name = planned.cell.as_ref().map(|(id, _)| form::name_of(id));
    Made {
        line: opened.line(change.start),
        cell: planned.cell.as_ref().map(|(id, _)| id.clone()),
        place: name.map_or_else(String::new, |name| format!("{name} ")),
        from: opened.document.text.get(change.start..change.end).unwrap_or_default().to_string(),
        to: change.text.clone(),
        because: planned.because.clone(),
        rule: planned.rule.clone(),
    }
}

fn in_words(list: &List) -> String {
    let mut text = format!("已写入 {}，改了{}处：\n", visible(&list.out), list.changes.len());
    for change in &list.changes {
        text += &format!("  {}\n", visible(&change.in_words()));
    }
    for note in &list.notes {
        text += &format!("  注意：{note}\n");
    }
    text
}

/// The list as a file of its own.
fn as_file(list: &List, ending: &str) -> Result<Vec<u8>, String> {
    let mut text = format!("更改清单\n{}\n", list.file);
    for (index, change) in list.changes.iter().enumerate() {
        text += &format!("{}. {}\n", index + 1, change.in_words());
    }
    list.notes.iter().chain(&list.refused).for_each(|note| text += &format!("{note}\n"));
    match ending {
        "txt" => Ok(text.into_bytes()),
        "docx" => write::document(&text).map_err(|error| error.to_string()),
        _ => Err("更改清单只能写成 .docx 或 .txt。".to_string()),
    }
}

/// The time as Word writes it.
pub fn now() -> String {
    let now = time::OffsetDateTime::now_utc().replace_nanosecond(0).unwrap_or(time::OffsetDateTime::UNIX_EPOCH);
    now.format(&time::format_description::well_known::Rfc3339).unwrap_or_default()
}
