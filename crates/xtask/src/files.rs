//! The module that reads files: packed as the engine is, and laid beside it.

use anyhow::Result;

use crate::engine;
use crate::fingerprint::unless_fresh;
use crate::manifest::Manifest;
use crate::workspace::Workspace;

const MODULE: &str = "www/engine/files_bg.wasm";

/// All that the module is made from.
const SOURCES: [&str; 10] = [
    "Cargo.lock",
    "Cargo.toml",
    "rust-toolchain.toml",
    "wasm-pack.toml",
    ".cargo",
    "src",
    "crates/desk",
    "crates/files",
    "crates/files-wasm",
    "www/src/engine/file-types.ts",
];

/// Builds the module unless it is there already.
pub fn build(workspace: &Workspace) -> Result<()> {
    unless_fresh(workspace, MODULE, &SOURCES, || {
        let manifest = Manifest::read(workspace)?;
        let files = &manifest.files;
        engine::pack(workspace, &manifest, &files.folder, &files.name)?;
        println!("The readers of files weigh {}.", engine::lay(workspace, &files.name, &files.module)?);
        Ok(())
    })
}
