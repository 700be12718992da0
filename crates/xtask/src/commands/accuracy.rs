//! `cargo xtask accuracy`: how well reports of every layout are read, as a table.

use anyhow::Result;
use clap::Args;

use crate::process::{cargo, run};
use crate::workspace::Workspace;

/// The table the tests compare against.
const KEPT: &str = "tests/accuracy.txt";

/// Read generated reports in every layout and count how the cells come out
#[derive(Args)]
pub struct Accuracy {
    /// Measure everything again and keep it in tests/accuracy.txt
    #[arg(long)]
    write: bool,
    /// Passed on to the measuring program: --reports N, --damage N, --seed N, --layout A4, --show SEED, ...
    #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
    arguments: Vec<String>,
}

impl Accuracy {
    pub fn run(self, workspace: &Workspace) -> Result<()> {
        let mut measure = cargo();
        measure.args([
            "run",
            "--quiet",
            "--locked",
            "--profile",
            "measure",
            "-p",
            "gouji-generator",
            "--bin",
            "accuracy",
            "--",
        ]);
        if self.write {
            measure.arg("--write").arg(workspace.path(KEPT));
        }
        run(measure.args(self.arguments))
    }
}
