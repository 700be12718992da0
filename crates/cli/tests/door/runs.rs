//! Runs over many reports: pairs of years, earlier results, runs taken up again, the filter, and what counts as a pass.

use std::fs;
use std::io::Write;
use std::process::{Command, Output, Stdio};

use crate::common::{folder, gouji, json, report, rules_of};
use serde_json::{Value, json};

fn lines(output: &Output) -> Vec<Value> {
    let text = String::from_utf8_lossy(&output.stdout);
    text.lines().map(|line| serde_json::from_str(line).expect("a line is JSON")).collect()
}

fn filtered(input: &str) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_gouji"));
    command.args(["check", "--format", "jsonl", "--stdin", "jsonl"]);
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().expect("the program starts");
    let mut given = child.stdin.take().expect("its input");
    let input = input.to_string();
    let writer = std::thread::spawn(move || given.write_all(input.as_bytes()));
    let output = child.wait_with_output().expect("it ends");
    writer.join().expect("the input is written").expect("the input is taken");
    output
}

#[test]
fn the_filter_answers_every_line_in_order() {
    let folder = folder("filter");
    fs::write(folder.join("a.txt"), report(2023, 0, 0)).expect("a file");
    let path = folder.join("a.txt");
    let asked = [
        json!({"id": 1, "text": report(2023, 2, 0), "previous": {"text": report(2022, 5, 3)}}).to_string(),
        json!({"id": "乙", "path": path}).to_string(),
        "no JSON".to_string(),
        json!({"id": [3], "path": "not-there.txt"}).to_string(),
        json!({"id": 4}).to_string(),
        json!({"id": 5, "text": "", "colour": 1}).to_string(),
        json!({"id": 6, "text": report(2023, 0, 0), "previous": {"path": "not-there.txt"}}).to_string(),
        json!({"id": 7, "text": report(2022, 0, 0) + &report(2023, 0, 0)}).to_string(),
    ];
    let found = lines(&filtered(&asked.join("\n")));
    let ids: Vec<&Value> = found.iter().map(|line| &line["id"]).collect();
    assert_eq!(ids, [&json!(1), &json!("乙"), &Value::Null, &json!([3]), &json!(4), &json!(5), &json!(6), &json!(7)]);
    assert!(rules_of(&found[0]).contains(&("CY-01", "error")) && found[0].get("file").is_none());
    assert_eq!((&found[1]["year"], found[1]["file"].as_str()), (&json!(2023), path.to_str()));
    let codes: Vec<&str> = found[2..7].iter().filter_map(|line| line["error"]["code"].as_str()).collect();
    assert_eq!(codes, ["wrong-line", "cannot-open", "wrong-line", "wrong-line", "cannot-open"]);
    assert!(found[5]["error"]["message"].as_str().is_some_and(|message| message.contains("colour")));
    assert_eq!((&found[7]["year"], &found[7]["others"][0]["year"]), (&json!(2022), &json!(2023)));
}

#[test]
fn the_filter_tells_a_report_it_cannot_read_from_a_run_that_failed() {
    let asked = |text: &str| json!({"id": 1, "text": text}).to_string();
    let faulty = report(2023, 2, 0).replace("（一）予以公开\t2\t", "（一）予以公开\t1\t");
    for (input, code) in [(String::new(), 0), (asked(&faulty), 1), (asked(&faulty) + "\nno JSON", 4)] {
        assert_eq!(filtered(&input).status.code(), Some(code), "{input}");
    }
    let failed =
        gouji(&folder("filter-failed"), &["--stdin", "jsonl", "--format", "jsonl", "--config", "not-there.toml"]);
    assert_eq!((failed.status.code(), failed.stdout.len()), (Some(2), 0));
}

#[test]
fn the_filter_answers_a_thousand_lines_as_they_come() {
    let line = |number: usize| json!({"id": number, "text": format!("第{number}份")}).to_string() + "\n";
    let found = lines(&filtered(&(0..1000).map(line).collect::<String>()));
    assert!(found.iter().enumerate().all(|(number, line)| line["id"] == number));
    assert_eq!(found.len(), 1000);
}

#[test]
fn a_strict_run_passes_only_what_is_clean() {
    let folder = folder("strict");
    let sound = gouji::rules::registry().map(|rule| format!("{} = \"off\"\n", rule.id)).collect::<String>();
    fs::write(folder.join("off.toml"), format!("[rules]\n{sound}")).expect("a file");
    fs::write(folder.join("a.txt"), report(2023, 0, 0)).expect("a file");
    assert_eq!(gouji(&folder, &["--config", "off.toml", "a.txt"]).status.code(), Some(0));
    assert_eq!(gouji(&folder, &["--strict", "--config", "off.toml", "a.txt"]).status.code(), Some(3));
    assert_eq!(gouji(&folder, &["--strict", "a.txt"]).status.code(), Some(3));
}

