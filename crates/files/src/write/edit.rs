//! Edits of a part's text, and the package or the file put together again with them.

use std::collections::BTreeMap;
use std::io::{Cursor, Write};
use std::ops::Range;

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

use super::{Reason, WriteError};
use crate::encoding::{self, Encoder};
use crate::source_map::{Source, SourceMap};

/// Other text in place of some bytes of a part's decoded text.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Edit {
    pub start: usize,
    pub end: usize,
    pub text: String,
}

impl Edit {
    pub fn new(range: Range<usize>, text: impl Into<String>) -> Edit {
        Edit { start: range.start, end: range.end, text: text.into() }
    }

    pub fn insert(at: usize, text: impl Into<String>) -> Edit {
        Edit::new(at..at, text)
    }
}

/// The text with its edits made. None when they lie over one another.
pub fn edited(text: &str, mut edits: Vec<Edit>) -> Option<String> {
    edits.sort_by_key(|edit| (edit.start, edit.end));
    let mut out = String::with_capacity(text.len());
    let mut next = 0;
    for edit in edits {
        out.push_str(text.get(next..edit.start)?);
        out.push_str(&edit.text);
        next = edit.end;
    }
    out.push_str(text.get(next..)?);
    Some(out)
}

/// The bytes with edits of the text they were decoded to. What the encoding lacks is written as `instead` says.
pub fn edited_bytes(
    bytes: &[u8],
    encoder: &Encoder,
    text: &str,
    mut edits: Vec<Edit>,
    instead: fn(char) -> Option<String>,
) -> Result<Vec<u8>, Reason> {
    edits.sort_by_key(|edit| (edit.start, edit.end));
    let places: Vec<usize> = edits.iter().flat_map(|edit| [edit.start, edit.end]).collect();
    if !places.is_sorted() {
        return Err(Reason::Overlaps);
    }
    let places = encoding::places_in_bytes(bytes, encoder.encoding, text, &places).ok_or(Reason::NoPlace)?;
    let mut out = Vec::with_capacity(bytes.len());
    let mut next = 0;
    for (edit, place) in edits.iter().zip(places.chunks_exact(2)) {
        out.extend_from_slice(bytes.get(next..place[0]).ok_or(Reason::NoPlace)?);
        for c in edit.text.chars() {
            match encoder.bytes(c) {
                Some(written) => out.extend(written),
                None => out.extend(instead(c).ok_or(Reason::Character(c))?.into_bytes()),
            }
        }
        next = place[1];
    }
    out.extend_from_slice(bytes.get(next..).ok_or(Reason::NoPlace)?);
    Ok(out)
}

/// A reference to a character by its number, as HTML and XML have it.
pub fn numeric_reference(c: char) -> Option<String> {
    Some(format!("&#{};", u32::from(c)))
}

/// An XML part with edits of its text, in its own encoding.
pub fn edited_xml(bytes: &[u8], edits: Vec<Edit>) -> Result<Vec<u8>, Reason> {
    let decoded = crate::xml::decode(bytes).ok_or(Reason::NoPlace)?;
    edited_bytes(bytes, &Encoder::new(decoded.encoding), &decoded.text, edits, numeric_reference)
}

/// A source that a change touches, the range in it, and the words that stand there from now on.
pub type Touched = (Source, Range<usize>, String);

