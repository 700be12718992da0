//! What the bytes and the glyph names of fonts stand for.

/// Predefined encodings whose codes are those of a character set: the set, and whether every code has two bytes.
pub fn character_set(name: &str) -> Option<(&'static str, bool)> {
    let (base, _) = name.rsplit_once('-')?;
    Some(match base {
        "GB-EUC" | "GBK-EUC" | "GBKp-EUC" | "GBK2K" | "GBpc-EUC" => ("gb18030", false),
        "UniGB-UCS2" | "UniGB-UTF16" | "UniCNS-UCS2" | "UniCNS-UTF16" | "UniJIS-UCS2" | "UniJIS-UTF16" => {
            ("utf-16be", true)
        }
        "B5pc" | "ETen-B5" | "ETenms-B5" | "HKscs-B5" => ("big5", false),
        _ => return None,
    })
}

/// Windows' Latin, which differs from Unicode in the second quarter of the upper half.
pub fn windows_latin(byte: u8) -> char {
    const UPPER: [char; 32] = [
        '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}', '\u{90}', '‘',
        '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
    ];
    match byte {
        0x80..=0x9f => UPPER[usize::from(byte - 0x80)],
        _ => char::from(byte),
    }
}

const NAMES: [(&str, char); 40] = [
    ("space", ' '),
    ("zero", '0'),
    ("one", '1'),
    ("two", '2'),
    ("three", '3'),
    ("four", '4'),
    ("five", '5'),
    ("six", '6'),
    ("seven", '7'),
    ("eight", '8'),
    ("nine", '9'),
    ("period", '.'),
    ("comma", ','),
    ("hyphen", '-'),
    ("minus", '-'),
    ("slash", '/'),
    ("colon", ':'),
    ("semicolon", ';'),
    ("parenleft", '('),
    ("parenright", ')'),
    ("bracketleft", '['),
    ("bracketright", ']'),
    ("percent", '%'),
    ("plus", '+'),
    ("equal", '='),
    ("at", '@'),
    ("underscore", '_'),
    ("ampersand", '&'),
    ("numbersign", '#'),
    ("asterisk", '*'),
    ("quotesingle", '\''),
    ("quotedbl", '"'),
    ("quoteleft", '‘'),
    ("quoteright", '’'),
    ("quotedblleft", '“'),
    ("quotedblright", '”'),
    ("endash", '–'),
    ("emdash", '—'),
    ("bullet", '•'),
    ("periodcentered", '·'),
];

/// The character that a glyph's name tells; what stands behind a dot is only its shape.
pub fn named(name: &str) -> Option<char> {
    let name = name.split('.').next()?;
    let mut chars = name.chars();
    // A digit as a name is only a number: the digits have names of their own.
    if let (Some(c), None) = (chars.next(), chars.next()) {
        return Some(c).filter(|c| !c.is_ascii_digit());
    }
    if let Some(&(_, c)) = NAMES.iter().find(|(known, _)| *known == name) {
        return Some(c);
    }
    let hex = match (name.strip_prefix("uni"), name.strip_prefix('u')) {
        (Some(hex), _) if hex.len() == 4 => hex,
        (None, Some(hex)) if (4..=6).contains(&hex.len()) => hex,
        _ => return None,
    };
    u32::from_str_radix(hex, 16).ok().and_then(char::from_u32)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_tell_characters() {
        let told = ["seven", "uni4E2D", "u5E74", "u20000", "uni65E5.vert", "A"].map(named);
        assert_eq!(told, ['7', '中', '年', '\u{20000}', '日', 'A'].map(Some));
        // A ligature is more than one character; a number of the font's own tells nothing.
        assert_eq!(["uni00660069", ".notdef", "cid1234", "uacute", "7"].map(named), [None; 5]);
    }
}
