//! Where things lie in the working tree.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

/// The working tree that `cargo xtask` was called in.
pub struct Workspace {
    root: PathBuf,
}

impl Workspace {
    /// The tree of the running `cargo`, which need not be the one that xtask was compiled in.
    pub fn here() -> Result<Workspace> {
        let xtask = std::env::var_os("CARGO_MANIFEST_DIR").context("start this as `cargo xtask`")?;
        let root = Path::new(&xtask).ancestors().nth(2).context("xtask lies in crates")?;
        Ok(Workspace { root: root.to_path_buf() })
    }

    /// A path of the tree, given from its top.
    pub fn path(&self, below: impl AsRef<Path>) -> PathBuf {
        self.root.join(below)
    }

    /// The same path as a person would write it: from the top of the tree.
    pub fn short<'a>(&self, path: &'a Path) -> std::path::Display<'a> {
        path.strip_prefix(&self.root).unwrap_or(path).display()
    }
}
