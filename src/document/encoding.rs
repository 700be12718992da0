//! Bytes of a text file made into text: UTF-8, UTF-16 with a mark, else GB18030, the encodings Chinese offices save in.

use encoding_rs::{Encoding, GB18030, UTF_8};

use super::{Document, DocumentError, LONGEST_TEXT};

impl Document {
    /// A text file's bytes.
    pub fn from_bytes(bytes: &[u8]) -> Result<Document, DocumentError> {
        if bytes.len() > LONGEST_TEXT {
            return Err(DocumentError::TooLong { bytes: bytes.len() });
        }
        if let Some((encoding, _)) = Encoding::for_bom(bytes) {
            let (text, _) = encoding.decode_with_bom_removal(bytes);
            return Ok(Document { text: text.into_owned(), as_given: false });
        }
        if bytes.contains(&0) {
            return Err(DocumentError::NotText);
        }
        if let Ok(text) = std::str::from_utf8(bytes) {
            return Ok(Document { text: text.to_string(), as_given: true });
        }
        let (gb, gb_damaged) = GB18030.decode_without_bom_handling(bytes);
        if !gb_damaged {
            return Ok(Document { text: gb.into_owned(), as_given: false });
        }
        // Damaged either way: what has fewer marks of damage is shown, and rule RD-05 says so.
        let (utf8, _) = UTF_8.decode_without_bom_handling(bytes);
        let damage = |text: &str| text.chars().filter(|&c| c == '\u{fffd}').count();
        let text = if damage(&gb) < damage(&utf8) { gb } else { utf8 };
        Ok(Document { text: text.into_owned(), as_given: false })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(bytes: &[u8]) -> Result<String, DocumentError> {
        Document::from_bytes(bytes).map(|document| document.text)
    }

    #[test]
    fn the_usual_encodings_are_told_apart() {
        let expected = Ok("总体情况".to_string());
        assert_eq!(text("总体情况".as_bytes()), expected);
        assert_eq!(text("\u{feff}总体情况".as_bytes()), expected);
        assert_eq!(text(&GB18030.encode("总体情况").0), expected);
        let utf16: Vec<u8> = "\u{feff}总体情况".encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(text(&utf16), expected);
    }

    #[test]
    fn bytes_that_are_no_text_are_refused_and_damage_is_kept_visible() {
        assert_eq!(text(b"PK\x03\x04\0\0"), Err(DocumentError::NotText));
        assert!(text(b"\xff\xff\x81 abc \xe6\x80").is_ok_and(|text| text.contains('\u{fffd}')));
    }
}
