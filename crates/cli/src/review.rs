//! `gouji review`: a folder of reports checked, with an overview, a letter for each body and the sum of all.

use std::collections::HashSet;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use gouji::output::{CellData, FindingData, ReportData, Verdict};
use gouji::rules::{Level, Severity};
use gouji::text::visible;
use gouji_desk::letter::Letter;
use gouji_desk::{Choice, Note, Report, Total};
use rust_xlsxwriter::{Format, Workbook, Worksheet, XlsxError};

use crate::arguments::{Failure, Judging};
use crate::inputs::{self, name_of};
use crate::ordered::in_order;
use crate::out::Out;
use crate::outcome::Check;
use crate::pairs::Folder;
use crate::progress::Progress;
use crate::read::{LARGEST_LIST, bounded};
use crate::since::Earlier;
use crate::sum::{self, as_workbook, in_words};
use crate::{json, tell};

/// The result beside the letters, for the next round and to tell a folder of ours.
const RESULT: &str = "结果.jsonl";
const LETTERS: &str = "意见";

#[derive(clap::Args)]
pub struct ReviewArguments {
    /// 上年的报告，按单位和年度配对
    #[arg(long, value_name = "文件夹")]
    previous: Option<PathBuf>,
    /// 应当有报告的单位，一行一个
    #[arg(long, value_name = "名单")]
    bodies: Option<PathBuf>,
    /// 上一轮的结果（上一轮写的 结果.jsonl，或 check --format json 写的），意见里说明已改、未改、新增
    #[arg(long, value_name = "结果")]
    since: Option<PathBuf>,
    #[command(flatten)]
    judging: Judging,
    /// 写进这个文件夹，要是空的，或是上次写的
    #[arg(short, long, value_name = "文件夹")]
    out: PathBuf,
    /// 各单位的报告
    #[arg(value_name = "文件夹", required = true)]
    files: Vec<PathBuf>,
}

/// Everything that the letters and the overview speak of.
struct Reviewed {
    reports: Vec<ReportData>,
    compared: Vec<Report>,
    total: Total,
    notes: Vec<Note>,
}

impl ReviewArguments {
    pub fn run(self, out: &mut impl Write) -> Result<u8, Failure> {
        is_ours(&self.out).map_err(Failure::Told)?;
        let reviewed = self.reviewed()?;
        let folder = |error: std::io::Error| Failure::Told(format!("写不了 {}：{error}", name_of(&self.out)));
        fs::create_dir_all(self.out.join(LETTERS)).map_err(folder)?;
        let write = |name: &Path, bytes: &[u8]| Out::new(&self.out.join(name), None)?.write(bytes);
        let files = files(&reviewed).map_err(Failure::Told)?;
        for (name, bytes) in &files {
            write(name, bytes).map_err(Failure::Told)?;
        }
        let count = |verdict: Verdict| reviewed.reports.iter().filter(|report| report.verdict == verdict).count();
        writeln!(
            out,
            "核对了{}份报告：{}份有错误，{}份有要核对的，{}份没有核对完，{}份通过，{}份读不了。已写入 {}。",
            reviewed.reports.len(),
            count(Verdict::Errors),
            count(Verdict::Warnings),
            count(Verdict::Incomplete) + count(Verdict::Settled),
            count(Verdict::Clean),
            count(Verdict::Unreadable),
            visible(&name_of(&self.out)),
        )?;
        let worst = match () {
            () if count(Verdict::Unreadable) > 0 => 2,
            () if count(Verdict::Errors) > 0 => 1,
            () => 0,
        };
        Ok(worst)
    }

