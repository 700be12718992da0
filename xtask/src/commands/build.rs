//! `cargo xtask build`: the page as one file, ready to be copied to a server.

use anyhow::Result;
use clap::Args;

use crate::page;
use crate::workspace::Workspace;

/// Write dist/gouji.html: the page with everything inside
#[derive(Args)]
pub struct Build {}

impl Build {
    pub fn run(self, workspace: &Workspace) -> Result<()> {
        let page = page::build(workspace)?;
        println!("{} is ready: open it from disk, or copy it to any server.", workspace.short(&page));
        Ok(())
    }
}
