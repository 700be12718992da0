//! `cargo xtask test`: every test of the project, step by step, to the first failure.

use std::fs;
use std::process::Command;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, ensure};
use clap::Args;
use clap::builder::PossibleValuesParser;

use super::build;
use crate::manifest::Manifest;
use crate::npm::{installed, npm};
use crate::process::{self, cargo, run};
use crate::rebuild::rebuild;
use crate::runner::{self, Heard};
use crate::workspace::Workspace;
use crate::{browser, engine, package, page, sums, tools};

/// Run every test: Rust, WebAssembly, and the page in real browsers
#[derive(Args)]
pub struct Test {
    /// Run this step alone
    #[arg(long, value_name = "STEP", value_parser = PossibleValuesParser::new(STEPS.map(|step| step.name)))]
    only: Option<String>,
}

struct Step {
    name: &'static str,
    what: &'static str,
    /// Gives what the test runner said, where one ran.
    run: fn(&Workspace) -> Result<Heard>,
}

/// So many of the slowest tests are named at the end.
const SLOWEST: usize = 20;

/// The quick and telling ones first.
const STEPS: [Step; 13] = [
    Step { name: "format", what: "the code is laid out by rustfmt", run: format },
    Step { name: "clippy", what: "no warning of clippy", run: clippy },
    Step { name: "clippy-wasm", what: "no warning of clippy in the browser's engine", run: clippy_wasm },
    Step { name: "rust", what: "the Rust tests", run: rust },
    Step { name: "engine", what: "the WebAssembly packages under Node", run: engine_under_node },
    Step { name: "types", what: "the types of the page", run: types },
    Step { name: "units", what: "the unit tests of the page", run: units },
    Step { name: "page", what: "the page, as one file and as a site", run: build_page },
    Step { name: "package", what: "the npm package under Node", run: package_under_node },
    Step { name: "chromium", what: "the page in the Chromium of this machine", run: chromium },
    Step { name: "chromium-72", what: "the page in Chromium 72, where it may differ", run: chromium_72 },
    Step { name: "firefox", what: "the page in Firefox, where it may differ", run: firefox },
    Step { name: "twice", what: "a build in another folder gives the same files", run: twice },
];

impl Test {
    pub fn run(self, workspace: &Workspace) -> Result<()> {
        let mut done = Vec::new();
        for step in STEPS.iter().filter(|step| self.only.as_ref().is_none_or(|only| only == step.name)) {
            println!("\n== {}: {}", step.name, step.what);
            let start = Instant::now();
            let heard = (step.run)(workspace).with_context(|| {
                format!("'{}' failed; to repeat just that: cargo xtask test --only {}", step.name, step.name)
            })?;
            done.push((step, start.elapsed(), heard));
        }
        report(&done);
        Ok(())
    }
}

fn report(done: &[(&Step, Duration, Heard)]) {
    let mut tests: Vec<(f64, &str, &str)> = Vec::new();
    for (step, _, heard) in done {
        tests.extend(heard.tests.iter().map(|(seconds, name)| (*seconds, step.name, name.as_str())));
    }
    tests.sort_by(|one, other| other.0.total_cmp(&one.0));
    println!("\n== the slowest tests");
    for (seconds, step, name) in tests.iter().take(SLOWEST) {
        println!("{seconds:>8.1} s  {step:<12} {name}");
    }
    println!("\n== all passed");
    for (step, time, heard) in done {
        println!("{:>12}  {:>6.1} s  {}", step.name, time.as_secs_f64(), heard.closing.as_deref().unwrap_or(step.what));
    }
    let all: Duration = done.iter().map(|(_, time, _)| *time).sum();
    println!("{:>12}  {:>6.1} min", "in all", all.as_secs_f64() / 60.0);
}

fn format(_: &Workspace) -> Result<Heard> {
    run(cargo().args(["fmt", "--all", "--check"]))?;
    Ok(Heard::default())
}

fn clippy(_: &Workspace) -> Result<Heard> {
    run(cargo().args(["clippy", "--locked", "--workspace", "--all-targets", "--", "-D", "warnings"]))?;
    Ok(Heard::default())
}

fn clippy_wasm(workspace: &Workspace) -> Result<Heard> {
    let target = Manifest::read(workspace)?.package.rust_target;
    tools::rust_target(&target)?;
    run(cargo().args([
        "clippy",
        "--locked",
        "--package",
        "gouji",
        "--package",
        "gouji-wasm",
        "--lib",
        "--target",
        &target,
        "--",
        "-D",
        "warnings",
    ]))?;
    Ok(Heard::default())
}

fn rust(_: &Workspace) -> Result<Heard> {
    if process::output(cargo().args(["nextest", "--version"])).is_none() {
        return runner::cargo_test(cargo().args(["test", "--locked", "--workspace"]));
    }
    run(cargo().args(["test", "--locked", "--workspace", "--doc"]))?;
    runner::nextest(cargo().args(["nextest", "run", "--locked", "--workspace"]))
}

