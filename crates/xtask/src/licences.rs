//! The licences of all parts as one text, which goes with the page, the npm package and the command line.

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;

use anyhow::{Result, ensure};

use crate::parts::{self, Part};
use crate::workspace::Workspace;

/// Where the page takes the text from.
const FILE: &str = "www/engine/licences.txt";

/// The standard library is in every module and program, and is no package.
const OF_RUST: &str = include_str!("rust-licence.txt");

/// Lays the text of the page's parts where the page finds it; gives that file.
pub fn lay(workspace: &Workspace) -> Result<PathBuf> {
    let file = workspace.path(FILE);
    fs::write(&file, text(workspace, &parts::of_the_page(workspace)?)?)?;
    Ok(file)
}

/// Returns the text of these parts.
pub fn text(workspace: &Workspace, parts: &[Part]) -> Result<String> {
    let mut by_text: BTreeMap<String, Vec<String>> = BTreeMap::new();
    let mut without = Vec::new();
    let mut list = vec!["std (Rust)  MIT OR Apache-2.0".to_owned()];
    by_text.insert(OF_RUST.trim().to_owned(), vec!["std (Rust)".to_owned()]);
    for part in parts {
        let name = format!("{} {}", part.name, part.version);
        list.push(format!("{name}  {}", part.licence));
        let texts = part.texts()?;
        if texts.is_empty() {
            without.push(format!("{name}: {}", part.licence));
        }
        for text in texts {
            by_text.entry(text).or_default().push(name.clone());
        }
    }
    ensure!(without.is_empty(), "these bring no text of their licence: {}", without.join(", "));
    let own = fs::read_to_string(workspace.path("LICENSE"))?;
    let mut out =
        format!("勾稽（gouji）\n\n{}\n\n\n勾稽用到的开源组件和它们的许可\n\n{}\n", own.trim(), list.join("\n"));
    for (text, names) in by_text {
        out += &format!("\n\n==== {}\n\n{text}\n", names.join(", "));
    }
    Ok(out)
}
