//! The tools that make the WebAssembly package, installed where they are missing: under `target/tools`, nowhere else.

use std::env;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

use crate::manifest::{self, Manifest};
use crate::process::{self, cargo, run, rustc};
use crate::workspace::Workspace;

const GECKODRIVER: &str = "0.37.1";
const CARGO_FUZZ: &str = "0.13.2";

/// Installs what is missing and gives the search path that finds it all.
pub fn ready(workspace: &Workspace, manifest: &Manifest) -> Result<OsString> {
    rust_target(&manifest.package.rust_target)?;
    let root = workspace.path("target/tools");
    let bindgen = manifest::locked_version(workspace, "wasm-bindgen")?;
    let folders = [
        tool(&root, "wasm-pack", "wasm-pack", &manifest.tools.wasm_pack, &["--locked"])?,
        // Its own lock file may name versions that are gone.
        tool(&root, "wasm-bindgen-cli", "wasm-bindgen", &bindgen, &[])?,
        crate::npm::installed(workspace, "www")?.join(".bin"),
    ];
    let path = env::var_os("PATH").unwrap_or_default();
    Ok(env::join_paths(folders.into_iter().chain(env::split_paths(&path)))?)
}

/// The program between WebDriver and Firefox.
pub fn geckodriver(workspace: &Workspace) -> Result<PathBuf> {
    let folder = tool(&workspace.path("target/tools"), "geckodriver", "geckodriver", GECKODRIVER, &["--locked"])?;
    Ok(folder.join("geckodriver"))
}

/// Installs cargo-fuzz where it is missing and gives the search path that finds it.
pub fn fuzzer(workspace: &Workspace) -> Result<OsString> {
    let folder = tool(&workspace.path("target/tools"), "cargo-fuzz", "cargo-fuzz", CARGO_FUZZ, &["--locked"])?;
    let path = env::var_os("PATH").unwrap_or_default();
    Ok(env::join_paths(std::iter::once(folder).chain(env::split_paths(&path)))?)
}

/// Adds a compilation target to the toolchain.
pub fn rust_target(target: &str) -> Result<()> {
    let folder = rustc(&["--print", "target-libdir", "--target", target])?;
    if Path::new(folder.trim()).is_dir() {
        return Ok(());
    }
    println!("Adding the Rust target {target}.");
    run(Command::new("rustup").args(["target", "add", target]))
        .with_context(|| format!("add the Rust target {target} as your Rust was installed"))
}

/// Finds a tool of just this version, or installs it; gives the folder it lies in.
fn tool(root: &Path, package: &str, program: &str, version: &str, options: &[&str]) -> Result<PathBuf> {
    let ours = root.join("bin").join(program);
    let candidates = std::iter::once(ours.clone()).chain(which::which(program).ok());
    let found = candidates.into_iter().find(|candidate| {
        process::output(Command::new(candidate).arg("--version"))
            .is_some_and(|answer| answer.split_whitespace().nth(1) == Some(version))
    });
    let at = match found {
        Some(at) => at,
        None => {
            println!("Installing {package} {version} under target/tools. Only now, and it takes some minutes.");
            run(cargo().args(["install", package, "--version", version, "--root"]).arg(root).args(options))
                .with_context(|| format!("{package} {version} could not be installed; is there a network?"))?;
            ours
        }
    };
    Ok(at.parent().context("a program lies in a folder")?.to_path_buf())
}
