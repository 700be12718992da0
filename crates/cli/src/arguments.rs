//! The command line: what is read, with which settings, and how the answer is printed.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::mpsc;

use clap::{Parser, Subcommand};
use rayon::prelude::*;

use crate::document;
use crate::inputs::{self, Input, Outcome};
use crate::print::{self, Format};
use crate::settings::{self, Settings};
use gouji::output::{handbook, write_rule_pages};
use gouji::rules::Level;
use gouji::text::Date;
use gouji::text::Source;

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
    Check(Check),
    /// 输出统一格式和全部规则的说明（JSON），供网页和文档使用。
    Handbook {
        /// 改为把每条规则的说明写成 Markdown 文件，放进这个文件夹
        #[arg(long, value_name = "FOLDER")]
        pages: Option<PathBuf>,
    },
}

#[derive(clap::Args)]
struct Check {
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
    Date::parse(text).ok_or_else(|| settings::WRONG_DATE.to_string())
}

impl Arguments {
    /// Does what was asked, and gives the exit code.
    pub fn run(self, out: &mut impl Write) -> Result<u8, Failure> {
        match self.command {
            Command::Check(check) => check.run(out),
            Command::Handbook { pages: None } => print::json(out, &handbook()).map(|()| 0).map_err(Failure::Output),
            Command::Handbook { pages: Some(folder) } => write_rule_pages(&folder)
                .map(|()| 0)
                .map_err(|error| Failure::Told(format!("无法写入文件夹 {}：{error}", folder.display()))),
        }
    }
}

impl Check {
    fn run(self, out: &mut impl Write) -> Result<u8, Failure> {
        let settings = self.settings().map_err(Failure::Told)?;
        let sources = inputs::expand(&self.files);
        if self.format == Format::Jsonl {
            return each_as_done(out, sources, &settings);
        }
        let outcomes: Vec<Outcome> = sources.into_par_iter().map(|source| inputs::outcome(source, &settings)).collect();
        let worst = outcomes.iter().map(Outcome::exit_code).max().unwrap_or(0);
        print::all(out, self.format, outcomes, self.previous.as_deref())?;
        Ok(worst)
    }

    /// The settings file first, then what the command line says.
    fn settings(&self) -> Result<Settings, String> {
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
        Ok(settings)
    }
}

fn last_year(path: &Path) -> Result<Source, String> {
    let bytes = std::fs::read(path).map_err(|error| format!("无法打开上年的报告 {}：{error}", path.display()))?;
    document::from_bytes(&bytes).map_err(|error| format!("上年的报告 {} 读不了：{error}", path.display()))
}

/// One line per report, written as soon as its file is done.
fn each_as_done(out: &mut impl Write, sources: Vec<Input>, settings: &Settings) -> Result<u8, Failure> {
    let (done, outcomes) = mpsc::channel();
    let mut worst = 0;
    std::thread::scope(|scope| {
        scope.spawn(|| {
            // A failed send means that nobody reads the output any more.
            let send = |done: &mut mpsc::Sender<Outcome>, source| done.send(inputs::outcome(source, settings)).ok();
            sources.into_par_iter().try_for_each_with(done, send)
        });
        for outcome in outcomes {
            worst = worst.max(outcome.exit_code());
            print::lines(out, outcome)?;
        }
        Ok(worst)
    })
}
