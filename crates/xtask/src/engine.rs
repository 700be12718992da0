//! The WebAssembly package: built by wasm-pack, checked, and laid where the page finds it.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result};

use crate::commands::divisions::TABLE;
use crate::commands::docs;
use crate::fingerprint::unless_fresh;
use crate::manifest::{Limit, Manifest};
use crate::process::{self, run};
use crate::weight::{self, Weight};
use crate::workspace::Workspace;
use crate::{files, module, paths, tools};

/// Where the page takes the engine from.
const FOLDER: &str = "www/engine";

/// The crate of the browser's door.
pub const CRATE: &str = "crates/wasm";

/// All that the engine is made from.
pub const SOURCES: [&str; 9] = [
    "Cargo.lock",
    "Cargo.toml",
    "rust-toolchain.toml",
    "wasm-pack.toml",
    ".cargo",
    "src",
    "crates/wasm",
    docs::TYPES,
    TABLE,
];

/// Builds the engine unless it is there already.
pub fn build(workspace: &Workspace) -> Result<()> {
    unless_fresh(workspace, FOLDER, &SOURCES, || {
        let manifest = Manifest::read(workspace)?;
        let name = &manifest.package.name;
        pack(workspace, &manifest, CRATE, name)?;

        let folder = workspace.path(FOLDER);
        println!("The engine weighs {}.", lay(workspace, name, &manifest.budget.module)?);
        // The module carries no texts of the rules: the page has them beside it.
        let mut handbook = process::cargo();
        handbook
            .args(["run", "--quiet", "--locked", "--package", "gouji-cli", "--", "handbook"])
            .current_dir(workspace.path("."));
        let handbook = process::output(&mut handbook).context("gouji handbook wrote nothing")?;
        fs::write(folder.join("handbook.json"), handbook)?;
        let divisions = fs::read(workspace.path(TABLE))?;
        weight::check("the table of divisions", &divisions, &manifest.budget.divisions)?;
        fs::write(folder.join("divisions.txt"), divisions)?;
        Ok(())
    })?;
    files::build(workspace)
}

/// Checks a packed module and lays it where the page finds it; gives what it weighs.
pub fn lay(workspace: &Workspace, name: &str, limit: &Limit) -> Result<Weight> {
    let package = workspace.path("target/packages").join(name);
    let module = fs::read(package.join(format!("{name}_bg.wasm")))?;
    module::check_features(&module)?;
    let weight = weight::check("the module", &module, limit)?;
    let folder = workspace.path(FOLDER);
    fs::create_dir_all(&folder)?;
    for file in [format!("{name}.js"), format!("{name}_bg.wasm"), format!("{name}.d.ts")] {
        fs::copy(package.join(&file), folder.join(&file)).with_context(|| format!("wasm-pack wrote no {file}"))?;
    }
    Ok(weight)
}

/// Packs a crate of the workspace as the page takes it, into `target/packages/NAME`; gives that folder.
pub fn pack(workspace: &Workspace, manifest: &Manifest, crate_folder: &str, name: &str) -> Result<PathBuf> {
    pack_for(&manifest.package.target, workspace, manifest, crate_folder, name, name)
}

/// Packs a crate for another target of wasm-pack, into a folder of its own.
pub fn pack_for(
    target: &str,
    workspace: &Workspace,
    manifest: &Manifest,
    crate_folder: &str,
    name: &str,
    folder: &str,
) -> Result<PathBuf> {
    let path = tools::ready(workspace, manifest)?;
    let output = workspace.path("target/packages").join(folder);
    println!("Building the WebAssembly package of {name}.");
    run(Command::new("wasm-pack")
        .args(["--log-level", "error", "build", "--mode", "no-install", "--no-pack"])
        .args(["--target", target, "--out-name", name, "--out-dir"])
        .arg(&output)
        .arg(workspace.path(crate_folder))
        .args(["--", "--locked", "--config", &format!("profile.release.opt-level={}", manifest.package.opt_level)])
        // wasm-opt takes the names away once it has used them.
        .args(["--config", "profile.release.strip=false"])
        .args(["--config", &same_paths_everywhere(workspace, &manifest.package.rust_target)?])
        .env("PATH", path)
        // They would replace the flags of .cargo/config.toml, and old browsers would be lost.
        .env_remove("RUSTFLAGS")
        .env_remove("CARGO_ENCODED_RUSTFLAGS"))?;
    Ok(output)
}

/// A setting for cargo that joins the flags of .cargo/config.toml: no path of this machine gets into the module, so that two builds
/// in different folders give the same bytes.
fn same_paths_everywhere(workspace: &Workspace, rust_target: &str) -> Result<String> {
    let mut flags = paths::remapped(workspace)?;
    // Names that say the types, by which wasm-opt lays like functions side by side; the same in every folder.
    // The standard library's own features, which come with the names, would have wasm-bindgen use what old browsers lack.
    let names =
        ["-Csymbol-mangling-version=v0", "-Clink-arg=--features=mutable-globals", "-Clink-arg=--no-check-features"];
    flags.extend(names.map(str::to_string));
    Ok(format!("target.{rust_target}.rustflags={flags:?}"))
}
