//! A file's bytes made into text, on the command line; the page asks the same crate as a module of its own.

use super::{Document, DocumentError};
use gouji_files::Kind;

impl Document {
    /// A file of any kind that is read.
    pub fn from_bytes(bytes: &[u8]) -> Result<Document, DocumentError> {
        let content = gouji_files::read(bytes, None).map_err(DocumentError::File)?;
        let as_given = content.kind == Kind::Text && content.text.as_bytes() == bytes;
        Ok(Document { text: content.text, as_given })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_as_given_and_a_page_is_not() {
        let plain = Document::from_bytes("一、总体情况".as_bytes()).map(|document| document.as_given);
        assert_eq!(plain, Ok(true));
        let page =
            Document::from_bytes("<p>一、总体情况</p>".as_bytes()).map(|document| (document.text, document.as_given));
        assert_eq!(page, Ok(("一、总体情况\n".to_string(), false)));
        assert!(Document::from_bytes(b"\0\x01\x02\0").is_err());
    }
}
