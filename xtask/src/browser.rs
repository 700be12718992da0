//! The browser of this machine, for the tests of the page.

use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, ensure};

use crate::process::{self, run};

const NAMES: [&str; 5] = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];

/// The browser in `GOUJI_BROWSER`, else any Chromium or Chrome on the search path, else one from Debian.
pub fn chromium() -> Result<PathBuf> {
    if let Some(browser) = env::var_os("GOUJI_BROWSER") {
        ensure!(Path::new(&browser).is_file(), "GOUJI_BROWSER names no file: {}", browser.display());
        return Ok(browser.into());
    }
    if find().is_none() && may_install() {
        println!("Installing Chromium and a Chinese font with apt-get.");
        let apt = || {
            let mut apt = Command::new("apt-get");
            apt.env("DEBIAN_FRONTEND", "noninteractive").arg("-qq");
            apt
        };
        run(apt().arg("update"))?;
        run(apt().args(["install", "-y", "--no-install-recommends", "chromium", "fonts-noto-cjk"]))?;
    }
    find().context("no Chromium or Chrome on the search path; install one, or name it in GOUJI_BROWSER")
}

fn find() -> Option<PathBuf> {
    NAMES.iter().find_map(|name| which::which(name).ok())
}

fn may_install() -> bool {
    let root = process::output(Command::new("id").arg("-u")).is_some_and(|id| id.trim() == "0");
    root && which::which("apt-get").is_ok()
}
