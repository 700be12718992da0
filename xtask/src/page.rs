//! The page: one HTML file with everything inside, `dist/gouji.html`.

use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result, ensure};

use crate::engine;
use crate::fingerprint::unless_fresh;
use crate::manifest::Manifest;
use crate::npm::{installed, npm};
use crate::process::run;
use crate::workspace::Workspace;

const PAGE: &str = "dist/gouji.html";

/// Builds the page, and the engine in it, unless they are there already; gives the file.
pub fn build(workspace: &Workspace) -> Result<PathBuf> {
    engine::build(workspace)?;
    unless_fresh(workspace, PAGE, &["www", "wasm-pack.toml"], || {
        installed(workspace, "www")?;
        run(npm(workspace, "www").args(["run", "build"]))?;

        let page = fs::read(workspace.path("www/dist/gouji.html")).context("the build of www wrote no gouji.html")?;
        let budget = Manifest::read(workspace)?.budget.page;
        let kilobytes = page.len().div_ceil(1000);
        ensure!(page.len() <= budget, "the page weighs {kilobytes} kB; the budget is {} kB", budget / 1000);
        println!("The page weighs {kilobytes} kB.");
        fs::create_dir_all(workspace.path("dist"))?;
        fs::write(workspace.path(PAGE), page)?;
        Ok(())
    })?;
    Ok(workspace.path(PAGE))
}
