//! Why the system did not read or write, as a sentence for a clerk.

use std::io::{Error, ErrorKind};

/// Returns why nothing could be read.
pub fn unread(error: &Error) -> String {
    let known = match error.kind() {
        ErrorKind::NotFound => "没有这个文件或文件夹。",
        ErrorKind::PermissionDenied => "没有读的权限。",
        _ => return other(error),
    };
    known.to_string()
}

/// Returns why nothing could be written.
pub fn unwritten(error: &Error) -> String {
    let known = match error.kind() {
        ErrorKind::NotFound => "没有这个文件夹。",
        ErrorKind::PermissionDenied => "没有写的权限。",
        _ => return other(error),
    };
    known.to_string()
}

/// What can keep from both. The system's own sentences are in English, so what is left is told by its number.
fn other(error: &Error) -> String {
    let known = match error.kind() {
        ErrorKind::AlreadyExists => "已有同名的文件或文件夹。",
        ErrorKind::IsADirectory => "这是文件夹，不是文件。",
        ErrorKind::NotADirectory => "路径中间有一段是文件，不是文件夹。",
        ErrorKind::InvalidFilename => "文件名太长，或有不能用的字符。",
        ErrorKind::ReadOnlyFilesystem => "这个磁盘是只读的。",
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => "磁盘满了。",
        ErrorKind::FileTooLarge => "文件超过了磁盘允许的大小。",
        ErrorKind::OutOfMemory => "内存不够。",
        ErrorKind::UnexpectedEof => "文件没有写完整。",
        ErrorKind::InvalidData => "不是 UTF-8 文字。",
        ErrorKind::TimedOut | ErrorKind::HostUnreachable | ErrorKind::NetworkUnreachable => "网络上的磁盘没有回应。",
        // Its kind has no stable name yet.
        _ if cfg!(target_os = "linux") && error.raw_os_error() == Some(40) => "链接绕成了圈。",
        // Windows, where Word keeps what it has open for itself.
        _ if cfg!(windows) && matches!(error.raw_os_error(), Some(32 | 33)) => "别的程序正打开着它，关掉后再试。",
        _ => {
            return error
                .raw_os_error()
                .map_or("系统没有说原因。".to_string(), |number| format!("系统给出的错误号是 {number}。"));
        }
    };
    known.to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_system_says_is_said_in_chinese() {
        for number in 1..=133 {
            let error = Error::from_raw_os_error(number);
            for said in [unread(&error), unwritten(&error)] {
                let words = said.trim_end_matches("UTF-8 文字。");
                assert!(said.ends_with('。') && !words.chars().any(|c| c.is_ascii_alphabetic()), "{number}: {said}");
            }
        }
        assert_eq!(unread(&ErrorKind::NotFound.into()), "没有这个文件或文件夹。");
        assert_eq!(other(&Error::other("on purpose")), "系统没有说原因。");
    }
}
