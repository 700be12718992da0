//! `cargo xtask docs`: what is written from the engine itself: the pages of the rules, the schema, the page's types, and the answers
//! that tests compare.

use std::fs;

use anyhow::{Context, Result};
use clap::Args;

use crate::process::{self, cargo, run};
use crate::workspace::Workspace;

/// The folder of the pages; nothing else stands in it.
const PAGES: &str = "docs/rules";
/// Whole answers of the command line, `FIXTURE.FORMAT`.
const ANSWERS: &str = "tests/fixtures/answers";
/// Where the fixtures lie, texts and files of other kinds.
const FIXTURES: [&str; 2] = ["tests/fixtures", "tests/fixtures/files"];
/// All that crosses the browser's door, as TypeScript.
pub const TYPES: &str = "www/src/engine/contract.ts";

/// Write the pages of the rules, the schema and the page's types
#[derive(Args)]
pub struct Docs {}

impl Docs {
    pub fn run(self, workspace: &Workspace) -> Result<()> {
        let pages = workspace.path(PAGES);
        if pages.exists() {
            fs::remove_dir_all(&pages).with_context(|| format!("{PAGES} cannot be emptied"))?;
        }
        // The types first: the browser's door is made with them.
        let types = process::output(gouji().args(["schema", "--typescript"]));
        fs::write(workspace.path(TYPES), types.with_context(|| format!("{TYPES} was not written"))?)?;
        // Refuses to write a schema that breaks the one before under the same number.
        run(cargo().args(["run", "--quiet", "--locked", "--package", "gouji-invariants", "--example", "schema"]))?;
        run(gouji().args(["handbook", "--pages"]).arg(pages))?;
        answers(workspace)
    }
}

/// Writes every answer that is there anew; an empty file is a new one.
fn answers(workspace: &Workspace) -> Result<()> {
    for entry in fs::read_dir(workspace.path(ANSWERS))? {
        let path = entry?.path();
        let (fixture, format) = (path.file_stem(), path.extension());
        let (fixture, format) = (fixture.context("an answer has a name")?, format.context("an answer has a format")?);
        let folder = FIXTURES.iter().map(|folder| workspace.path(folder)).find(|folder| folder.join(fixture).is_file());
        let folder = folder.with_context(|| format!("no fixture for {}", workspace.short(&path)))?;
        // How it ended says what it found.
        let said = gouji().current_dir(folder).args(["check", "--format"]).arg(format).arg(fixture).output()?;
        fs::write(&path, said.stdout)?;
    }
    Ok(())
}

fn gouji() -> std::process::Command {
    let mut gouji = cargo();
    gouji.args(["run", "--quiet", "--locked", "--bin", "gouji", "--"]);
    gouji
}
