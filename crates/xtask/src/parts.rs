//! The parts that others have made of what is published: from `cargo metadata` and from npm's lock file, each with its licence.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use data_encoding::{BASE64, HEXLOWER};
use serde::Deserialize;

use crate::manifest::{Manifest, locked};
use crate::npm::installed;
use crate::process::{self, cargo, rustc_says};
use crate::workspace::Workspace;

/// The crates that the modules of the page are made from, and the command line's.
const OF_THE_PAGE: [&str; 3] = ["gouji-wasm", "gouji-files-wasm", "gouji-desk-wasm"];
const OF_THE_PROGRAM: [&str; 1] = ["gouji-cli"];

/// How the names of licence files begin.
const LICENCE_FILES: [&str; 5] = ["LICENSE", "LICENCE", "COPYING", "NOTICE", "UNLICENSE"];
/// The files of licences that need not be taken where the MIT licence is offered instead.
const INSTEAD_OF_MIT: [&str; 6] = ["APACHE", "UNLICENSE", "ZLIB", "0BSD", "BOOST", "LGPL"];

/// A package of another hand.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Part {
    /// Where it comes from, as package URLs say it: `pkg:cargo/NAME@VERSION` or `pkg:npm/…`.
    pub url: String,
    pub name: String,
    pub version: String,
    /// As an SPDX expression.
    pub licence: String,
    /// The algorithm and the sum of the package's archive, in hexadecimal.
    pub sum: Option<(&'static str, String)>,
    /// The package URLs of what it uses.
    pub uses: BTreeSet<String>,
    /// Where its files lie.
    pub folder: PathBuf,
}

/// What `cargo metadata` tells, as far as it is asked.
#[derive(Deserialize)]
pub struct Metadata {
    pub packages: Vec<Package>,
    resolve: Resolve,
}

#[derive(Deserialize)]
pub struct Package {
    id: String,
    pub name: String,
    pub version: String,
    pub license: Option<String>,
    pub source: Option<String>,
    manifest_path: PathBuf,
}

#[derive(Deserialize)]
struct Resolve {
    nodes: Vec<Node>,
}

#[derive(Deserialize)]
struct Node {
    id: String,
    deps: Vec<Dependency>,
}

#[derive(Deserialize)]
struct Dependency {
    pkg: String,
    dep_kinds: Vec<Kind>,
}

#[derive(Deserialize)]
struct Kind {
    kind: Option<String>,
}

/// The parts of the page, the same on every machine, in the order of their package URLs.
pub fn of_the_page(workspace: &Workspace) -> Result<Vec<Part>> {
    let wasm = Manifest::read(workspace)?.package.rust_target;
    sorted(workspace, &[(&wasm, &OF_THE_PAGE)])
}

/// Those, and what the command line is made from on a machine of this kind.
pub fn all(workspace: &Workspace) -> Result<Vec<Part>> {
    let wasm = Manifest::read(workspace)?.package.rust_target;
    sorted(workspace, &[(&wasm, &OF_THE_PAGE), (&rustc_says("host")?, &OF_THE_PROGRAM)])
}

fn sorted(workspace: &Workspace, builds: &[(&str, &[&str])]) -> Result<Vec<Part>> {
    let sums = locked_sums(workspace)?;
    let mut parts = BTreeMap::new();
    for (target, roots) in builds {
        let metadata = metadata(workspace, &["--filter-platform", target])?;
        for part in of_rust(&metadata, roots, &sums)? {
            // What a part uses depends on the target.
            let known: &mut Part = parts.entry(part.url.clone()).or_insert(part);
            known.uses.extend(part_uses(&metadata, &known.name, &known.version));
        }
    }
    parts.extend(of_npm(workspace)?.into_iter().map(|part| (part.url.clone(), part)));
    Ok(parts.into_values().collect())
}

/// Asks `cargo metadata`.
pub fn metadata(workspace: &Workspace, more: &[&str]) -> Result<Metadata> {
    let mut ask = cargo();
    ask.current_dir(workspace.path("")).args(["metadata", "--format-version", "1", "--locked"]).args(more);
    let answer = process::output(&mut ask).context("cargo metadata does not answer")?;
    Ok(serde_json::from_str(&answer)?)
}

fn url_of(name: &str, version: &str) -> String {
    format!("pkg:cargo/{name}@{version}")
}

