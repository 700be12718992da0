//! Corrected and annotated copies and the official forms, as a clerk asks for them.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Output;

use crate::common::{folder, json, run};
use serde_json::Value;

fn fixture(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/fixtures/files").join(name)
}

/// A copy of a fixture in the test's own folder.
fn given(folder: &Path, name: &str) -> String {
    fs::copy(fixture(name), folder.join(name)).expect("a fixture");
    name.to_string()
}

fn checked(folder: &Path, name: &str) -> Value {
    json(&run(folder, &["check", "--format", "json", name]))["reports"][0].clone()
}

fn said(output: &Output) -> String {
    let said = [&output.stdout[..], &output.stderr[..]].concat();
    String::from_utf8_lossy(&said).into_owned()
}

fn numbers(report: &Value) -> Vec<(String, Value)> {
    let cells = report["cells"].as_object().expect("cells");
    cells.iter().map(|(name, cell)| (name.clone(), cell["value"].clone())).collect()
}

const CELL: &str = "requests.granted.individual";

#[test]
fn a_cell_is_changed_in_files_of_every_kind_that_is_written_and_mended_again() {
    let folder = folder("fix");
    for name in ["town.docx", "town.xlsx", "town.csv", "town.gbk.html", "town.utf16.html", "county.docx", "county.xlsx"]
    {
        let name = &given(&folder, name);
        let original = fs::read(folder.join(name)).expect("a file");
        let (broken, mended) = (format!("broken.{name}"), format!("mended.{name}"));
        let output = run(&folder, &["fix", name, "--cell", &format!("{CELL}=987"), "-o", &broken]);
        assert_eq!(output.status.code(), Some(0), "{name}: {}", said(&output));
        assert!(said(&output).contains("→987"), "{name}: {}", said(&output));
        let (before, after) = (numbers(&checked(&folder, name)), numbers(&checked(&folder, &broken)));
        let differs: Vec<_> =
            before.iter().zip(&after).filter(|(a, b)| a != b).map(|(_, after)| after.clone()).collect();
        assert_eq!(differs, [(CELL.to_string(), Value::from(987))], "{name}");
        let output = run(&folder, &["fix", &broken, "--repair", "1", "-o", &mended, "--format", "json"]);
        let list = json(&output);
        assert_eq!(list["changes"][0]["cell"], CELL, "{name}: {}", said(&output));
        assert_eq!(numbers(&checked(&folder, &mended)), before, "{name}");
        assert_eq!(fs::read(folder.join(name)).expect("a file"), original, "{name}");
    }
}

#[test]
fn what_cannot_be_done_is_said_and_nothing_is_written() {
    let folder = folder("refused");
    let word = &given(&folder, "town.docx");
    let old = &given(&folder, "town.doc");
    let cell = &format!("{CELL}=1");
    fs::write(folder.join("two.txt"), "无关的文字。\n").expect("a file");
    for (arguments, reason) in [
        (vec!["fix", word, "--cell", cell, "-o", word], "不能写成原文件"),
        (vec!["fix", word, "--cell", "statistics.staff=1", "-o", "a.docx"], "没有这一格"),
        (vec!["fix", word, "--cell", "requests.nothing=1", "-o", "a.docx"], "没有叫"),
        (vec!["fix", word, "--cell", "requests.granted.individual=x", "-o", "a.docx"], "不是数"),
        (vec!["fix", word, "--repair", "1", "-o", "a.docx"], "没有建议的改法"),
        (vec!["fix", word, "--report", "2", "--cell", cell, "-o", "a.docx"], "没有第2份"),
        (vec!["fix", word, "--cell", "requests.granted.individual=154", "-o", "a.docx"], "已经是这样"),
        (vec!["fix", word, "-o", "a.docx"], "没有写要改什么"),
        (vec!["fix", word, "--cell", cell, "-o", "a.xlsx"], "结尾"),
        (vec!["fix", word, "--cell", cell, "-o", "no/such/folder.docx"], "没有这个文件夹"),
        (vec!["fix", old, "--cell", cell, "-o", "a.doc"], "另存为 .docx"),
        (vec!["fix", "none.docx", "--cell", cell, "-o", "a.docx"], "无法打开"),
        (vec!["fix", "two.txt", "--cell", cell, "-o", "a.txt"], "没有这一格"),
        (vec!["annotate", word, "-o", word], "不能写成原文件"),
        (vec!["annotate", word, "-o", "a.xlsx"], ".docx 结尾"),
        (vec!["form", word, "-o", word], "不能写成原文件"),
        (vec!["form", "-o", "a.pdf"], "结尾"),
        (vec!["form", "--skeleton", "-o", "a.xlsx"], "骨架"),
    ] {
        let output = run(&folder, &arguments);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert!(said(&output).contains(reason), "{arguments:?}: {}", said(&output));
    }
    let left: Vec<_> =
        fs::read_dir(&folder).expect("the folder").map(|entry| entry.expect("an entry").file_name()).collect();
    assert_eq!(left.len(), 3, "{left:?}");
}

