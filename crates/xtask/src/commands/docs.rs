//! `cargo xtask docs`: the pages of the rules, written from what each rule says of itself.

use anyhow::{Context, Result};
use clap::Args;

use crate::process::{cargo, run};
use crate::workspace::Workspace;

/// The folder of the pages; nothing else stands in it.
const PAGES: &str = "docs/rules";

/// Write one page per rule into docs/rules
#[derive(Args)]
pub struct Docs {}

impl Docs {
    pub fn run(self, workspace: &Workspace) -> Result<()> {
        let pages = workspace.path(PAGES);
        if pages.exists() {
            std::fs::remove_dir_all(&pages).with_context(|| format!("{PAGES} cannot be emptied"))?;
        }
        run(cargo().args(["run", "--quiet", "--locked", "--bin", "gouji", "--", "handbook", "--pages"]).arg(pages))
    }
}
