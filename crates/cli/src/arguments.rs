//! The command line: what is read, with which settings, and how the answer is printed.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use clap::{Parser, Subcommand};

use crate::inputs::{self, Input, name_of};
use crate::ordered::in_order;
use crate::outcome::{self, Check, Outcome};
use crate::print::{Format, Printer};
use crate::{json, pages, schema, settings};
use gouji::options::WRONG_DATE;
use gouji::output::handbook;
use gouji::rules::{LastYear, Level};
use gouji::text::Date;

/// 核对政府信息公开工作年度报告。一切在本机完成，不连接网络。
#[derive(Parser)]
#[command(version, about)]
pub struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// 核对文件（Word、Excel、PDF、OFD、网页、文本）、文件夹里的全部文件，或标准输入（-）。
    Check(CheckArguments),
    /// 输出统一格式和全部规则的说明（JSON），供网页和文档使用。
    Handbook {
        /// 改为把每条规则的说明写成 Markdown 文件，放进这个文件夹
        #[arg(long, value_name = "FOLDER")]
        pages: Option<PathBuf>,
    },
    /// 输出核对结果的 JSON Schema。
    Schema {
        /// 改为输出 TypeScript 的类型，包括可以写的选项
        #[arg(long)]
        typescript: bool,
    },
}

#[derive(clap::Args)]
struct CheckArguments {
    /// 输出格式
    #[arg(long, value_enum, default_value = "text")]
    format: Format,
    /// 公布日期，YYYY-MM-DD
    #[arg(long, value_parser = published)]
    published: Option<Date>,
    /// 单位级别
    #[arg(long, value_parser = clap::builder::PossibleValuesParser::new(Level::ALL.map(|(_, id)| id)))]
    level: Option<String>,
    /// 同一单位上一年的年度报告，用来核对跨年的数字和文字；只能与一个文件同用
    #[arg(long, value_name = "FILE")]
    previous: Option<PathBuf>,
    /// 设置文件；不写时用当前文件夹里的 gouji.toml（如果有）
    #[arg(long, value_name = "FILE")]
    config: Option<PathBuf>,
    /// 只有全部核对通过才算成功，否则退出码为 3
    #[arg(long)]
    strict: bool,
    /// 逐个说明每个数是怎样读的（JSON 里的 numbers）
    #[arg(long)]
    numbers: bool,
    #[arg(required = true)]
    files: Vec<PathBuf>,
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

fn published(text: &str) -> Result<Date, String> {
    Date::parse(text).ok_or_else(|| WRONG_DATE.to_string())
}

impl Arguments {
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
        let mut worst = 0;
        let mut printing = printer.begin(out)?;
        let work = {
            let printer = printer.clone();
            move |input: Input| {
                let outcome = check.outcome(input);
                let code = code(&outcome, strict);
                (code, printer.piece(outcome))
            }
        };
        in_order(inputs::expand(self.files), work, |(code, piece)| {
            worst = worst.max(code);
            printing.write(piece?)
        })?;
        printing.end()?;
        Ok(worst)
    }

    /// The settings file first, then what the command line says.
    fn prepared(&self) -> Result<(Check, Printer), String> {
        let mut settings = settings::read(self.config.as_deref())?;
        let options = &mut settings.options;
        options.published = self.published.or(options.published);
        options.level = self.level.as_deref().and_then(Level::parse).or(options.level);
        if let Some(previous) = &self.previous {
            if self.files.len() != 1 || self.files[0].is_dir() {
                return Err("--previous 只能与一个文件同用，不能用于文件夹或多个文件。".to_string());
            }
            options.previous = Some(last_year(previous)?);
        }
        let previous = self.previous.as_deref().map(name_of);
        let printer = Printer { format: self.format, settings: settings.data(), previous };
        Ok((Check { options: settings.options, numbers: self.numbers }, printer))
    }
}

/// Returns the exit code that a source asks for.
fn code(outcome: &Outcome, strict: bool) -> u8 {
    if strict && !outcome.is_clean() { NOT_CLEAN } else { outcome.exit_code() }
}

fn last_year(path: &Path) -> Result<Arc<LastYear>, String> {
    let document = outcome::document(Input::File(path.to_path_buf()));
    let document = document.map_err(|refusal| format!("上年的报告 {} 读不了：{}", name_of(path), refusal.message))?;
    Ok(gouji::last_year(&document))
}
