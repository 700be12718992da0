//! What the tests of the command line share: a folder, a report, and the program.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use serde_json::Value;

/// A folder of its own for one test, emptied first.
pub fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::remove_dir_all(&folder).ok();
    fs::create_dir_all(&folder).expect("a folder for the test");
    folder
}

/// A short report with the year and what was carried in and out; its other figures are 0.
pub fn report(year: u16, carried_in: u16, carried_out: u16) -> String {
    let form = gouji::form::official(gouji::form::Edition::Of2021);
    let requests = form.table(gouji::form::TableId::Requests).expect("table three");
    let closed = carried_in - carried_out;
    let rows: String = requests
        .rows
        .iter()
        .map(|row| {
            let count = match row.id {
                "requests.carried_in" => carried_in,
                "requests.granted" | "requests.closed" => closed,
                "requests.carried_out" => carried_out,
                _ => 0,
            };
            format!("{}\t{count}\t0\t0\t0\t0\t0\t{count}\n", row.path.join("\t"))
        })
        .collect();
    format!(
        "禾川县柳溪镇人民政府{year}年政府信息公开工作年度报告\n一、总体情况\n按要求公开。\n三、收到和处理政府信息公开申请情况\n\
         自然人\t商业企业\t科研机构\t社会公益组织\t法律服务机构\t其他\t总计\n{rows}五、存在的主要问题及改进情况\n问题不少，正在改进。\n"
    )
}

/// Runs the program in a folder.
pub fn run(folder: &Path, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_gouji"));
    command.current_dir(folder).args(arguments).output().expect("the program starts")
}

/// Checks what is named.
pub fn gouji(folder: &Path, arguments: &[&str]) -> Output {
    run(folder, &[&["check"], arguments].concat())
}

pub fn json(output: &Output) -> Value {
    serde_json::from_slice(&output.stdout).expect("the answer is JSON")
}

pub fn rules_of(report: &Value) -> Vec<(&str, &str)> {
    let findings = report["findings"].as_array().into_iter().flatten();
    findings.filter_map(|finding| Some((finding["rule"].as_str()?, finding["severity"].as_str()?))).collect()
}
