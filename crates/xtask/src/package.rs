//! The engine and the module of files as an npm package for other sites, `dist/npm`: wasm-pack's output for the web, with types of its own and
//! a README.

use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result};

use crate::fingerprint::unless_fresh;
use crate::manifest::{self, Manifest};
use crate::workspace::Workspace;
use crate::{engine, files, licences, module};

const PACKAGE: &str = "dist/npm";
/// A page with a bundler or without, and Node.
const TARGET: &str = "web";

/// Builds the package unless it is there already; gives its folder.
pub fn build(workspace: &Workspace) -> Result<PathBuf> {
    engine::build(workspace)?;
    let mut sources = engine::SOURCES.to_vec();
    sources.extend(files::FILES);
    sources.extend(["www/npm", "www/src/engine/contract.ts"]);
    unless_fresh(workspace, PACKAGE, &sources, || {
        let manifest = Manifest::read(workspace)?;
        let name = &manifest.package.name;
        let files = &manifest.files;
        let folder = workspace.path(PACKAGE);
        fs::create_dir_all(&folder)?;
        for (crate_folder, name, packed) in
            [(engine::CRATE, name, "npm"), (files.folder.as_str(), &files.name, "npm-files")]
        {
            let packed = engine::pack_for(TARGET, workspace, &manifest, crate_folder, name, packed)?;
            module::check_features(&fs::read(packed.join(format!("{name}_bg.wasm")))?)?;
            for file in [format!("{name}.js"), format!("{name}_bg.wasm")] {
                fs::copy(packed.join(&file), folder.join(&file))
                    .with_context(|| format!("wasm-pack wrote no {file}"))?;
            }
        }
        for file in ["handbook.json", "divisions.txt"] {
            fs::copy(workspace.path("www/engine").join(file), folder.join(file))?;
        }
        fs::copy(workspace.path("LICENSE"), folder.join("LICENSE"))?;
        fs::copy(licences::lay(workspace)?, folder.join("LICENCES.txt"))?;
        for (types, file) in [("contract", "contract.d.ts"), ("file-types", "file-types.d.ts")] {
            fs::copy(workspace.path("www/src/engine").join(types).with_extension("ts"), folder.join(file))?;
        }
        for file in ["README.md", "gouji.d.ts", "files.d.ts"] {
            fs::copy(workspace.path("www/npm").join(file), folder.join(file))?;
        }
        let package = fs::read_to_string(workspace.path("www/npm/package.json"))?;
        let version = manifest::locked_version(workspace, name)?;
        fs::write(folder.join("package.json"), package.replace("0.0.0", &version))?;
        Ok(())
    })?;
    Ok(workspace.path(PACKAGE))
}