    fn reviewed(&self) -> Result<Reviewed, Failure> {
        let list = self.bodies.as_deref().map(list).transpose().map_err(Failure::Told)?.unwrap_or_default();
        let folder = self.previous.as_deref().map(Folder::open);
        for (name, refusal) in folder.iter().flat_map(|folder| &folder.refused) {
            tell(&format!("上年的 {name} 读不了：{}", refusal.message));
        }
        let earlier = self.since.as_deref().map(Earlier::open).transpose().map_err(Failure::Told)?;
        let options = self.judging.options().map_err(Failure::Told)?;
        let check = Check { options, folder, earlier, numbers: false };
        let (mut reports, mut compared) = (Vec::new(), Vec::new());
        let mut progress = Progress::new();
        in_order(
            inputs::expand(self.files.clone()),
            move |input| check.outcome(input),
            |outcome| {
                for report in outcome.reports {
                    if report.error.is_none() {
                        let prose = prose(&report, &outcome.text);
                        compared.push(Report { text: prose, ..Report::from(&report) });
                    }
                    reports.push(report);
                }
                progress.one_more();
                Ok::<(), Failure>(())
            },
        )?;
        progress.end();
        let choice = Choice::default();
        let own = gouji_desk::own_report(&compared, &choice);
        let total = gouji_desk::sum(&compared, own, &choice);
        let notes = gouji_desk::across(&compared, &list);
        Ok(Reviewed { reports, compared, total, notes })
    }
}

/// The sections of a report, where what bodies share is looked for.
fn prose(report: &ReportData, text: &str) -> String {
    let start = report.sections.iter().filter_map(|section| section.start).min().unwrap_or(0);
    let end = report.sections.iter().filter_map(|section| section.end).max().unwrap_or(text.len());
    text.get(start..end).unwrap_or_default().to_string()
}

/// Fails where the folder holds anything that an earlier run did not write.
fn is_ours(folder: &Path) -> Result<(), String> {
    let is_free = match fs::read_dir(folder) {
        Ok(mut entries) => entries.next().is_none() || folder.join(RESULT).is_file(),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => true,
        Err(error) => return Err(format!("打不开 {}：{error}", name_of(folder))),
    };
    if is_free { Ok(()) } else { Err(format!("{} 里已有别的文件，请用空文件夹。", name_of(folder))) }
}

fn list(path: &Path) -> Result<Vec<String>, String> {
    let refused = |why: String| format!("名单 {} 读不了：{why}", name_of(path));
    let bytes = bounded(path, LARGEST_LIST).map_err(|refusal| refused(refusal.message))?;
    let read = gouji_files::read(&bytes, None).map_err(|error| refused(error.to_string()))?;
    Ok(read.text.lines().map(|line| line.trim().to_string()).filter(|line| !line.is_empty()).collect())
}

/// Every file by its name in the folder.
fn files(reviewed: &Reviewed) -> Result<Vec<(PathBuf, Vec<u8>)>, String> {
    let mut files: Vec<(PathBuf, Vec<u8>)> = Vec::new();
    let mut used: HashSet<String> = HashSet::new();
    for report in &reviewed.reports {
        let letter: Letter =
            serde_json::to_value(report).and_then(serde_json::from_value).map_err(|error| error.to_string())?;
        let plain = plain_name(&letter);
        let name = (1..).map(|number| if number == 1 { plain.clone() } else { format!("{plain}（{number}）") });
        let name = name.into_iter().find(|name| used.insert(name.clone())).unwrap_or_default();
        let bytes = gouji_files::write::document(&letter.text()).map_err(|error| error.to_string())?;
        files.push((Path::new(LETTERS).join(format!("{name}.docx")), bytes));
    }
    files.push(("汇总.xlsx".into(), as_workbook(&reviewed.total)?));
    files.push(("汇总.txt".into(), in_words(&reviewed.total).into_bytes()));
    files.push(("概览.xlsx".into(), overview(reviewed).map_err(|error| format!("概览写不成：{error}"))?));
    files.push(("概览.html".into(), page(reviewed).into_bytes()));
    let lines: std::io::Result<Vec<Vec<u8>>> = reviewed.reports.iter().map(json::line).collect();
    files.push((RESULT.into(), lines.map_err(|error| error.to_string())?.concat()));
    Ok(files)
}

/// A name that every file system takes.
fn plain_name(letter: &Letter) -> String {
    let year = letter.year.map_or_else(String::new, |year| year.to_string());
    let name = letter.name().chars().map(|c| if c.is_control() || "/\\:*?\"<>|".contains(c) { '_' } else { c });
    let name: String = name.take(60).collect();
    format!("{}{year}", name.trim_matches(['.', ' ']))
}

