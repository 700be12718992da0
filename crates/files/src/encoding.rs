//! Bytes of a text made into text: UTF-8, UTF-16, else GB18030, the encodings Chinese offices save in.
//!
//! The tables are those of `encoding_rs` on the command line and the browser's own in the page.

use std::collections::HashMap;

/// A text and the encoding that gave it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Decoded {
    pub text: String,
    pub encoding: &'static str,
}

/// Encodings that a text can be opened in, for the reader to choose from when the guess was wrong.
pub const ENCODINGS: [&str; 5] = ["utf-8", "gb18030", "utf-16le", "utf-16be", "big5"];

/// Finds the encoding. None when the bytes are no text.
pub fn guess(bytes: &[u8]) -> Option<Decoded> {
    let given = |text: String, encoding| Some(Decoded { text, encoding });
    if let Some((encoding, mark)) = mark(bytes) {
        return given(decode(&bytes[mark..], encoding), encoding);
    }
    if let Some(encoding) = unmarked_utf16(bytes) {
        let text = decode(bytes, encoding);
        let strange = |c: char| c.is_control() && !c.is_ascii_whitespace() || c == '\u{fffd}';
        return (!text.contains(strange)).then_some(Decoded { text, encoding });
    }
    if bytes.contains(&0) {
        return None;
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        return given(text.to_string(), "utf-8");
    }
    // Damaged either way: what has fewer marks of damage is shown, and rule RD-05 says so.
    let gb = decode(bytes, "gb18030");
    let damage = |text: &str| text.chars().filter(|&c| c == '\u{fffd}').count();
    let gb_damage = damage(&gb);
    if gb_damage > 0 {
        let utf8_damage = bytes.utf8_chunks().filter(|chunk| !chunk.invalid().is_empty()).count();
        if utf8_damage <= gb_damage {
            drop(gb);
            return given(String::from_utf8_lossy(bytes).into_owned(), "utf-8");
        }
    }
    given(gb, "gb18030")
}

/// As told by a header or by the reader of the text; a mark at the start knows better.
pub fn decode_as(bytes: &[u8], label: &str) -> Option<Decoded> {
    let label = label.trim().to_ascii_lowercase();
    let encoding = match label.as_str() {
        "gb2312" | "gbk" | "gb18030" | "cp936" | "x-gbk" | "gb_2312-80" | "936" => "gb18030",
        "utf-8" | "utf8" | "us-ascii" | "ascii" => "utf-8",
        "utf-16" | "utf-16le" | "unicode" => "utf-16le",
        "utf-16be" => "utf-16be",
        "big5" | "big5-hkscs" | "cp950" => "big5",
        "windows-1252" | "iso-8859-1" | "latin1" => "windows-1252",
        _ => return None,
    };
    let (encoding, start) = mark(bytes).unwrap_or((encoding, 0));
    Some(Decoded { text: decode(&bytes[start..], encoding), encoding })
}

fn mark(bytes: &[u8]) -> Option<(&'static str, usize)> {
    match bytes {
        [0xef, 0xbb, 0xbf, ..] => Some(("utf-8", 3)),
        [0xff, 0xfe, ..] => Some(("utf-16le", 2)),
        [0xfe, 0xff, ..] => Some(("utf-16be", 2)),
        _ => None,
    }
}

/// UTF-16 without a mark: line ends, digits and punctuation leave a zero in every other byte.
fn unmarked_utf16(bytes: &[u8]) -> Option<&'static str> {
    let start = &bytes[..bytes.len().min(4096) & !1];
    let zeros = |offset: usize| start.iter().skip(offset).step_by(2).filter(|&&byte| byte == 0).count();
    let (even, odd) = (zeros(0), zeros(1));
    let enough = start.len() / 64 + 1;
    match () {
        () if odd >= enough && even == 0 => Some("utf-16le"),
        () if even >= enough && odd == 0 => Some("utf-16be"),
        () => None,
    }
}

