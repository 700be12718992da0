//! The WebAssembly package: built by wasm-pack, checked, and laid where the page finds it.

use std::fs;
use std::process::Command;

use anyhow::{Context, Result};

use crate::fingerprint::unless_fresh;
use crate::manifest::{Limit, Manifest};
use crate::process::{self, run};
use crate::workspace::Workspace;
use crate::{files, module, tools};

/// Where the page takes the engine from.
const FOLDER: &str = "www/engine";

/// All that the engine is made from.
pub const SOURCES: [&str; 7] =
    ["Cargo.lock", "Cargo.toml", "rust-toolchain.toml", "wasm-pack.toml", ".cargo", "src", "wasm"];

/// Builds the engine unless it is there already.
pub fn build(workspace: &Workspace) -> Result<()> {
    unless_fresh(workspace, FOLDER, &SOURCES, || {
        let manifest = Manifest::read(workspace)?;
        let name = &manifest.package.name;
        pack(workspace, &manifest, "wasm", name)?;

        let folder = workspace.path(FOLDER);
        println!("The engine weighs {}.", lay(workspace, name, &manifest.budget.limit)?);
        // The module carries no texts of the rules: the page has them beside it.
        let mut handbook = process::cargo();
        handbook
            .args(["run", "--quiet", "--locked", "--package", "gouji", "--", "handbook"])
            .current_dir(workspace.path("."));
        let handbook = process::output(&mut handbook).context("gouji handbook wrote nothing")?;
        fs::write(folder.join("handbook.json"), handbook)?;
        Ok(())
    })?;
    files::build(workspace)
}

/// Checks a packed module and lays it where the page finds it; gives what it weighs.
pub fn lay(workspace: &Workspace, name: &str, limit: &Limit) -> Result<module::Weight> {
    let package = workspace.path("target/packages").join(name);
    let module = fs::read(package.join(format!("{name}_bg.wasm")))?;
    module::check_features(&module)?;
    let weight = module::check_weight(&module, limit)?;
    let folder = workspace.path(FOLDER);
    fs::create_dir_all(&folder)?;
    for file in [format!("{name}.js"), format!("{name}_bg.wasm"), format!("{name}.d.ts")] {
        fs::copy(package.join(&file), folder.join(&file)).with_context(|| format!("wasm-pack wrote no {file}"))?;
    }
    Ok(weight)
}

/// Packs a crate of the workspace into `target/packages/NAME`.
pub fn pack(workspace: &Workspace, manifest: &Manifest, crate_folder: &str, name: &str) -> Result<()> {
    let path = tools::ready(workspace, manifest)?;
    let output = workspace.path("target/packages").join(name);
    println!("Building the WebAssembly package of {name}.");
    run(Command::new("wasm-pack")
        .args(["--log-level", "error", "build", "--mode", "no-install", "--no-pack"])
        .args(["--target", &manifest.package.target, "--out-name", name, "--out-dir"])
        .arg(output)
        .arg(workspace.path(crate_folder))
        .args(["--", "--locked", "--config", &format!("profile.release.opt-level={:?}", manifest.package.opt_level)])
        .env("PATH", path)
        // They would replace the flags of .cargo/config.toml, and old browsers would be lost.
        .env_remove("RUSTFLAGS")
        .env_remove("CARGO_ENCODED_RUSTFLAGS"))
}