fn engine_under_node(workspace: &Workspace) -> Result<Heard> {
    engine::build(workspace)?;
    runner::node(&mut node_test(workspace, &["engine.test.mjs", "files.test.mjs"]))
}

fn types(workspace: &Workspace) -> Result<Heard> {
    engine::build(workspace)?;
    installed(workspace, "www")?;
    run(npm(workspace, "www").args(["run", "check"]))?;
    Ok(Heard::default())
}

fn units(workspace: &Workspace) -> Result<Heard> {
    engine::build(workspace)?;
    installed(workspace, "www")?;
    runner::node(npm(workspace, "www").arg("test"))
}

fn build_page(workspace: &Workspace) -> Result<Heard> {
    page::build(workspace)?;
    Ok(Heard::default())
}

fn package_under_node(workspace: &Workspace) -> Result<Heard> {
    package::build(workspace)?;
    runner::node(&mut node_test(workspace, &["package.test.mjs"]))
}

fn chromium(workspace: &Workspace) -> Result<Heard> {
    in_browser(workspace, "chromium")
}

fn chromium_72(workspace: &Workspace) -> Result<Heard> {
    in_browser(workspace, "chromium-72")
}

fn firefox(workspace: &Workspace) -> Result<Heard> {
    in_browser(workspace, "firefox")
}

/// The tests of the page in one browser: all in the Chromium of this machine, elsewhere what may differ there.
fn in_browser(workspace: &Workspace, name: &str) -> Result<Heard> {
    page::build(workspace)?;
    installed(workspace, "tests/browser")?;
    let browser = browser::ready(workspace, name)?;
    let is_whole = name == "chromium";
    let mut files: Vec<&str> =
        IN_BROWSER.iter().filter(|(_, own)| is_whole || own.is_some()).map(|(file, _)| *file).collect();
    files.extend(name.starts_with("chromium").then_some(STRICT));
    runner::node(browser.tell(&mut node_test(workspace, &files), name))
}

/// Strict hosts: where it differs, in the newest Chromium and in the oldest.
pub const STRICT: &str = "strict.test.mjs";

/// What `tests/browser` does in each browser, and what of it is the browser's own: that much is tried in the oldest Chromium and in Firefox
/// each time. The rest is the page's own doing, the same in each of them; `cargo xtask browsers` tries all in all.
pub const IN_BROWSER: [(&str, Option<&str>); 20] = [
    ("access.test.mjs", None),
    ("screens.test.mjs", None),
    ("keyboard.test.mjs", Some("keys and the focus")),
    ("page.test.mjs", Some("how it starts from disk and from a host; a clerk's work")),
    ("findings.test.mjs", None),
    ("cells.test.mjs", Some("typing into a table and into the editor")),
    ("differs.test.mjs", None),
    ("repairs.test.mjs", None),
    ("copies.test.mjs", None),
    ("desk.test.mjs", None),
    ("papers.test.mjs", None),
    ("profile.test.mjs", None),
    ("opening.test.mjs", Some("the file dialog, dropping, the clipboard and decoders")),
    ("pace.test.mjs", Some("workers that panic, run out of memory or are ended")),
    ("export.test.mjs", Some("copying, saving and printing")),
    ("failures.test.mjs", Some("what is missing from it or forbidden")),
    ("hostile.test.mjs", Some("markup and how characters are shown")),
    ("privacy.test.mjs", Some("its policies and the ways out of a page")),
    ("disk.test.mjs", Some("what it writes to the disk")),
    ("offline.test.mjs", Some("service workers")),
];

/// Node's own test runner, for files of `tests/browser`, one after the other: there is one screen.
/// A browser that died would otherwise be waited for without end.
pub fn node_test(workspace: &Workspace, files: &[&str]) -> Command {
    let mut node = Command::new("node");
    node.current_dir(workspace.path("tests/browser"));
    node.args(["--test", "--test-concurrency=1", "--test-reporter=spec", "--test-reporter-destination=stdout"]);
    node.arg("--test-timeout=300000").args(files);
    node
}

/// Builds a copy of the sources in a folder of another name and compares the sums.
fn twice(workspace: &Workspace) -> Result<Heard> {
    let here = build::publish(workspace)?;
    let copy = rebuild(workspace)?;
    let there = sums::of(&copy.join("dist"))?;
    let differences = sums::differences(&here, &there, ["the first build", "the second"]);
    ensure!(differences.is_empty(), "two builds differ in\n{}", differences.join("\n"));
    fs::remove_dir_all(&copy)?;
    Ok(Heard { closing: Some(format!("{} files, the same in both", here.len())), tests: Vec::new() })
}