/// What goes into a build of these crates, theirs and ours; what only makes other code at build time does not.
fn of_rust(metadata: &Metadata, roots: &[&str], sums: &BTreeMap<String, String>) -> Result<Vec<Part>> {
    let packages: BTreeMap<&str, &Package> = metadata.packages.iter().map(|one| (one.id.as_str(), one)).collect();
    let nodes: BTreeMap<&str, &Node> = metadata.resolve.nodes.iter().map(|node| (node.id.as_str(), node)).collect();
    let mut left: Vec<&str> =
        metadata.packages.iter().filter(|one| roots.contains(&one.name.as_str())).map(|one| one.id.as_str()).collect();
    ensure!(left.len() == roots.len(), "cargo metadata does not know {roots:?}");
    let mut reached = BTreeSet::new();
    while let Some(id) = left.pop() {
        if reached.insert(id) {
            left.extend(nodes.get(id).into_iter().flat_map(|node| shipped(node)));
        }
    }
    let foreign = reached.into_iter().filter_map(|id| packages.get(id)).filter(|package| package.source.is_some());
    foreign
        .map(|package| {
            let url = url_of(&package.name, &package.version);
            Ok(Part {
                name: package.name.clone(),
                version: package.version.clone(),
                licence: expression(package.license.as_deref().context("a crate names no licence")?)?,
                sum: sums.get(&url).map(|sum| ("SHA-256", sum.clone())),
                uses: BTreeSet::new(),
                folder: package.manifest_path.parent().context("a manifest lies in a folder")?.to_path_buf(),
                url,
            })
        })
        .collect()
}

/// What a package needs when it runs.
fn shipped(node: &Node) -> impl Iterator<Item = &str> {
    let of_run = |dependency: &&Dependency| dependency.dep_kinds.iter().any(|kind| kind.kind.is_none());
    node.deps.iter().filter(of_run).map(|dependency| dependency.pkg.as_str())
}

fn part_uses(metadata: &Metadata, name: &str, version: &str) -> BTreeSet<String> {
    let is_it = |package: &&Package| package.name == name && package.version == version;
    let id = metadata.packages.iter().find(is_it).map(|package| package.id.as_str());
    let node = metadata.resolve.nodes.iter().find(|node| Some(node.id.as_str()) == id);
    let used = node.into_iter().flat_map(shipped);
    used.filter_map(|id| metadata.packages.iter().find(|package| package.id == id))
        .map(|one| url_of(&one.name, &one.version))
        .collect()
}

/// The sums of the archives in `Cargo.lock`.
fn locked_sums(workspace: &Workspace) -> Result<BTreeMap<String, String>> {
    let sums = locked(workspace)?.into_iter().filter_map(|one| Some((url_of(&one.name, &one.version), one.checksum?)));
    Ok(sums.collect())
}

/// The packages that are bundled into the page.
fn of_npm(workspace: &Workspace) -> Result<Vec<Part>> {
    #[derive(Deserialize)]
    struct Lock {
        packages: BTreeMap<String, Locked>,
    }
    #[derive(Deserialize)]
    struct Locked {
        version: Option<String>,
        license: Option<String>,
        integrity: Option<String>,
        #[serde(default)]
        dev: bool,
        #[serde(default)]
        dependencies: BTreeMap<String, String>,
    }
    let modules = installed(workspace, "www")?;
    let lock: Lock = serde_json::from_str(&fs::read_to_string(workspace.path("www/package-lock.json"))?)?;
    let bundled = |path: &str| lock.packages.get(path).filter(|package| !package.dev);
    let url = |name: &str, version: &str| format!("pkg:npm/{}@{version}", name.replace('@', "%40"));
    let mut parts = Vec::new();
    for path in lock.packages.keys() {
        let (Some(name), Some(package)) = (path.strip_prefix("node_modules/"), bundled(path)) else { continue };
        let version = package.version.clone().with_context(|| format!("{name} has no version"))?;
        let uses = package.dependencies.keys().filter_map(|used| {
            let version = bundled(&format!("node_modules/{used}"))?.version.as_deref()?;
            Some(url(used, version))
        });
        parts.push(Part {
            url: url(name, &version),
            name: name.to_owned(),
            licence: expression(package.license.as_deref().with_context(|| format!("{name} names no licence"))?)?,
            sum: package.integrity.as_deref().and_then(hexadecimal).map(|sum| ("SHA-512", sum)),
            uses: uses.collect(),
            folder: modules.join(name),
            version,
        });
    }
    Ok(parts)
}

/// The sum of npm's `sha512-BASE64` as others write it.
fn hexadecimal(integrity: &str) -> Option<String> {
    let sum = BASE64.decode(integrity.strip_prefix("sha512-")?.as_bytes()).ok()?;
    Some(HEXLOWER.encode(&sum))
}

/// The licence as an SPDX expression; old packages write `MIT/Apache-2.0`.
pub fn expression(licence: &str) -> Result<String> {
    let licence = licence.replace(" / ", " OR ").replace('/', " OR ");
    spdx::Expression::parse(&licence).with_context(|| format!("no SPDX expression: {licence}"))?;
    Ok(licence)
}