/// Decodes; damage becomes U+FFFD. The encoding is one of those named in this file.
#[cfg(not(target_arch = "wasm32"))]
pub fn decode(bytes: &[u8], encoding: &str) -> String {
    let known = encoding_rs::Encoding::for_label(encoding.as_bytes()).unwrap_or(encoding_rs::UTF_8);
    known.decode_without_bom_handling(bytes).0.into_owned()
}

/// Decodes; damage becomes U+FFFD. The encoding is one of those named in this file.
#[cfg(target_arch = "wasm32")]
pub fn decode(bytes: &[u8], encoding: &str) -> String {
    web_sys::TextDecoder::new_with_label(encoding)
        .and_then(|decoder| decoder.decode_with_u8_array(bytes))
        .unwrap_or_else(|_| String::from_utf8_lossy(bytes).into_owned())
}

/// How many bytes before the text only name its encoding.
pub fn mark_length(bytes: &[u8]) -> usize {
    mark(bytes).map_or(0, |(_, length)| length)
}

/// Where the characters of a decoded text stand in the bytes, for places in order. None when the text does not fit the bytes.
pub fn places_in_bytes(bytes: &[u8], encoding: &str, text: &str, places: &[usize]) -> Option<Vec<usize>> {
    let mut found = Vec::with_capacity(places.len());
    let (mut at, mut place) = (mark_length(bytes), 0);
    let mut rest = text;
    for &wanted in places {
        while place < wanted {
            let c = rest.chars().next()?;
            at += written_length(bytes.get(at..)?, encoding, c)?;
            place += c.len_utf8();
            rest = &rest[c.len_utf8()..];
        }
        found.push(at);
    }
    Some(found)
}

/// How many of the bytes the character takes that was read from them.
fn written_length(bytes: &[u8], encoding: &str, c: char) -> Option<usize> {
    let first = *bytes.first()?;
    Some(match encoding {
        "utf-16le" | "utf-16be" => c.len_utf16() * 2,
        "gb18030" if c == '\u{fffd}' || first < 0x81 => 1,
        "gb18030" if bytes.get(1).is_some_and(u8::is_ascii_digit) => 4,
        "big5" if c == '\u{fffd}' || first < 0x81 => 1,
        "gb18030" | "big5" => 2,
        "utf-8" if c == '\u{fffd}' && !bytes.starts_with("\u{fffd}".as_bytes()) => {
            bytes.utf8_chunks().next().map_or(1, |chunk| chunk.invalid().len().max(1))
        }
        "utf-8" => c.len_utf8(),
        _ => 1,
    })
}

/// Writes characters in an encoding of this file. The tables are those that read it, turned round.
pub struct Encoder {
    pub encoding: &'static str,
    /// Characters of two bytes or, in an encoding of single bytes, one.
    table: HashMap<char, [u8; 2]>,
}

impl Encoder {
    pub fn new(encoding: &'static str) -> Encoder {
        let trails: Vec<u8> = (0x40..=0xfe).filter(|&trail| trail != 0x7f).collect();
        let mut table = HashMap::new();
        if matches!(encoding, "gb18030" | "big5") {
            for lead in 0x81..=0xfe {
                let row: Vec<u8> = trails.iter().flat_map(|&trail| [lead, trail, b'\n']).collect();
                for (line, &trail) in decode(&row, encoding).lines().zip(&trails) {
                    let mut chars = line.chars();
                    if let (Some(c), None) = (chars.next(), chars.next())
                        && c != '\u{fffd}'
                    {
                        table.entry(c).or_insert([lead, trail]);
                    }
                }
            }
        }
        Encoder { encoding, table }
    }

