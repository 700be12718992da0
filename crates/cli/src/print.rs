//! The answer in the format that was asked for.

use std::io::{Result, Write};
use std::path::Path;

use clap::ValueEnum;
use serde::Serialize;

use crate::inputs::Outcome;
use gouji::output::{Offsets, Output, ReportData, csv, terminal};

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// 给人看的文字
    Text,
    /// 一个 JSON 对象
    Json,
    /// 每份报告一行 JSON，核对完一份写一份
    Jsonl,
    /// 表格，每个问题一行
    Csv,
    /// 表格，每个单元格一行
    CellsCsv,
}

pub fn json(out: &mut impl Write, value: &impl Serialize) -> Result<()> {
    serde_json::to_writer_pretty(&mut *out, value)?;
    writeln!(out)
}

/// One line of JSON for each report of a source.
pub fn lines(out: &mut impl Write, outcome: Outcome) -> Result<()> {
    for report in outcome.data() {
        serde_json::to_writer(&mut *out, &report)?;
        writeln!(out)?;
    }
    out.flush()
}

/// Everything at once, in the order of the sources.
pub fn all(out: &mut impl Write, format: Format, outcomes: Vec<Outcome>, previous: Option<&Path>) -> Result<()> {
    if format == Format::Text {
        return outcomes.iter().try_for_each(|outcome| text(out, outcome));
    }
    let data = |outcomes: Vec<Outcome>| -> Vec<ReportData> { outcomes.into_iter().flat_map(Outcome::data).collect() };
    match format {
        Format::Text => Ok(()),
        Format::Jsonl => outcomes.into_iter().try_for_each(|outcome| lines(out, outcome)),
        Format::Json => {
            let previous = previous.map(|path| path.display().to_string());
            json(out, &Output::new(Offsets::Utf8, data(outcomes)).compared_with(previous))
        }
        Format::Csv => csv::findings(out, &data(outcomes)),
        Format::CellsCsv => csv::cells(out, &data(outcomes)),
    }
}

fn text(out: &mut impl Write, outcome: &Outcome) -> Result<()> {
    match &outcome.result {
        Err(error) => terminal::failure(out, &outcome.name, error),
        Ok((document, reports)) => {
            reports.iter().try_for_each(|report| terminal::report(out, &outcome.name, document, report))
        }
    }
}
