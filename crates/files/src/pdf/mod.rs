//! PDF: the characters of every page with their places and the lines ruled on it. Pages that are pictures have none.

mod content;
mod font;
mod glyphs;
mod unicode;
mod unpack;
mod vet;

use std::borrow::Cow;

use hayro_syntax::object::Stream;
use hayro_syntax::{LoadPdfError, Pdf};

use crate::budget::Budget;
use crate::error::FileError;
use crate::kind::Kind;
use crate::page;
use unpack::Filters;

/// A report has some ten pages.
const MOST_PAGES: usize = 400;
/// From all streams to their ends, in bytes.
const LONGEST_WAY: usize = 64 * 1024 * 1024;

pub fn read(bytes: &[u8]) -> Result<String, FileError> {
    let start = bytes.windows(5).position(|window| window == b"%PDF-").unwrap_or(0);
    let bytes = &bytes[start..];
    if ends_are_far(bytes) {
        return Err(FileError::TooMuchPacked);
    }
    let mut budget = Budget::default();
    let pdf = Pdf::new(vet::vetted(bytes, &mut budget)?).map_err(|error| match error {
        LoadPdfError::Decryption(_) => FileError::Encrypted(Kind::Pdf),
        LoadPdfError::Invalid => FileError::Damaged(Kind::Pdf),
    })?;
    let copy: &[u8] = pdf.data().as_ref();
    let mut reader = content::Reader::new(Source { original: bytes, copy, budget });
    let pages: Vec<page::Page> = pdf.pages().iter().take(MOST_PAGES).map(|page| reader.page(page)).collect();
    if pages.is_empty() {
        return Err(FileError::Damaged(Kind::Pdf));
    }
    if !reader.source.budget.is_spent()
        && pages.iter().all(|page| page.glyphs.iter().all(|glyph| glyph.text.trim().is_empty()))
    {
        let has_unseen = pages.iter().any(|page| page.has_unseen);
        return Err(if has_unseen { FileError::UnseenWords } else { FileError::NoWords(Kind::Pdf) });
    }
    page::text_of(pages, &mut reader.source.budget)
}

/// The file that streams are unpacked from, and its budget.
struct Source<'a> {
    original: &'a [u8],
    /// The library's copy of it, in which streams are spoilt.
    copy: &'a [u8],
    budget: Budget,
}

impl Source<'_> {
    /// Returns a stream unpacked. None when it cannot be, or when there is too much: then the budget is spent.
    fn unpacked(&mut self, stream: &Stream, most: usize) -> Option<Vec<u8>> {
        let raw = stream.raw_data();
        self.budget.spend(raw.len() / 16);
        let raw = match &raw {
            // What was not unlocked lies at the same place in both.
            Cow::Borrowed(data) => {
                let start = (data.as_ptr() as usize).checked_sub(self.copy.as_ptr() as usize);
                let own = start.and_then(|start| self.original.get(start..start.checked_add(data.len())?));
                own.unwrap_or(data)
            }
            Cow::Owned(data) => data,
        };
        let filters = match unpack::filters(stream.dict()) {
            Filters::Known(filters) => filters,
            Filters::Other => return None,
            Filters::TooMany => {
                self.budget.exhaust();
                return None;
            }
        };
        let content = unpack::unpack(Cow::Borrowed(raw), &filters, most, &mut self.budget)?.content;
        self.budget.spend(content.len() / 8);
        (!self.budget.is_spent()).then(|| content.into_owned())
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
