//! `dist/SHA256SUMS`: what was built, as `sha256sum --check` reads it.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::Result;
use sha2::{Digest, Sha256};

use crate::workspace::Workspace;

const FILE: &str = "SHA256SUMS";

/// Writes the sums of all that lies in `dist`; gives them.
pub fn write(workspace: &Workspace) -> Result<String> {
    let dist = workspace.path("dist");
    let mut files = Vec::new();
    collect(&dist, &mut files)?;
    files.sort();
    let mut sums = String::new();
    for file in files {
        let name = file.strip_prefix(&dist)?.display().to_string();
        if name != FILE {
            let sum: String = Sha256::digest(fs::read(&file)?).iter().map(|byte| format!("{byte:02x}")).collect();
            sums += &format!("{sum}  {name}\n");
        }
    }
    fs::write(dist.join(FILE), &sums)?;
    Ok(sums)
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) -> Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            collect(&path, files)?;
        } else {
            files.push(path);
        }
    }
    Ok(())
}
