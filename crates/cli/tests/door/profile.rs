//! A county's own profile: each of its demands, in a file of its own and within the settings.

use std::fs;
use std::path::Path;

use serde_json::{Value, json};

use crate::common::{folder, gouji, json, report, run};

/// The findings of a rule, with what is asked.
fn found(folder: &Path, rule: &str, arguments: &[&str]) -> Vec<Value> {
    let answer = json(&gouji(folder, &[&["--format", "json", "a.txt"], arguments].concat()));
    let findings = answer["reports"][0]["findings"].as_array().cloned().unwrap_or_default();
    findings.into_iter().filter(|finding| finding["rule"] == rule).collect()
}

fn write(folder: &Path, name: &str, profile: &Value) {
    fs::write(folder.join(name), profile.to_string()).expect("a file");
}

#[test]
fn each_demand_speaks_and_names_its_ground() {
    let folder = folder("profile-kinds");
    let blank = report(2023, 2, 0).replace("（一）予以公开\t2\t0\t", "（一）予以公开\t2\t\t");
    fs::write(folder.join("a.txt"), blank + "禾川县柳溪镇人民政府\n2024年1月25日\n").expect("a file");
    for (rule, demand, before) in [
        ("TM-05", json!({"deadlines": {"township": "01-20"}}), 0),
        ("TM-05", json!({"deadlines": {"department": "01-20"}, "bodies": {"柳溪镇人民政府": "department"}}), 0),
        ("CF-02", json!({"blank_cells": "zero"}), 1),
        ("PF-01", json!({"figures": ["政策解读"]}), 0),
        ("ST-09", json!({"rules": {"ST-09": "error"}}), 1),
    ] {
        assert_eq!(found(&folder, rule, &[]).len(), before, "{rule} without a profile");
        let mut profile = demand.clone();
        profile["name"] = json!("禾川县");
        write(&folder, "own.json", &profile);
        let with = found(&folder, rule, &["--profile", "own.json"]);
        let basis = with.first().and_then(|finding| finding["basis"].as_str()).unwrap_or_default();
        assert!(basis.contains("本级要求（禾川县）"), "{demand}: {with:?}");
    }
    let zero = found(&folder, "CF-02", &["--profile", "own.json"]);
    assert_eq!(zero[0]["severity"], "info", "without a demand an empty cell that changes no sum is advice");
    write(&folder, "own.json", &json!({"blank_cells": "allowed"}));
    assert_eq!(found(&folder, "CF-02", &["--profile", "own.json"]), Vec::<Value>::new());
    write(&folder, "own.json", &json!({"rules": {"ST-09": "off"}}));
    assert_eq!(found(&folder, "ST-09", &["--profile", "own.json"]), Vec::<Value>::new());
}

#[test]
fn a_prescribed_sentence_repeats_nothing() {
    let folder = folder("profile-prescribed");
    let section = "对照全县年度任务清单逐项检查落实情况，检查结果于每季度末报县政务公开办，由县政务公开办在门户网站专栏集中公布，接受群众监督。";
    for (name, year) in [("a.txt", 2023), ("b.txt", 2022)] {
        let text = report(year, 2, 0).replace("问题不少，正在改进。", section);
        fs::write(folder.join(name), text).expect("a file");
    }
    write(&folder, "own.json", &json!({"prescribed": [section]}));
    assert_eq!(found(&folder, "CY-06", &["--previous", "b.txt"]).len(), 1);
    assert_eq!(found(&folder, "CY-06", &["--previous", "b.txt", "--profile", "own.json"]).len(), 0);
}

#[test]
fn it_is_found_beside_the_reports_and_named_in_every_output() {
    let folder = folder("profile-found");
    fs::write(folder.join("a.txt"), report(2023, 0, 0)).expect("a file");
    write(&folder, "gouji.json", &json!({"name": "禾川县", "rules": {"ST-18": "off", "AR-03": "off"}}));
    let answer = json(&gouji(&folder, &["--format", "json", "a.txt"]));
    assert_eq!(answer["settings"], json!({"file": null, "rules_off": ["AR-03", "ST-18"], "profile": "禾川县"}));
    assert_ne!(answer["reports"][0]["verdict"], "clean", "no pass without every rule of arithmetic");
    for format in ["text", "csv"] {
        let output = gouji(&folder, &["--format", format, "a.txt"]);
        let shown = String::from_utf8_lossy(&output.stdout).into_owned();
        assert!(shown.contains("禾川县") && shown.contains("AR-03、ST-18"), "{shown}");
    }
    let own = "[profile]\nname = \"云山县\"\nfigures = [\"政策解读\"]\n[rules]\nST-18 = \"on\"\n";
    fs::write(folder.join("gouji.toml"), own).expect("a file");
    let found = found(&folder, "PF-01", &[]);
    assert_eq!(found[0]["basis"], "本级要求（云山县）");
}

#[test]
fn a_wrong_profile_stops_with_its_line_and_key() {
    let folder = folder("profile-wrong");
    fs::write(folder.join("a.txt"), report(2023, 0, 0)).expect("a file");
    fs::write(folder.join("own.json"), "{\n  \"name\": \"禾川县\",\n  \"blank_cells\": \"maybe\"\n}\n")
        .expect("a file");
    let output = gouji(&folder, &["--profile", "own.json", "a.txt"]);
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(output.status.code(), Some(2));
    assert!(said.contains("own.json 第3行：blank_cells 只能是 allowed、zero"), "{said}");
    fs::write(folder.join("gouji.toml"), "[profile]\nname = \"禾川县\"\nblank_cells = \"maybe\"\n").expect("a file");
    let output = gouji(&folder, &["a.txt"]);
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(said.contains("gouji.toml 第3行：blank_cells 只能是"), "{said}");
}

#[test]
fn the_bodies_of_a_profile_are_the_list_of_a_review() {
    let folder = folder("profile-review");
    fs::create_dir(folder.join("reports")).expect("a folder");
    fs::write(folder.join("reports/a.txt"), report(2023, 0, 0)).expect("a file");
    write(&folder, "own.json", &json!({"bodies": {"柳溪镇人民政府": "township", "石桥乡人民政府": "township"}}));
    run(&folder, &["review", "reports", "--profile", "own.json", "-o", "out"]);
    let overview = fs::read_dir(folder.join("out"))
        .expect("a folder")
        .filter_map(|entry| fs::read_to_string(entry.ok()?.path()).ok());
    assert!(overview.collect::<String>().contains("石桥乡人民政府"));
}
