//! The command line as it is handed on, `dist/bin`: without a path of the machine that built it.

use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result};

use crate::fingerprint::unless_fresh;
use crate::paths;
use crate::process::{cargo, run};
use crate::workspace::Workspace;

const FOLDER: &str = "dist/bin";
/// Of its own: other flags would have everything in `target/release` compiled again.
const TARGET: &str = "target/binary";
const SOURCES: [&str; 8] = [
    "Cargo.lock",
    "Cargo.toml",
    "rust-toolchain.toml",
    "src",
    "crates/cli",
    "crates/desk",
    "crates/files",
    "crates/xtask/src/paths.rs",
];

/// Builds the program unless it is there already; gives it.
pub fn build(workspace: &Workspace) -> Result<PathBuf> {
    let name = format!("gouji{}", std::env::consts::EXE_SUFFIX);
    let program = workspace.path(FOLDER).join(&name);
    unless_fresh(workspace, FOLDER, &SOURCES, || {
        let flags = paths::remapped(workspace)?;
        run(cargo()
            .args(["build", "--quiet", "--release", "--locked", "--package", "gouji-cli", "--target-dir"])
            .arg(workspace.path(TARGET))
            .args(["--config", &format!("build.rustflags={flags:?}")])
            .current_dir(workspace.path("."))
            .env_remove("RUSTFLAGS")
            .env_remove("CARGO_ENCODED_RUSTFLAGS"))?;
        let built = workspace.path(TARGET).join("release").join(&name);
        paths::check_absent(workspace, "the command line", &fs::read(&built)?)?;
        fs::create_dir_all(workspace.path(FOLDER))?;
        fs::copy(&built, &program).with_context(|| format!("cannot write {}", program.display()))?;
        Ok(())
    })?;
    Ok(program)
}
