//! `cargo xtask build`: all that is published, ready to be copied.

use anyhow::Result;
use clap::Args;

use crate::workspace::Workspace;
use crate::{binary, package, page, sums};

/// Write dist: the page as one file and as a site, the npm package, the command line, and their checksums
#[derive(Args)]
pub struct Build {}

impl Build {
    pub fn run(self, workspace: &Workspace) -> Result<()> {
        let page = page::build(workspace)?;
        package::build(workspace)?;
        binary::build(workspace)?;
        sums::write(workspace)?;
        println!("{} is ready: open it from disk, or copy it to any server.", workspace.short(&page));
        println!(
            "dist/site is the same page for a web server with https, dist/npm the engine for other sites, dist/bin the command line of this system."
        );
        Ok(())
    }
}
