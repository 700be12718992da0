//! A folder reviewed: the overview, the letters and the sum.

use std::fs;
use std::path::Path;

use crate::common::{folder, report, run};

fn given(folder: &Path) {
    fs::create_dir_all(folder.join("2023")).expect("a folder");
    fs::create_dir_all(folder.join("2022")).expect("a folder");
    let write = |file: &str, name: &str, year: u16, carried_in: u16, carried_out: u16| {
        let text = report(year, carried_in, carried_out).replace("禾川县柳溪镇人民政府", name);
        fs::write(folder.join(file), text).expect("a file");
    };
    write("2023/a.txt", "禾川县柳溪镇人民政府", 2023, 5, 2);
    write("2023/b.txt", "禾川县水利局", 2023, 7, 3);
    write("2023/own.txt", "禾川县人民政府", 2023, 7, 3);
    write("2022/x.txt", "禾川县柳溪镇人民政府", 2022, 9, 4);
    fs::write(folder.join("2023/broken.docx"), b"PK\x03\x04 nothing").expect("a file");
    fs::write(folder.join("list.txt"), "柳溪镇\n水利局\n教育局\n禾川县人民政府\n").expect("a file");
}

fn text_of(path: &Path) -> String {
    gouji_files::read(&fs::read(path).expect("a file"), None).expect("it is read").text
}

#[test]
fn every_body_has_a_letter_and_all_stand_in_the_overview() {
    let folder = folder("review");
    given(&folder);
    let arguments = ["review", "2023", "--previous", "2022", "--bodies", "list.txt", "-o", "out"];
    let output = run(&folder, &arguments);
    assert_eq!(output.status.code(), Some(2), "{}", String::from_utf8_lossy(&output.stderr));
    let letters: Vec<_> = fs::read_dir(folder.join("out/意见")).expect("letters").collect();
    assert_eq!(letters.len(), 4);
    let letter = text_of(&folder.join("out/意见/禾川县柳溪镇人民政府2023.docx"));
    assert!(letter.contains("须改正的问题") && letter.contains("CY-01") && letter.contains("怎么改："), "{letter}");
    let overview = text_of(&folder.join("out/概览.xlsx"));
    for said in ["禾川县水利局", "broken.docx", "名单上的教育局没有报告", "CY-01", "缺禾川县柳溪镇人民政府"]
    {
        assert!(overview.contains(said), "{said}");
    }
    let page = fs::read_to_string(folder.join("out/概览.html")).expect("a page");
    assert!(page.contains("<td>禾川县水利局</td>") && page.contains("缺禾川县柳溪镇人民政府"));
    assert!(page.contains("\n  可能的原因：\n    缺禾川县柳溪镇人民政府"), "the sum keeps its lines");
    assert!(fs::read_to_string(folder.join("out/汇总.txt")).expect("a sum").contains("计入2个单位"));
}

#[test]
fn the_second_round_says_what_was_mended() {
    let folder = folder("review-again");
    given(&folder);
    let first = run(&folder, &["review", "2023", "--previous", "2022", "-o", "first"]);
    assert_eq!(first.status.code(), Some(2));
    fs::write(folder.join("2023/a.txt"), report(2023, 4, 2)).expect("a file");
    let second = run(&folder, &["review", "2023", "--previous", "2022", "--since", "first/结果.jsonl", "-o", "second"]);
    assert_eq!(second.status.code(), Some(2), "{}", String::from_utf8_lossy(&second.stderr));
    let letter = text_of(&folder.join("second/意见/禾川县柳溪镇人民政府2023.docx"));
    assert!(letter.contains("上次指出、已经改正的") && letter.contains("整改情况：未改"), "{letter}");
}

#[test]
fn a_folder_with_other_files_is_left_alone() {
    let folder = folder("review-taken");
    given(&folder);
    fs::create_dir_all(folder.join("taken")).expect("a folder");
    fs::write(folder.join("taken/mine.txt"), "x").expect("a file");
    let output = run(&folder, &["review", "2023", "-o", "taken"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).contains("已有别的文件"));
    assert_eq!(fs::read_dir(folder.join("taken")).expect("a folder").count(), 1);
    // What an earlier run wrote is written again.
    assert_eq!(run(&folder, &["review", "2023", "-o", "out"]).status.code(), Some(2));
    assert_eq!(run(&folder, &["review", "2023", "-o", "out"]).status.code(), Some(2));
    assert_eq!(fs::read_dir(folder.join("out/意见")).expect("letters").count(), 4);
}
