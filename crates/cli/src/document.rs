//! A file's bytes made into text; the page asks the same crate as a module of its own.

use gouji::text::{LONGEST_TEXT, Source};
use gouji_files::{FileError, Kind};

/// Returns the text of a file of any kind that is read.
pub fn from_bytes(bytes: &[u8]) -> Result<Source, FileError> {
    Ok(of_a_kind(bytes)?.0)
}

/// Returns the text of a file and its kind.
pub fn of_a_kind(bytes: &[u8]) -> Result<(Source, Kind), FileError> {
    let content = gouji_files::read(bytes, None)?;
    if content.text.len() > LONGEST_TEXT {
        return Err(FileError::TooLong);
    }
    let as_given = content.kind == Kind::Text && content.text.as_bytes() == bytes;
    Ok((Source { text: content.text, as_given }, content.kind))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_as_given_and_a_page_is_not() {
        let plain = from_bytes("一、总体情况".as_bytes()).map(|source| source.as_given);
        assert_eq!(plain, Ok(true));
        let page = from_bytes("<p>一、总体情况</p>".as_bytes()).map(|source| (source.text, source.as_given));
        assert_eq!(page, Ok(("一、总体情况\n".to_string(), false)));
        assert!(from_bytes(b"\0\x01\x02\0").is_err());
    }

    #[test]
    fn a_text_that_is_too_long_is_refused() {
        assert_eq!(from_bytes("一".repeat(LONGEST_TEXT / 3 + 1).as_bytes()).err(), Some(FileError::TooLong));
    }
}