#[test]
fn the_settings_used_stand_in_every_output() {
    let folder = folder("settings-named");
    fs::write(folder.join("a.txt"), report(2023, 0, 0)).expect("a file");
    fs::write(folder.join("gouji.toml"), "profile = \"禾川县\"\n[rules]\nST-01 = \"off\"\n").expect("a file");
    let used = json!({"file": "gouji.toml", "rules_off": ["ST-01"], "profile": "禾川县"});
    assert_eq!(json(&gouji(&folder, &["--format", "json", "a.txt"]))["settings"], used);
    assert_eq!(lines(&gouji(&folder, &["--format", "jsonl", "a.txt"]))[0]["settings"], used);
    for format in ["text", "csv"] {
        let output = gouji(&folder, &["--format", format, "a.txt"]);
        let shown = String::from_utf8_lossy(&output.stdout);
        assert!(
            shown.contains("gouji.toml") && shown.contains("关闭的规则：ST-01") && shown.contains("禾川县"),
            "{shown}"
        );
    }
}

#[test]
fn dismissed_findings_keep_a_trace_and_failed_sums_stay() {
    let folder = folder("dismissed");
    let text = report(2023, 2, 0).replace("（一）予以公开\t2\t", "（一）予以公开\t1\t");
    fs::write(folder.join("a.txt"), text).expect("a file");
    let reviewed = |rule: &str| format!("[[reviewed]]\nrule = \"{rule}\"\ntext = '.*'\nreason = '已向县办说明'\n");
    fs::write(folder.join("gouji.toml"), ["AR-02", "AR-03", "ST-01"].map(reviewed).concat()).expect("a file");
    let answer = json(&gouji(&folder, &["--format", "json", "a.txt"]));
    let report = &answer["reports"][0];
    let kept: Vec<&Value> =
        report["findings"].as_array().into_iter().flatten().filter(|one| one["kept"].is_object()).collect();
    assert!(!kept.is_empty() && kept.iter().all(|one| one["severity"] == "error"), "{report}");
    assert_eq!(kept[0]["kept"], json!({"reason": "已向县办说明", "by": "settings"}));
    assert_eq!(report["dismissed"][0]["finding"]["rule"], "ST-01");
    assert_eq!(report["dismissed"][0]["reason"], "已向县办说明");
    assert_eq!((&report["verdict"], &report["gaps"]), (&json!("errors"), &json!(true)));
    let output = gouji(&folder, &["--format", "csv", "a.txt"]);
    let rows =
        csv::Reader::from_reader(&output.stdout[..]).into_records().collect::<Result<Vec<_>, _>>().expect("rows");
    let state = |rule: &str| rows.iter().find(|row| &row[4] == rule).map(|row| row[16].to_string());
    assert_eq!((state("AR-02").as_deref(), state("ST-01").as_deref()), (Some("kept"), Some("dismissed")));
    let output = gouji(&folder, &["a.txt"]);
    assert!(String::from_utf8_lossy(&output.stdout).contains("已向县办说明（这是表内等式，仍须改正）"));
}

#[test]
fn a_failed_sum_is_given_as_terms() {
    let folder = folder("terms");
    let text = report(2023, 2, 0).replace("（一）予以公开\t2\t", "（一）予以公开\t1\t");
    fs::write(folder.join("a.txt"), text).expect("a file");
    let answer = json(&gouji(&folder, &["--format", "json", "a.txt"]));
    let findings = answer["reports"][0]["findings"].as_array().expect("findings");
    let finding = findings.iter().find(|one| one["rule"] == "AR-02").expect("the column does not add up");
    assert_eq!(
        finding["sum"]["left"],
        json!([{"cell": "requests.closed.individual", "name": "（七）总计", "number": 2}])
    );
    let right = finding["sum"]["right"].as_array().expect("terms");
    assert_eq!(right[0], json!({"cell": "requests.granted.individual", "name": "（一）予以公开", "number": 1}));
    assert_eq!((finding["left"].as_i64(), finding["right"].as_i64()), (Some(2), Some(1)));
    assert_eq!((&finding["section"], &finding["part"]), (&json!(3), &json!("section")));
}

#[test]
fn a_folder_is_paired_with_last_years_by_body_and_year() {
    let folder = folder("pairs");
    for (path, text) in [
        ("2023/一.txt", report(2023, 2, 0)),
        ("2023/二.txt", report(2023, 2, 0).replace("柳溪镇", "桃源镇")),
        ("2023/三.txt", report(2023, 0, 0).replace("柳溪镇", "枫林镇")),
        ("2022/x.txt", report(2022, 5, 3).replace("柳溪镇", "桃源镇")),
        ("2022/y.txt", report(2022, 5, 2)),
        ("2022/z.txt", "\0\u{1}".to_string()),
    ] {
        let path = folder.join(path);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        fs::write(path, text).expect("a file");
    }
    let output = gouji(&folder, &["--format", "json", "--previous", "2022", "2023"]);
    let answer = json(&output);
    let between: Vec<&Value> = answer["between"].as_array().into_iter().flatten().map(|one| &one["files"]).collect();
    assert!(between.iter().all(|&files| files == &json!(["2022/x.txt", "2023/二.txt"])), "{between:?}");
    assert!(!between.is_empty());
    let alone = answer["reports"]
        .as_array()
        .into_iter()
        .flatten()
        .find(|one| one["file"] == "2023/三.txt")
        .expect("its report");
    assert!(alone["unchecked"].to_string().contains("没有这个单位上年的报告"), "{alone}");
    assert!(String::from_utf8_lossy(&output.stderr).contains("2022/z.txt 读不了"));
}

