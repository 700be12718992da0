//! A build anew, from a copy of the sources in a folder of another name.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result};

use crate::process::{self, run};
use crate::workspace::Workspace;

/// Copies the sources, builds all that is published from them, and gives the folder of the copy.
pub fn rebuild(workspace: &Workspace) -> Result<PathBuf> {
    let copy = workspace.path("target/a folder of another name");
    if copy.exists() {
        fs::remove_dir_all(&copy)?;
    }
    let mut list = Command::new("git");
    list.current_dir(workspace.path("")).args(["ls-files", "-z", "--cached", "--others", "--exclude-standard"]);
    for file in process::output(&mut list).context("git lists no files")?.split_terminator('\0') {
        // A file taken away but not yet committed is listed too.
        if workspace.path(file).is_file() {
            let to = copy.join(file);
            fs::create_dir_all(to.parent().context("a file lies in a folder")?)?;
            fs::copy(workspace.path(file), to)?;
        }
    }
    let tools = workspace.path("target/tools/bin");
    let path = std::env::var_os("PATH").unwrap_or_default();
    let path = std::env::join_paths(std::iter::once(tools).chain(std::env::split_paths(&path)))?;
    run(Command::new(std::env::current_exe()?)
        .arg("build")
        .current_dir(&copy)
        .env("CARGO_MANIFEST_DIR", copy.join("crates/xtask"))
        .env("PATH", path))?;
    Ok(copy)
}
