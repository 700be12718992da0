//! `cargo xtask serve`: the page on this machine, and what it needs built first.

use anyhow::Result;
use clap::Args;

use crate::page;
use crate::server::{Server, sample_headers};
use crate::workspace::Workspace;

/// Build what is missing and serve the page on a loopback address
#[derive(Args)]
pub struct Serve {
    /// Port to try first; a free one is taken where it is in use
    #[arg(long, default_value_t = 8080)]
    port: u16,
}

impl Serve {
    pub fn run(self, workspace: &Workspace) -> Result<()> {
        page::build(workspace)?;
        let headers = sample_headers(&workspace.path("dist/site"))?;
        let server = Server::on_loopback(workspace.path("dist"), headers, self.port)?;
        println!("Serving {}   (Ctrl+C ends it)", server.url()?);
        server.run();
        Ok(())
    }
}
