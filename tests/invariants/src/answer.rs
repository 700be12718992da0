//! What holds of every answer of the command line, in each of its formats.

use clap::ValueEnum;
use gouji::output::SettingsData;
use gouji::rules::Options;
use gouji::text::{Source, is_unseen};
use gouji_cli::outcome::{Check, Outcome};
use gouji_cli::print::{Format, Printer};
use serde_json::Value;

/// What a name can do to a terminal and to a spreadsheet.
const NAME: &str = "=1+1\u{1b}[2J\u{202e}.txt";

/// Checks a text and writes what is said of it in one of the formats, which its length chooses.
pub fn in_a_format(input: &[u8]) -> bool {
    let Ok(document) = Source::from_text(String::from_utf8_lossy(input)) else { return false };
    let formats = Format::value_variants();
    let format = formats[input.len() % formats.len()];
    let outcome = Check { numbers: true, ..Check::default() }.of_text(NAME, &document, None);
    assert!(outcome.reports.iter().all(|report| report.error.is_none()), "a fault");
    let is_read = outcome.exit_code() < 2;
    let text = written(outcome, format);
    assert!(!text.chars().any(|c| c != '\n' && is_unseen(c)), "something that a terminal obeys");
    let checked = gouji::check(&document, &Options::default());
    let stands_in = |one: &gouji::Checked| one.personal(&document.text).stands_in(&text);
    assert!(!checked.iter().any(stands_in), "personal data in the answer");
    match format {
        Format::Text => {}
        Format::Json => is_json(&text),
        Format::Jsonl => text.lines().for_each(is_json),
        Format::Csv | Format::CellsCsv => without_formulas(&text),
    }
    is_read
}

fn written(outcome: Outcome, format: Format) -> String {
    const TAKEN: &str = "memory takes every byte";
    let printer = Printer { format, settings: SettingsData::default(), previous: None };
    let mut bytes = Vec::new();
    let mut printing = printer.begin(&mut bytes).expect(TAKEN);
    printing.write(printer.piece(outcome).expect(TAKEN)).expect(TAKEN);
    printing.end().expect(TAKEN);
    String::from_utf8(bytes).expect("an answer is text")
}

fn is_json(text: &str) {
    assert!(serde_json::from_str::<Value>(text).is_ok(), "no JSON: {text}");
}

/// Every row has as many cells as the head, and no cell is a formula.
fn without_formulas(text: &str) {
    let mut table = csv::Reader::from_reader(text.as_bytes());
    for row in table.records() {
        for cell in &row.expect("rows of one length") {
            let is_formula = cell.trim_start().starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠']);
            assert!(!is_formula || cell.parse::<f64>().is_ok(), "a formula: {cell}");
        }
    }
}