    /// The bytes of a character; None when the encoding lacks it.
    pub fn bytes(&self, c: char) -> Option<Vec<u8>> {
        match self.encoding {
            "utf-8" => Some(c.encode_utf8(&mut [0; 4]).as_bytes().to_vec()),
            "utf-16le" => Some(c.encode_utf16(&mut [0; 2]).iter().flat_map(|unit| unit.to_le_bytes()).collect()),
            "utf-16be" => Some(c.encode_utf16(&mut [0; 2]).iter().flat_map(|unit| unit.to_be_bytes()).collect()),
            _ if c.is_ascii() => Some(vec![c as u8]),
            _ => self.table.get(&c).map(|pair| pair.to_vec()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(bytes: &[u8]) -> Option<String> {
        guess(bytes).map(|decoded| decoded.text)
    }

    #[test]
    fn the_usual_encodings_are_told_apart() {
        let expected = Some("总体情况，1件。".to_string());
        let words = expected.as_deref().unwrap_or_default();
        assert_eq!(text(words.as_bytes()), expected);
        assert_eq!(text(format!("\u{feff}{words}").as_bytes()), expected);
        assert_eq!(text(&encoding_rs::GB18030.encode(words).0), expected);
        let utf16: Vec<u8> = words.encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(text(&utf16), expected);
        assert_eq!(text(&[b"\xff\xfe", &utf16[..]].concat()), expected);
        let big_endian: Vec<u8> = words.encode_utf16().flat_map(u16::to_be_bytes).collect();
        assert_eq!(text(&big_endian), expected);
    }

    #[test]
    fn bytes_that_are_no_text_are_refused_and_damage_is_kept_visible() {
        assert_eq!(text(b"PK\x03\x04\0\0"), None);
        assert!(text(b"\xff\xff\x81 abc \xe6\x80").is_some_and(|text| text.contains('\u{fffd}')));
    }

    #[test]
    fn characters_are_written_as_they_are_read() {
        // The places for private use are read as characters that came later.
        let is_private = |c: &char| ('\u{e000}'..='\u{f8ff}').contains(c);
        for (encoding, known) in [("gb18030", encoding_rs::GB18030), ("big5", encoding_rs::BIG5)] {
            let encoder = Encoder::new(encoding);
            let text: String = (0x80..0xffff).filter_map(char::from_u32).filter(|c| !is_private(c)).collect();
            let text: String = text.chars().filter(|c| encoder.bytes(*c).is_some()).collect();
            let bytes: Vec<u8> = text.chars().filter_map(|c| encoder.bytes(c)).flatten().collect();
            assert!(decode(&bytes, encoding) == text && text.chars().count() > 13_000, "{encoding}");
            assert!(encoding == "big5" || known.encode(&text).0 == bytes, "{encoding}");
        }
    }

    #[test]
    fn places_are_found_in_the_bytes_of_every_encoding() {
        let text = "甲1乙\u{20000}丙";
        let places = [0, 3, 4, 7, 11, 14];
        let found = |bytes: &[u8], encoding| places_in_bytes(bytes, encoding, text, &places);
        assert_eq!(found(text.as_bytes(), "utf-8").as_deref(), Some(&places[..]));
        assert_eq!(found(&encoding_rs::GB18030.encode(text).0, "gb18030"), Some(vec![0, 2, 3, 5, 9, 11]));
        let utf16: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(found(&utf16, "utf-16le"), Some(vec![0, 2, 4, 6, 10, 12]));
        let damaged = b"a\xff\xe6\x80b";
        assert_eq!(
            places_in_bytes(damaged, "utf-8", &String::from_utf8_lossy(damaged), &[1, 4, 7, 8]),
            Some(vec![1, 2, 4, 5])
        );
    }

    #[test]
    fn a_reader_can_choose_another_encoding() {
        let bytes = encoding_rs::GB18030.encode("公开").0;
        assert_eq!(decode_as(&bytes, "GBK").map(|decoded| decoded.text), Some("公开".to_string()));
        assert!(decode_as(&bytes, "utf-8").is_some_and(|decoded| decoded.text.contains('\u{fffd}')));
        assert_eq!(decode_as(&bytes, "klingon"), None);
    }
}
