//! Bytes from outside, never more than a bound: what is no file is told from its kind before it is opened, what is too big from its
//! length before it is read.

use std::fs::{File, FileType, Metadata};
use std::io::{self, Read};
use std::path::Path;

use gouji_files::error::LARGEST_FILE;

use crate::why::unread;

/// The largest settings file or list, in bytes.
pub const LARGEST_LIST: usize = 1024 * 1024;

/// Why nothing was read: a code for programs and a sentence.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Refusal {
    pub code: &'static str,
    pub message: String,
}

impl Refusal {
    pub fn new(code: &'static str, message: impl Into<String>) -> Refusal {
        Refusal { code, message: message.into() }
    }

    pub fn cannot_open(error: &io::Error) -> Refusal {
        Refusal::new("cannot-open", format!("无法打开文件：{}", unread(error)))
    }
}

/// Returns the bytes of a file that may be a report.
pub fn report(path: &Path) -> Result<Vec<u8>, Refusal> {
    bounded(path, LARGEST_FILE)
}

/// Returns the bytes of a file of at most that size.
pub fn bounded(path: &Path, largest: usize) -> Result<Vec<u8>, Refusal> {
    let metadata = std::fs::metadata(path).map_err(|error| Refusal::cannot_open(&error))?;
    is_file(&metadata)?;
    if metadata.len() > largest as u64 {
        return Err(too_big(metadata.len(), largest));
    }
    let file = File::open(path).map_err(|error| Refusal::cannot_open(&error))?;
    at_most(file, largest)
}

/// Returns what the standard input gives.
pub fn standard_input() -> Result<Vec<u8>, Refusal> {
    at_most(io::stdin().lock(), LARGEST_FILE)
}

/// A file may grow while it is read, and the standard input may have no end.
fn at_most(source: impl Read, largest: usize) -> Result<Vec<u8>, Refusal> {
    let mut bytes = Vec::new();
    let read = source.take(largest as u64 + 1).read_to_end(&mut bytes);
    read.map_err(|error| Refusal::new("cannot-open", format!("读到一半出错：{}", unread(&error))))?;
    if bytes.len() > largest { Err(too_big(bytes.len() as u64, largest)) } else { Ok(bytes) }
}

fn too_big(bytes: u64, largest: usize) -> Refusal {
    const MB: u64 = 1024 * 1024;
    let (at_least, largest) = (bytes.div_ceil(MB), largest as u64 / MB);
    Refusal::new("file-too-big", format!("文件太大（至少{at_least} MB），超过{largest} MB的上限，没有打开。"))
}

fn is_file(metadata: &Metadata) -> Result<(), Refusal> {
    if metadata.is_file() {
        return Ok(());
    }
    let kind = kind_of(metadata.file_type());
    Err(Refusal::new(
        "not-a-file",
        format!("这是{kind}，不是文件，没有打开。要核对别的程序给出的文字，用 - 从标准输入读。"),
    ))
}

/// Returns what a clerk or an administrator calls it.
pub fn kind_of(kind: FileType) -> &'static str {
    #[cfg(unix)]
    {
        use std::os::unix::fs::FileTypeExt;
        if kind.is_fifo() {
            return "管道";
        }
        if kind.is_socket() {
            return "套接字";
        }
        if kind.is_char_device() || kind.is_block_device() {
            return "设备";
        }
    }
    if kind.is_dir() { "文件夹" } else { "特殊文件" }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_endless_source_is_given_up() {
        let refusal = at_most(io::repeat(b'a'), 1000).expect_err("it has no end");
        assert_eq!(refusal.code, "file-too-big");
        assert_eq!(at_most(&b"abc"[..], 3), Ok(b"abc".to_vec()));
    }
}
