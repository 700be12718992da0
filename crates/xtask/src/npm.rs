//! npm packages, from the lock files only.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result};

use crate::process::run;
use crate::workspace::Workspace;

/// `npm` in a folder of the tree.
pub fn npm(workspace: &Workspace, folder: &str) -> Command {
    let mut npm = Command::new("npm");
    npm.current_dir(workspace.path(folder)).env("npm_config_update_notifier", "false");
    npm
}

/// Installs the packages of a folder unless those of its lock file are there; gives its `node_modules`.
pub fn installed(workspace: &Workspace, folder: &str) -> Result<PathBuf> {
    let folder_path = workspace.path(folder);
    let modules = folder_path.join("node_modules");
    let stamp = modules.join(".installed-lock");
    let lock = folder_path.join("package-lock.json");
    let lock = fs::read(&lock).with_context(|| format!("cannot read {}", lock.display()))?;
    if fs::read(&stamp).is_ok_and(|installed| installed == lock) {
        return Ok(modules);
    }
    println!("Installing the npm packages of {folder}.");
    run(npm(workspace, folder).args(["ci", "--ignore-scripts", "--no-audit", "--no-fund"]))
        .context("npm of Node 20 or later is needed, and a network the first time")?;
    fs::write(&stamp, &lock)?;
    Ok(modules)
}
