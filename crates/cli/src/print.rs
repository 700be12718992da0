//! The answer in the format that was asked for, source by source.

use std::io::{Result, Write};

use clap::ValueEnum;
use gouji::output::csv::{CellsTable, FindingsTable};
use gouji::output::{BetweenData, Offsets, Output, SettingsData, between};

use crate::outcome::Outcome;
use crate::{json, text};

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// 给人看的文字
    Text,
    /// 一个 JSON 对象
    Json,
    /// 每份报告一行 JSON
    Jsonl,
    /// 表格，每个问题一行
    Csv,
    /// 表格，每个单元格一行
    CellsCsv,
}

/// What is written of one source.
pub struct Piece {
    bytes: Vec<u8>,
    between: Vec<BetweenData>,
}

/// Writes the answers of a run.
#[derive(Clone)]
pub struct Printer {
    pub format: Format,
    pub settings: SettingsData,
    /// The name of last year's file, where one was given for all.
    pub previous: Option<String>,
}

impl Printer {
    /// Returns what is written of a source. Made where the source is checked, so that writing keeps nobody waiting.
    pub fn piece(&self, mut outcome: Outcome) -> Result<Piece> {
        let mut found = std::mem::take(&mut outcome.between);
        if let Some(previous) = &self.previous {
            found.extend(outcome.reports.iter().flat_map(|report| between(previous, report)));
        }
        let bytes = match self.format {
            Format::Text => text::of(&outcome, &self.settings).into_bytes(),
            Format::Json => {
                let reports: Result<Vec<_>> = outcome.reports.iter().map(|report| json::pretty(report, 2)).collect();
                reports?.join(&b",\n    "[..])
            }
            Format::Jsonl => {
                outcome.reports.iter_mut().for_each(|report| report.settings = Some(self.settings.clone()));
                let lines: Result<Vec<_>> = outcome.reports.iter().map(json::line).collect();
                lines?.concat()
            }
            Format::Csv => {
                let mut bytes = Vec::new();
                let mut table = FindingsTable::rows(&mut bytes, &self.settings);
                outcome.reports.iter().try_for_each(|report| table.add(report))?;
                drop(table);
                bytes
            }
            Format::CellsCsv => {
                let mut bytes = Vec::new();
                let mut table = CellsTable::rows(&mut bytes);
                outcome.reports.iter().try_for_each(|report| table.add(report))?;
                drop(table);
                bytes
            }
        };
        Ok(Piece { bytes, between: found })
    }

    /// Begins the answer.
    pub fn begin<'a, W: Write>(&'a self, out: &'a mut W) -> Result<Printing<'a, W>> {
        match self.format {
            Format::Text | Format::Jsonl => {}
            Format::Json => {
                let Output { schema, offsets, .. } = Output::new(Offsets::Utf8, Vec::new(), self.settings.clone());
                let offsets = serde_json::to_string(&offsets)?;
                write!(out, "{{\n  \"schema\": {schema},\n  \"offsets\": {offsets},\n  \"reports\": [")?;
            }
            Format::Csv => drop(FindingsTable::new(&mut *out, &self.settings)?),
            Format::CellsCsv => drop(CellsTable::new(&mut *out)?),
        }
        Ok(Printing { printer: self, out, written: 0, between: Vec::new() })
    }
}

/// An answer that is being written.
pub struct Printing<'a, W: Write> {
    printer: &'a Printer,
    out: &'a mut W,
    written: usize,
    between: Vec<BetweenData>,
}

impl<W: Write> Printing<'_, W> {
    /// Writes the next source, and lets nothing wait in memory.
    pub fn write(&mut self, piece: Piece) -> Result<()> {
        if self.printer.format == Format::Json {
            write!(self.out, "{}\n    ", if self.written > 0 { "," } else { "" })?;
        }
        self.written += 1;
        self.between.extend(piece.between);
        self.out.write_all(&piece.bytes)?;
        self.out.flush()
    }

    /// Ends the answer.
    pub fn end(self) -> Result<()> {
        if self.printer.format == Format::Json {
            self.out.write_all(if self.written > 0 { b"\n  ],\n  \"between\": " } else { b"],\n  \"between\": " })?;
            self.out.write_all(&json::pretty(&self.between, 1)?)?;
            self.out.write_all(b",\n  \"settings\": ")?;
            self.out.write_all(&json::pretty(&self.printer.settings, 1)?)?;
            self.out.write_all(b"\n}\n")?;
        }
        self.out.flush()
    }
}
