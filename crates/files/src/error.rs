//! Why a file gives no text, each in a sentence that says what to do.

use std::fmt;

use crate::kind::Kind;

/// The largest file that is opened, in bytes.
pub const LARGEST_FILE: usize = 32 * 1024 * 1024;
/// The longest text a file may give, in bytes. A report has some ten thousand characters.
pub const LONGEST_TEXT: usize = 8 * 1024 * 1024;

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum FileError {
    Empty,
    TooBig {
        bytes: usize,
    },
    TooLong,
    /// More is packed in it than a report can need.
    TooMuchPacked,
    Encrypted(Kind),
    Damaged(Kind),
    /// There are pages, but no words on them.
    NoWords(Kind),
    /// The pages are pictures, and their words were guessed by a machine that looked at them.
    UnseenWords,
    /// A format of another age or purpose, by its name.
    OtherKind(&'static str),
    Unknown,
}

impl FileError {
    pub fn code(self) -> &'static str {
        match self {
            FileError::Empty => "empty-file",
            FileError::TooBig { .. } => "file-too-big",
            FileError::TooLong => "too-long",
            FileError::TooMuchPacked => "too-much-packed",
            FileError::Encrypted(_) => "encrypted",
            FileError::Damaged(_) => "damaged",
            FileError::NoWords(_) => "no-words",
            FileError::UnseenWords => "unseen-words",
            FileError::OtherKind(_) => "other-kind",
            FileError::Unknown => "unknown-kind",
        }
    }
}

impl fmt::Display for FileError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let megabytes = |bytes: usize| bytes.div_ceil(1024 * 1024);
        match self {
            FileError::Empty => write!(f, "这个文件是空的。请确认选对了文件，或者文件是否已经保存、传完。"),
            FileError::TooBig { bytes } => write!(
                f,
                "文件太大（{} MB），超过{} MB的上限，没有打开。请删去图片后另存，或只复制年度报告的文字粘贴进来。",
                megabytes(*bytes),
                megabytes(LARGEST_FILE)
            ),
            FileError::TooLong => write!(f, "文件里的文字太多，远超一份年度报告。请只保留年度报告本身，再打开一次。"),
            FileError::TooMuchPacked => {
                write!(f, "文件解开后过大，不像一份年度报告，为安全起见没有打开。请用办公软件另存一份再试。")
            }
            // What lies in an encrypted package is not known: it may be a workbook as well.
            FileError::Encrypted(Kind::Docx) => {
                write!(f, "这个文件设有密码，读不了。请用办公软件打开、去掉密码后另存，再打开一次。")
            }
            FileError::Encrypted(kind) => {
                write!(f, "这个{kind}设有密码，读不了。请用办公软件打开、去掉密码后另存，再打开一次。")
            }
            FileError::Damaged(kind) => {
                write!(f, "这个{kind}不完整或已损坏，没有读到内容。请用办公软件打开看看，能打开就另存一份再试。")
            }
            FileError::NoWords(Kind::Pdf | Kind::Ofd) => {
                write!(
                    f,
                    "文件里只有图片，没有文字，多半是扫描件，所以没有核对。请改用定稿的电子文件，或先做文字识别。"
                )
            }
            FileError::NoWords(kind) => {
                write!(f, "这个{kind}里没有文字。请确认选对了文件；如果内容是图片，请改用有文字的定稿。")
            }
            FileError::UnseenWords => write!(
                f,
                "这是扫描件，图片下面的文字是机器识别的，看不见，数字可能与图上不同，所以没有核对。请改用定稿的电子文件；只有扫描件时，请把文字复制、粘贴进来，并逐格对照原件。"
            ),
            FileError::OtherKind(name) => {
                write!(
                    f,
                    "这是{name}，不能核对。请打开原文件，另存为 Word 文档（.docx）或 PDF，或者把文字复制、粘贴进来。"
                )
            }
            FileError::Unknown => {
                write!(
                    f,
                    "认不出这是什么文件。请打开原文件，另存为 Word 文档（.docx）或 PDF，或者把文字复制、粘贴进来。"
                )
            }
        }
    }
}

impl std::error::Error for FileError {}
