//! `cargo xtask build`: all that is published, ready to be copied.

use std::fs;

use anyhow::Result;
use clap::Args;

use crate::manifest::{Manifest, locked_version};
use crate::sums::Sums;
use crate::workspace::Workspace;
use crate::{binary, licences, package, page, parts, sbom, sums};

/// Write dist: the page as one file and as a site, the npm package, the command line, licences, parts and checksums
#[derive(Args)]
pub struct Build {}

impl Build {
    pub fn run(self, workspace: &Workspace) -> Result<()> {
        publish(workspace)?;
        println!("dist/gouji.html is ready: open it from disk, or copy it to any server.");
        println!(
            "dist/site is the same page for a web server, dist/npm the engine for other sites, dist/bin the command line."
        );
        println!("dist/SHA256SUMS is to be signed: docs/verify.md.");
        Ok(())
    }
}

/// Builds what is not there yet; gives the sums of all.
pub fn publish(workspace: &Workspace) -> Result<Sums> {
    page::build(workspace)?;
    package::build(workspace)?;
    binary::build(workspace)?;

    let name = Manifest::read(workspace)?.package.name;
    let version = locked_version(workspace, &name)?;
    let parts = parts::all(workspace)?;
    let dist = workspace.path("dist");
    fs::write(dist.join("LICENCES.txt"), licences::text(workspace, &parts)?)?;
    fs::write(dist.join("sbom.cdx.json"), serde_json::to_string_pretty(&sbom::of(&name, &version, &parts))? + "\n")?;
    sums::write(workspace)
}
