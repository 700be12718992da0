//! The page, in its two forms: one HTML file with everything inside, `dist/gouji.html`, and a folder for a web server, `dist/site`.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};

use crate::fingerprint::unless_fresh;
use crate::manifest::{Manifest, locked_version};
use crate::npm::{installed, npm};
use crate::process::run;
use crate::workspace::Workspace;
use crate::{engine, licences, weight};

const PAGE: &str = "dist/gouji.html";
const SITE: &str = "dist/site";
/// Which version and which build the page says that it is.
const VERSION: &str = "dist/VERSION.txt";

/// Builds the page, and the engine in it, unless they are there already; gives the single file.
pub fn build(workspace: &Workspace) -> Result<PathBuf> {
    engine::build(workspace)?;
    licences::lay(workspace)?;
    unless_fresh(workspace, PAGE, &["www", "wasm-pack.toml"], || {
        installed(workspace, "www")?;
        run(npm(workspace, "www").args(["run", "build"]))?;

        let built = workspace.path("www/dist");
        let page = fs::read(built.join("gouji.html")).context("the build of www wrote no gouji.html")?;
        let manifest = Manifest::read(workspace)?;
        let budget = &manifest.budget;
        let kilobytes = page.len().div_ceil(1000);
        ensure!(page.len() <= budget.page, "the page weighs {kilobytes} kB; the budget is {} kB", budget.page / 1000);
        let javascript = weight::check("the JavaScript of the page", &javascript(workspace)?, &budget.javascript)?;
        println!("The page weighs {kilobytes} kB; its JavaScript {javascript}.");
        replace_folder(&built.join("site"), &workspace.path(SITE))?;
        let build = fs::read_to_string(built.join("build.txt")).context("the build of www wrote no build.txt")?;
        let name = manifest.package.name;
        let version = locked_version(workspace, &name)?;
        fs::write(workspace.path(VERSION), format!("{name} {version}\n{build}"))?;
        fs::write(workspace.path(PAGE), page)?;
        Ok(())
    })?;
    Ok(workspace.path(PAGE))
}

/// All that the page runs: what the boot script does, the worker, and what vite made of the rest.
fn javascript(workspace: &Workspace) -> Result<Vec<u8>> {
    let mut scripts = Vec::new();
    for entry in fs::read_dir(workspace.path("www/dist/site"))? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        if name.ends_with(".js") && ["boot-", "page-", "worker-"].iter().any(|part| name.starts_with(part)) {
            scripts.extend(fs::read(entry.path())?);
        }
    }
    Ok(scripts)
}

/// Copies a folder to where another may lie; what was in that one is gone.
fn replace_folder(from: &Path, to: &Path) -> Result<()> {
    if to.exists() {
        fs::remove_dir_all(to)?;
    }
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from).with_context(|| format!("cannot read {}", from.display()))? {
        let entry = entry?;
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            replace_folder(&entry.path(), &target)?;
        } else {
            fs::copy(entry.path(), target)?;
        }
    }
    Ok(())
}