#[test]
fn a_hard_link_to_the_original_is_the_original() {
    let folder = folder("linked");
    let word = &given(&folder, "town.docx");
    fs::hard_link(folder.join(word), folder.join("other.docx")).expect("a link");
    let output = run(&folder, &["fix", word, "--cell", &format!("{CELL}=1"), "-o", "other.docx"]);
    assert_eq!(output.status.code(), Some(2), "{}", said(&output));
}

#[test]
fn changes_are_tracked_and_listed() {
    let folder = folder("tracked");
    let word = &given(&folder, "town.docx");
    let cell = &format!("{CELL}=987");
    let arguments =
        ["fix", word, "--cell", cell, "--tracked", "--author", "王敏", "--list", "list.docx", "-o", "a.docx"];
    let output = run(&folder, &arguments);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    let list = gouji_files::read(&fs::read(folder.join("list.docx")).expect("a list"), None).expect("it is read").text;
    assert!(list.contains("更改清单") && list.contains("→987"), "{list}");
    assert_eq!(checked(&folder, "a.docx")["cells"][CELL]["value"], 987);
    let page = &given(&folder, "town.xlsx");
    let output = run(&folder, &["fix", page, "--cell", cell, "--tracked", "-o", "a.xlsx"]);
    assert!(said(&output).contains("修订只能写进"), "{}", said(&output));
}

#[test]
fn every_kind_of_file_has_a_copy_with_comments() {
    let folder = folder("annotated");
    for name in
        ["town.docx", "town.xlsx", "town.doc", "town.rtf", "town.ruled.pdf", "town.ofd", "town.csv", "town.gbk.html"]
    {
        let name = &given(&folder, name);
        let copy = &format!("{name}.{}", if name.ends_with(".xlsx") { "xlsx" } else { "docx" });
        let copy = &format!("copy.{copy}");
        let output = run(&folder, &["annotate", name, "-o", copy]);
        assert_eq!(output.status.code(), Some(0), "{name}: {}", said(&output));
        let is_made = !matches!(name.as_str(), "town.docx" | "town.xlsx");
        assert_eq!(said(&output).contains("另做的 Word 文档"), is_made, "{name}: {}", said(&output));
        assert_eq!(numbers(&checked(&folder, copy)), numbers(&checked(&folder, name)), "{name}");
    }
}

#[test]
fn the_form_is_filled_from_a_report_and_read_again() {
    let folder = folder("form");
    for name in ["town.docx", "county.docx"] {
        let name = &given(&folder, name);
        for out in ["a.docx", "a.html", "a.xlsx", "a.txt"] {
            let output = run(&folder, &["form", name, "-o", out]);
            assert_eq!(output.status.code(), Some(0), "{name} {out}: {}", said(&output));
            assert_eq!(numbers(&checked(&folder, out)), numbers(&checked(&folder, name)), "{name} {out}");
        }
    }
    let empty = run(&folder, &["form", "--edition", "2019", "--skeleton", "-o", "empty.docx"]);
    assert_eq!(empty.status.code(), Some(0), "{}", said(&empty));
    let report = checked(&folder, "empty.docx");
    assert_eq!(report["form"], "2019");
    assert!(report["sections"].as_array().expect("sections").iter().all(|section| section["found"] == true));
}

#[test]
fn the_block_of_numbers_has_the_rows_of_its_edition() {
    let folder = folder("numbers");
    for (name, rows) in [("town.docx", 25), ("county.docx", 23)] {
        let name = &given(&folder, name);
        let output = run(&folder, &["form", name, "--numbers"]);
        let text = String::from_utf8(output.stdout.clone()).expect("a text");
        let columns: Vec<usize> = text.lines().map(|line| line.split('\t').count()).collect();
        assert_eq!(columns, vec![7; rows], "{name}");
    }
    let empty = run(&folder, &["form", "--numbers"]);
    assert_eq!(empty.stdout, "\t\t\t\t\t\t\n".repeat(25).as_bytes());
}
