//! No path of this machine in what is handed on: they would tell who built it where, and two builds in different folders would differ.

use std::env;
use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result, ensure};

use crate::process;
use crate::workspace::Workspace;

/// Where the sources of this machine lie, and what is written instead.
fn places(workspace: &Workspace) -> Result<[(PathBuf, String); 3]> {
    let ask =
        |question: &[&str]| process::output(Command::new("rustc").args(question)).context("rustc does not answer");
    let sysroot = PathBuf::from(ask(&["--print", "sysroot"])?.trim());
    let version = ask(&["-vV"])?;
    let commit =
        version.lines().find_map(|line| line.strip_prefix("commit-hash: ")).context("rustc tells no commit")?;
    let cargo_home = env::home_dir().map(|home| home.join(".cargo"));
    let cargo_home = env::var_os("CARGO_HOME").map(PathBuf::from).or(cargo_home).context("cargo has no home")?;
    Ok([
        (workspace.path(""), "/gouji".to_owned()),
        (cargo_home, "/cargo".to_owned()),
        // Where the sources of the standard library are installed beside it, rustc names them by their place.
        (sysroot.join("lib/rustlib/src/rust"), format!("/rustc/{commit}")),
    ])
}

fn plain(path: &std::path::Path) -> String {
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
        let folders = ["/home/clerk".to_string(), "/work/gouji".to_string()];
        assert_eq!(carried(b"\0panicked at /home/clerk/.cargo/registry/src/a.rs\0", &folders), ["/home/clerk"]);
        assert_eq!(carried(b"\0panicked at /cargo/registry/src/a.rs /home/clerks\0", &folders), [""; 0]);
    }
}
