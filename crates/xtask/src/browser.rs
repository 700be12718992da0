//! The browsers that the page is tested in: found on this machine, installed from Debian, or carried by npm.

use std::env;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use anyhow::{Context, Result, ensure};

use crate::workspace::Workspace;
use crate::{apt, tools};

/// The browsers, by the names `tests/browser` knows them by.
pub const NAMES: [&str; 8] =
    ["chromium", "chromium-109", "chromium-92", "chromium-86", "chromium-80", "chromium-72", "firefox", "webkit"];

const CHROMIUM: [&str; 5] = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];
const FIREFOX: [&str; 2] = ["firefox-esr", "firefox"];
/// Draws the Chinese of the screenshots.
const FONT: &str = "fonts-noto-cjk";
/// Debian keeps WebKitGTK's small browser out of the search path.
const MINI_BROWSER: &str = "webkit2gtk-4.1/MiniBrowser";
const DISPLAY: &str = ":97";

/// A browser ready to be driven: what `tests/browser` must be told of it, and the screen it draws on, which goes with it.
pub struct Browser {
    settings: Vec<(&'static str, PathBuf)>,
    screen: Option<Child>,
}

impl Browser {
    /// Tells a test run which browser it is of.
    pub fn tell<'a>(&self, tests: &'a mut Command, name: &str) -> &'a mut Command {
        tests.env("BROWSER", name).envs(self.settings.iter().map(|(key, value)| (key, value)))
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        if let Some(screen) = &mut self.screen {
            // It may be gone already.
            let _ = screen.kill();
            let _ = screen.wait();
        }
    }
}

/// Finds a browser, or installs what is missing for it.
pub fn ready(workspace: &Workspace, name: &str) -> Result<Browser> {
    let (settings, screen) = match name {
        "chromium" => (vec![("BROWSER_EXECUTABLE", chromium()?)], None),
        "firefox" => {
            let browser = program(&FIREFOX, &["firefox-esr", FONT])?;
            (vec![("BROWSER_EXECUTABLE", browser), ("DRIVER_EXECUTABLE", tools::geckodriver(workspace)?)], None)
        }
        "webkit" => {
            let driver = program(&["WebKitWebDriver"], &["webkit2gtk-driver", FONT])?;
            let display = ("DISPLAY", PathBuf::from(DISPLAY));
            (vec![("BROWSER_EXECUTABLE", mini_browser()?), ("DRIVER_EXECUTABLE", driver), display], Some(screen()?))
        }
        // Carried by npm; the libraries they are linked to come with Debian's.
        _ => {
            chromium()?;
            (Vec::new(), None)
        }
    };
    Ok(Browser { settings, screen })
}

/// LibreOffice, which the copied tables are pasted into.
pub fn office() -> Result<PathBuf> {
    program(&["soffice", "libreoffice"], &["libreoffice-writer-nogui"])
}

/// The browser in `GOUJI_BROWSER`, else any Chromium or Chrome on the search path, else one from Debian.
fn chromium() -> Result<PathBuf> {
    if let Some(browser) = env::var_os("GOUJI_BROWSER") {
        ensure!(Path::new(&browser).is_file(), "GOUJI_BROWSER names no file: {}", browser.display());
        return Ok(browser.into());
    }
    program(&CHROMIUM, &["chromium", FONT]).context("install one, or name it in GOUJI_BROWSER")
}

/// The first of these programs on the search path, after the packages were installed where there is none.
fn program(names: &[&str], packages: &[&str]) -> Result<PathBuf> {
    let find = || names.iter().find_map(|name| which::which(name).ok());
    if find().is_none() {
        apt::install(packages)?;
    }
    find().with_context(|| format!("not on the search path: {}", names.join(" or ")))
}

fn mini_browser() -> Result<PathBuf> {
    let folders = std::fs::read_dir("/usr/lib")?.filter_map(|entry| Some(entry.ok()?.path()));
    let found = folders.map(|folder| folder.join(MINI_BROWSER)).find(|browser| browser.is_file());
    found.context("WebKitGTK's MiniBrowser is not below /usr/lib")
}

/// A screen without glass: WebKitGTK has no way to run without one.
fn screen() -> Result<Child> {
    let xvfb = program(&["Xvfb"], &["xvfb"])?;
    Command::new(xvfb)
        .args([DISPLAY, "-screen", "0", "1400x1000x24", "-nolisten", "tcp"])
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .context("Xvfb does not start")
}
