//! Which characters the glyphs of an embedded TrueType font stand for, as its own table says: for fonts whose codes name glyphs
//! and that bring no map to characters.

/// Glyphs are numbered with two bytes.
const MOST_GLYPHS: usize = 65_536;
/// Stretches of characters that are looked at.
const MOST_GROUPS: usize = 20_000;

fn u16_at(font: &[u8], at: usize) -> Option<usize> {
    Some(usize::from(u16::from_be_bytes(font.get(at..at.checked_add(2)?)?.try_into().ok()?)))
}

fn u32_at(font: &[u8], at: usize) -> Option<usize> {
    usize::try_from(u32::from_be_bytes(font.get(at..at.checked_add(4)?)?.try_into().ok()?)).ok()
}

/// The character of every glyph. None when the font does not say.
pub fn characters(font: &[u8]) -> Option<Vec<Option<char>>> {
    let tables = u16_at(font, 4)?;
    let of_table = |index: usize| 12 + index * 16;
    let cmap = (0..tables).map(of_table).find(|&at| font.get(at..at + 4) == Some(b"cmap"))?;
    let cmap = font.get(u32_at(font, cmap + 8)?..)?;
    let mut glyphs = Glyphs(Vec::new());
    for index in 0..u16_at(cmap, 2)? {
        let at = 4 + index * 8;
        // Tables of Unicode, by Unicode's own platform or by Windows'.
        let is_unicode = matches!((u16_at(cmap, at)?, u16_at(cmap, at + 2)?), (0, _) | (3, 1 | 10));
        let Some(table) = cmap.get(u32_at(cmap, at + 4)?..).filter(|_| is_unicode) else { continue };
        match u16_at(table, 0)? {
            4 => glyphs.segments(table)?,
            12 => glyphs.groups(table)?,
            _ => {}
        }
    }
    (!glyphs.0.is_empty()).then_some(glyphs.0)
}

struct Glyphs(Vec<Option<char>>);

impl Glyphs {
    fn put(&mut self, glyph: usize, code: usize) {
        if (1..MOST_GLYPHS).contains(&glyph) {
            if self.0.len() <= glyph {
                self.0.resize(glyph + 1, None);
            }
            if self.0[glyph].is_none() {
                self.0[glyph] = u32::try_from(code).ok().and_then(char::from_u32);
            }
        }
    }

    /// Format 4: ends, starts, differences and offsets of stretches, two bytes each.
    fn segments(&mut self, table: &[u8]) -> Option<()> {
        let size = u16_at(table, 6)?;
        for at in (0..size).step_by(2) {
            let (end, start) = (u16_at(table, 14 + at)?, u16_at(table, 16 + size + at)?);
            let (delta, place) = (u16_at(table, 16 + size * 2 + at)?, 16 + size * 3 + at);
            let offset = u16_at(table, place)?;
            for code in start..=end.min(0xfffe) {
                let glyph = match offset {
                    0 => code + delta,
                    _ => match u16_at(table, place + offset + (code - start) * 2) {
                        Some(0) | None => continue,
                        Some(glyph) => glyph + delta,
                    },
                };
                self.put(glyph & 0xffff, code);
            }
        }
        Some(())
    }

    /// Format 12: first code, last code, first glyph, four bytes each.
    fn groups(&mut self, table: &[u8]) -> Option<()> {
        for group in 0..u32_at(table, 12)?.min(MOST_GROUPS) {
            let at = 16 + group * 12;
            let (start, end, glyph) = (u32_at(table, at)?, u32_at(table, at + 4)?, u32_at(table, at + 8)?);
            for code in start..=end.min(start.saturating_add(MOST_GLYPHS)) {
                self.put(glyph.saturating_add(code - start), code);
            }
        }
        Some(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn glyphs_are_those_of_the_characters_that_the_font_lists() {
        let words = |numbers: &[u16]| numbers.iter().flat_map(|number| number.to_be_bytes()).collect::<Vec<u8>>();
        // Two stretches: the digits by a difference, one character by a list.
        let mut table = words(&[4, 0, 0, 6, 0, 0, 0, 0x39, 0x4e00, 0xffff, 0, 0x30, 0x4e00, 0xffff]);
        table.extend(words(&[0xffd5, 0, 1, 0, 4, 0, 77]));
        let head = [words(&[1, 0, 1, 0, 0, 0]), b"cmap".to_vec(), words(&[0, 0, 0, 28, 0, 0])].concat();
        let font = [head, words(&[0, 1, 3, 1, 0, 12]), table].concat();
        let glyphs = characters(&font).unwrap_or_default();
        assert_eq!(
            (glyphs.get(5), glyphs.get(14), glyphs.get(77)),
            (Some(&Some('0')), Some(&Some('9')), Some(&Some('一')))
        );
        assert_eq!(glyphs.get(4), Some(&None));
        (0..font.len()).for_each(|length| drop(characters(&font[..length])));
    }
}
