//! The command line: what is read, with which settings, and how the answer is printed.

use std::io::{BufReader, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use clap::builder::{PossibleValue, PossibleValuesParser};
use clap::{Arg, ArgAction, CommandFactory, FromArgMatches, Parser, Subcommand};

use crate::annotate::AnnotateArguments;
use crate::compare::CompareArguments;
use crate::fix::FixArguments;
use crate::form::FormArguments;
use crate::inputs::{self, Input, name_of};
use crate::ordered::in_order;
use crate::outcome::{self, Check};
use crate::pairs::Folder;
use crate::print::{Format, Printer};
use crate::progress::Progress;
use crate::resume::{self, Resumed};
use crate::review::ReviewArguments;
use crate::settings::{self, Settings};
use crate::since::Earlier;
use crate::sum::SumArguments;
use crate::{filter, help, json, pages, schema, tell};
use gouji::options::WRONG_DATE;
use gouji::output::handbook;
use gouji::rules::{LastYear, Level, Options};
use gouji::text::Date;

/// 核对政府信息公开工作年度报告。一切在本机完成，不连接网络。
#[derive(Parser)]
#[command(version, disable_version_flag = true, override_usage = "gouji <命令>")]
pub struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// 核对文件（Word、Excel、PDF、OFD、网页、文本）、文件夹里的全部文件，或标准输入（-）。
    #[command(override_usage = "gouji check [选项] <文件、文件夹或 ->...")]
    Check(CheckArguments),
    /// 改正文件里的数和文字，另存为副本，原文件不动。
    #[command(override_usage = "gouji fix [选项] <文件> -o <副本>")]
    Fix(FixArguments),
    /// 把核对出的问题作为批注写进文件的副本，原文件不动。
    #[command(override_usage = "gouji annotate [选项] <文件> -o <副本>")]
    Annotate(AnnotateArguments),
    /// 做一份标准格式的表，空表或填好一份报告的数。
    #[command(override_usage = "gouji form [选项] [文件] -o <新文件>")]
    Form(FormArguments),
    /// 比较同一份报告的两个文件，例如审定的文件和公开的网页，只看内容，不看排版。
    #[command(override_usage = "gouji compare [选项] <文件一> <文件二>")]
    Compare(CompareArguments),
    /// 把许多单位的数加到标准表里，与本级政府自己的报告对照。
    #[command(override_usage = "gouji sum [选项] <文件夹或文件>...")]
    Sum(SumArguments),
    /// 核对一个文件夹的报告，写出概览、给各单位的意见和汇总。
    #[command(override_usage = "gouji review [选项] <文件夹> -o <文件夹>")]
    Review(ReviewArguments),
    /// 输出统一格式和全部规则的说明（JSON），供网页和文档使用。
    #[command(override_usage = "gouji handbook [选项]")]
    Handbook {
        /// 改为把每条规则的说明写成 Markdown 文件，放进这个文件夹
        #[arg(long, value_name = "文件夹")]
        pages: Option<PathBuf>,
    },
    /// 输出核对结果的 JSON Schema。
    #[command(override_usage = "gouji schema [选项]")]
    Schema {
        /// 改为输出 TypeScript 的类型，包括可以写的选项
        #[arg(long)]
        typescript: bool,
    },
}

#[derive(clap::Args)]
struct CheckArguments {
    /// 输出格式
    #[arg(long, value_enum, value_name = "格式", default_value = "text")]
    format: Format,
    #[command(flatten)]
    judging: Judging,
    /// 上一年的年度报告，用来核对跨年的数字和文字：核对一个文件时写同一单位的文件，核对文件夹时写文件夹，按单位和年度配对
    #[arg(long, value_name = "文件或文件夹")]
    previous: Option<PathBuf>,
    /// 只有全部核对通过才算成功，否则退出码为 3
    #[arg(long)]
    strict: bool,
    /// 逐个说明每个数是怎样读的（JSON 里的 numbers）
    #[arg(long)]
    numbers: bool,
    /// 上次的结果（--format json 或 jsonl 写的），逐处说明已改、未改、新增
    #[arg(long, value_name = "结果")]
    since: Option<PathBuf>,
    /// 接着写上次没有写完的结果，已经核对过的文件不再核对；与 --format jsonl 同用
    #[arg(long, value_name = "结果.jsonl")]
    resume: Option<PathBuf>,
    /// 从标准输入逐行读 {"id", "text" 或 "path", "previous"}，逐行回答；与 --format jsonl 同用
    #[arg(long, value_enum, value_name = "格式", conflicts_with_all = ["files", "previous", "resume", "since"])]
    stdin: Option<Lines>,
    /// 文件、文件夹，或 -（标准输入），可以写多个
    #[arg(value_name = "文件", required_unless_present = "stdin")]
    files: Vec<PathBuf>,
}

