//! `wasm-pack.toml` and `Cargo.lock`: which tools, which target, how heavy.

use std::fs;

use anyhow::{Context, Result};
use serde::Deserialize;

use crate::workspace::Workspace;

/// `wasm-pack.toml`.
#[derive(Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct Manifest {
    pub tools: Tools,
    pub package: Package,
    pub files: Module,
    pub desk: Module,
    pub budget: Budget,
}

/// A module beside the engine: its name, the crate it is made from, and the most it may weigh.
#[derive(Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct Module {
    pub name: String,
    pub folder: String,
    pub module: Limit,
}

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct Tools {
    pub wasm_pack: String,
}

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct Package {
    pub name: String,
    pub target: String,
    pub rust_target: String,
    pub opt_level: toml::Value,
}

/// The most that things may weigh, in bytes.
#[derive(Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct Budget {
    pub module: Limit,
    /// The table of administrative divisions, which the page loads with its handbook.
    pub divisions: Limit,
    pub javascript: Limit,
    pub page: usize,
}

/// The most that something may weigh, in bytes.
#[derive(Deserialize)]
pub struct Limit {
    pub raw: usize,
    pub gzipped: usize,
}

impl Manifest {
    pub fn read(workspace: &Workspace) -> Result<Manifest> {
        parse(workspace, "wasm-pack.toml")
    }
}

/// A package of `Cargo.lock`; one of this workspace has no checksum.
#[derive(Deserialize)]
pub struct Locked {
    pub name: String,
    pub version: String,
    pub checksum: Option<String>,
}

/// The packages of `Cargo.lock`.
pub fn locked(workspace: &Workspace) -> Result<Vec<Locked>> {
    #[derive(Deserialize)]
    struct Lock {
        package: Vec<Locked>,
    }
    Ok(parse::<Lock>(workspace, "Cargo.lock")?.package)
}

/// The version of a package in `Cargo.lock`.
pub fn locked_version(workspace: &Workspace, package: &str) -> Result<String> {
    let locked = locked(workspace)?.into_iter().find(|locked| locked.name == package);
    Ok(locked.with_context(|| format!("Cargo.lock names no {package}"))?.version)
}

fn parse<T: for<'de> Deserialize<'de>>(workspace: &Workspace, name: &str) -> Result<T> {
    let text = fs::read_to_string(workspace.path(name)).with_context(|| format!("cannot read {name}"))?;
    toml::from_str(&text).with_context(|| format!("{name} is not as expected"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table(workspace: &Workspace, name: &str) -> toml::Table {
        parse(workspace, name).unwrap()
    }

    #[test]
    fn every_package_gives_wasm_opt_the_flags_of_the_manifest() {
        let workspace = Workspace::here().unwrap();
        let ours = table(&workspace, "wasm-pack.toml");
        for manifest in ["crates/wasm/Cargo.toml", "crates/files-wasm/Cargo.toml", "crates/desk-wasm/Cargo.toml"] {
            let cargo = table(&workspace, manifest);
            let section = &cargo["package"]["metadata"]["wasm-pack"]["profile"]["release"];
            assert_eq!(section["wasm-opt"], ours["wasm-opt"]["flags"], "{manifest}");
        }
        assert_eq!(table(&workspace, "Cargo.toml")["package"]["name"], ours["package"]["name"]);
    }

    #[test]
    fn npm_carries_the_wasm_opt_of_the_manifest() {
        let workspace = Workspace::here().unwrap();
        let version = &table(&workspace, "wasm-pack.toml")["tools"]["binaryen"];
        let package = fs::read_to_string(workspace.path("www/package.json")).unwrap();
        let package: serde_json::Value = serde_json::from_str(&package).unwrap();
        assert_eq!(package["devDependencies"]["binaryen"].as_str(), version.as_str());
    }

    #[test]
    fn the_page_is_built_down_to_the_floor_of_the_manifest() {
        let workspace = Workspace::here().unwrap();
        let floor = &table(&workspace, "wasm-pack.toml")["floor"];
        let version = |browser: &str| floor[browser].as_str().unwrap();
        let [chromium, firefox, safari] = ["chromium", "firefox", "safari"].map(version);
        let expected = format!(r#"["chrome{chromium}", "firefox{firefox}", "safari{safari}"]"#);
        let vite = fs::read_to_string(workspace.path("www/vite.config.ts")).unwrap();
        assert!(vite.contains(&expected), "www/vite.config.ts names other browsers than {expected}");
    }
}