#[test]
fn an_earlier_result_says_what_was_mended() {
    let folder = folder("since");
    fs::write(folder.join("a.txt"), report(2023, 2, 0).replace("问题不少，正在改进。", "联系手机13800005671。"))
        .expect("a file");
    for (format, result) in [("json", "before.json"), ("jsonl", "before.jsonl")] {
        fs::write(folder.join(result), gouji(&folder, &["--format", format, "a.txt"]).stdout).expect("a result");
    }
    fs::write(folder.join("a.txt"), report(2023, 2, 0).replace("（一）予以公开\t2\t", "（一）予以公开\t1\t"))
        .expect("a file");
    for result in ["before.json", "before.jsonl"] {
        let answer = json(&gouji(&folder, &["--format", "json", "--since", result, "a.txt"]));
        let report = &answer["reports"][0];
        let since = &report["since"];
        let rules = |indexes: &Value| -> Vec<&str> {
            indexes
                .as_array()
                .into_iter()
                .flatten()
                .filter_map(|index| report["findings"][index.as_u64()? as usize]["rule"].as_str())
                .collect()
        };
        assert_eq!(since["known"], true);
        assert!(since["mended"].to_string().contains("PV-02"), "{since}");
        assert!(rules(&since["new"]).contains(&"AR-02") && rules(&since["still_there"]).contains(&"ST-01"), "{since}");
    }
    let output = gouji(&folder, &["--since", "before.json", "a.txt"]);
    let shown = String::from_utf8_lossy(&output.stdout);
    assert!(shown.contains("已改") && shown.contains("未改") && shown.contains("新增"), "{shown}");
    let refused = gouji(&folder, &["--since", "a.txt", "a.txt"]);
    assert_eq!((refused.status.code(), refused.stdout.len()), (Some(2), 0));
}

#[test]
fn a_run_that_was_cut_off_is_taken_up_again() {
    let folder = folder("resume");
    for number in 1..=6 {
        fs::write(folder.join(format!("{number}.txt")), report(2023, 0, 0)).expect("a file");
    }
    let whole = gouji(&folder, &["--format", "jsonl", "."]).stdout;
    let third: usize = whole.split_inclusive(|&byte| byte == b'\n').take(3).map(<[u8]>::len).sum();
    for cut in [0, third - 1, third, third + 100, whole.len()] {
        fs::write(folder.join("out.jsonl"), &whole[..cut]).expect("what was written");
        let output = gouji(&folder, &["--format", "jsonl", "--resume", "out.jsonl", "."]);
        assert_eq!((output.status.code(), output.stdout.len()), (Some(1), 0));
        assert_eq!(fs::read(folder.join("out.jsonl")).expect("the result"), whole, "cut at {cut}");
    }
    fs::write(folder.join("out.jsonl"), "我的笔记\n").expect("a file");
    assert_eq!(gouji(&folder, &["--format", "jsonl", "--resume", "out.jsonl", "."]).status.code(), Some(2));
    assert_eq!(fs::read_to_string(folder.join("out.jsonl")).expect("a file"), "我的笔记\n");
    fs::write(folder.join("out.jsonl"), &whole[..third]).expect("what was written");
    fs::write(folder.join("gouji.toml"), "[rules]\nST-01 = \"off\"\n").expect("a file");
    assert_eq!(gouji(&folder, &["--format", "jsonl", "--resume", "out.jsonl", "."]).status.code(), Some(2));
    assert_eq!(fs::read(folder.join("out.jsonl")).expect("the result"), &whole[..third]);
}

#[test]
fn every_number_is_accounted_for_when_asked() {
    let folder = folder("numbers");
    fs::write(folder.join("a.txt"), report(2023, 2, 0)).expect("a file");
    let answer = json(&gouji(&folder, &["--format", "json", "--numbers", "a.txt"]));
    let report = &answer["reports"][0];
    assert!(report["numbers"].as_array().is_some_and(|numbers| !numbers.is_empty()), "{}", report["numbers"]);
    let account = &report["account"];
    let sum: u64 = ["checked", "beside", "explained"].iter().filter_map(|part| account[part].as_u64()).sum();
    assert_eq!(Some(sum + account["unread"].as_array().map_or(0, Vec::len) as u64), account["all"].as_u64());
    let without = json(&gouji(&folder, &["--format", "json", "a.txt"]));
    assert!(without["reports"][0].get("numbers").is_none());
}
