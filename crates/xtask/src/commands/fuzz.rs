//! `cargo xtask fuzz`: the fuzzers of `tests/fuzz`, with a table of what came of it.

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::thread;

use anyhow::{Context, Result, ensure};
use clap::Args;
use toml::{Table, Value};

use crate::process::{self, cargo, run, rustc_says};
use crate::tools;
use crate::workspace::Workspace;

const FOLDER: &str = "tests/fuzz";
/// What is built, found and started from; no part of the sources.
const WORK: &str = "target/fuzz";
/// Longer than this is no slow input but one without an end; other programs may be at work beside it.
const SECONDS: u32 = 20;
/// What libFuzzer itself keeps of its inputs counts too.
const MEGABYTES: u32 = 1024;
/// Of each target so many inputs are kept for ordinary tests, none longer than this.
const MOST_KEPT: usize = 16;
const LONGEST_KEPT: u64 = 4096;

/// Fuzz the engine and the readers of files, and print a table: executions, coverage, share read, slowest, peak memory
#[derive(Args)]
pub struct Fuzz {
    /// Minutes for each target
    #[arg(long, default_value_t = 15.0)]
    minutes: f64,
    /// Fuzz so many targets at once
    #[arg(long, default_value_t = 1)]
    together: usize,
    /// Fuzz these targets alone
    #[arg(long)]
    target: Vec<String>,
    /// Add small inputs that reach much to those that ordinary tests try
    #[arg(long)]
    keep: bool,
}

/// What came of a target.
struct Row {
    target: String,
    executions: u64,
    coverage: u64,
    tried: u64,
    read: u64,
    slowest: u64,
    megabytes: u64,
    /// What it stopped at.
    fault: Option<String>,
}

impl Fuzz {
    pub fn run(self, workspace: &Workspace) -> Result<()> {
        let targets = self.targets(workspace)?;
        build(workspace, &targets)?;
        let work = workspace.path(WORK);
        run(cargo()
            .args(["run", "--quiet", "--locked", "--package", "gouji-invariants", "--example", "seeds", "--"])
            .arg(&work))?;
        let mut rows = Vec::new();
        for group in targets.chunks(self.together.max(1)) {
            println!("{}: {} minutes", group.join(", "), self.minutes);
            rows.extend(self.fuzzed_together(workspace, group)?);
        }
        print(&rows, self.minutes);
        let faults: Vec<&str> = rows.iter().filter_map(|row| row.fault.as_deref()).collect();
        ensure!(faults.is_empty(), "the fuzzers found\n{}", faults.join("\n"));
        Ok(())
    }

    fn fuzzed_together(&self, workspace: &Workspace, targets: &[String]) -> Result<Vec<Row>> {
        let fuzz = |target| {
            let row = fuzzed(workspace, target, self.minutes)?;
            if self.keep {
                kept(workspace, target)?;
            }
            Ok(row)
        };
        thread::scope(|scope| {
            let running: Vec<_> = targets.iter().map(|target| scope.spawn(move || fuzz(target))).collect();
            running.into_iter().map(|one| one.join().expect("a run of a fuzzer does not panic")).collect()
        })
    }

    /// Returns the targets that are asked for; all that the manifest names, where none is.
    fn targets(&self, workspace: &Workspace) -> Result<Vec<String>> {
        let manifest: Table = fs::read_to_string(workspace.path(FOLDER).join("Cargo.toml"))?.parse()?;
        let programs = manifest.get("bin").and_then(Value::as_array).into_iter().flatten();
        let names = programs.filter_map(|program| program.get("name").and_then(Value::as_str));
        let all: Vec<String> = names.map(str::to_string).collect();
        if let Some(unknown) = self.target.iter().find(|target| !all.contains(target)) {
            anyhow::bail!("there is no target {unknown}; the targets are {}", all.join(", "));
        }
        Ok(if self.target.is_empty() { all } else { self.target.clone() })
    }
}

/// Builds the targets, without a sanitizer: the code is safe Rust, which stops by itself, and memory is measured as it is used.
fn build(workspace: &Workspace, targets: &[String]) -> Result<()> {
    let mut fuzz = cargo();
    // Stable Rust instruments for coverage as well as nightly does, when it is told to.
    fuzz.env("RUSTC_BOOTSTRAP", "1").env("PATH", tools::fuzzer(workspace)?);
    fuzz.current_dir(workspace.path(FOLDER)).args(["fuzz", "build", "--fuzz-dir", ".", "--sanitizer", "none"]);
    fuzz.arg("--target-dir").arg(workspace.path(WORK).join("build"));
    // Without a name it builds all.
    if let [target] = targets {
        fuzz.arg(target);
    }
    run(&mut fuzz)
}

/// Returns where cargo-fuzz leaves its programs.
fn program(workspace: &Workspace, target: &str) -> Result<PathBuf> {
    let host = rustc_says("host")?;
    Ok(workspace.path(WORK).join("build").join(host).join("release").join(target))
}

