//! `dist/SHA256SUMS`: what was built, as `sha256sum --check` reads it.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use sha2::{Digest, Sha256};

use crate::workspace::Workspace;

pub const FILE: &str = "SHA256SUMS";
pub const SIGNATURE: &str = "SHA256SUMS.minisig";

/// The sum of each file, by its path from the folder.
pub type Sums = BTreeMap<String, String>;

/// Writes the sums of all that lies in `dist`; gives them. A signature of other sums goes.
pub fn write(workspace: &Workspace) -> Result<Sums> {
    let dist = workspace.path("dist");
    let sums = of(&dist)?;
    let text: String = sums.iter().map(|(name, sum)| format!("{sum}  {name}\n")).collect();
    let file = dist.join(FILE);
    if fs::read_to_string(&file).is_ok_and(|before| before == text) {
        return Ok(sums);
    }
    fs::write(file, text)?;
    let signature = dist.join(SIGNATURE);
    if signature.exists() {
        fs::remove_file(signature)?;
    }
    Ok(sums)
}

/// The sums of all that lies in a folder, but for the sums themselves and their signature.
pub fn of(folder: &Path) -> Result<Sums> {
    let mut files = Vec::new();
    collect(folder, &mut files)?;
    let mut sums = Sums::new();
    for file in files {
        let parts = file.strip_prefix(folder)?.iter().map(|part| part.to_string_lossy());
        let name = parts.collect::<Vec<_>>().join("/");
        if name != FILE && name != SIGNATURE {
            let sum = Sha256::digest(fs::read(&file)?).iter().map(|byte| format!("{byte:02x}")).collect();
            sums.insert(name, sum);
        }
    }
    Ok(sums)
}

/// Reads what `write` or `sha256sum` has written.
pub fn read(text: &str) -> Result<Sums> {
    let line = |line: &str| {
        let (sum, name) = line.split_once("  ").or_else(|| line.split_once(" *"))?;
        Some((name.to_owned(), sum.to_ascii_lowercase()))
    };
    text.lines().map(|one| line(one).with_context(|| format!("no line of sums: {one}"))).collect()
}

/// What differs, a line for each file.
pub fn differences(one: &Sums, other: &Sums, names: [&str; 2]) -> Vec<String> {
    let mut lines = Vec::new();
    for (name, sum) in one {
        match other.get(name) {
            None => lines.push(format!("{name}: only in {}", names[0])),
            Some(there) if there != sum => {
                lines.push(format!("{name}: {sum} in {}, {there} in {}", names[0], names[1]));
            }
            Some(_) => {}
        }
    }
    lines.extend(
        other.keys().filter(|name| !one.contains_key(*name)).map(|name| format!("{name}: only in {}", names[1])),
    );
    lines
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) -> Result<()> {
    for entry in fs::read_dir(folder).with_context(|| format!("cannot read {}", folder.display()))? {
        let path = entry?.path();
        if path.is_dir() {
            collect(&path, files)?;
        } else {
            files.push(path);
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_difference_is_told() {
        let here = read("aa  same\nbb  changed\ncc  here\n").unwrap();
        let there = read("AA *same\ndd  changed\nee  there\n").unwrap();
        let told = differences(&here, &there, ["one", "the other"]);
        assert_eq!(told, ["changed: bb in one, dd in the other", "here: only in one", "there: only in the other"]);
        assert!(differences(&here, &here, ["one", "the other"]).is_empty());
        read("no sum").unwrap_err();
    }
}