const HEADS: [&str; 18] = [
    "单位",
    "年度",
    "结论",
    "错误",
    "警告",
    "提示",
    "没有核对到",
    "表的版本",
    "落款日期",
    "级别",
    "新收",
    "上年结转",
    "办理总计",
    "结转下年",
    "复议",
    "诉讼",
    "文件",
    "与上一轮相比",
];

fn row(report: &ReportData, compared: Option<&Report>) -> Vec<String> {
    let count = |severity: Severity| report.findings.iter().filter(|one| one.severity == severity).count().to_string();
    let cell = |name: &str| {
        report.cells.get(name).and_then(|cell| cell.value).map_or_else(String::new, |value| value.to_string())
    };
    let suits = ["disputes.suit_direct.total", "disputes.suit_after_review.total"].map(cell);
    let suits = suits.iter().filter_map(|number| number.parse::<i64>().ok()).reduce(|a, b| a + b);
    let level = compared.and_then(Report::level).map_or("", |level| match level {
        Level::Township => "乡镇、街道",
        Level::Department => "部门",
        Level::County => "县级政府",
        Level::City => "市级政府",
        Level::Province => "省级政府",
    });
    let since = report.since.as_ref().filter(|since| since.known);
    let since = since.map_or_else(String::new, |since| {
        format!("已改{}、未改{}、新增{}", since.mended.len(), since.still_there.len(), since.new.len())
    });
    let verdict = match &report.error {
        Some(error) => format!("读不了：{}", error.message),
        None => report.verdict.in_words().to_string(),
    };
    vec![
        report.organization.clone().unwrap_or_default(),
        report.year.map_or_else(String::new, |year| year.to_string()),
        verdict,
        count(Severity::Error),
        count(Severity::Warning),
        count(Severity::Info),
        report.not_checked.iter().map(|gap| gap.message.clone()).collect(),
        report.form.unwrap_or_default().to_string(),
        report.signed.clone().unwrap_or_default(),
        level.to_string(),
        cell("requests.received.total"),
        cell("requests.carried_in.total"),
        cell("requests.closed.total"),
        cell("requests.carried_out.total"),
        cell("disputes.review.total"),
        suits.map_or_else(String::new, |number| number.to_string()),
        report.file.clone().unwrap_or_default(),
        since,
    ]
}

fn rows(reviewed: &Reviewed) -> Vec<Vec<String>> {
    let mut compared = reviewed.compared.iter();
    reviewed
        .reports
        .iter()
        .map(|report| row(report, if report.error.is_none() { compared.next() } else { None }))
        .collect()
}

/// A sheet of the overview, and the columns that are wider than usual.
struct Sheet<'a> {
    name: &'a str,
    heads: &'a [&'a str],
    rows: Vec<Vec<String>>,
    wide: &'a [(u16, u16)],
}

fn overview(reviewed: &Reviewed) -> Result<Vec<u8>, XlsxError> {
    let reports = || reviewed.reports.iter();
    let findings =
        reports().flat_map(|report| report.findings.iter().map(|finding| of_finding(report, finding).to_vec()));
    let cells = reports().flat_map(|report| report.cells.0.iter().map(|(id, cell)| of_cell(report, id, cell).to_vec()));
    let notes = reviewed.notes.iter().map(|note| vec![note.message.clone()]);
    let sheets = [
        Sheet { name: "概览", heads: &HEADS, rows: rows(reviewed), wide: &[(0, 28), (2, 26), (6, 26)] },
        Sheet {
            name: "问题",
            heads: &["单位", "年度", "程度", "规则", "问题", "怎么改", "依据", "行", "文件"],
            rows: findings.collect(),
            wide: &[(4, 60), (5, 40)],
        },
        Sheet {
            name: "各格",
            heads: &["单位", "年度", "格", "名称", "数", "文字", "文件"],
            rows: cells.collect(),
            wide: &[],
        },
        Sheet {
            name: "汇总",
            heads: &sum::COLUMNS,
            rows: sum::rows(&reviewed.total).map(Vec::from).collect(),
            wide: &[],
        },
        Sheet { name: "单位之间", heads: &["问题"], rows: notes.collect(), wide: &[(0, 100)] },
    ];
    let mut book = Workbook::new();
    for sheet in &sheets {
        write_sheet(&mut book, sheet)?;
    }
    let last = u32::try_from(reviewed.reports.len()).unwrap_or(u32::MAX);
    let last_column = u16::try_from(HEADS.len() - 1).unwrap_or(u16::MAX);
    book.worksheet_from_name("概览")?.autofilter(0, 0, last, last_column)?;
    book.save_to_buffer()
}