/// What a report is judged with, whatever is done then.
#[derive(clap::Args)]
pub struct Judging {
    /// 公布日期，YYYY-MM-DD
    #[arg(long, value_name = "日期", value_parser = published)]
    published: Option<Date>,
    /// 单位级别
    #[arg(long, value_name = "级别", value_parser = PossibleValuesParser::new(Level::ALL.map(named)))]
    level: Option<String>,
    /// 设置文件；不写时用当前文件夹里的 gouji.toml（如果有）
    #[arg(long, value_name = "文件")]
    config: Option<PathBuf>,
    /// 本级要求（gouji.json）；不写时用设置文件里的 [profile]，再没有就用当前文件夹里的 gouji.json（如果有）
    #[arg(long, value_name = "文件")]
    profile: Option<PathBuf>,
}

impl Judging {
    /// The settings file first, then what the command line says.
    fn settings(&self) -> Result<Settings, String> {
        let mut settings = settings::read(self.config.as_deref())?;
        settings.take_profile(self.profile.as_deref())?;
        let options = &mut settings.options;
        options.published = self.published.or(options.published);
        options.level = self.level.as_deref().and_then(Level::parse).or(options.level);
        Ok(settings)
    }

    pub fn options(&self) -> Result<Options, String> {
        Ok(self.settings()?.options)
    }
}

/// How a command says what it did.
#[derive(Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub enum Answer {
    /// 文字
    Text,
    /// JSON
    Json,
}

/// What the standard input is made of.
#[derive(Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum Lines {
    /// 每行一个 JSON 对象
    Jsonl,
}

/// Why the command line stops before it has checked anything, in a sentence, or because nothing more can be written.
pub enum Failure {
    Told(String),
    Output(std::io::Error),
}

impl From<std::io::Error> for Failure {
    fn from(error: std::io::Error) -> Failure {
        Failure::Output(error)
    }
}

