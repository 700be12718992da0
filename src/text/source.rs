//! What was given: one text with places.

use std::fmt;

/// The longest text that is checked, in bytes. A report has some ten thousand characters.
pub const LONGEST_TEXT: usize = 2 * 1024 * 1024;

/// A text to be read.
#[derive(Clone, Debug)]
pub struct Source {
    pub text: String,
    /// Whether the text is byte for byte what was given.
    pub as_given: bool,
}

/// Why nothing could be read.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum SourceError {
    TooLong { bytes: usize },
}

impl SourceError {
    pub fn code(self) -> &'static str {
        match self {
            SourceError::TooLong { .. } => "too-long",
        }
    }
}

impl fmt::Display for SourceError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            SourceError::TooLong { bytes } => write!(
                f,
                "文字太长（{}.{} MB），超过{} MB的上限，没有核对。请只保留年度报告本身。",
                bytes / 1_048_576,
                bytes % 1_048_576 * 10 / 1_048_576,
                LONGEST_TEXT / 1_048_576
            ),
        }
    }
}

impl Source {
    /// Text that was pasted or typed.
    pub fn from_text(text: impl Into<String>) -> Result<Source, SourceError> {
        let text = text.into();
        match text.len() {
            bytes if bytes > LONGEST_TEXT => Err(SourceError::TooLong { bytes }),
            _ => Ok(Source { text, as_given: true }),
        }
    }
}
