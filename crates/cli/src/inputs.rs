//! The files, folders and the standard input that are checked.

use std::iter;
use std::path::{Path, PathBuf};

use walkdir::{DirEntry, WalkDir};

use crate::read::{Refusal, kind_of};
use crate::why::unread;

/// One file or the standard input, or why there is nothing to read.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Input {
    File(PathBuf),
    Standard,
    Refused(PathBuf, Refusal),
}

impl Input {
    /// Returns its name as output shows it.
    pub fn name(&self) -> String {
        match self {
            Input::Standard => "-".to_string(),
            Input::File(path) | Input::Refused(path, _) => name_of(path),
        }
    }
}

/// Returns a path as text. What is no UTF-8 in it is written as `\xFF`, so that different names stay different.
pub fn name_of(path: &Path) -> String {
    let bytes = path.as_os_str().as_encoded_bytes();
    let chunks = bytes.utf8_chunks().map(|chunk| {
        let invalid: String = chunk.invalid().iter().map(|byte| format!("\\x{byte:02X}")).collect();
        chunk.valid().to_string() + &invalid
    });
    chunks.collect()
}

/// Returns what there is to check, one after the other; folders give the files of known kinds in them and below, by name.
pub fn expand(files: Vec<PathBuf>) -> impl Iterator<Item = Input> {
    files.into_iter().flat_map(|file| -> Box<dyn Iterator<Item = Input> + Send> {
        if file.as_os_str() == "-" {
            return Box::new(iter::once(Input::Standard));
        }
        if !file.is_dir() {
            return Box::new(iter::once(Input::File(file)));
        }
        let mut found = WalkDir::new(&file).sort_by_file_name().into_iter().filter_map(in_folder).peekable();
        if found.peek().is_none() {
            let refusal = Refusal::new("cannot-open", "文件夹里没有能核对的文件。");
            return Box::new(iter::once(Input::Refused(file, refusal)));
        }
        Box::new(found)
    })
}

/// Returns what an entry of a folder gives to check: a file of a known kind, or a sentence about what cannot be read.
fn in_folder(entry: walkdir::Result<DirEntry>) -> Option<Input> {
    let entry = match entry {
        Ok(entry) => entry,
        Err(error) => {
            let path = error.path().map(Path::to_path_buf).unwrap_or_default();
            let why = error.io_error().map_or("链接绕成了圈。".to_string(), unread);
            return Some(Input::Refused(path, Refusal::new("cannot-open", format!("无法打开：{why}"))));
        }
    };
    let kind = entry.file_type();
    if kind.is_dir() {
        return None;
    }
    let path = entry.path();
    let not_read = |reason: String| Some(Input::Refused(path.to_path_buf(), Refusal::new("not-a-file", reason)));
    if kind.is_file() {
        return is_readable(path).then(|| Input::File(path.to_path_buf()));
    }
    if !kind.is_symlink() {
        return not_read(format!("这是{}，不是文件，没有打开。", kind_of(kind)));
    }
    match std::fs::metadata(path) {
        Ok(target) if target.is_dir() => not_read("这是指向另一个文件夹的链接，没有进去。".to_string()),
        _ => is_readable(path).then(|| Input::File(path.to_path_buf())),
    }
}

/// Names that files of the kinds read usually have. Named one by one, any file is looked into.
const NAMES: [&str; 16] =
    ["txt", "md", "csv", "html", "htm", "mht", "mhtml", "docx", "doc", "wps", "rtf", "xlsx", "xls", "et", "pdf", "ofd"];

/// Whether its name says so; `~$` begins the locks of open documents.
fn is_readable(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy().to_ascii_lowercase();
    !name.starts_with("~$") && name.rsplit_once('.').is_some_and(|(_, end)| NAMES.contains(&end))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[cfg(unix)]
    #[test]
    fn names_that_are_no_utf8_stay_different() {
        use std::ffi::OsStr;
        use std::os::unix::ffi::OsStrExt;
        let name = |bytes: &[u8]| name_of(Path::new(OsStr::from_bytes(bytes)));
        assert_eq!(name("柳溪镇.txt".as_bytes()), "柳溪镇.txt");
        assert_eq!(name(b"a\xff\xfe.txt"), "a\\xFF\\xFE.txt");
        assert_ne!(name(b"a\xff.txt"), name(b"a\xfe.txt"));
    }
}
