//! Fonts: how the bytes of a string are cut into codes, which characters they are, and how wide.

use std::ops::ControlFlow;

use hayro_cmap::{BfString, CMap};
use hayro_syntax::object::{Array, Dict, Name, Number, Object, Stream};

use super::unicode::{character_set, named, windows_latin};
use super::unpack::LARGEST_STREAM;
use super::{Source, glyphs};
use crate::encoding;

/// Where a font lies that is in the file.
const FONT_FILES: [&str; 3] = ["FontFile", "FontFile2", "FontFile3"];
/// A map from codes to characters, unpacked; that of a font with thirty thousand characters takes half of it.
const LARGEST_MAP: usize = 2 * 1024 * 1024;
/// Widths in a font; a Chinese font has some thirty thousand glyphs.
const MOST_WIDTHS: usize = 70_000;

pub struct Font {
    to_unicode: Option<CMap>,
    codes: Codes,
    /// First code and widths from there, in thousandths of the size.
    widths: Vec<(u32, Vec<f64>)>,
    /// First code, last code, the width of all between.
    ranges: Vec<(u32, u32, f64)>,
    default_width: f64,
    pub vertical: bool,
}

enum Codes {
    /// One byte each, and what they stand for.
    Single(Box<[Option<char>; 256]>),
    /// Two bytes that name a glyph, and the characters of the glyphs as far as the font itself tells them.
    Glyphs(Vec<Option<char>>),
    /// Bytes of a character set.
    Set { encoding: &'static str, double: bool },
    /// As a map in the file says.
    Mapped(Box<CMap>),
}

/// A code of a string.
pub struct Shown {
    pub text: String,
    /// In thousandths of the size.
    pub width: f64,
    pub is_space: bool,
}

impl Font {
    pub fn new(dict: &Dict, source: &mut Source) -> Font {
        let to_unicode = dict.get::<Stream>("ToUnicode").and_then(|stream| map(&stream, source));
        let subtype = dict.get::<Name>("Subtype");
        match subtype.as_ref().map(Name::as_str) {
            Some("Type0") => Font::composite(dict, to_unicode, source),
            kind => Font::simple(dict, to_unicode, kind == Some("Type3")),
        }
    }

    fn composite(dict: &Dict, to_unicode: Option<CMap>, source: &mut Source) -> Font {
        let name = dict.get::<Name>("Encoding").map(|name| name.as_str().to_string()).unwrap_or_default();
        let codes = match (character_set(&name), dict.get::<Stream>("Encoding").and_then(|stream| map(&stream, source)))
        {
            (Some((encoding, double)), _) => Codes::Set { encoding, double },
            (None, Some(cmap)) => Codes::Mapped(Box::new(cmap)),
            (None, None) => Codes::Glyphs(Vec::new()),
        };
        let inner = dict.get::<Array>("DescendantFonts").and_then(|fonts| fonts.iter::<Dict>().next());
        let mut font = Font {
            to_unicode,
            codes,
            widths: Vec::new(),
            ranges: Vec::new(),
            default_width: 1000.0,
            vertical: name.ends_with("-V"),
        };
        if let Some(inner) = inner {
            if let (None, Codes::Glyphs(known)) = (&font.to_unicode, &mut font.codes) {
                *known = own_characters(&inner, source).unwrap_or_default();
            }
            font.default_width = inner.get::<Number>("DW").map_or(1000.0, |width| width.as_f64());
            font.read_widths(inner.get::<Array>("W"));
        }
        font
    }

    /// `c [w w w]` gives widths one by one, `first last w` the same to all.
    fn read_widths(&mut self, widths: Option<Array>) {
        let Some(widths) = widths else { return };
        let mut numbers: Vec<f64> = Vec::new();
        let mut count = 0;
        for object in widths.iter::<Object>() {
            match object {
                Object::Array(list) => {
                    if let Some(first) = numbers.pop() {
                        let list: Vec<f64> =
                            list.iter::<Number>().take(MOST_WIDTHS).map(|width| width.as_f64()).collect();
                        count += list.len();
                        self.widths.push((first.max(0.0) as u32, list));
                    }
                    numbers.clear();
                }
                Object::Number(number) => {
                    numbers.push(number.as_f64());
                    if let [first, last, width] = numbers[..] {
                        self.ranges.push((first.max(0.0) as u32, last.max(0.0) as u32, width));
                        numbers.clear();
                        count += 1;
                    }
                }
                _ => numbers.clear(),
            }
            if count > MOST_WIDTHS {
                break;
            }
        }
    }

    fn simple(dict: &Dict, to_unicode: Option<CMap>, drawn: bool) -> Font {
        let descriptor = dict.get::<Dict>("FontDescriptor");
        let knows_latin = !drawn && !has_codes_of_its_own(dict, descriptor.as_ref());
        let mut characters: Box<[Option<char>; 256]> =
            Box::new(std::array::from_fn(|byte| knows_latin.then(|| windows_latin(byte as u8))));
        if let Some(encoding) = dict.get::<Dict>("Encoding")
            && let Some(differences) = encoding.get::<Array>("Differences")
        {
            let mut code = 0_usize;
            for object in differences.iter::<Object>() {
                match object {
                    Object::Number(number) => code = number.as_i64().clamp(0, 255) as usize,
                    Object::Name(name) => {
                        if let Some(place) = characters.get_mut(code) {
                            *place = named(name.as_str());
                        }
                        code += 1;
                    }
                    _ => {}
                }
            }
        }
        let first = dict.get::<Number>("FirstChar").map_or(0, |first| first.as_i64().clamp(0, 255)) as u32;
        // The glyphs of a drawn font are measured in its own unit.
        let unit = match drawn {
            true => dict
                .get::<Array>("FontMatrix")
                .and_then(|matrix| matrix.iter::<Number>().next())
                .map_or(1.0, |a| a.as_f64() * 1000.0),
            false => 1.0,
        };
        let widths: Vec<f64> = dict
            .get::<Array>("Widths")
            .map(|widths| widths.iter::<Number>().take(256).map(|width| width.as_f64() * unit).collect())
            .unwrap_or_default();
        let missing = descriptor.and_then(|descriptor| descriptor.get::<Number>("MissingWidth"));
        let default_width = missing.map(|width| width.as_f64()).filter(|width| *width > 0.0).unwrap_or(500.0);
        Font {
            to_unicode,
            codes: Codes::Single(characters),
            widths: vec![(first, widths)],
            ranges: Vec::new(),
            default_width,
            vertical: false,
        }
    }

