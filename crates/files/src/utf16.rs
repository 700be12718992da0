//! Places of JavaScript, which counts UTF-16 code units, in a text of Rust.

/// For every line of a text where it begins, in bytes and in code units.
pub struct Places<'a> {
    text: &'a str,
    lines: Vec<(usize, usize)>,
}

impl<'a> Places<'a> {
    pub fn of(text: &'a str) -> Places<'a> {
        let mut lines = vec![(0, 0)];
        let (mut bytes, mut units) = (0, 0);
        for line in text.split_inclusive('\n') {
            bytes += line.len();
            units += line.encode_utf16().count();
            lines.push((bytes, units));
        }
        Places { text, lines }
    }

    /// Returns the place in bytes; nothing for what is no place between two characters.
    pub fn bytes(&self, unit: usize) -> Option<usize> {
        let line = self.lines.partition_point(|&(_, start)| start <= unit).checked_sub(1)?;
        let (mut byte, mut at) = *self.lines.get(line)?;
        for c in self.text.get(byte..)?.chars() {
            if at >= unit {
                break;
            }
            byte += c.len_utf8();
            at += c.len_utf16();
        }
        (at == unit).then_some(byte)
    }
}

#[cfg(test)]
mod tests {
    use super::Places;

    #[test]
    fn every_place_between_characters_is_found_and_no_other() {
        for text in ["", "a", "乡2020年\n\n𠮷一\t1\r\n", "\n", "𠮷"] {
            let places = Places::of(text);
            let mut known = Vec::new();
            let mut unit = 0;
            for (byte, c) in text.char_indices() {
                known.push((unit, byte));
                unit += c.len_utf16();
            }
            known.push((unit, text.len()));
            for asked in 0..unit + 3 {
                let expected = known.iter().find(|(at, _)| *at == asked).map(|(_, byte)| *byte);
                assert_eq!(places.bytes(asked), expected, "{text:?} {asked}");
            }
        }
    }
}