impl Part {
    /// The texts of the licence that is taken, as the package brings them.
    pub fn texts(&self) -> Result<Vec<String>> {
        let mut names = Vec::new();
        for entry in fs::read_dir(&self.folder).with_context(|| format!("cannot read {}", self.folder.display()))? {
            let path = entry?.path();
            let name = path.file_name().unwrap_or_default().to_string_lossy().to_uppercase();
            if path.is_file() && LICENCE_FILES.iter().any(|start| name.starts_with(start)) {
                names.push((name, path));
            }
        }
        names.sort();
        if names.iter().any(|(name, _)| name.contains("MIT")) {
            names.retain(|(name, _)| !INSTEAD_OF_MIT.iter().any(|other| name.contains(other)));
        }
        names.iter().map(|(_, path)| text_of(path)).collect()
    }
}

fn text_of(path: &Path) -> Result<String> {
    let text = fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))?;
    let lines: Vec<&str> = text.trim_start_matches('\u{feff}').lines().map(str::trim_end).collect();
    Ok(lines.join("\n").trim_matches('\n').to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `deny.toml`, which cargo-deny reads too: so far as these tests hold it.
    #[derive(Deserialize)]
    struct Deny {
        licenses: Licences,
        bans: Bans,
        sources: Sources,
    }
    #[derive(Deserialize)]
    struct Licences {
        allow: Vec<String>,
    }
    #[derive(Deserialize)]
    struct Bans {
        skip: Vec<Skipped>,
    }
    #[derive(Deserialize)]
    struct Skipped {
        #[serde(rename = "crate")]
        name: String,
    }
    #[derive(Deserialize)]
    #[serde(rename_all = "kebab-case")]
    struct Sources {
        allow_registry: Vec<String>,
    }

    fn deny(workspace: &Workspace) -> Deny {
        toml::from_str(&fs::read_to_string(workspace.path("deny.toml")).unwrap()).unwrap()
    }

    fn is_allowed(licence: &str, allowed: &[String]) -> bool {
        let licence = spdx::Expression::parse(&expression(licence).unwrap()).unwrap();
        licence.evaluate(|asked| allowed.iter().any(|one| *one == asked.to_string()))
    }

    #[test]
    fn every_crate_has_a_licence_that_is_allowed() {
        let workspace = Workspace::here().unwrap();
        let allowed = deny(&workspace).licenses.allow;
        assert!(!is_allowed("GPL-3.0-only", &allowed) && !is_allowed("MIT AND GPL-3.0-only", &allowed));
        for package in metadata(&workspace, &[]).unwrap().packages {
            let licence = package.license.unwrap_or_default();
            assert!(is_allowed(&licence, &allowed), "{} {licence}", package.name);
        }
    }

    #[test]
    fn every_crate_comes_from_the_registry_or_from_here() {
        let workspace = Workspace::here().unwrap();
        let known = deny(&workspace).sources.allow_registry;
        for package in metadata(&workspace, &[]).unwrap().packages {
            let source = package.source.as_deref().map(|source| source.trim_start_matches("registry+").to_owned());
            assert!(source.is_none_or(|source| known.contains(&source)), "{} {}", package.name, package.version);
        }
    }

    #[test]
    fn no_crate_is_there_in_two_versions_but_those_listed() {
        let workspace = Workspace::here().unwrap();
        let skipped = deny(&workspace).bans.skip;
        let listed = |name: &str, version: &str| skipped.iter().any(|one| one.name == format!("{name}@{version}"));
        let packages = metadata(&workspace, &[]).unwrap().packages;
        for one in &packages {
            let unlisted = |other: &&Package| other.name == one.name && !listed(&other.name, &other.version);
            assert!(packages.iter().filter(unlisted).count() <= 1, "{} is there more than once", one.name);
        }
        for one in &skipped {
            let is_there = |package: &Package| format!("{}@{}", package.name, package.version) == one.name;
            assert!(packages.iter().any(is_there), "{} is listed but gone", one.name);
        }
    }

    #[test]
    fn sums_of_npm_are_written_as_others_write_them() {
        assert_eq!(hexadecimal("sha512-AAEC/w==").as_deref(), Some("000102ff"));
        assert_eq!(hexadecimal("sha1-AAEC"), None);
    }

    #[test]
    fn every_crate_of_the_workspace_forbids_unsafe_code() {
        let workspace = Workspace::here().unwrap();
        let table = |path: &Path| toml::from_str::<toml::Table>(&fs::read_to_string(path).unwrap()).unwrap();
        let root = table(&workspace.path("Cargo.toml"));
        assert_eq!(root["workspace"]["lints"]["rust"]["unsafe_code"].as_str(), Some("forbid"));
        for package in metadata(&workspace, &[]).unwrap().packages.iter().filter(|package| package.source.is_none()) {
            let lints = &table(&package.manifest_path)["lints"]["workspace"];
            assert_eq!(lints.as_bool(), Some(true), "{}", package.name);
        }
    }
}