    /// What it costs to find the width of a character.
    pub fn effort(&self) -> usize {
        (self.widths.len() + self.ranges.len()) / 64
    }

    /// Cuts a string into codes and hands each on, until one is the last that is wanted.
    pub fn show(&self, string: &[u8], mut each: impl FnMut(Shown) -> ControlFlow<()>) {
        let mut rest = string;
        while let Some(&first) = rest.first() {
            let length = self.length(rest).clamp(1, rest.len());
            let bytes = &rest[..length];
            rest = &rest[length..];
            let code = bytes.iter().fold(0_u32, |code, &byte| code << 8 | u32::from(byte));
            let is_space = length == 1 && first == b' ';
            let shown = Shown { text: self.text(code, bytes), width: self.width(code, bytes), is_space };
            if each(shown).is_break() {
                break;
            }
        }
    }

    fn length(&self, rest: &[u8]) -> usize {
        match &self.codes {
            Codes::Single(_) => 1,
            Codes::Glyphs(_) => 2,
            Codes::Set { double: true, .. } => match rest[0] {
                0xd8..=0xdb => 4,
                _ => 2,
            },
            Codes::Set { .. } => match rest {
                [0x81..=0xfe, 0x30..=0x39, ..] => 4,
                [0x81..=0xfe, ..] => 2,
                _ => 1,
            },
            Codes::Mapped(cmap) => {
                let known = |length: &usize| {
                    let code = rest[..*length].iter().fold(0_u32, |code, &byte| code << 8 | u32::from(byte));
                    cmap.lookup_cid_code(code, *length as u8).is_some()
                };
                (1..=rest.len().min(4)).find(known).unwrap_or(2)
            }
        }
    }

    fn text(&self, code: u32, bytes: &[u8]) -> String {
        match self.to_unicode.as_ref().and_then(|map| map.lookup_bf_string(code)) {
            Some(BfString::Char(c)) if c != '\0' => return c.to_string(),
            Some(BfString::String(text)) => return text.replace('\0', ""),
            _ => {}
        }
        match &self.codes {
            Codes::Single(characters) => {
                characters[(code & 0xff) as usize].map_or("\u{fffd}".to_string(), String::from)
            }
            Codes::Set { encoding, .. } => encoding::decode(bytes, encoding),
            Codes::Glyphs(known) => {
                known.get(code as usize).copied().flatten().map_or("\u{fffd}".to_string(), String::from)
            }
            Codes::Mapped(_) => "\u{fffd}".to_string(),
        }
    }

    fn width(&self, code: u32, bytes: &[u8]) -> f64 {
        let glyph = match &self.codes {
            Codes::Mapped(cmap) => cmap.lookup_cid_code(code, bytes.len() as u8).unwrap_or(code),
            // The glyph behind a character is not known; Latin letters are half as wide as the others.
            Codes::Set { .. } if code < 0x80 => return 500.0,
            Codes::Set { .. } => return self.default_width,
            _ => code,
        };
        let listed = self.widths.iter().find_map(|(first, widths)| widths.get(glyph.checked_sub(*first)? as usize));
        let ranged =
            || self.ranges.iter().find(|(first, last, _)| (*first..=*last).contains(&glyph)).map(|(.., width)| *width);
        listed.copied().or_else(ranged).unwrap_or(self.default_width)
    }
}

/// Where a font of symbols lies in the file and no encoding is named, only the font knows what its codes are: a `5` may be any sign.
fn has_codes_of_its_own(dict: &Dict, descriptor: Option<&Dict>) -> bool {
    let encoding = dict.get::<Dict>("Encoding");
    let is_named = dict.get::<Name>("Encoding").is_some()
        || encoding.is_some_and(|encoding| encoding.get::<Name>("BaseEncoding").is_some());
    let is_symbolic = |descriptor: &Dict| {
        let flags = descriptor.get::<Number>("Flags").map_or(0, |flags| flags.as_i64());
        flags & 4 != 0 && FONT_FILES.iter().any(|file| descriptor.contains_key(*file))
    };
    !is_named && descriptor.is_some_and(is_symbolic)
}

/// The characters of the glyphs as the embedded font tells them, where codes are the numbers of glyphs.
fn own_characters(inner: &Dict, source: &mut Source) -> Option<Vec<Option<char>>> {
    if inner.get::<Name>("CIDToGIDMap").is_some_and(|map| map.as_str() != "Identity")
        || inner.get::<Stream>("CIDToGIDMap").is_some()
    {
        return None;
    }
    let descriptor = inner.get::<Dict>("FontDescriptor")?;
    let file = descriptor.get::<Stream>("FontFile2")?;
    glyphs::characters(&source.unpacked(&file, LARGEST_STREAM)?)
}

fn map(stream: &Stream, source: &mut Source) -> Option<CMap> {
    let content = source.unpacked(stream, LARGEST_MAP)?;
    source.budget.spend(content.len() / 4);
    CMap::parse(&content, |_| None)
}
