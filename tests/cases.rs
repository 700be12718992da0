//! Small reports with one fault each: what has to be said of them and what must not. They lie beside the project, in `../shared/cases`
//! or the folder named by `GOUJI_CASES`, with `expect.json`; without them nothing is tested here.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use gouji::output::{Offsets, Places, ReportData};
use gouji::text::Source;
use serde_json::Value;

fn folder() -> Option<PathBuf> {
    let named = std::env::var_os("GOUJI_CASES").map(PathBuf::from);
    let beside = PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../shared/cases"));
    named.or(Some(beside)).filter(|folder| folder.join("expect.json").is_file())
}

fn reports(path: &Path) -> Vec<Value> {
    let bytes = fs::read(path).expect("a case can be read");
    let content = gouji_files::read(&bytes, None).expect("a case is a text");
    let source = Source { as_given: content.text.as_bytes() == bytes, text: content.text };
    let places = Places::new(&source.text, Offsets::Utf8);
    let checked = gouji::check(&source, &gouji_testkit::options());
    checked
        .iter()
        .map(|one| serde_json::to_value(ReportData::of(None, &source, one, &places)).expect("a report is data"))
        .collect()
}

fn strings<'a>(value: &'a Value, key: &str) -> Vec<&'a str> {
    value[key].as_array().into_iter().flatten().filter_map(Value::as_str).collect()
}

fn each<'a>(reports: &'a [Value], key: &'a str) -> impl Iterator<Item = &'a Value> {
    reports.iter().filter_map(move |report| report[key].as_array()).flatten()
}

/// What is wrong with the answer to a case.
fn faults(expected: &Value, reports: &[Value]) -> Vec<String> {
    let rules: BTreeSet<&str> = each(reports, "findings").filter_map(|finding| finding["rule"].as_str()).collect();
    let messages: Vec<&str> = each(reports, "findings").filter_map(|finding| finding["message"].as_str()).collect();
    let is_listed = |number: &Value| number["matters"] == true;
    let unread = reports.iter().filter_map(|report| report["account"]["unread"].as_array()).flatten().any(is_listed);
    let silent = expected["arguable"] == true && unread;
    let mut faults = Vec::new();
    for group in expected["must"].as_array().into_iter().flatten() {
        let group: Vec<&str> = group.as_array().into_iter().flatten().filter_map(Value::as_str).collect();
        if !silent && !group.iter().any(|rule| rules.contains(rule)) {
            let verdict = reports.first().map(|report| &report["verdict"]);
            faults.push(format!("nothing of {group:?}, verdict {verdict:?}, said {rules:?}"));
        }
    }
    faults.extend(
        strings(expected, "never").iter().filter(|rule| rules.contains(*rule)).map(|rule| format!("{rule} speaks")),
    );
    for words in strings(expected, "unsaid") {
        faults.extend(messages.iter().filter(|message| message.contains(words)).map(|message| message.to_string()));
    }
    let mut lines = BTreeSet::new();
    let unchecked =
        each(reports, "unchecked").filter(|line| !lines.insert(format!("{} {}", line["rule"], line["reason"])));
    faults
        .extend(unchecked.map(|line| format!("twice under what was not checked: {} {}", line["rule"], line["reason"])));
    faults
}

#[test]
fn every_case_is_answered_as_it_should_be() {
    let Some(folder) = folder() else { return };
    let expected = fs::read_to_string(folder.join("expect.json")).expect("the expectations can be read");
    let expected: Value = serde_json::from_str(&expected).expect("the expectations are JSON");
    let cases = expected.as_object().expect("the expectations are an object");
    let answered: Vec<(&String, Vec<String>)> =
        cases.iter().map(|(name, expected)| (name, faults(expected, &reports(&folder.join(name))))).collect();
    let wrong: Vec<String> = answered
        .iter()
        .filter(|(_, faults)| !faults.is_empty())
        .map(|(name, faults)| format!("{name}: {}", faults.join("; ")))
        .collect();
    let right = cases.len() - wrong.len();
    assert!(wrong.is_empty(), "{right} of {} cases are right\n{}", cases.len(), wrong.join("\n"));
}