fn fuzzed(workspace: &Workspace, target: &str, minutes: f64) -> Result<Row> {
    let own = workspace.path(WORK).join(target);
    let (corpus, log) = (own.join("corpus"), own.join("log.txt"));
    let found = own.join("found");
    for folder in [&corpus, &found] {
        fs::create_dir_all(folder)?;
    }
    let regressions = workspace.path(FOLDER).join("regressions").join(target);
    let mut fuzzer = Command::new(program(workspace, target)?);
    fuzzer.arg(&corpus).arg(own.join("seeds")).args(regressions.is_dir().then_some(regressions));
    fuzzer.arg(format!("-dict={}", own.join("words.dict").display()));
    fuzzer.arg(format!("-artifact_prefix={}/", found.display()));
    fuzzer.arg(format!("-max_total_time={}", (minutes * 60.0) as u64));
    fuzzer.args([format!("-timeout={SECONDS}"), format!("-rss_limit_mb={MEGABYTES}"), "-print_final_stats=1".into()]);
    let file = File::create(&log)?;
    let ended = fuzzer.stdout(file.try_clone()?).stderr(file).status().context("the fuzzer does not start")?;
    let said = fs::read(&log)?;
    let mut row = row(target, &String::from_utf8_lossy(&said));
    if !ended.success() {
        row.fault = Some(format!("{target}: {}, see {}", fault(&String::from_utf8_lossy(&said)), log.display()));
    }
    Ok(row)
}

/// Reads what libFuzzer and the target said.
fn row(target: &str, said: &str) -> Row {
    let number = |text: &str| text.trim().parse().unwrap_or_default();
    let last = |start: &str| said.lines().filter_map(|line| line.trim().strip_prefix(start)).next_back();
    let after = |word: &str| -> u64 {
        let line = said.lines().rfind(|line| line.starts_with('#') && line.contains(word));
        let rest = line.and_then(|line| line.split_once(word)).map_or("", |(_, rest)| rest);
        number(rest.trim_start().split(' ').next().unwrap_or_default())
    };
    let counted: Vec<u64> = last("counted: ").unwrap_or_default().split(' ').map(number).collect();
    let count = |index: usize| counted.get(index).copied().unwrap_or_default();
    Row {
        target: target.to_string(),
        executions: last("stat::number_of_executed_units:").map_or(0, number),
        coverage: after("cov:"),
        tried: count(0),
        read: count(1),
        slowest: count(2),
        megabytes: last("stat::peak_rss_mb:").map_or(0, number),
        fault: None,
    }
}

/// The sentence that says why it stopped.
fn fault(said: &str) -> &str {
    let lines: Vec<&str> = said.lines().collect();
    match lines.iter().position(|line| line.contains("panicked at")) {
        Some(at) => lines.get(at + 1).copied().unwrap_or_default(),
        None => lines.iter().find(|line| line.contains("ERROR: libFuzzer")).copied().unwrap_or("stopped"),
    }
}

/// Adds inputs that reach much to those that ordinary tests try: small ones, of all sizes.
fn kept(workspace: &Workspace, target: &str) -> Result<()> {
    let own = workspace.path(WORK).join(target);
    let least = own.join("least");
    fs::remove_dir_all(&least).ok();
    fs::create_dir_all(&least)?;
    let mut merge = Command::new(program(workspace, target)?);
    merge.args(["-merge=1", "-set_cover_merge=1"]).arg(&least).arg(own.join("corpus"));
    process::output(&mut merge).context("the inputs cannot be merged")?;
    let regressions = workspace.path(FOLDER).join("regressions").join(target);
    fs::create_dir_all(&regressions)?;
    let there = fs::read_dir(&regressions)?.count();
    let mut small = sizes(&least)?;
    small.retain(|(size, _)| *size <= LONGEST_KEPT);
    let room = MOST_KEPT.saturating_sub(there);
    let step = small.len().div_ceil(room.max(1)).max(1);
    for (_, path) in small.iter().step_by(step).take(room) {
        fs::copy(path, regressions.join(path.file_name().context("an input has a name")?))?;
    }
    Ok(())
}

/// The files of a folder with their sizes, the smallest first.
fn sizes(folder: &Path) -> Result<Vec<(u64, PathBuf)>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        found.push((entry.metadata()?.len(), entry.path()));
    }
    found.sort();
    Ok(found)
}

fn print(rows: &[Row], minutes: f64) {
    println!(
        "\n| target | minutes | executions | coverage (edges) | read as documents | slowest | peak memory | faults |"
    );
    println!("| --- | --- | --- | --- | --- | --- | --- | --- |");
    for row in rows {
        println!(
            "| {} | {minutes} | {} | {} | {} % | {} ms | {} MB | {} |",
            row.target,
            row.executions,
            row.coverage,
            row.read * 100 / row.tried.max(1),
            row.slowest,
            row.megabytes,
            u8::from(row.fault.is_some()),
        );
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_fuzzer_says_becomes_a_row() {
        let said = "#2\tINITED cov: 9 ft: 12 corp: 1/1b\ncounted: 100 40 7\n#512\tNEW    cov: 120 ft: 300 corp: 9/1Kb lim: 40\n\
                    counted: 500 200 31\nstat::number_of_executed_units: 612\nstat::peak_rss_mb:              57\n";
        let row = row("pdf", said);
        assert_eq!(
            (row.executions, row.coverage, row.tried, row.read, row.slowest, row.megabytes),
            (612, 120, 500, 200, 31, 57)
        );
    }

    #[test]
    fn a_panic_is_told_by_its_sentence() {
        let said = "thread '<unnamed>' (9) panicked at src/check.rs:4:5:\nreports lie over one another\n==9== ERROR: libFuzzer: deadly signal\n";
        assert_eq!(fault(said), "reports lie over one another");
        assert_eq!(
            fault("==9== ERROR: libFuzzer: timeout after 20 seconds"),
            "==9== ERROR: libFuzzer: timeout after 20 seconds"
        );
    }
}
