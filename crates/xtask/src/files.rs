//! The modules that read and write files and that compare many reports: packed as the engine is, and laid beside it.

use anyhow::Result;

use crate::engine;
use crate::fingerprint::unless_fresh;
use crate::manifest::{Manifest, Module};
use crate::workspace::Workspace;

/// What every module is made from.
const ALWAYS: [&str; 5] = ["Cargo.lock", "Cargo.toml", "rust-toolchain.toml", "wasm-pack.toml", ".cargo"];
/// What the readers and writers of files are made from besides.
pub const FILES: [&str; 3] = ["crates/files", "crates/files-wasm", "www/src/engine/file-types.ts"];
const DESK: [&str; 3] = ["src", "crates/desk", "crates/desk-wasm"];

/// Builds the modules unless they are there already.
pub fn build(workspace: &Workspace) -> Result<()> {
    let manifest = Manifest::read(workspace)?;
    of(workspace, &manifest, &manifest.files, &FILES)?;
    of(workspace, &manifest, &manifest.desk, &DESK)
}

fn of(workspace: &Workspace, manifest: &Manifest, module: &Module, sources: &[&str]) -> Result<()> {
    let output = format!("www/engine/{}_bg.wasm", module.name);
    unless_fresh(workspace, &output, &[&ALWAYS, sources].concat(), || {
        engine::pack(workspace, manifest, &module.folder, &module.name)?;
        println!("The module {} weighs {}.", module.name, engine::lay(workspace, &module.name, &module.module)?);
        Ok(())
    })
}
