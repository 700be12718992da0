//! `cargo xtask docs`: what is written from the engine itself: the pages of the rules, the schema and the page's types.

use std::fs;

use anyhow::{Context, Result};
use clap::Args;

use crate::process::{self, cargo, run};
use crate::workspace::Workspace;

/// The folder of the pages; nothing else stands in it.
const PAGES: &str = "docs/rules";
/// What a check answers, as JSON Schema.
const SCHEMA: &str = "docs/schema.json";
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
        for (file, arguments) in [(TYPES, &["schema", "--typescript"][..]), (SCHEMA, &["schema"])] {
            let written =
                process::output(gouji().args(arguments)).with_context(|| format!("{file} was not written"))?;
            fs::write(workspace.path(file), written)?;
        }
        run(gouji().args(["handbook", "--pages"]).arg(pages))
    }
}

fn gouji() -> std::process::Command {
    let mut gouji = cargo();
    gouji.args(["run", "--quiet", "--locked", "--bin", "gouji", "--"]);
    gouji
}
