//! No path of this machine in what is handed on: they would tell who built it where, and two builds in different folders would differ.

use std::env;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};

use crate::process::{rustc, rustc_says};
use crate::workspace::Workspace;

/// Where the sources of this machine lie, and what is written instead.
fn places(workspace: &Workspace) -> Result<[(PathBuf, String); 3]> {
    let sysroot = PathBuf::from(rustc(&["--print", "sysroot"])?.trim());
    let commit = rustc_says("commit-hash")?;
    let cargo_home = env::home_dir().map(|home| home.join(".cargo"));
    let cargo_home = env::var_os("CARGO_HOME").map(PathBuf::from).or(cargo_home).context("cargo has no home")?;
    Ok([
        (workspace.path(""), "/gouji".to_owned()),
        (cargo_home, "/cargo".to_owned()),
        // Where the sources of the standard library are installed beside it, rustc names them by their place.
        (sysroot.join("lib/rustlib/src/rust"), format!("/rustc/{commit}")),
    ])
}

fn plain(path: &Path) -> String {
    path.display().to_string().trim_end_matches('/').to_string()
}

/// Returns the flags by which rustc writes the same paths everywhere.
pub fn remapped(workspace: &Workspace) -> Result<Vec<String>> {
    let places = places(workspace)?;
    Ok(places.iter().map(|(from, to)| format!("--remap-path-prefix={}={to}", plain(from))).collect())
}

/// Fails where a program carries a path of this machine.
pub fn check_absent(workspace: &Workspace, what: &str, program: &[u8]) -> Result<()> {
    let home = env::home_dir().filter(|home| home.parent().is_some());
    let named: Vec<String> =
        places(workspace)?.iter().map(|(from, _)| plain(from)).chain(home.map(|home| plain(&home))).collect();
    let found = carried(program, &named);
    ensure!(found.is_empty(), "{what} carries paths of this machine: {}", found.join(", "));
    Ok(())
}

/// Returns the folders of which something is named.
fn carried<'a>(program: &[u8], folders: &'a [String]) -> Vec<&'a str> {
    let holds = |folder: &&String| {
        let path = format!("{folder}/");
        program.windows(path.len()).any(|window| window == path.as_bytes())
    };
    folders.iter().filter(holds).map(String::as_str).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_in_a_program_is_found() {
        let folders = ["/home/clerk".to_string(), "/opt/sources".to_string()];
        assert_eq!(carried(b"\0panicked at /home/clerk/.cargo/registry/src/a.rs\0", &folders), ["/home/clerk"]);
        assert_eq!(carried(b"\0panicked at /cargo/registry/src/a.rs /home/clerks\0", &folders), [""; 0]);
    }
}
