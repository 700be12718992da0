//! The command line as a program for this kind of machine, `dist/native`: the same bytes from every folder.

use std::fs;
use std::process::Command;

use anyhow::{Context, Result};

use crate::engine::same_paths_everywhere;
use crate::fingerprint::unless_fresh;
use crate::process::{self, cargo, run};
use crate::workspace::Workspace;

const FOLDER: &str = "dist/native";
/// Apart from what is built without these flags: either would have the other built anew.
const TARGET: &str = "target/native";
const SOURCES: [&str; 8] =
    ["Cargo.lock", "Cargo.toml", "rust-toolchain.toml", ".cargo", "src", "crates/cli", "crates/files", "crates/desk"];

/// Builds the program unless it is there already.
pub fn build(workspace: &Workspace) -> Result<()> {
    unless_fresh(workspace, FOLDER, &SOURCES, || {
        let host = host()?;
        println!("Building the command line for {host}.");
        run(cargo()
            .current_dir(workspace.path(""))
            .args(["build", "--release", "--locked", "--package", "gouji-cli", "--target-dir", TARGET])
            .args(["--config", &same_paths_everywhere(workspace, &host, &[])?])
            .env_remove("RUSTFLAGS")
            .env_remove("CARGO_ENCODED_RUSTFLAGS"))?;
        let program = format!("gouji{}", std::env::consts::EXE_SUFFIX);
        let to = workspace.path(FOLDER).join(host);
        fs::create_dir_all(&to)?;
        fs::copy(workspace.path(TARGET).join("release").join(&program), to.join(&program))?;
        Ok(())
    })
}

/// The kind of this machine, as Rust names it.
pub fn host() -> Result<String> {
    let version = process::output(Command::new("rustc").arg("-vV")).context("rustc does not answer")?;
    let host = version.lines().find_map(|line| line.strip_prefix("host: ")).context("rustc tells no host")?;
    Ok(host.to_owned())
}
