//! The file that an answer is written to: never the one that was read, and whole or not at all.

use std::ffi::OsStr;
use std::fs;
use std::io::{Error, ErrorKind, Write};
use std::path::{Path, PathBuf};

use tempfile::NamedTempFile;

use crate::inputs::name_of;

/// A file to be written, which is none of those that were read.
#[derive(Debug)]
pub struct Out(PathBuf);

impl Out {
    /// Fails with a sentence where it is the input, or no file could be.
    pub fn new(path: &Path, input: Option<&Path>) -> Result<Out, String> {
        if path.is_dir() {
            return Err(format!("{} 是文件夹，-o 要写文件名。", name_of(path)));
        }
        if input.is_some_and(|input| is_same_file(path, input)) {
            return Err(format!("-o 不能写成原文件 {}，请另起一个文件名。", name_of(path)));
        }
        Ok(Out(path.to_path_buf()))
    }

    pub fn path(&self) -> &Path {
        &self.0
    }

    /// What the name ends with, in small letters.
    pub fn ending(&self) -> String {
        ending(&self.0)
    }

    /// Writes the file, whole or not at all.
    pub fn write(&self, bytes: &[u8]) -> Result<(), String> {
        write_whole(&self.0, bytes).map_err(|error| format!("写不了 {}：{}", name_of(&self.0), why(&error)))
    }
}

/// Writes a file beside its place and moves it there, so that a full disk leaves what stood there whole.
pub fn write_whole(path: &Path, bytes: &[u8]) -> Result<(), Error> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut file = NamedTempFile::new_in(folder)?;
    file.write_all(bytes).and_then(|()| file.as_file().sync_all())?;
    readable_by_others(&file)?;
    file.persist(path).map(drop).map_err(|error| error.error)
}

/// Returns what a file's name ends with, in small letters.
pub fn ending(path: &Path) -> String {
    path.extension().and_then(OsStr::to_str).unwrap_or_default().to_lowercase()
}

/// Why nothing could be written, without the name of the temporary file.
pub fn why(error: &Error) -> String {
    match error.kind() {
        ErrorKind::NotFound => "没有这个文件夹。".to_string(),
        ErrorKind::PermissionDenied => "没有写的权限。".to_string(),
        ErrorKind::ReadOnlyFilesystem => "这个磁盘是只读的。".to_string(),
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => "磁盘满了。".to_string(),
        kind => format!("{kind}。"),
    }
}

/// A temporary file is its owner's alone; an answer is as any other file.
fn readable_by_others(file: &NamedTempFile) -> std::io::Result<()> {
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        file.as_file().set_permissions(fs::Permissions::from_mode(0o644))?;
    }
    Ok(())
}

/// Whether both are the same file, by whatever names and links.
fn is_same_file(a: &Path, b: &Path) -> bool {
    #[cfg(unix)]
    if let (Ok(a), Ok(b)) = (fs::metadata(a), fs::metadata(b)) {
        use std::os::unix::fs::MetadataExt;
        return (a.dev(), a.ino()) == (b.dev(), b.ino());
    }
    matches!((fs::canonicalize(a), fs::canonicalize(b)), (Ok(a), Ok(b)) if a == b)
}
