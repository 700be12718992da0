//! Many reports added up.

use std::fs;
use std::path::Path;

use crate::common::{folder, json, report, run};
use serde_json::Value;

/// A folder of a county's bodies and its own report, which lacks one of them.
fn county(folder: &Path) {
    fs::create_dir_all(folder.join("all")).expect("a folder");
    let write = |file: &str, name: &str, carried_in: u16, carried_out: u16| {
        let text = report(2023, carried_in, carried_out).replace("禾川县柳溪镇人民政府", name);
        fs::write(folder.join(file), text).expect("a file");
    };
    write("all/a.txt", "禾川县柳溪镇人民政府", 5, 2);
    write("all/b.txt", "禾川县水利局", 7, 3);
    write("all/c.txt", "国家税务总局禾川县税务局", 11, 4);
    write("own.txt", "禾川县人民政府", 7, 3);
}

#[test]
fn bodies_are_added_and_the_one_that_is_missing_is_named() {
    let folder = folder("sum");
    county(&folder);
    let output = run(&folder, &["sum", "all", "--against", "own.txt", "--format", "json"]);
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    let total: Value = json(&output);
    assert_eq!(total["cells"]["requests.carried_in.total"]["value"], 12);
    assert_eq!(total["bodies"].as_array().map(Vec::len), Some(2));
    assert!(total["left_out"][0]["reason"].as_str().is_some_and(|reason| reason.contains("垂直管理")));
    let because = total["explanations"][0]["message"].as_str().unwrap_or_default();
    assert!(because.starts_with("缺禾川县柳溪镇人民政府，可以说明"), "{total}");
    assert_eq!(total["differences"][0]["explained_by"][0], because);
    // Among the files the county's own report is found by itself, and given twice it counts once.
    fs::copy(folder.join("own.txt"), folder.join("all/own.txt")).expect("a copy");
    let found = json(&run(&folder, &["sum", "all", "--format", "json"]));
    assert_eq!(found["against"]["name"], "禾川县人民政府");
    assert_eq!(found["differences"], total["differences"]);
    let given = json(&run(&folder, &["sum", "all", "--against", "all/own.txt", "--format", "json"]));
    assert_eq!(given["differences"], total["differences"]);
}

#[test]
fn the_scope_is_the_users_and_every_format_says_it() {
    let folder = folder("sum-scope");
    county(&folder);
    let with = json(&run(
        &folder,
        &["sum", "all", "--with", "国家税务总局禾川县税务局", "--without", "禾川县水利局", "--format", "json"],
    ));
    assert_eq!(with["cells"]["requests.carried_in.total"]["value"], 16);
    let unknown = run(&folder, &["sum", "all", "--with", "没有的单位"]);
    assert_eq!(unknown.status.code(), Some(2));
    let text = run(&folder, &["sum", "all", "--against", "own.txt"]);
    let text = String::from_utf8_lossy(&text.stdout).into_owned();
    assert!(
        text.contains("计入2个单位")
            && text.contains("缺禾川县柳溪镇人民政府")
            && text.contains("二、上年结转政府信息公开申请数量"),
        "{text}"
    );
    let output = run(&folder, &["sum", "all", "--format", "xlsx", "-o", "sum.xlsx"]);
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    let read = json(&run(&folder, &["check", "--format", "json", "sum.xlsx"]));
    assert_eq!(read["reports"][0]["cells"]["requests.carried_in.total"]["value"], 12);
    let table = run(&folder, &["sum", "all", "--format", "csv"]);
    assert!(String::from_utf8_lossy(&table.stdout).contains("requests.carried_in.total,"));
}

#[test]
fn what_cannot_be_read_is_told_and_the_others_go_on() {
    let folder = folder("sum-unreadable");
    county(&folder);
    fs::write(folder.join("all/broken.docx"), b"PK\x03\x04 nothing").expect("a file");
    let output = run(&folder, &["sum", "all", "--format", "json"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).contains("broken.docx"));
    assert_eq!(json(&output)["bodies"].as_array().map(Vec::len), Some(2));
}
