//! A corrected copy of a file: only the characters that change are changed, and the copy is read again before it is given.
//!
//! ```no_run
//! use gouji_files::write::{Change, Options, write};
//!
//! let bytes = std::fs::read("report.docx")?;
//! let content = gouji_files::read(&bytes, None)?;
//! let start = content.text.find("145").unwrap_or_default();
//! let change = Change { start, end: start + 3, text: "154".to_string() };
//! let written = write(&bytes, &[change], &Options::default())?;
//! assert_eq!(written.done, [0]);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! - Places are bytes of the text that `read` gives of the same bytes and encoding.
//! - The original is never touched. Parts of a package that have no change are copied as they are packed.
//! - A change that cannot be made is refused with a reason, and the others go on.

pub mod comments;
mod docx;
mod edit;
mod error;
pub mod formula;
mod relations;
mod sheet_comments;
mod text;
mod text_document;
mod xlsx;

pub use comments::{Annotated, Comment, annotate, commented_document};
pub use error::{Note, Reason, WriteError};

use std::collections::BTreeMap;

use quick_xml::escape::escape;

use crate::kind::Kind;
use crate::source_map::SourceMap;
use crate::{Content, read, read_with_map};

/// Text to stand in place of the bytes from `start` to `end` of the text as it was read.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Change {
    pub start: usize,
    pub end: usize,
    pub text: String,
}

/// Who changes, for tracked changes and comments.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Author {
    pub name: String,
    /// As in `2024-01-31T09:30:00Z`; empty where it is not to be said.
    pub date: String,
}

impl Author {
    /// What an element of a Word document says of who made it.
    fn attributes(&self, prefix: &str) -> String {
        let (name, date) = (escape(self.name.as_str()), escape(self.date.as_str()));
        let date = if date.is_empty() { String::new() } else { format!(" {prefix}date=\"{date}\"") };
        format!(" {prefix}author=\"{name}\"{date}")
    }
}

/// How a copy is written.
#[derive(Clone, Default, Debug)]
pub struct Options {
    /// The encoding that a text file was read in, if one was named.
    pub encoding: Option<String>,
    /// In Word documents, changes that can be accepted or rejected; other kinds have none.
    pub tracked: Option<Author>,
}

/// A change that was not made, by its number among those asked for.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Refusal {
    pub change: usize,
    pub reason: Reason,
}

/// A corrected copy.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Written {
    /// The whole file; the same as the original when every change was refused.
    pub bytes: Vec<u8>,
    /// The numbers of the changes that were made.
    pub done: Vec<usize>,
    pub refused: Vec<Refusal>,
    /// What to say beside it, such as that the signature no longer holds.
    pub notes: Vec<Note>,
    /// The parts of the package that are not as before.
    pub parts: Vec<String>,
}

/// Whether a corrected copy can be made of that kind.
pub fn can_write(kind: Kind) -> bool {
    matches!(kind, Kind::Text | Kind::Csv | Kind::Html | Kind::Docx | Kind::Xlsx)
}

/// A Word document with a text, a paragraph per line and a tab between cells.
pub fn document(text: &str) -> Result<Vec<u8>, WriteError> {
    Ok(text_document::of(text)?.0)
}

/// A copy in other words of its text, with the text that it must be read as.
struct Copy {
    bytes: Vec<u8>,
    expected: String,
    parts: Vec<String>,
    refused: Vec<Refusal>,
    notes: Vec<Note>,
}

/// The file that is copied, as it was read.
struct Original<'a> {
    bytes: &'a [u8],
    content: Content,
    map: SourceMap,
}

/// Makes a corrected copy. What was asked for and only that differs in it, which reading it again has shown.
pub fn write(bytes: &[u8], changes: &[Change], options: &Options) -> Result<Written, WriteError> {
    let bytes = crate::kind::undisguised(bytes);
    let (content, map) = read_with_map(bytes, options.encoding.as_deref())?;
    if !can_write(content.kind) {
        return Err(WriteError::Kind(content.kind));
    }
    let original = Original { bytes, content, map };
    let mut refused = Vec::new();
    let mut wanted = sound(&original.content.text, changes, &mut refused);
    let mut written = copy_of_what_can_be(&original, changes, &mut wanted, options, &mut refused)?;
    if !is_as_expected(&written, options) {
        // Some change is read as more or other than was asked for: each is tried on top of those that are right.
        let mut right = Vec::new();
        for &number in &wanted {
            let tried = [&right[..], &[number]].concat();
            let copy = copy_of(&original, changes, &tried, options)?;
            match copy.refused.is_empty() && is_as_expected(&copy, options) {
                true => right = tried,
                false => refused.push(Refusal { change: number, reason: Reason::ReadsOtherwise }),
            }
        }
        wanted = right;
        written = copy_of(&original, changes, &wanted, options)?;
    }
    refused.sort_by_key(|refusal| refusal.change);
    wanted.sort_unstable();
    let Copy { bytes: copied, parts, notes, .. } = written;
    let bytes = if wanted.is_empty() { bytes.to_vec() } else { copied };
    Ok(Written { bytes, done: wanted, refused, notes, parts })
}

