//! What was given: bytes or pasted text made into one text with places. Knows files, nothing of the form.

#[cfg(not(target_arch = "wasm32"))]
mod file;

use std::fmt;

/// The longest text that is checked, in bytes. A report has some ten thousand characters.
pub const LONGEST_TEXT: usize = 8 * 1024 * 1024;

/// A text to be read.
#[derive(Clone, Debug)]
pub struct Document {
    pub text: String,
    /// Whether the text is byte for byte what was given.
    pub as_given: bool,
}

/// Why nothing could be read.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum DocumentError {
    TooLong {
        bytes: usize,
    },
    #[cfg(not(target_arch = "wasm32"))]
    File(gouji_files::FileError),
}

impl DocumentError {
    pub fn code(self) -> &'static str {
        match self {
            DocumentError::TooLong { .. } => "too-long",
            #[cfg(not(target_arch = "wasm32"))]
            DocumentError::File(error) => error.code(),
        }
    }
}

impl fmt::Display for DocumentError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            DocumentError::TooLong { bytes } => write!(
                f,
                "文字太长（{}.{} MB），超过{} MB的上限，没有核对。请只保留年度报告本身。",
                bytes / 1_048_576,
                bytes % 1_048_576 * 10 / 1_048_576,
                LONGEST_TEXT / 1_048_576
            ),
            #[cfg(not(target_arch = "wasm32"))]
            DocumentError::File(error) => error.fmt(f),
        }
    }
}

impl Document {
    /// Text that was pasted or typed.
    pub fn from_text(text: impl Into<String>) -> Result<Document, DocumentError> {
        let text = text.into();
        match text.len() {
            bytes if bytes > LONGEST_TEXT => Err(DocumentError::TooLong { bytes }),
            _ => Ok(Document { text, as_given: true }),
        }
    }
}
