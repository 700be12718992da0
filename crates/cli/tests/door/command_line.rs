//! The command line as a user meets it: formats, settings, last year's report, exit codes.

use std::fs;
use std::process::Output;

use crate::common::{folder, gouji, json, report, rules_of, run};
use serde_json::Value;

#[test]
fn a_settings_file_switches_rules_and_changes_their_severity() {
    let folder = folder("settings");
    fs::write(folder.join("a.txt"), report(2023, 0, 0)).expect("a file");
    let before = json(&gouji(&folder, &["--format", "json", "a.txt"]));
    let before = rules_of(&before["reports"][0]);
    assert!(before.contains(&("ST-01", "error")) && before.contains(&("TC-01", "error")), "{before:?}");
    fs::write(folder.join("gouji.toml"), "[rules]\nST-01 = \"off\"\nTC-01 = \"info\"\n").expect("a file");
    let after = json(&gouji(&folder, &["--format", "json", "a.txt"]));
    let after = rules_of(&after["reports"][0]);
    assert!(!after.iter().any(|(rule, _)| *rule == "ST-01") && after.contains(&("TC-01", "info")), "{after:?}");
}

#[test]
fn what_was_looked_at_is_not_said_again() {
    let folder = folder("reviewed");
    let mobiles = "如有疑问请与张明联系，手机13800005671；李华，手机13900005672。";
    fs::write(folder.join("a.txt"), report(2023, 0, 0).replace("按要求公开。", mobiles)).expect("a file");
    let mobiles_in = |output: &Output| {
        let report = &json(output)["reports"][0];
        rules_of(report).iter().filter(|(rule, _)| *rule == "PV-02").count()
    };
    assert_eq!(mobiles_in(&gouji(&folder, &["--format", "json", "a.txt"])), 2);
    fs::write(folder.join("gouji.toml"), "[[reviewed]]\nrule = \"PV-02\"\ntext = '^138\\d{8}$'\n").expect("a file");
    assert_eq!(mobiles_in(&gouji(&folder, &["--format", "json", "a.txt"])), 1);
    let shown = gouji(&folder, &["a.txt"]);
    assert!(String::from_utf8_lossy(&shown.stdout).contains("另有1处发现已在设置文件里确认无误"));
}