/// The numbers of the changes that stand at a place of the text and not over one another, in the order of the text.
fn sound(text: &str, changes: &[Change], refused: &mut Vec<Refusal>) -> Vec<usize> {
    let mut numbers: Vec<usize> = (0..changes.len()).collect();
    numbers.sort_by_key(|&number| (changes[number].start, changes[number].end));
    let mut end = 0;
    numbers.retain(|&number| {
        let change = &changes[number];
        let reason = match text.get(change.start..change.end) {
            None => Some(Reason::NoPlace),
            Some(_) if change.start < end => Some(Reason::Overlaps),
            Some(_) => None,
        };
        end = end.max(if reason.is_none() { change.end } else { 0 });
        refused.extend(reason.map(|reason| Refusal { change: number, reason }));
        reason.is_none()
    });
    numbers
}

/// The copy with every change that its kind can make; the others are taken from those that are wanted.
fn copy_of_what_can_be(
    original: &Original,
    changes: &[Change],
    wanted: &mut Vec<usize>,
    options: &Options,
    refused: &mut Vec<Refusal>,
) -> Result<Copy, WriteError> {
    loop {
        let mut copy = copy_of(original, changes, wanted, options)?;
        if copy.refused.is_empty() {
            return Ok(copy);
        }
        wanted.retain(|number| copy.refused.iter().all(|refusal| refusal.change != *number));
        refused.append(&mut copy.refused);
    }
}

fn copy_of(original: &Original, changes: &[Change], wanted: &[usize], options: &Options) -> Result<Copy, WriteError> {
    let wanted: Vec<(usize, &Change)> = wanted.iter().map(|&number| (number, &changes[number])).collect();
    match original.content.kind {
        Kind::Docx => docx::copy(original, &wanted, options),
        Kind::Xlsx => xlsx::copy(original, &wanted, Words::Kept),
        _ => text::copy(original, &wanted, options),
    }
}

fn is_as_expected(copy: &Copy, options: &Options) -> bool {
    read(&copy.bytes, options.encoding.as_deref()).is_ok_and(|content| content.text == copy.expected)
}

/// What becomes of a cell of words that a number is written into.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Words {
    Kept,
    /// The words are only the name of what is filled in.
    Replaced,
}

/// A template with all of these values, or none of it.
pub(crate) fn fill_in(template: &[u8], values: &[Change]) -> Result<Vec<u8>, WriteError> {
    let (content, map) = read_with_map(template, None)?;
    let original = Original { bytes: template, content, map };
    let wanted: Vec<(usize, &Change)> = values.iter().enumerate().collect();
    let copy = match original.content.kind {
        Kind::Xlsx => xlsx::copy(&original, &wanted, Words::Replaced)?,
        Kind::Docx => docx::copy(&original, &wanted, &Options::default())?,
        _ => text::copy(&original, &wanted, &Options::default())?,
    };
    if copy.refused.is_empty() { Ok(copy.bytes) } else { Err(WriteError::Package) }
}

/// The text with other words at some places, which do not lie over one another.
fn with_changes(text: &str, changes: impl IntoIterator<Item = (usize, usize, String)>) -> String {
    let sorted: BTreeMap<(usize, usize), String> =
        changes.into_iter().map(|(start, end, words)| ((start, end), words)).collect();
    let mut out = String::with_capacity(text.len());
    let mut next = 0;
    for ((start, end), words) in sorted {
        out.push_str(text.get(next..start).unwrap_or_default());
        out.push_str(&words);
        next = end.max(next);
    }
    out.push_str(text.get(next..).unwrap_or_default());
    out
}