/// Returns the name of a level with what it means.
pub fn named((level, id): (Level, &'static str)) -> PossibleValue {
    PossibleValue::new(id).help(match level {
        Level::Township => "乡镇、街道",
        Level::Department => "政府部门",
        Level::County => "县级政府",
        Level::City => "市级政府",
        Level::Province => "省级政府",
    })
}

fn published(text: &str) -> Result<Date, String> {
    Date::parse(text).ok_or_else(|| WRONG_DATE.to_string())
}

impl Arguments {
    /// Reads the command line.
    pub fn given() -> Result<Arguments, clap::Error> {
        let version = Arg::new("version").short('V').long("version").action(ArgAction::Version).help("显示版本");
        let matches = help::in_chinese(Arguments::command().arg(version)).try_get_matches()?;
        Arguments::from_arg_matches(&matches)
    }

    /// Does what was asked, and returns the exit code.
    pub fn run(self, out: &mut impl Write) -> Result<u8, Failure> {
        let value = |out: &mut _, bytes: std::io::Result<Vec<u8>>| -> Result<u8, Failure> {
            let out: &mut dyn Write = out;
            out.write_all(&bytes?)?;
            writeln!(out)?;
            Ok(0)
        };
        match self.command {
            Command::Check(check) => check.run(out),
            Command::Fix(fix) => fix.run(out),
            Command::Annotate(annotate) => annotate.run(out),
            Command::Form(form) => form.run(out),
            Command::Compare(compare) => compare.run(out),
            Command::Sum(sum) => sum.run(out),
            Command::Review(review) => review.run(out),
            Command::Handbook { pages: None } => value(out, json::pretty(&handbook(), 0)),
            Command::Handbook { pages: Some(folder) } => pages::write(&folder).map(|()| 0).map_err(Failure::Told),
            Command::Schema { typescript: false } => value(out, json::pretty(&gouji::output::output_schema(), 0)),
            Command::Schema { typescript: true } => {
                write!(out, "{}", schema::typescript())?;
                Ok(0)
            }
        }
    }
}

/// The exit code of a strict run that is no pass.
const NOT_CLEAN: u8 = 3;

impl CheckArguments {
    fn run(self, out: &mut impl Write) -> Result<u8, Failure> {
        let (check, printer) = self.prepared().map_err(Failure::Told)?;
        let strict = self.strict;
        if self.stdin.is_some() {
            return filter(out, check, printer, strict);
        }
        let inputs = inputs::expand(self.files);
        let Some(path) = &self.resume else { return each(out, inputs, check, &printer, strict) };
        let Resumed { mut file, done, code, is_clean } =
            resume::open(path, &printer.settings).map_err(Failure::Told)?;
        let before = self::code(code, is_clean, strict);
        let inputs = inputs.filter(move |input| !done.contains(&input.name()));
        each(&mut file, inputs, check, &printer, strict).map(|code| code.max(before))
    }

    fn prepared(&self) -> Result<(Check, Printer), String> {
        let mut settings = self.judging.settings()?;
        let options = &mut settings.options;
        let mut folder = None;
        if let Some(previous) = &self.previous {
            match (&self.files[..], previous.is_dir()) {
                ([only], true) if only.is_dir() => folder = Some(opened(previous)),
                ([only], false) if !only.is_dir() => options.previous = Some(last_year(previous)?),
                (_, true) => return Err("--previous 是文件夹时，要核对的也要是一个文件夹。".to_string()),
                (_, false) => return Err("--previous 只能与一个文件同用；核对文件夹时，上年的也写文件夹。".to_string()),
            }
        }
        if self.resume.is_some() && self.format != Format::Jsonl {
            return Err("--resume 要与 --format jsonl 同用。".to_string());
        }
        if self.stdin.is_some() && self.format != Format::Jsonl {
            return Err("--stdin jsonl 要与 --format jsonl 同用。".to_string());
        }
        let previous = self.previous.as_deref().filter(|_| folder.is_none()).map(name_of);
        let printer = Printer { format: self.format, settings: settings.data(), previous };
        let earlier = self.since.as_deref().map(Earlier::open).transpose()?;
        Ok((Check { options: settings.options, folder, earlier, numbers: self.numbers }, printer))
    }
}

/// Returns the exit code that a source asks for.
fn code(plain: u8, is_clean: bool, strict: bool) -> u8 {
    if strict && !is_clean { NOT_CLEAN } else { plain }
}

/// Checks every input and writes the answer.
fn each(
    out: &mut impl Write,
    inputs: impl Iterator<Item = Input> + Send + 'static,
    check: Check,
    printer: &Printer,
    strict: bool,
) -> Result<u8, Failure> {
    let mut worst = 0;
    let mut printing = printer.begin(out)?;
    let pieces = printer.clone();
    let work = move |input: Input| {
        let outcome = check.outcome(input);
        let code = code(outcome.exit_code(), outcome.is_clean(), strict);
        (code, pieces.piece(outcome))
    };
    let mut progress = Progress::new();
    in_order(inputs, work, |(code, piece)| {
        worst = worst.max(code);
        progress.one_more();
        printing.write(piece?)
    })?;
    progress.end();
    printing.end()?;
    Ok(worst)
}

/// The exit code of a filter whose input could not be read to its end.
const CUT_OFF: u8 = 2;

/// Answers the standard input line by line.
fn filter(out: &mut impl Write, check: Check, printer: Printer, strict: bool) -> Result<u8, Failure> {
    let (mut worst, mut cut_off) = (0, false);
    let lines = filter::lines(BufReader::new(std::io::stdin()));
    in_order(
        lines,
        move |line| filter::answer(&check, &printer.settings, line),
        |answered| {
            worst = worst.max(code(answered.outcome_code, answered.is_clean, strict));
            cut_off |= answered.ends_run;
            out.write_all(&answered.line?)?;
            out.flush()
        },
    )?;
    Ok(if cut_off { CUT_OFF } else { worst })
}

/// Opens a folder of last year's reports, and tells what in it cannot be read.
fn opened(folder: &Path) -> Folder {
    let folder = Folder::open(folder);
    for (name, refusal) in &folder.refused {
        tell(&format!("上年的 {name} 读不了：{}", refusal.message));
    }
    folder
}

fn last_year(path: &Path) -> Result<Arc<LastYear>, String> {
    let document = outcome::document(Input::File(path.to_path_buf()));
    let document = document.map_err(|refusal| format!("上年的报告 {} 读不了：{}", name_of(path), refusal.message))?;
    Ok(gouji::last_year(&document))
}
