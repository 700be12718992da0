//! `cargo xtask browsers`: the page in every browser, old and new, its tables in LibreOffice, and what came of it in docs/browsers.md.

use std::fs;
use std::process::Command;

use anyhow::{Result, ensure};
use clap::Args;
use clap::builder::PossibleValuesParser;

use super::test::{IN_BROWSER, STRICT, node_test};
use crate::npm::installed;
use crate::process::run;
use crate::workspace::Workspace;
use crate::{browser, page};

/// The table that is kept.
const KEPT: &str = "docs/browsers.md";
/// What each browser's run has written.
const RECORDS: &str = "target/browsers/records";

/// Leaves a picture of every screen in every size in target/pictures.
const VISUAL: &str = "visual.test.mjs";

/// Drive the page in every browser and write docs/browsers.md
#[derive(Args)]
pub struct Browsers {
    /// Drive this browser alone, and leave the table as it is
    #[arg(long, value_name = "BROWSER", value_parser = PossibleValuesParser::new(browser::NAMES))]
    only: Option<String>,
    /// Let every frame and timer of the page come late: finds tests that look too early (Chromium, old or new)
    #[arg(long, requires = "only")]
    late: bool,
}

impl Browsers {
    pub fn run(self, workspace: &Workspace) -> Result<()> {
        page::build(workspace)?;
        installed(workspace, "tests/browser")?;
        fs::create_dir_all(workspace.path(RECORDS))?;
        let mut failed = Vec::new();
        for name in browser::NAMES.into_iter().filter(|name| self.only.as_ref().is_none_or(|only| only == name)) {
            println!("\n== {name}");
            let browser = browser::ready(workspace, name)?;
            let record = workspace.path(RECORDS).join(format!("{name}.json"));
            // Node takes no options after the files.
            let mut tests = node_test(workspace, &[]);
            tests
                .arg("--test-reporter=./record.mjs")
                .arg("--test-reporter-destination")
                .arg(record)
                .args(IN_BROWSER.map(|(file, _)| file))
                .arg(STRICT)
                .arg(VISUAL);
            if self.late {
                tests.env("LATE", "1");
            }
            if run(browser.tell(&mut tests, name)).is_err() {
                failed.push(name);
            }
        }
        if self.only.is_none() {
            println!("\n== LibreOffice");
            let browser = browser::ready(workspace, "chromium")?;
            let mut tests = node_test(workspace, &["office.test.mjs"]);
            if run(browser.tell(&mut tests, "chromium").env("OFFICE_EXECUTABLE", browser::office()?)).is_err() {
                failed.push("LibreOffice");
            }
            let mut table = Command::new("node");
            table.arg(workspace.path("tests/browser/matrix.mjs")).arg(workspace.path(RECORDS)).args(browser::NAMES);
            run(table.arg(workspace.path(KEPT)))?;
        }
        ensure!(failed.is_empty(), "not all passed in {}", failed.join(", "));
        Ok(())
    }
}
