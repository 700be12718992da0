//! `cargo xtask test`: every test of the project, step by step, to the first failure.

use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

use anyhow::{Context, Result};
use clap::Args;
use clap::builder::PossibleValuesParser;

use crate::manifest::Manifest;
use crate::npm::{installed, npm};
use crate::process::{self, cargo, run, run_and_keep};
use crate::server::Server;
use crate::workspace::Workspace;
use crate::{browser, engine, page, tools};

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
    /// Gives the closing line of the test runner, where one ran.
    run: fn(&Workspace) -> Result<Option<String>>,
}

/// The quick and telling ones first.
const STEPS: [Step; 10] = [
    Step { name: "format", what: "the code is laid out by rustfmt", run: format },
    Step { name: "clippy", what: "no warning of clippy", run: clippy },
    Step { name: "clippy-wasm", what: "no warning of clippy in the browser's engine", run: clippy_wasm },
    Step { name: "rust", what: "the Rust tests", run: rust },
    Step { name: "engine", what: "the WebAssembly packages under Node", run: engine_under_node },
    Step { name: "types", what: "the types of the page", run: types },
    Step { name: "units", what: "the unit tests of the page", run: units },
    Step { name: "page", what: "the page as one file", run: build_page },
    Step { name: "chromium", what: "the page in the Chromium of this machine", run: chromium },
    Step { name: "chromium-72", what: "the page in Chromium 72", run: chromium_72 },
];

impl Test {
    pub fn run(self, workspace: &Workspace) -> Result<()> {
        let mut done = Vec::new();
        for step in STEPS.iter().filter(|step| self.only.as_ref().is_none_or(|only| only == step.name)) {
            println!("\n== {}: {}", step.name, step.what);
            let start = Instant::now();
            let closing = (step.run)(workspace).with_context(|| {
                format!("'{}' failed; to repeat just that: cargo xtask test --only {}", step.name, step.name)
            })?;
            done.push((step, start.elapsed(), closing));
        }
        report(&done);
        Ok(())
    }
}

fn report(done: &[(&Step, Duration, Option<String>)]) {
    println!("\n== all passed");
    for (step, time, closing) in done {
        println!("{:>12}  {:>6.1} s  {}", step.name, time.as_secs_f64(), closing.as_deref().unwrap_or(step.what));
    }
}

fn format(_: &Workspace) -> Result<Option<String>> {
    run(cargo().args(["fmt", "--all", "--check"]))?;
    Ok(None)
}

fn clippy(_: &Workspace) -> Result<Option<String>> {
    run(cargo().args(["clippy", "--locked", "--workspace", "--all-targets", "--", "-D", "warnings"]))?;
    Ok(None)
}

fn clippy_wasm(workspace: &Workspace) -> Result<Option<String>> {
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
    Ok(None)
}

fn rust(_: &Workspace) -> Result<Option<String>> {
    if process::output(cargo().args(["nextest", "--version"])).is_none() {
        return run_and_keep(cargo().args(["test", "--locked", "--workspace"]), "test result:");
    }
    run(cargo().args(["test", "--locked", "--workspace", "--doc"]))?;
    run_and_keep(cargo().args(["nextest", "run", "--locked", "--workspace"]), " tests run:")
}

fn engine_under_node(workspace: &Workspace) -> Result<Option<String>> {
    engine::build(workspace)?;
    under_node(node_test(workspace, "engine.test.mjs").arg("files.test.mjs"))
}

fn types(workspace: &Workspace) -> Result<Option<String>> {
    engine::build(workspace)?;
    installed(workspace, "www")?;
    run(npm(workspace, "www").args(["run", "check"]))?;
    Ok(None)
}

fn units(workspace: &Workspace) -> Result<Option<String>> {
    engine::build(workspace)?;
    installed(workspace, "www")?;
    under_node(npm(workspace, "www").arg("test"))
}

fn build_page(workspace: &Workspace) -> Result<Option<String>> {
    page::build(workspace)?;
    Ok(None)
}

fn chromium(workspace: &Workspace) -> Result<Option<String>> {
    in_browser(workspace, "chromium", Some(&browser::chromium()?))
}

fn chromium_72(workspace: &Workspace) -> Result<Option<String>> {
    in_browser(workspace, "chromium-72", None)
}

/// Drives the page in a browser, once from disk and once from a server.
fn in_browser(workspace: &Workspace, browser: &str, executable: Option<&Path>) -> Result<Option<String>> {
    let page = page::build(workspace)?;
    installed(workspace, "tests/browser")?;
    let server = Server::on_loopback(workspace.path("dist"), 0)?;
    let url = server.url()?;
    std::thread::spawn(move || server.run());

    let mut node = node_test(workspace, "page.test.mjs");
    node.env("BROWSER", browser).env("PAGE_FILE", page).env("PAGE_URL", url);
    if let Some(executable) = executable {
        node.env("BROWSER_EXECUTABLE", executable);
    }
    under_node(&mut node)
}

/// Node's own test runner, for one file of `tests/browser`. A browser that died would otherwise be waited for without end.
fn node_test(workspace: &Workspace, file: &str) -> Command {
    let mut node = Command::new("node");
    node.current_dir(workspace.path("tests/browser"));
    node.args(["--test", "--test-reporter=spec", "--test-timeout=300000", file]);
    node
}

/// Runs a test runner of Node's world and keeps its count.
fn under_node(command: &mut Command) -> Result<Option<String>> {
    run_and_keep(command, "pass")
}
