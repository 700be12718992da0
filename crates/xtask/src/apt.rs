//! Programs from Debian, where this machine lets us install them.

use std::process::Command;

use anyhow::Result;

use crate::process::{self, run};

/// Installs packages when this is Debian and we may; says nothing where not, for the program may still be found.
pub fn install(packages: &[&str]) -> Result<()> {
    if !may_install() {
        return Ok(());
    }
    println!("Installing {} with apt-get.", packages.join(", "));
    let apt = || {
        let mut apt = Command::new("apt-get");
        apt.env("DEBIAN_FRONTEND", "noninteractive").arg("-qq");
        apt
    };
    run(apt().arg("update"))?;
    run(apt().args(["install", "-y", "--no-install-recommends"]).args(packages))
}

fn may_install() -> bool {
    let root = process::output(Command::new("id").arg("-u")).is_some_and(|id| id.trim() == "0");
    root && which::which("apt-get").is_ok()
}
