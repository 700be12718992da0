//! Ways a file can be damaged, drawn at random.

use std::io::{Cursor, Read, Write};

/// Small and quick (splitmix64).
pub struct Dice(u64);

impl Dice {
    pub fn new(seed: u64) -> Dice {
        Dice(seed)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    pub fn below(&mut self, most: usize) -> usize {
        (self.next() % most.max(1) as u64) as usize
    }
}

/// The file damaged; `other` lends pieces.
pub fn damage(start: &[u8], other: &[u8], dice: &mut Dice) -> Vec<u8> {
    let inside = dice.below(8) > 0;
    let content = match start {
        _ if !inside => None,
        [b'P', b'K', ..] => inside_package(start, other, dice),
        [b'%', b'P', ..] => inside_stream(start, other, dice),
        [0xd0, 0xcf, ..] => Some(in_place(start, dice)),
        _ => None,
    };
    content.unwrap_or_else(|| {
        let mut bytes = start.to_vec();
        damage_bytes(&mut bytes, other, dice);
        bytes
    })
}

fn damage_bytes(bytes: &mut Vec<u8>, other: &[u8], dice: &mut Dice) {
    for _ in 0..=dice.below(6) {
        let at = dice.below(bytes.len());
        let size = dice.below(10);
        let length = 1 + dice.below(1 << size);
        let end = (at + length).min(bytes.len());
        match dice.below(9) {
            0 | 1 => bytes.iter_mut().skip(at).take(1).for_each(|byte| *byte ^= 1 << (length % 8)),
            2 => bytes.iter_mut().skip(at).take(4).for_each(|byte| *byte = [0, 0xff, 0x7f, 0x80][length % 4]),
            3 => drop(bytes.drain(at..end)),
            4 => {
                let copy = bytes[at..end].to_vec();
                let to = dice.below(bytes.len());
                bytes.splice(to..to, copy);
            }
            5 => {
                let from = dice.below(other.len());
                let piece = other[from..(from + length).min(other.len())].to_vec();
                bytes.splice(at..at, piece);
            }
            6 => bytes.truncate(if dice.below(4) == 0 { at } else { bytes.len() }),
            7 => {
                // A number written out becomes a large one.
                if let Some(digit) = bytes[at..].iter().position(u8::is_ascii_digit) {
                    bytes.splice(at + digit..at + digit, *b"99999999");
                }
            }
            _ => {
                let copy = bytes[at..end].to_vec();
                if copy.len() < 64 {
                    let many = copy.repeat(1 + dice.below(2000));
                    bytes.splice(at..at, many);
                }
            }
        }
        if bytes.is_empty() {
            break;
        }
    }
}

/// One part of the package damaged, the others as they are.
fn inside_package(start: &[u8], other: &[u8], dice: &mut Dice) -> Option<Vec<u8>> {
    let mut archive = zip::ZipArchive::new(Cursor::new(start)).ok()?;
    let chosen = dice.below(archive.len());
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let stored = zip::write::SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
    for index in 0..archive.len() {
        let mut entry = archive.by_index(index).ok()?;
        let mut content = Vec::new();
        entry.read_to_end(&mut content).ok()?;
        let name = entry.name().ok()?.to_string();
        if index == chosen || name.ends_with("document.xml") || name.ends_with("sheet1.xml") {
            damage_bytes(&mut content, other, dice);
        }
        writer.start_file(name, stored).ok()?;
        writer.write_all(&content).ok()?;
    }
    Some(writer.finish().ok()?.into_inner())
}

/// Bytes behind the header changed where they are, for a compound file that lost its length is not opened at all.
fn in_place(start: &[u8], dice: &mut Dice) -> Vec<u8> {
    let mut bytes = start.to_vec();
    for _ in 0..=dice.below(12) {
        let at = 512 + dice.below(bytes.len() - 512);
        let value = dice.next();
        match dice.below(3) {
            0 => bytes[at] ^= 1 << (value % 8),
            1 => bytes[at] = value as u8,
            _ => bytes.iter_mut().skip(at).take(4).for_each(|byte| *byte = [0, 0xff, 0x7f, 0x80][value as usize % 4]),
        }
    }
    bytes
}

/// The content of one stream of a PDF damaged.
fn inside_stream(start: &[u8], other: &[u8], dice: &mut Dice) -> Option<Vec<u8>> {
    let find = |word: &[u8], from: usize| {
        start[from..].windows(word.len()).position(|window| window == word).map(|at| from + at)
    };
    let (from, end) = (0..40).find_map(|_| {
        let at = find(b"stream\n", dice.below(start.len()))? + 7;
        (!start[..at].ends_with(b"endstream\n")).then_some((at, find(b"endstream", at)?))
    })?;
    let mut content = Vec::new();
    flate2::read::ZlibDecoder::new(&start[from..end]).read_to_end(&mut content).ok()?;
    damage_bytes(&mut content, other, dice);
    let mut packed = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::fast());
    packed.write_all(&content).ok()?;
    Some([&start[..from], &packed.finish().ok()?, b"\n", &start[end..]].concat())
}
