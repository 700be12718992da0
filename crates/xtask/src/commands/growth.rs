//! `cargo xtask growth`: the work of a check is counted, not timed: each shape of text is doubled twice, and the instructions that Valgrind
//! counts may grow by so much at each doubling.

use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, ensure};
use clap::Args;

use crate::apt;
use crate::process::{cargo, run};
use crate::shapes::SHAPES;
use crate::workspace::Workspace;

/// In bytes: twice as long, and twice as long again.
const SIZES: [usize; 3] = [8_000, 16_000, 32_000];
/// More than this at a doubling is not linear any more.
const MOST: f64 = 2.5;

/// Count how the work of a check grows with the text, for many shapes of text
#[derive(Args)]
pub struct Growth {
    /// Count these shapes alone
    shapes: Vec<String>,
}

impl Growth {
    pub fn run(self, workspace: &Workspace) -> Result<()> {
        if which::which("valgrind").is_err() {
            apt::install(&["valgrind"])?;
        }
        run(cargo().args(["build", "--quiet", "--locked", "--profile", "measure", "--package", "gouji-cli"]))?;
        let program = workspace.path("target/measure/gouji");
        let folder = workspace.path("target/shapes");
        fs::create_dir_all(&folder)?;
        // What starting takes is no part of the growth.
        let start = instructions(&program, &folder, "nothing", "")?;
        println!("Millions of instructions for {SIZES:?} bytes, and the growth at each doubling (at most {MOST})");
        let mut wrong = Vec::new();
        let named = |name: &str| self.shapes.is_empty() || self.shapes.iter().any(|shape| shape == name);
        for shape in SHAPES.iter().filter(|shape| named(shape.name)) {
            let mut counts = [0.0; SIZES.len()];
            for (count, size) in counts.iter_mut().zip(SIZES) {
                *count = instructions(&program, &folder, shape.name, &shape.text(size))? - start;
            }
            let growth = [counts[1] / counts[0], counts[2] / counts[1]];
            let [small, middle, large] = counts.map(|count| count / 1e6);
            println!(
                "{:<20} {small:>8.1} {middle:>8.1} {large:>8.1}  {:>5.2} {:>5.2}",
                shape.name, growth[0], growth[1]
            );
            if growth.iter().any(|&growth| growth > MOST) {
                wrong.push(shape.name);
            }
        }
        ensure!(wrong.is_empty(), "more than linear: {}", wrong.join(", "));
        Ok(())
    }
}

/// The instructions that a check of this text takes.
fn instructions(program: &Path, folder: &Path, name: &str, text: &str) -> Result<f64> {
    // Each shape has files of its own, so that several runs can share the work.
    let (file, log) = (folder.join(format!("{name}.txt")), folder.join(format!("{name}.log")));
    fs::write(&file, text)?;
    let mut valgrind = Command::new("valgrind");
    valgrind
        .args(["--tool=callgrind", "--callgrind-out-file=/dev/null"])
        .arg(format!("--log-file={}", log.display()))
        .arg(program)
        .args(["check", "--format", "json"])
        .arg(&file);
    // How the check ended says what it found.
    valgrind.output().context("valgrind does not start: is it installed?")?;
    let said = fs::read_to_string(&log)?;
    let collected =
        said.lines().find_map(|line| line.split_once("Collected : ")).context("valgrind counted nothing")?;
    Ok(collected.1.trim().parse()?)
}
