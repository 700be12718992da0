//! The command line's door: `gouji check FILE|FOLDER|- ...`.

use std::io::{ErrorKind, Read, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{Parser, Subcommand, ValueEnum};
use rayon::prelude::*;
use serde::Serialize;

use gouji::Checked;
use gouji::document::Document;
use gouji::output::{Offsets, Output, Places, ReportData, Verdict, handbook, terminal, unreadable_file, verdict};
use gouji::report::Date;
use gouji::rules::{Level, Options};

/// 核对政府信息公开工作年度报告。一切在本机完成，不连接网络。
#[derive(Parser)]
#[command(version, about)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// 核对文件（Word、Excel、PDF、OFD、网页、文本）、文件夹里的全部文件，或标准输入（-）。
    Check {
        /// 输出格式
        #[arg(long, value_enum, default_value = "text")]
        format: Format,
        /// 公布日期，YYYY-MM-DD
        #[arg(long, value_parser = published)]
        published: Option<Date>,
        /// 单位级别
        #[arg(long, value_parser = clap::builder::PossibleValuesParser::new(Level::ALL.map(|(_, id)| id)))]
        level: Option<String>,
        #[arg(required = true)]
        files: Vec<PathBuf>,
    },
    /// 输出统一格式和全部规则的说明（JSON），供网页和文档使用。
    Handbook,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    Text,
    Json,
}

fn published(text: &str) -> Result<Date, String> {
    Date::parse(text).ok_or_else(|| "请写成 2025-01-20 这样的日期".to_string())
}

fn main() -> ExitCode {
    let mut out = std::io::stdout().lock();
    let written = match Arguments::parse().command {
        Command::Check { format, published, level, files } => {
            let level = level.as_deref().and_then(Level::parse);
            check(&mut out, format, &files, &Options { published, level, ..Options::default() })
        }
        Command::Handbook => json(&mut out, &handbook()).map(|()| 0),
    };
    match written.and_then(|code| out.flush().map(|()| code)) {
        Ok(code) => ExitCode::from(code),
        // A reader that stops early, such as `head`, is no failure of ours.
        Err(error) if error.kind() == ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("无法写出结果：{error}");
            ExitCode::from(2)
        }
    }
}

/// Checks the files, and gives the exit code.
fn check(out: &mut impl Write, format: Format, files: &[PathBuf], options: &Options) -> std::io::Result<u8> {
    let results: Vec<Outcome> = expand(files).into_par_iter().map(|source| outcome(source, options)).collect();
    let worst = results.iter().map(Outcome::exit_code).max().unwrap_or(0);
    print(out, format, results)?;
    Ok(worst)
}

fn json(out: &mut impl Write, value: &impl Serialize) -> std::io::Result<()> {
    serde_json::to_writer_pretty(&mut *out, value)?;
    writeln!(out)
}

/// One file or the standard input, or why there is nothing to read.
enum Source {
    File(PathBuf),
    Input,
    Unreadable(PathBuf, String),
}

/// Folders give the files of known kinds in them and below, in the order of their names.
fn expand(files: &[PathBuf]) -> Vec<Source> {
    let mut sources = Vec::new();
    for file in files {
        if file.as_os_str() == "-" {
            sources.push(Source::Input);
        } else if file.is_dir() {
            let mut found = Vec::new();
            let mut folders = vec![file.clone()];
            while let Some(folder) = folders.pop() {
                match std::fs::read_dir(&folder) {
                    Ok(entries) => {
                        for path in entries.flatten().map(|entry| entry.path()) {
                            if path.is_dir() && !path.is_symlink() {
                                folders.push(path);
                            } else if is_readable(&path) {
                                found.push(path);
                            }
                        }
                    }
                    Err(error) => sources.push(Source::Unreadable(folder, format!("无法打开文件夹：{error}"))),
                }
            }
            found.sort();
            if found.is_empty() {
                sources.push(Source::Unreadable(file.clone(), "文件夹里没有能核对的文件。".to_string()));
            }
            sources.extend(found.into_iter().map(Source::File));
        } else {
            sources.push(Source::File(file.clone()));
        }
    }
    sources
}

/// Names that files of the kinds read usually have. Named one by one, any file is looked into.
const NAMES: [&str; 16] =
    ["txt", "md", "csv", "html", "htm", "mht", "mhtml", "docx", "doc", "wps", "rtf", "xlsx", "xls", "et", "pdf", "ofd"];

/// Whether its name says so; `~$` begins the locks of open documents.
fn is_readable(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy().to_ascii_lowercase();
    !name.starts_with("~$") && name.rsplit_once('.').is_some_and(|(_, end)| NAMES.contains(&end))
}

struct Outcome {
    name: String,
    result: Result<(Document, Vec<Checked>), ReportData>,
}

impl Outcome {
    /// 0: no error found, 1: errors found, 2: something could not be read.
    fn exit_code(&self) -> u8 {
        match &self.result {
            Err(_) => 2,
            Ok((_, reports)) if reports.iter().any(|report| verdict(report) == Verdict::Unreadable) => 2,
            Ok((_, reports)) if reports.iter().any(|report| verdict(report) == Verdict::Errors) => 1,
            Ok(_) => 0,
        }
    }
}

fn outcome(source: Source, options: &Options) -> Outcome {
    let name = |path: &Path| path.display().to_string();
    let (name, bytes) = match source {
        Source::Input => {
            let mut bytes = Vec::new();
            let read = std::io::stdin().lock().read_to_end(&mut bytes).map(|_| bytes);
            ("-".to_string(), read.map_err(|error| format!("无法读取标准输入：{error}")))
        }
        Source::File(path) => (name(&path), std::fs::read(&path).map_err(|error| format!("无法打开文件：{error}"))),
        Source::Unreadable(path, reason) => (name(&path), Err(reason)),
    };
    let result = match bytes {
        Err(message) => Err(unreadable_file(Some(name.clone()), "cannot-open", message)),
        Ok(bytes) => Document::from_bytes(&bytes)
            .map(|document| {
                let checked = gouji::check(&document, options);
                (document, checked)
            })
            .map_err(|error| ReportData::of_error(Some(name.clone()), error)),
    };
    Outcome { name, result }
}

fn print(out: &mut impl Write, format: Format, outcomes: Vec<Outcome>) -> std::io::Result<()> {
    match format {
        Format::Text => {
            for Outcome { name, result } in &outcomes {
                match result {
                    Err(error) => terminal::failure(out, name, error)?,
                    Ok((document, reports)) => {
                        for report in reports {
                            terminal::report(out, name, document, report)?;
                        }
                    }
                }
            }
        }
        Format::Json => {
            let reports = outcomes.into_iter().flat_map(|Outcome { name, result }| match result {
                Err(error) => vec![error],
                Ok((document, checked)) => {
                    let places = Places::new(&document.text, Offsets::Utf8);
                    checked.iter().map(|one| ReportData::of(Some(name.clone()), &document, one, &places)).collect()
                }
            });
            json(out, &Output::new(Offsets::Utf8, reports.collect()))?;
        }
    }
    Ok(())
}