#[test]
fn a_wrong_settings_file_is_named_and_nothing_is_checked() {
    let folder = folder("wrong-settings");
    fs::write(folder.join("a.txt"), report(2023, 0, 0)).expect("a file");
    fs::write(folder.join("other.toml"), "[rules]\nST-01 = \"perhaps\"\n").expect("a file");
    let output = gouji(&folder, &["--config", "other.toml", "a.txt"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(output.stdout.is_empty());
    assert!(String::from_utf8_lossy(&output.stderr).contains("other.toml 里的 ST-01 只能是"));
}

#[test]
fn last_years_report_is_compared() {
    let folder = folder("previous");
    fs::write(folder.join("2022.txt"), report(2022, 5, 3)).expect("a file");
    fs::write(folder.join("2023.txt"), report(2023, 2, 0)).expect("a file");
    let output = gouji(&folder, &["--format", "json", "--previous", "2022.txt", "2023.txt"]);
    let answer = json(&output);
    assert!(rules_of(&answer["reports"][0]).contains(&("CY-01", "error")));
    let between = &answer["between"][0];
    assert_eq!(between["rule"], "CY-01");
    assert_eq!(between["files"], serde_json::json!(["2022.txt", "2023.txt"]));
    assert_eq!(between["cells"], serde_json::json!(["requests.carried_in.total"]));
}

#[test]
fn a_report_of_another_year_is_not_compared_and_that_is_said() {
    let folder = folder("other-year");
    fs::write(folder.join("2021.txt"), report(2021, 5, 3)).expect("a file");
    fs::write(folder.join("2023.txt"), report(2023, 2, 0)).expect("a file");
    let answer = json(&gouji(&folder, &["--format", "json", "--previous", "2021.txt", "2023.txt"]));
    let report = &answer["reports"][0];
    assert!(!rules_of(report).iter().any(|(rule, _)| rule.starts_with("CY-")));
    let unchecked = report["unchecked"].as_array().expect("a list");
    assert!(unchecked.iter().any(|item| item["rule"] == "CY-01"), "{unchecked:?}");
}

#[test]
fn a_file_of_last_year_goes_with_one_file() {
    let folder = folder("one-file");
    fs::write(folder.join("a.txt"), report(2023, 0, 0)).expect("a file");
    for files in [&["a.txt", "a.txt"][..], &["."][..]] {
        let output = gouji(&folder, &[&["--previous", "a.txt"], files].concat());
        assert_eq!(output.status.code(), Some(2));
        assert!(String::from_utf8_lossy(&output.stderr).contains("--previous 只能与一个文件同用"));
    }
}

#[test]
fn jsonl_is_one_report_per_line_and_a_bad_file_does_not_stop_the_others() {
    let folder = folder("jsonl");
    fs::write(folder.join("a.txt"), report(2023, 0, 0)).expect("a file");
    fs::write(folder.join("b.txt"), [0, 1, 2, 0xff, 0xfe, 0, 0]).expect("a file");
    let output = gouji(&folder, &["--format", "jsonl", "."]);
    assert_eq!(output.status.code(), Some(2));
    let lines: Vec<Value> = String::from_utf8_lossy(&output.stdout)
        .lines()
        .map(|line| serde_json::from_str(line).expect("a line is a report"))
        .collect();
    assert_eq!(lines.len(), 2);
    assert!(lines.iter().any(|line| line["year"] == 2023) && lines.iter().any(|line| line["error"].is_object()));
}

#[test]
fn tables_for_spreadsheets_have_a_row_for_each_finding_and_each_cell() {
    let folder = folder("csv");
    fs::write(folder.join("a.txt"), report(2023, 2, 0)).expect("a file");
    let rows = |format| {
        let output = gouji(&folder, &["--format", format, "a.txt"]);
        assert_eq!(output.status.code(), Some(1), "{format}");
        csv::Reader::from_reader(&output.stdout[..]).into_records().collect::<Result<Vec<_>, _>>().expect("rows")
    };
    let answer = json(&gouji(&folder, &["--format", "json", "a.txt"]));
    let report = &answer["reports"][0];
    assert_eq!(rows("csv").len(), report["findings"].as_array().map_or(0, Vec::len));
    assert_eq!(rows("cells-csv").len(), report["cells"].as_object().map_or(0, serde_json::Map::len));
}

#[test]
fn no_output_repeats_personal_data() {
    let folder = folder("personal");
    let mobile = "13900005671";
    let said = format!(
        "**{mobile}**、**136-0000-5672**；[bookmark: {mobile}]身份证110000199003070028，邮箱1200345678@qq.com。"
    );
    let text = report(2023, 0, 0)
        .replace("年度报告\n", &format!("年度报告（{mobile}）\n"))
        .replace("一、总体情况\n", &format!("一、总体情况（{mobile}）\n{said}\n"))
        .replace("（一）予以公开\t0", &format!("（一）予以公开\t李华{mobile}"))
        .replace("二、上年结转政府信息公开申请数量\t0", &format!("二、上年结转政府信息公开申请数量\t{mobile}"));
    fs::write(folder.join("a.txt"), format!("\u{feff}{text}")).expect("a file");
    for format in ["text", "json", "jsonl", "csv", "cells-csv"] {
        let output = gouji(&folder, &["--format", format, "a.txt"]);
        let shown = String::from_utf8_lossy(&output.stdout);
        assert!(shown.contains("李华"), "{format} has the cell");
        for hidden in [mobile, "136-0000-5672", "13600005672", "110000199003070028", "1200345678@"] {
            assert!(!shown.contains(hidden), "{format} repeats {hidden}");
        }
    }
}

#[test]
fn exit_codes_tell_errors_from_warnings_and_unreadable_files() {
    let folder = folder("codes");
    fs::write(folder.join("errors.txt"), report(2023, 0, 0)).expect("a file");
    fs::write(folder.join("nothing.txt"), "今天天气很好。").expect("a file");
    let all_off: String = gouji::rules::registry().map(|rule| format!("{} = \"off\"\n", rule.id)).collect();
    fs::write(folder.join("off.toml"), format!("[rules]\n{all_off}")).expect("a file");
    let code = |arguments: &[&str]| gouji(&folder, arguments).status.code();
    assert_eq!(code(&["errors.txt"]), Some(1));
    assert_eq!(code(&["--config", "off.toml", "errors.txt"]), Some(0));
    assert_eq!(code(&["nothing.txt"]), Some(2));
    assert_eq!(code(&["nothing.txt", "errors.txt"]), Some(2));
    assert_eq!(code(&["not-there.txt"]), Some(2));
}

#[test]
fn the_help_is_in_chinese() {
    for arguments in
        [&["--help"][..], &["check", "--help"], &["check", "-h"], &["handbook", "--help"], &["schema", "--help"]]
    {
        let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_gouji"));
        let output = command.args(arguments).output().expect("the program starts");
        let shown = String::from_utf8(output.stdout).expect("the help is text");
        assert_eq!(output.status.code(), Some(0), "{arguments:?}");
        for english in [
            "Usage",
            "Options",
            "OPTIONS",
            "Arguments",
            "Commands",
            "COMMAND",
            "values",
            "default",
            "Print",
            "The command",
        ] {
            assert!(!shown.contains(english), "{arguments:?}: {english} in\n{shown}");
        }
        assert!(shown.contains("用法：gouji") && shown.contains("显示这份说明"), "{shown}");
    }
    let help = std::process::Command::new(env!("CARGO_BIN_EXE_gouji")).args(["check", "--help"]).output();
    let help = String::from_utf8(help.expect("the program starts").stdout).expect("the help is text");
    for said in ["cells-csv：表格，每个单元格一行", "默认 text", "township", "--strict", "--stdin", "--since"]
    {
        assert!(help.contains(said), "{said} in\n{help}");
    }
}

#[test]
fn a_wrong_command_is_told_in_chinese() {
    for (arguments, said) in [
        (&["check", "--fromat", "json", "a.txt"][..], "不认识 --fromat。是不是 --format？"),
        (&["anotate", "a.txt"], "没有 anotate 这个命令。是不是 annotate？"),
        (
            &["check", "--format", "xml", "a.txt"],
            "--format <格式> 不能写成“xml”。可以写 text、json、jsonl、csv、cells-csv。",
        ),
        (&["check", "a.txt", "--format"], "--format <格式> 后面还要写一个值。可以写 text"),
        (&["check", "--published", "昨天", "a.txt"], "--published <日期> 不能写成“昨天”。published 不对，请写成"),
        (&["check"], "还要写 <文件>...。"),
        (&["check", "--strict", "--strict", "a.txt"], "--strict 只能写一次。"),
        (&["check", "--stdin", "jsonl", "a.txt"], "--stdin <格式> 不能与 [文件]... 同用。"),
        (&["fix", "a.docx", "--repair", "x", "-o", "b.docx"], "--repair"),
        (
            &["check", "none.txt", "--config", "none.toml"],
            "设置文件 none.toml 读不了：无法打开文件：没有这个文件或文件夹。",
        ),
    ] {
        let folder = folder("wrong-commands");
        let output = run(&folder, arguments);
        let told = String::from_utf8(output.stderr).expect("a sentence");
        assert_eq!(output.status.code(), Some(2), "{arguments:?}: {told}");
        assert!(told.contains(said), "{arguments:?}: {told}");
        for english in ["error", "invalid", "found", "tip", "Usage", "No such"] {
            assert!(!told.contains(english), "{arguments:?}: {english} in {told}");
        }
    }
}
