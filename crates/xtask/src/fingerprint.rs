//! What a build was made from, so that it is made again only when that changes.

use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::workspace::Workspace;

/// Folders of installed packages and of output, wherever they lie.
const NOT_SOURCE: [&str; 3] = ["node_modules", "dist", "target"];

/// Runs `build` unless `output` is there and was made from the same `inputs` (files and folders, from the top of the tree).
pub fn unless_fresh(
    workspace: &Workspace,
    output: &str,
    inputs: &[&str],
    build: impl FnOnce() -> Result<()>,
) -> Result<()> {
    let stamp = workspace.path("target/fingerprints").join(output.replace('/', "-"));
    let now = fingerprint(workspace, inputs)?;
    if workspace.path(output).exists() && fs::read_to_string(&stamp).is_ok_and(|before| before == now) {
        return Ok(());
    }
    build()?;
    fs::create_dir_all(workspace.path("target/fingerprints"))?;
    fs::write(&stamp, now).with_context(|| format!("cannot write {}", stamp.display()))
}

fn fingerprint(workspace: &Workspace, inputs: &[&str]) -> Result<String> {
    let mut hasher = DefaultHasher::new();
    for input in inputs {
        let mut files = Vec::new();
        collect(&workspace.path(input), &mut files)?;
        files.sort();
        for file in files {
            workspace.short(&file).to_string().hash(&mut hasher);
            fs::read(&file).with_context(|| format!("cannot read {}", file.display()))?.hash(&mut hasher);
        }
    }
    Ok(format!("{:016x}", hasher.finish()))
}

fn collect(path: &Path, files: &mut Vec<PathBuf>) -> Result<()> {
    if path.is_dir() {
        for entry in fs::read_dir(path)? {
            let entry = entry?;
            if !NOT_SOURCE.iter().any(|folder| entry.file_name() == *folder) {
                collect(&entry.path(), files)?;
            }
        }
    } else {
        files.push(path.to_path_buf());
    }
    Ok(())
}
