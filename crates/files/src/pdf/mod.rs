//! PDF: the characters of every page with their places and the lines ruled on it. Pages that are pictures have none.

mod content;
mod font;
mod glyphs;
mod unicode;

use std::borrow::Cow;
use std::io::Read;

use hayro_syntax::object::Stream;
use hayro_syntax::{Filter, LoadPdfError, Pdf};

use crate::error::FileError;
use crate::kind::Kind;
use crate::page::{self, Work};

/// A report has some ten pages.
const MOST_PAGES: usize = 400;
/// What one stream may become when it is unpacked, and all that hold objects together.
const LARGEST_STREAM: u64 = 24 * 1024 * 1024;
const LARGEST_OBJECTS: u64 = 32 * 1024 * 1024;
/// From all streams to their ends, in bytes.
const LONGEST_WAY: usize = 64 * 1024 * 1024;

pub fn read(bytes: &[u8]) -> Result<String, FileError> {
    let start = bytes.windows(5).position(|window| window == b"%PDF-").unwrap_or(0);
    let bytes = &bytes[start..];
    if ends_are_far(bytes) || objects_swell(bytes) {
        return Err(FileError::TooMuchPacked);
    }
    let pdf = Pdf::new(bytes.to_vec()).map_err(|error| match error {
        LoadPdfError::Decryption(_) => FileError::Encrypted(Kind::Pdf),
        LoadPdfError::Invalid => FileError::Damaged(Kind::Pdf),
    })?;
    let mut reader = content::Reader::default();
    let pages: Vec<page::Page> = pdf.pages().iter().take(MOST_PAGES).map(|page| reader.page(page)).collect();
    if pages.is_empty() {
        return Err(FileError::Damaged(Kind::Pdf));
    }
    if !reader.work.is_spent() && pages.iter().all(|page| page.glyphs.iter().all(|glyph| glyph.text.trim().is_empty()))
    {
        let has_unseen = pages.iter().any(|page| page.has_unseen);
        return Err(if has_unseen { FileError::UnseenWords } else { FileError::NoWords(Kind::Pdf) });
    }
    page::text_of(pages, &mut reader.work)
}

/// A stream unpacked, up to the limit.
fn unpacked<'a>(stream: &Stream<'a>, work: &mut Work) -> Option<Cow<'a, [u8]>> {
    work.spend(stream.raw_data().len() / 16);
    if work.is_spent() {
        return None;
    }
    let content = unpack(stream);
    work.spend(content.as_ref().map_or(0, |content| content.len() / 8));
    content
}

fn unpack<'a>(stream: &Stream<'a>) -> Option<Cow<'a, [u8]>> {
    match stream.filters()[..] {
        [] => Some(stream.raw_data()),
        [Filter::FlateDecode] if !stream.dict().contains_key("DecodeParms") => {
            let mut content = Vec::new();
            let raw = stream.raw_data();
            // Damage at the end leaves what was read before.
            let _ = flate2::read::ZlibDecoder::new(&raw[..]).take(LARGEST_STREAM).read_to_end(&mut content);
            (!content.is_empty()).then_some(Cow::Owned(content))
        }
        _ if stream.raw_data().len() as u64 > LARGEST_STREAM / 16 => None,
        _ => stream.decoded_data().ok().filter(|content| content.len() as u64 <= LARGEST_STREAM),
    }
}

/// Where `stream` stands, which `endstream` holds too.
fn streams(bytes: &[u8]) -> impl Iterator<Item = usize> {
    bytes.windows(6).enumerate().filter(|(_, window)| window == b"stream").map(|(at, _)| at)
}

/// Whether so many streams have their end far away that looking for it takes long. The library looks each time it fetches one.
fn ends_are_far(bytes: &[u8]) -> bool {
    let (mut open, mut last, mut way) = (0, 0, 0_usize);
    for at in streams(bytes).chain([bytes.len()]) {
        way = way.saturating_add((at - last).saturating_mul(open));
        last = at;
        open = if bytes[..at].ends_with(b"end") { 0 } else { open + 1 };
    }
    way > LONGEST_WAY.max(bytes.len() * 2)
}

/// Whether the streams that hold objects unpack to more than any report needs. The library unpacks them without a limit.
fn objects_swell(bytes: &[u8]) -> bool {
    let mut left = LARGEST_OBJECTS;
    for start in streams(bytes) {
        let at = start + 6;
        let before = &bytes[start.saturating_sub(600)..start];
        let says = |word: &[u8]| before.windows(word.len()).any(|window| window == word);
        if before.ends_with(b"end") || !(says(b"ObjStm") || says(b"XRef")) || !says(b"Flate") {
            continue;
        }
        let skip = bytes[at..].iter().take_while(|byte| **byte == b'\r' || **byte == b'\n').count();
        let mut sink = std::io::sink();
        let mut packed = flate2::read::ZlibDecoder::new(&bytes[at + skip..]).take(left + 1);
        let _ = std::io::copy(&mut packed, &mut sink);
        left = match packed.limit() {
            0 => return true,
            rest => rest - 1,
        };
    }
    false
}