fn write_sheet(book: &mut Workbook, sheet: &Sheet) -> Result<(), XlsxError> {
    let bold = Format::new().set_bold();
    let page = book.add_worksheet();
    page.set_name(sheet.name)?.set_freeze_panes(1, 0)?;
    for (column, head) in (0u16..).zip(sheet.heads) {
        page.write_with_format(0, column, *head, &bold)?;
    }
    for (line, row) in (1u32..).zip(&sheet.rows) {
        row.iter().zip(0u16..).try_for_each(|(text, column)| put(page, line, column, text))?;
    }
    for &(column, width) in sheet.wide {
        page.set_column_width(column, width)?;
    }
    Ok(())
}

/// Whose report it is, for a row of any sheet.
fn whose(report: &ReportData) -> [String; 2] {
    [report.organization.clone().unwrap_or_default(), report.year.map_or_else(String::new, |year| year.to_string())]
}

fn of_cell(report: &ReportData, id: &str, cell: &CellData) -> [String; 7] {
    let [body, year] = whose(report);
    [
        body,
        year,
        id.to_string(),
        gouji::form::name_of(id),
        cell.value.map_or_else(String::new, |value| value.to_string()),
        cell.text.clone().unwrap_or_default(),
        report.file.clone().unwrap_or_default(),
    ]
}

fn of_finding(report: &ReportData, finding: &FindingData) -> [String; 9] {
    let [body, year] = whose(report);
    [
        body,
        year,
        finding.severity.in_words().to_string(),
        finding.rule.clone(),
        finding.message.clone(),
        finding.suggestion.clone(),
        finding.basis.clone(),
        finding.spans.first().map_or_else(String::new, |span| span.line.to_string()),
        report.file.clone().unwrap_or_default(),
    ]
}

/// Numbers as numbers, so that they are sorted and added; all else as text that is no formula.
fn put(sheet: &mut Worksheet, row: u32, column: u16, text: &str) -> Result<(), XlsxError> {
    match text.parse::<f64>() {
        Ok(number) if number.is_finite() && text.len() < 16 => sheet.write(row, column, number)?,
        _ => sheet.write_string(row, column, visible(text).as_ref())?,
    };
    Ok(())
}

/// The overview to be printed.
fn page(reviewed: &Reviewed) -> String {
    let escape =
        |text: &str| text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;");
    let shown = |text: &str| escape(&visible(text));
    let cells = |texts: &[String]| texts.iter().map(|text| format!("<td>{}</td>", shown(text))).collect::<String>();
    let heads: String = HEADS.iter().map(|head| format!("<th>{head}</th>")).collect();
    let body: String = rows(reviewed).iter().map(|row| format!("<tr>{}</tr>\n", cells(row))).collect();
    let notes: String = reviewed.notes.iter().map(|note| format!("<li>{}</li>\n", shown(&note.message))).collect();
    // What is unseen in it is named already, and its lines are kept.
    let sum = escape(&in_words(&reviewed.total));
    // In the order of the template, so that no name of a part is sought in what a report says.
    let (mut page, mut rest) = (String::new(), include_str!("overview.html"));
    for (name, part) in [("{heads}", heads), ("{rows}", body), ("{notes}", notes), ("{sum}", sum)] {
        if let Some((before, after)) = rest.split_once(name) {
            page = page + before + &part;
            rest = after;
        }
    }
    page + rest
}