/// Shares the new words of a change out among the sources that hold the old ones, each as many characters as it had and the last
/// what is left, so that every run keeps its look.
pub fn touched(map: &SourceMap, text: &str, range: Range<usize>, words: &str) -> Result<Vec<Touched>, Reason> {
    let mut edits = Vec::new();
    if range.is_empty() {
        let segment = map.segment_at(range.start).ok_or(Reason::NotInFile)?;
        let source = map.source(segment).ok_or(Reason::NotInFile)?;
        let place = place_in(source, segment.range(), segment.offset as usize, range.clone())?;
        edits.push((source, place, words.to_string()));
        return Ok(edits);
    }
    let segments: Vec<_> = map.segments_in(&range).iter().filter(|segment| segment.length > 0).collect();
    let mut next = range.start;
    let mut rest = words;
    for (number, &&segment) in segments.iter().enumerate() {
        let held = segment.range();
        if held.start > next {
            return Err(Reason::NotInFile);
        }
        let part = next..held.end.min(range.end);
        next = part.end;
        let source = map.source(segment).ok_or(Reason::NotInFile)?;
        let place = place_in(source, held, segment.offset as usize, part.clone())?;
        let count = text[part].chars().count();
        let cut = rest.char_indices().nth(count).map_or(rest.len(), |(at, _)| at);
        let (own, others) = if number + 1 == segments.len() { (rest, "") } else { rest.split_at(cut) };
        rest = others;
        edits.push((source, place, own.to_string()));
    }
    let part = edits.first().map(|(source, ..)| source.part()).ok_or(Reason::NotInFile)?;
    if next < range.end || edits.iter().any(|(source, ..)| source.part() != part) {
        return Err(Reason::NotInFile);
    }
    Ok(edits)
}

/// The change without what is the same at its start and at its end.
pub fn core<'a>(text: &str, range: Range<usize>, words: &'a str) -> (Range<usize>, &'a str) {
    let old = &text[range.clone()];
    let same = |one: &mut dyn Iterator<Item = char>, other: &mut dyn Iterator<Item = char>| {
        one.zip(other).take_while(|(one, other)| one == other).map(|(c, _)| c.len_utf8()).sum::<usize>()
    };
    let before = same(&mut old.chars(), &mut words.chars());
    let after = same(&mut old[before..].chars().rev(), &mut words[before..].chars().rev());
    (range.start + before..range.end - after, &words[before..words.len() - after])
}

/// Where a part of a segment's text stands in the file.
fn place_in(source: Source, held: Range<usize>, offset: usize, part: Range<usize>) -> Result<Range<usize>, Reason> {
    match source {
        Source::Verbatim { start, .. } => {
            let first = start as usize + offset;
            Ok(first + part.start - held.start..first + part.end - held.start)
        }
        Source::Gap { start, end, .. } => Ok(start as usize..end as usize),
        // One character, which is changed as a whole.
        Source::Reference { start, end, .. } => match (part == held, part.is_empty()) {
            (true, _) => Ok(start as usize..end as usize),
            (_, true) if part.start == held.start => Ok(start as usize..start as usize),
            (_, true) if part.end == held.end => Ok(end as usize..end as usize),
            _ => Err(Reason::NotInFile),
        },
        // In the words that the sheet shows there.
        Source::Cell { .. } => Ok(offset + part.start - held.start..offset + part.end - held.start),
    }
}

/// The package with other content in some parts and new parts at its end; all others are copied as they are packed.
pub fn repacked(bytes: &[u8], parts: &BTreeMap<String, Vec<u8>>) -> Result<Vec<u8>, WriteError> {
    let broken = |_| WriteError::Package;
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(broken)?;
    let mut writer = ZipWriter::new(Cursor::new(Vec::with_capacity(bytes.len())));
    let places: BTreeMap<usize, &String> =
        parts.keys().filter_map(|name| Some((archive.index_for_name(name)?, name))).collect();
    for index in 0..archive.len() {
        let entry = archive.by_index_raw(index).map_err(broken)?;
        match places.get(&index) {
            None => writer.raw_copy_file(entry).map_err(broken)?,
            Some(&name) => {
                let when = entry.last_modified().unwrap_or_default();
                put(&mut writer, name, parts.get(name), when)?;
            }
        }
    }
    for (name, content) in parts.iter().filter(|(name, _)| !places.values().any(|known| known == name)) {
        put(&mut writer, name, Some(content), zip::DateTime::default())?;
    }
    Ok(writer.finish().map_err(broken)?.into_inner())
}

fn put(
    writer: &mut ZipWriter<Cursor<Vec<u8>>>,
    name: &str,
    content: Option<&Vec<u8>>,
    when: zip::DateTime,
) -> Result<(), WriteError> {
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated).last_modified_time(when);
    writer.start_file(name, options).map_err(|_| WriteError::Package)?;
    writer.write_all(content.map_or(&[][..], Vec::as_slice)).map_err(|_| WriteError::Package)
}
