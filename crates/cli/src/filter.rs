//! The filter: one report a line on the standard input, one answer a line, in order and in bounded memory, so that any engine that
//! can pipe can run it.

use std::io::{self, BufRead, Read};
use std::path::PathBuf;
use std::sync::Arc;

use gouji::output::{ReportData, SettingsData};
use gouji::rules::LastYear;
use gouji::text::Source;
use gouji_files::error::LARGEST_FILE;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use serde_json::error::Category;

use crate::inputs::Input;
use crate::json;
use crate::outcome::{Check, Outcome, document};
use crate::read::Refusal;
use crate::why::unread;

/// A line, without its end, or why there is none.
pub type Line = Result<Vec<u8>, Unread>;

/// Why there is no line, and whether the input is at its end with that.
#[derive(Clone, Debug, PartialEq)]
pub struct Unread {
    refusal: Refusal,
    ends_run: bool,
}

/// The exit code of a run in which a report could not be read; 2 is that of a run that failed.
const NOT_READ: u8 = 4;

/// How much of a line that is too long is passed over to find the next one.
const PASSED_OVER: u64 = 32 * LARGEST_FILE as u64;

/// Returns the lines of a source, one after the other. A line that is too long is passed over in bounded memory and said to be. A
/// source that cannot be read, or whose line does not end, is said once, and nothing more is read of it.
pub fn lines(source: impl BufRead) -> impl Iterator<Item = Line> {
    let mut source = Some(source);
    std::iter::from_fn(move || match next_line(source.as_mut()?) {
        Ok(line) => line,
        Err(refusal) => {
            source = None;
            Some(Err(Unread { refusal, ends_run: true }))
        }
    })
}

/// Returns the next line, nothing at the end, or why there is no going on.
fn next_line(source: &mut impl BufRead) -> Result<Option<Line>, Refusal> {
    let failed = |error: io::Error| Refusal::new("cannot-open", format!("读标准输入出错：{}", unread(&error)));
    let too_long = |and_then: &str| {
        let largest = LARGEST_FILE / 1024 / 1024;
        Refusal::new("file-too-big", format!("这一行超过{largest} MB的上限，没有核对{and_then}。"))
    };
    let mut line = Vec::new();
    source.by_ref().take(LARGEST_FILE as u64 + 1).read_until(b'\n', &mut line).map_err(failed)?;
    if line.is_empty() {
        return Ok(None);
    }
    if line.last() == Some(&b'\n') {
        line.pop();
        return Ok(Some(Ok(line)));
    }
    if line.len() <= LARGEST_FILE {
        return Ok(Some(Ok(line)));
    }
    let passed = source.by_ref().take(PASSED_OVER).skip_until(b'\n').map_err(failed)?;
    if passed as u64 == PASSED_OVER {
        return Err(too_long("；一直没有换行，后面的也没有读"));
    }
    Ok(Some(Err(Unread { refusal: too_long(""), ends_run: false })))
}

/// What a line asks for, beside its id.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Request {
    text: Option<String>,
    path: Option<PathBuf>,
    previous: Option<Given>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Given {
    text: Option<String>,
    path: Option<PathBuf>,
}

/// An answer: the first report of the text, and the others where it has several.
#[derive(Serialize)]
struct Answer {
    id: Value,
    #[serde(flatten)]
    report: ReportData,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    others: Vec<ReportData>,
}

/// What is written for a line, and what it means for the run.
pub struct Answered {
    pub line: io::Result<Vec<u8>>,
    pub outcome_code: u8,
    pub is_clean: bool,
    pub ends_run: bool,
}

/// Answers a line.
pub fn answer(check: &Check, settings: &SettingsData, line: Line) -> Answered {
    let ends_run = line.as_ref().is_err_and(|unread| unread.ends_run);
    let (id, done) = match line {
        Ok(line) => asked(check, &line),
        Err(unread) => (Value::Null, Err(unread.refusal)),
    };
    let mut outcome = done.unwrap_or_else(|refusal| Outcome::refused(String::new(), refusal));
    let outcome_code = match outcome.exit_code() {
        2 => NOT_READ,
        code => code,
    };
    let is_clean = outcome.is_clean();
    for report in &mut outcome.reports {
        report.file = report.file.take().filter(|file| !file.is_empty());
        report.settings = Some(settings.clone());
    }
    let mut reports = outcome.reports.into_iter();
    let line = match reports.next() {
        Some(report) => json::line(&Answer { id, report, others: reports.collect() }),
        None => Err(io::Error::other("a text has at least one report")),
    };
    Answered { line, outcome_code, is_clean, ends_run }
}

/// Returns the id that was given, and what was found or why nothing was.
fn asked(check: &Check, line: &[u8]) -> (Value, Result<Outcome, Refusal>) {
    let wrong = |error: serde_json::Error| {
        let names = "每行写 {\"id\": …, \"text\": \"…\"} 或 {\"id\": …, \"path\": \"…\"}，还可以写 previous";
        let said = error.to_string();
        let unknown = said.strip_prefix("unknown field `").and_then(|rest| rest.split('`').next());
        let why = match (unknown, error.classify()) {
            (Some(name), _) => format!("不认识“{name}”"),
            (None, Category::Data) => "值写得不对".to_string(),
            (None, Category::Syntax | Category::Eof | Category::Io) => {
                format!("从第{}个字节起不是 JSON", error.column())
            }
        };
        Refusal::new("wrong-line", format!("这一行不对：{why}。{names}。"))
    };
    let mut value: Value = match serde_json::from_slice(line) {
        Ok(value) => value,
        Err(error) => return (Value::Null, Err(wrong(error))),
    };
    let id = value.as_object_mut().and_then(|object| object.remove("id")).unwrap_or_default();
    let found = serde_json::from_value::<Request>(value).map_err(wrong).and_then(|request| checked(check, request));
    (id, found)
}

fn checked(check: &Check, request: Request) -> Result<Outcome, Refusal> {
    let Request { text, path, previous } = request;
    let name = path.as_ref().map(|path| Input::File(path.clone()).name()).unwrap_or_default();
    let source = source(text, path)?;
    let previous = previous.map(last_year).transpose()?;
    Ok(check.of_text(&name, &source, previous))
}

fn last_year(given: Given) -> Result<Arc<LastYear>, Refusal> {
    let said = |refusal: Refusal| Refusal { message: format!("previous：{}", refusal.message), ..refusal };
    source(given.text, given.path).map(|source| gouji::last_year(&source)).map_err(said)
}

fn source(text: Option<String>, path: Option<PathBuf>) -> Result<Source, Refusal> {
    match (text, path) {
        (Some(text), None) => Source::from_text(text).map_err(|error| Refusal::new(error.code(), error.to_string())),
        (None, Some(path)) => document(Input::File(path)),
        _ => Err(Refusal::new("wrong-line", "text 和 path 要写一个，只写一个。")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_without_end_is_said_and_the_next_is_read() {
        let long = vec![b'a'; LARGEST_FILE + 10];
        let source = [&b"one\n"[..], &long, b"\ntwo\n\nthree"].concat();
        let found: Vec<Line> = lines(io::Cursor::new(source)).collect();
        let ok = |line: &str| Ok(line.as_bytes().to_vec());
        assert_eq!(found[1].as_ref().err().map(|unread| unread.refusal.code), Some("file-too-big"));
        assert_eq!([&found[..1], &found[2..]].concat(), [ok("one"), ok("two"), ok(""), ok("three")]);
    }
}
