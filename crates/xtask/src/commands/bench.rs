//! `cargo xtask bench`: how long a report takes, natively and in WebAssembly beside AutoCorrect's WebAssembly on the same text; with
//! `--page`, how long the page takes in a browser; with `--hostile`, what files made to take much are let take.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::{env, fs};

use anyhow::{Context, Result};
use clap::Args;
use serde::Deserialize;
use serde_json::Value;

use crate::npm::installed;
use crate::process::{self, cargo, run};
use crate::workspace::Workspace;
use crate::{browser, engine, page};

/// The browsers that the page is measured in, with the milliseconds aimed at from opening to the first verdict, on two cores.
const AIMS: [(&str, u32); 2] = [("chromium", 150), ("chromium-72", 400)];

/// Measure the engine, natively and in WebAssembly
#[derive(Args)]
pub struct Bench {
    /// Measure the page instead, from opening to its first verdict, in a new browser and in the oldest
    #[arg(long)]
    page: bool,
    /// Read files of every kind that ask for much more than they hold: each within two seconds and 256 MB, or refused
    #[arg(long, conflicts_with = "page")]
    hostile: bool,
}

/// Microseconds in WebAssembly for one report.
#[derive(Deserialize)]
struct Times {
    check: f64,
    autocorrect: f64,
}

impl Bench {
    pub fn run(self, workspace: &Workspace) -> Result<()> {
        match self {
            Bench { hostile: true, .. } => hostile(),
            Bench { page: true, .. } => in_browsers(workspace),
            _ => engine_alone(workspace),
        }
    }
}

/// The example reads each attack in a process of its own, prints the table and fails where one takes too much.
fn hostile() -> Result<()> {
    run(cargo().args([
        "run",
        "--quiet",
        "--locked",
        "--profile",
        "measure",
        "--package",
        "gouji-files",
        "--example",
        "hostile",
    ]))
}

/// Printed, not compared: the times are those of this machine as it is busy now.
fn in_browsers(workspace: &Workspace) -> Result<()> {
    page::build(workspace)?;
    installed(workspace, "tests/browser")?;
    let aims = AIMS.map(|(name, aim)| format!("{name} {aim}")).join(", ");
    println!(
        "\nMilliseconds    to ready, paste to verdict, both together (medians; the aims for both: {aims}), key in a cell to its sums, Enter to verdict"
    );
    for (name, _) in AIMS {
        let browser = browser::ready(workspace, name)?;
        run(browser.tell(Command::new("node").arg(workspace.path("benches/page.mjs")), name))?;
    }
    println!("\nMilliseconds of the desk");
    for (name, _) in AIMS {
        let browser = browser::ready(workspace, name)?;
        run(browser.tell(Command::new("node").arg(workspace.path("benches/desk.mjs")), name))?;
    }
    Ok(())
}

fn engine_alone(workspace: &Workspace) -> Result<()> {
    let reports = reports(workspace)?;
    run(cargo().args(["build", "--release", "--locked", "--package", "gouji-cli"]))?;
    run(cargo().args(["bench", "--locked", "--bench", "large"]))?;
    run(cargo().args(["bench", "--locked", "--bench", "check"]))?;
    let native = reports.iter().map(|report| native(workspace, report)).collect::<Result<Vec<_>>>()?;
    let wasm = wasm(workspace, &reports)?;

    println!("\nMilliseconds, warm           | native |      WebAssembly (the aim: gouji at most AutoCorrect)");
    println!("report                    kB |  check |  check  AutoCorrect  ratio");
    for ((report, native), wasm) in reports.iter().zip(&native).zip(&wasm) {
        println!(
            "{:<22} {:>5.1} | {} | {}       {}  {:>5.2}",
            name(report)?,
            fs::metadata(report)?.len() as f64 / 1000.0,
            milliseconds(*native),
            milliseconds(wasm.check),
            milliseconds(wasm.autocorrect),
            wasm.check / wasm.autocorrect,
        );
    }
    Ok(())
}

fn milliseconds(microseconds: f64) -> String {
    format!("{:>6.3}", microseconds / 1000.0)
}

/// The same reports as `benches/check.rs` takes.
fn reports(workspace: &Workspace) -> Result<Vec<PathBuf>> {
    let folder = match env::var_os("GOUJI_CORPUS") {
        Some(corpus) => Path::new(&corpus).join("seeds"),
        None => workspace.path("tests/fixtures"),
    };
    let mut reports = Vec::new();
    for entry in fs::read_dir(&folder).with_context(|| format!("cannot read {}", folder.display()))? {
        reports.push(entry?.path());
    }
    reports.retain(|file| file.extension().is_some_and(|kind| kind == "txt"));
    reports.sort();
    Ok(reports)
}

fn name(report: &Path) -> Result<String> {
    Ok(report.file_stem().context("a report has a name")?.display().to_string())
}

/// What criterion has just written of a report, in microseconds.
fn native(workspace: &Workspace, report: &Path) -> Result<f64> {
    let file = workspace.path("target/criterion/check").join(name(report)?).join("new/estimates.json");
    let text = fs::read_to_string(&file).with_context(|| format!("cannot read {}", file.display()))?;
    let estimates: Value = serde_json::from_str(&text)?;
    let nanoseconds = estimates["median"]["point_estimate"].as_f64().context("criterion gives no median")?;
    Ok(nanoseconds / 1000.0)
}

fn wasm(workspace: &Workspace, reports: &[PathBuf]) -> Result<Vec<Times>> {
    engine::build(workspace)?;
    installed(workspace, "benches")?;
    println!("Measuring under Node.");
    let mut node = Command::new("node");
    node.arg(workspace.path("benches/wasm.mjs"))
        .arg(workspace.path("target/packages/gouji"))
        .args(reports)
        .stderr(Stdio::inherit());
    let measured = process::output(&mut node).context("node could not measure the engine")?;
    Ok(serde_json::from_str(&measured)?)
}
