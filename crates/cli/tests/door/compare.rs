//! Two papers of one report.

use std::fs;
use std::path::Path;

use crate::common::{folder, json, report, run};

const KINDS: [&str; 14] = [
    "csv",
    "doc",
    "gbk.html",
    "utf16.html",
    "mht",
    "ofd",
    "rtf",
    "ruled.pdf",
    "unruled.pdf",
    "centred.pdf",
    "vertical.pdf",
    "xls",
    "xlsx",
    "docx",
];

#[test]
fn one_report_in_files_of_every_kind_is_the_same() {
    let fixtures = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/fixtures/files");
    for body in ["town", "county"] {
        for kind in KINDS.iter().map(|kind| format!("{body}.{kind}")).filter(|name| fixtures.join(name).exists()) {
            let output = run(&fixtures, &["compare", &format!("{body}.docx"), &kind]);
            assert_eq!(output.status.code(), Some(0), "{kind}: {}", String::from_utf8_lossy(&output.stdout));
        }
    }
}

#[test]
fn a_cell_retouched_after_approval_is_found_with_both_places() {
    let folder = folder("compare");
    let approved = report(2023, 5, 2);
    fs::write(folder.join("a.txt"), &approved).expect("a file");
    fs::write(folder.join("b.txt"), approved.replacen("\t5\t", "\t6\t", 1)).expect("a file");
    let output = run(&folder, &["compare", "a.txt", "b.txt", "--format", "json"]);
    assert_eq!(output.status.code(), Some(1));
    let found = json(&output);
    assert_eq!(found["differences"].as_array().map(Vec::len), Some(1), "{found}");
    let difference = &found["differences"][0];
    assert_eq!((&difference["matter"], &difference["left"]["text"]), (&"cell".into(), &"5".into()));
    assert_eq!(difference["left"]["line"], difference["right"]["line"]);
    assert!(found["files"][0]["sha256"].as_str().is_some_and(|hash| hash.len() == 64));
    let text = run(&folder, &["compare", "a.txt", "b.txt"]);
    assert!(String::from_utf8_lossy(&text.stdout).contains("二、上年结转政府信息公开申请数量／自然人"));
}

#[test]
fn a_changed_sentence_is_shown_and_spacing_is_not() {
    let folder = folder("compare-words");
    let approved = report(2023, 0, 0);
    fs::write(folder.join("a.txt"), &approved).expect("a file");
    fs::write(folder.join("b.txt"), approved.replace("按要求公开。", "按 要求\u{3000}公开 ．\n").replace("．", "。"))
        .expect("a file");
    fs::write(folder.join("c.txt"), approved.replace("正在改进", "已经改进")).expect("a file");
    assert_eq!(run(&folder, &["compare", "a.txt", "b.txt"]).status.code(), Some(0));
    let found = json(&run(&folder, &["compare", "a.txt", "c.txt", "--format", "json"]));
    assert_eq!(found["differences"].as_array().map(Vec::len), Some(1), "{found}");
    assert!(found["differences"][0]["right"]["text"].as_str().is_some_and(|text| text.contains("已经改进")));
}
