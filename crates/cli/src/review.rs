//! `gouji review`: a folder of reports checked, with an overview, a letter for each body and the sum of all.

use std::collections::HashSet;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use gouji::output::{FindingData, ReportData, Verdict};
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
use crate::sum::{as_workbook, in_words};
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

/// A row of the overview.
struct Row {
    texts: Vec<String>,
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

fn row(report: &ReportData, compared: Option<&Report>) -> Row {
    let count = |severity: Severity| report.findings.iter().filter(|one| one.severity == severity).count().to_string();
    let cell = |name: &str| {
        let cell = report.cells.0.iter().find(|(known, _)| known == name).map(|(_, cell)| cell);
        cell.and_then(|cell| cell.value).map_or_else(String::new, |value| value.to_string())
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
    Row {
        texts: vec![
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
        ],
    }
}

fn rows(reviewed: &Reviewed) -> Vec<Row> {
    let mut compared = reviewed.compared.iter();
    reviewed
        .reports
        .iter()
        .map(|report| row(report, if report.error.is_none() { compared.next() } else { None }))
        .collect()
}

fn overview(reviewed: &Reviewed) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    let bold = Format::new().set_bold();
    let begin = |book: &mut Workbook, name: &str, heads: &[&str]| -> Result<(), XlsxError> {
        let sheet = book.add_worksheet();
        sheet.set_name(name)?;
        sheet.set_freeze_panes(1, 0)?;
        for (column, head) in (0u16..).zip(heads) {
            sheet.write_with_format(0, column, *head, &bold)?;
        }
        Ok(())
    };
    begin(&mut book, "概览", &HEADS)?;
    let sheet = book.worksheet_from_name("概览")?;
    for (line, row) in (1u32..).zip(rows(reviewed)) {
        row.texts.iter().zip(0u16..).try_for_each(|(text, column)| put(sheet, line, column, text))?;
    }
    sheet.autofilter(0, 0, u32::try_from(reviewed.reports.len()).unwrap_or(u32::MAX), 17)?;
    sheet.set_column_width(0, 28)?.set_column_width(2, 26)?.set_column_width(6, 26)?;
    begin(&mut book, "问题", &["单位", "年度", "程度", "规则", "问题", "怎么改", "依据", "行", "文件"])?;
    let sheet = book.worksheet_from_name("问题")?;
    let findings =
        reviewed.reports.iter().flat_map(|report| report.findings.iter().map(move |finding| (report, finding)));
    for (line, (report, finding)) in (1u32..).zip(findings) {
        of_finding(report, finding).iter().zip(0u16..).try_for_each(|(text, column)| put(sheet, line, column, text))?;
    }
    sheet.set_column_width(4, 60)?.set_column_width(5, 40)?;
    begin(&mut book, "各格", &["单位", "年度", "格", "名称", "数", "文字", "文件"])?;
    let sheet = book.worksheet_from_name("各格")?;
    let cells = reviewed.reports.iter().flat_map(|report| report.cells.0.iter().map(move |cell| (report, cell)));
    for (line, (report, (id, cell))) in (1u32..).zip(cells) {
        let name = gouji::form::cell_named(id).map_or_else(String::new, gouji::form::cell_name);
        let value = cell.value.map_or_else(String::new, |value| value.to_string());
        let texts = [
            report.organization.clone().unwrap_or_default(),
            report.year.map_or_else(String::new, |year| year.to_string()),
            id.clone(),
            name,
            value,
            cell.text.clone().unwrap_or_default(),
            report.file.clone().unwrap_or_default(),
        ];
        texts.iter().zip(0u16..).try_for_each(|(text, column)| put(sheet, line, column, text))?;
    }
    begin(&mut book, "汇总", &["格", "名称", "汇总", "没有读准的单位", "空格的单位", "本级报告", "可能的原因"])?;
    let sheet = book.worksheet_from_name("汇总")?;
    for (line, (id, cell)) in (1u32..).zip(&reviewed.total.cells) {
        let difference = reviewed.total.differences.iter().find(|one| one.cell == *id);
        let texts = [
            id.clone(),
            gouji::form::cell_named(id).map_or_else(String::new, gouji::form::cell_name),
            cell.value.to_string(),
            cell.unknown.join("、"),
            cell.blank.join("、"),
            difference.map_or_else(String::new, |one| one.reported.to_string()),
            difference.map_or_else(String::new, |one| one.explained_by.join("")),
        ];
        texts.iter().zip(0u16..).try_for_each(|(text, column)| put(sheet, line, column, text))?;
    }
    begin(&mut book, "单位之间", &["问题"])?;
    let sheet = book.worksheet_from_name("单位之间")?;
    for (line, note) in (1u32..).zip(&reviewed.notes) {
        put(sheet, line, 0, &note.message)?;
    }
    sheet.set_column_width(0, 100)?;
    book.save_to_buffer()
}

fn of_finding(report: &ReportData, finding: &FindingData) -> [String; 9] {
    [
        report.organization.clone().unwrap_or_default(),
        report.year.map_or_else(String::new, |year| year.to_string()),
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
    let escape = |text: &str| {
        visible(text).replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
    };
    let cells = |texts: &[String]| texts.iter().map(|text| format!("<td>{}</td>", escape(text))).collect::<String>();
    let heads: String = HEADS.iter().map(|head| format!("<th>{head}</th>")).collect();
    let body: String = rows(reviewed).iter().map(|row| format!("<tr>{}</tr>\n", cells(&row.texts))).collect();
    let notes: String = reviewed.notes.iter().map(|note| format!("<li>{}</li>\n", escape(&note.message))).collect();
    let sum = escape(&in_words(&reviewed.total)).replace("&#x9;", "\t");
    include_str!("overview.html")
        .replace("{heads}", &heads)
        .replace("{rows}", &body)
        .replace("{notes}", &notes)
        .replace("{sum}", &sum)
}
