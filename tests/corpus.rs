//! Compares reports with what a person reads in them: `NAME.txt`, `NAME.docx`, `NAME.ruled.pdf` and so on with `NAME.truth.json`
//! beside them, in `tests/fixtures` and, at any depth, in the folder named by `GOUJI_CORPUS`.

use std::fmt::Debug;
use std::fs;
use std::path::{Path, PathBuf};

use gouji::output::{Offsets, Places, ReportData};
use gouji::text::Source;
use gouji_files::FileError;
use serde_json::Value;

fn read_source(bytes: &[u8]) -> Result<Source, FileError> {
    gouji_files::read(bytes, None)
        .map(|content| Source { as_given: content.text.as_bytes() == bytes, text: content.text })
}

/// A report of the corpus: what a person reads in it, and what the program makes of it.
struct Sample {
    name: String,
    truth: Value,
    reports: Vec<Value>,
}

/// The samples whose source can be read; the names of the others are printed.
fn samples() -> Vec<Sample> {
    let fixtures = PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures"));
    let corpus = std::env::var_os("GOUJI_CORPUS").map(PathBuf::from);
    let mut truths = Vec::new();
    for folder in [Some(fixtures), corpus].into_iter().flatten() {
        let before = truths.len();
        collect(&folder, &mut truths);
        assert!(truths.len() > before, "no *.truth.json in {}", folder.display());
    }
    truths.sort();
    truths.iter().flat_map(|truth| samples_of(truth)).collect()
}

fn collect(folder: &Path, truths: &mut Vec<PathBuf>) {
    let entries = fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    for path in entries.map(|entry| entry.expect("an entry of the folder").path()) {
        if path.is_dir() {
            collect(&path, truths);
        } else if path.to_string_lossy().ends_with(".truth.json") {
            truths.push(path);
        }
    }
}

/// Every file that the truth tells of.
fn samples_of(truth: &Path) -> Vec<Sample> {
    let name = truth.file_name().unwrap_or_default().to_string_lossy().trim_end_matches("truth.json").to_string();
    let folder = truth.parent().into_iter().flat_map(|folder| fs::read_dir(folder).expect("the folder can be read"));
    let mut sources: Vec<PathBuf> = folder.map(|entry| entry.expect("an entry of the folder").path()).collect();
    sources.retain(|path| path != truth && path.file_name().unwrap_or_default().to_string_lossy().starts_with(&name));
    sources.sort();
    if sources.is_empty() {
        println!("left out: {name} has no source beside it");
    }
    let truth: Value =
        serde_json::from_slice(&fs::read(truth).expect("the truth can be read")).expect("the truth is JSON");
    sources.iter().map(|source| sample(source, &truth)).collect()
}

fn sample(source: &Path, truth: &Value) -> Sample {
    let name = source.file_name().unwrap_or_default().to_string_lossy().to_string();
    let bytes = fs::read(source).expect("the source can be read");
    let document = read_source(&bytes).unwrap_or_else(|error| panic!("{name}: {error}"));
    let places = Places::new(&document.text, Offsets::Utf8);
    let reports = gouji::check(&document, &gouji_testkit::options())
        .iter()
        .map(|checked| ReportData::of(None, &document, checked, &places))
        .map(|data| serde_json::to_value(data).expect("a report is data"))
        .collect();
    Sample { name, truth: truth.clone(), reports }
}

/// Compares one thing in every sample and shows all that differ.
fn compare<T: PartialEq + Debug>(expected: impl Fn(&Value) -> T, found: impl Fn(&Value) -> T) {
    let mut wrong = String::new();
    for sample in samples() {
        let (expected, found) = (expected(&sample.truth), sample.reports.first().map(&found));
        if found.as_ref() != Some(&expected) {
            wrong += &format!("\n{}\n  expected {expected:?}\n  found    {found:?}", sample.name);
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

/// Compares one entry of the report that has the same name in the truth.
fn compare_entry(name: &str) {
    compare(|truth| truth[name].clone(), |report| report[name].clone());
}

/// Names every sample in which something is found, with what was found.
fn none_of(what: impl Fn(&Sample) -> Vec<String>) {
    let wrong: String = samples()
        .iter()
        .map(|sample| (sample, what(sample)))
        .filter(|(_, found)| !found.is_empty())
        .map(|(sample, found)| format!("\n{}\n  {}", sample.name, found.join("\n  ")))
        .collect();
    assert!(wrong.is_empty(), "{wrong}");
}

fn strings(list: &Value) -> impl Iterator<Item = &str> {
    list.as_array().into_iter().flatten().filter_map(Value::as_str)
}

/// The findings of a sample with that rule's id.
fn findings<'a>(sample: &'a Sample, rule: &'a str) -> impl Iterator<Item = &'a Value> {
    let of_report = |report: &'a Value| report["findings"].as_array().into_iter().flatten();
    sample.reports.iter().flat_map(of_report).filter(move |finding| finding["rule"] == rule)
}

#[test]
fn each_sample_is_one_report() {
    none_of(|sample| match sample.reports.len() {
        1 => Vec::new(),
        count => vec![format!("{count} reports")],
    });
}

#[test]
fn titles_are_as_written() {
    compare_entry("title");
}

#[test]
fn organizations_are_named() {
    compare_entry("organization");
}

#[test]
fn years_are_right() {
    compare_entry("year");
}

#[test]
fn forms_are_told_apart() {
    compare_entry("form");
}

#[test]
fn signatures_are_dated() {
    compare_entry("signed");
}

#[test]
fn sections_are_found() {
    let number =
        |numeral: &str| "一二三四五六".chars().position(|c| numeral.starts_with(c)).map(|index| index as u64 + 1);
    compare(
        |truth| strings(&truth["sections"]).filter_map(number).collect::<Vec<u64>>(),
        |report| {
            let sections = report["sections"].as_array().into_iter().flatten();
            sections
                .filter(|section| section["found"] == true)
                .filter_map(|section| section["number"].as_u64())
                .collect()
        },
    );
}

#[test]
fn cells_are_read() {
    none_of(|sample| {
        let cells = &sample.reports[0]["cells"];
        let truth = sample.truth["cells"].as_object().into_iter().flatten();
        truth
            .filter(|(id, expected)| !is_right(expected, &cells[id.as_str()]))
            .map(|(id, expected)| format!("{id}: expected {expected}, found {}", cells[id.as_str()]))
            .collect()
    });
}

/// The same status, and the same number for a value; to be in doubt is as good as to see that there is no cell.
fn is_right(expected: &Value, found: &Value) -> bool {
    match expected["status"].as_str() {
        Some("missing") => found.is_null() || found["status"] == "missing" || found["status"] == "uncertain",
        Some("value") => found["status"] == "value" && found["value"].as_f64() == expected["value"].as_f64(),
        status => found["status"].as_str() == status,
    }
}

#[test]
fn faults_are_found() {
    none_of(|sample| {
        let missed = strings(&sample.truth["findings"]).filter(|rule| findings(sample, rule).next().is_none());
        missed.map(|rule| format!("{rule} does not fire")).collect()
    });
}

#[test]
fn no_false_alarm_is_raised() {
    none_of(|sample| {
        let alarms = strings(&sample.truth["silent"]).flat_map(|rule| findings(sample, rule));
        alarms.map(|finding| format!("{} {}", finding["rule"], finding["message"])).collect()
    });
}
