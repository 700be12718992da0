//! `cargo xtask`: everything around the crate, from the missing tools to the page in a browser.
//!
//! One command is one file in `commands/`; what the commands share lies beside it.

mod apt;
mod binary;
mod browser;
mod commands;
mod engine;
mod files;
mod fingerprint;
mod licences;
mod manifest;
mod module;
mod npm;
mod package;
mod page;
mod parts;
mod paths;
mod process;
mod rebuild;
mod runner;
mod sbom;
mod server;
mod shapes;
mod sums;
mod tools;
mod weight;
mod workspace;

use std::process::ExitCode;

use anyhow::Result;
use clap::Parser;
use workspace::Workspace;

#[derive(Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask", about = "Builds, serves and tests gouji")]
enum Command {
    Accuracy(commands::accuracy::Accuracy),
    Serve(commands::serve::Serve),
    Build(commands::build::Build),
    Verify(commands::verify::Verify),
    Test(commands::test::Test),
    Browsers(commands::browsers::Browsers),
    Bench(commands::bench::Bench),
    Docs(commands::docs::Docs),
    Fuzz(commands::fuzz::Fuzz),
    Growth(commands::growth::Growth),
    Divisions(commands::divisions::Divisions),
}

fn main() -> ExitCode {
    match run(Command::parse()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("\nerror: {error}");
            error.chain().skip(1).for_each(|cause| eprintln!("  {cause}"));
            ExitCode::FAILURE
        }
    }
}

fn run(command: Command) -> Result<()> {
    let workspace = Workspace::here()?;
    match command {
        Command::Accuracy(command) => command.run(&workspace),
        Command::Serve(command) => command.run(&workspace),
        Command::Build(command) => command.run(&workspace),
        Command::Verify(command) => command.run(&workspace),
        Command::Test(command) => command.run(&workspace),
        Command::Browsers(command) => command.run(&workspace),
        Command::Bench(command) => command.run(&workspace),
        Command::Docs(command) => command.run(&workspace),
        Command::Fuzz(command) => command.run(&workspace),
        Command::Growth(command) => command.run(&workspace),
        Command::Divisions(command) => command.run(&workspace),
    }
}
