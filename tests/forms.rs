//! The official forms as files, filled from reports: read again, they have the same cells.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use gouji::form::{self, Edition};
use gouji::output::{Offsets, Places, ReportData};
use gouji::rules::Options;
use gouji::text::Source;
use gouji_files::template::{Extent, Format, Year, fill, names};
use serde_json::Value;

const KINDS: [(Extent, Format); 5] = [
    (Extent::Tables, Format::Docx),
    (Extent::Report, Format::Docx),
    (Extent::Tables, Format::Html),
    (Extent::Report, Format::Html),
    (Extent::Tables, Format::Xlsx),
];

fn year(edition: Edition) -> Year {
    if edition == Edition::Of2019 { Year::Of2019 } else { Year::Of2021 }
}

/// The cells that the program reads in a file, by name, where there is a number.
fn cells(bytes: &[u8]) -> BTreeMap<String, String> {
    let text = gouji_files::read(bytes, None).expect("the form is read").text;
    let source = Source { as_given: false, text };
    let places = Places::new(&source.text, Offsets::Utf8);
    let checked = gouji::check(&source, &Options::default());
    let data = ReportData::of(None, &source, checked.first().expect("a report"), &places);
    let data = serde_json::to_value(data).expect("a report is data");
    let number = |cell: &Value| cell["value"].as_f64().map(|value| value.to_string());
    let all = data["cells"].as_object().expect("cells").iter();
    all.filter_map(|(name, cell)| Some((name.clone(), number(cell)?))).collect()
}

#[test]
fn every_cell_of_the_forms_has_a_place_in_the_templates() {
    for edition in [Edition::Of2019, Edition::Of2021] {
        let mut known: Vec<String> = form::official(edition).cells().map(|cell| cell.to_string()).collect();
        known.sort();
        for (extent, format) in KINDS {
            let mut named = names(year(edition), extent, format).expect("the template is read");
            named.retain(|name| name.contains('.'));
            named.sort();
            assert_eq!(named, known, "{edition:?} {extent:?} {format:?}");
        }
    }
}

#[test]
fn a_filled_form_is_read_with_the_same_cells() {
    for edition in [Edition::Of2019, Edition::Of2021] {
        let values: BTreeMap<String, String> = form::official(edition)
            .cells()
            .enumerate()
            .map(|(number, cell)| (cell.to_string(), (number * 7 % 1000).to_string()))
            .collect();
        for (extent, format) in KINDS {
            let file = fill(year(edition), extent, format, &|name| values.get(name).cloned()).expect("it is filled");
            assert_eq!(cells(&file), values, "{edition:?} {extent:?} {format:?}");
        }
    }
}

#[test]
fn forms_filled_from_reports_have_the_cells_of_the_reports() {
    let fixtures = PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures"));
    let corpus = std::env::var_os("GOUJI_CORPUS").map(PathBuf::from);
    let mut truths = Vec::new();
    [Some(fixtures), corpus].into_iter().flatten().for_each(|folder| collect(&folder, &mut truths));
    let mut tried = 0;
    for path in truths {
        let truth: Value = serde_json::from_slice(&fs::read(&path).expect("a truth")).expect("a truth is JSON");
        let edition = if truth["form"] == "2019" { Edition::Of2019 } else { Edition::Of2021 };
        let Some(all) = truth["cells"].as_object() else { continue };
        let number = |cell: &Value| cell["value"].as_f64().map(|value| value.to_string());
        let mut values: BTreeMap<String, String> =
            all.iter().filter_map(|(name, cell)| Some((name.clone(), number(cell)?))).collect();
        values.retain(|name, _| form::official(edition).cells().any(|cell| cell.to_string() == *name));
        if values.is_empty() {
            continue;
        }
        tried += 1;
        for (extent, format) in
            [(Extent::Tables, Format::Docx), (Extent::Report, Format::Html), (Extent::Tables, Format::Xlsx)]
        {
            let file = fill(year(edition), extent, format, &|name| values.get(name).cloned()).expect("it is filled");
            assert_eq!(cells(&file), values, "{} {format:?}", path.display());
        }
    }
    assert!(tried > 1, "no report to fill a form from");
}

fn collect(folder: &Path, truths: &mut Vec<PathBuf>) {
    for path in fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path()) {
        if path.is_dir() {
            collect(&path, truths);
        } else if path.to_string_lossy().ends_with(".truth.json") {
            truths.push(path);
        }
    }
}
