//! A copy with comments at places of the text, so that a reviewer can send the office's own file back.

use std::collections::BTreeMap;
use std::ops::Range;

use quick_xml::escape::{escape, partial_escape};

use super::docx::{Document, KEEP_BLANKS, Marks, notes};
use super::edit::{Edit, edited_xml, repacked};
use super::relations::{self, Relations};
use super::{Author, Note, Original, WriteError, sheet_comments};
use crate::kind::Kind;
use crate::package::Package;
use crate::source_map::Source;
use crate::xml::{Node, walk, walk_ranges};
use crate::{Content, read, read_with_map};

/// What is said of the bytes from `start` to `end` of the text as it was read.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Comment {
    pub start: usize,
    pub end: usize,
    /// A paragraph per line.
    pub text: String,
}

/// A copy with comments.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Annotated {
    pub bytes: Vec<u8>,
    /// The kind of the copy: that of the original where it can have comments, else a Word document with its text.
    pub kind: Kind,
    pub notes: Vec<Note>,
    /// The parts of the package that are not as before.
    pub parts: Vec<String>,
}

/// Makes a copy of the file with comments; a comment at a place that is not in the file stands at the next one before it.
/// Documents and workbooks keep all else; of other kinds a Word document is made with the text as it was read.
pub fn annotate(
    bytes: &[u8],
    comments: &[Comment],
    author: &Author,
    encoding: Option<&str>,
) -> Result<Annotated, WriteError> {
    let bytes = crate::kind::undisguised(bytes);
    let (content, map) = read_with_map(bytes, encoding)?;
    let original = Original { bytes, content, map };
    match original.content.kind {
        Kind::Docx => in_document(&original, comments, author),
        Kind::Xlsx => sheet_comments::annotate(&original, comments, author),
        kind => {
            let bytes = commented_document(&original.content.text, comments, author)?;
            Ok(Annotated { bytes, kind: Kind::Docx, notes: vec![Note::MadeFrom(kind)], parts: Vec::new() })
        }
    }
}

/// A Word document with a text, a paragraph per line, and with comments at places of it.
pub fn commented_document(text: &str, comments: &[Comment], author: &Author) -> Result<Vec<u8>, WriteError> {
    let (made, map) = super::text_document::of(text)?;
    let content = Content { text: text.to_string(), kind: Kind::Docx, encoding: None };
    Ok(in_document(&Original { bytes: &made, content, map }, comments, author)?.bytes)
}

fn in_document(original: &Original, comments: &[Comment], author: &Author) -> Result<Annotated, WriteError> {
    let mut package = Package::open(original.bytes)?;
    let document = Document::open(&mut package)?;
    let mut notes = notes(&mut package)?;
    let mut relations = Relations::of(&mut package, &document.part)?;
    let known = relations.target("/comments");
    let part = known.clone().unwrap_or_else(|| relations.free_name(&package, "comments", "xml"));
    let before = package.part(&part)?.unwrap_or_default();
    let list = crate::xml::text_of(&before);
    let first = highest_id(&list).max(document.highest_id()) + 1;
    let (mut marks, mut edits, mut all) = (Marks::default(), Vec::new(), String::new());
    for (number, comment) in comments.iter().enumerate() {
        let id = first + number as u64;
        edits.extend(place(original, &document, comment, id, &mut marks));
        all.push_str(&element(comment, author, id));
    }
    edits.extend(document.marked(&marks));
    let mut parts = BTreeMap::from([(document.part.clone(), document.edited(edits)?)]);
    match last_closing(&list) {
        Some(at) if known.is_some() => {
            let prefix = crate::workbook::prefix(crate::workbook::tag_name(&list[at..]));
            let edit = Edit::insert(at, with_prefix(&all, prefix));
            parts.insert(part, edited_xml(&before, vec![edit]).map_err(|_| WriteError::Package)?);
        }
        _ => {
            let space = document.namespace();
            let list = format!("{}<w:comments xmlns:w=\"{space}\">{all}</w:comments>", relations::HEAD);
            parts.insert(part.clone(), list.into_bytes());
            relations.add("comments", &part);
            let kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml";
            relations.write(&mut package, &mut parts, &[(part.as_str(), kind)])?;
        }
    }
    let bytes = repacked(original.bytes, &parts)?;
    let is_same = read(&bytes, None).is_ok_and(|copy| read(original.bytes, None) == Ok(copy));
    if !is_same {
        return Err(WriteError::Package);
    }
    notes.dedup();
    Ok(Annotated { bytes, kind: Kind::Docx, notes, parts: parts.into_keys().collect() })
}

/// The elements of the comments of this module with another prefix than `w:`.
fn with_prefix(xml: &str, prefix: &str) -> String {
    if prefix == "w:" {
        return xml.to_string();
    }
    let mut edits = Vec::new();
    walk_ranges(xml, &mut |node, range| {
        if !matches!(node, Node::Words(_)) {
            let tag = &xml[range.clone()];
            let other = tag.replace("<w:", &format!("<{prefix}")).replace("</w:", &format!("</{prefix}"));
            edits.push(Edit::new(range, other.replace(" w:", &format!(" {prefix}"))));
        }
    });
    super::edit::edited(xml, edits).unwrap_or_default()
}

fn highest_id(xml: &str) -> u64 {
    let mut highest = 0;
    walk(xml, &mut |node| {
        if let Node::Open(element) = node {
            highest = highest.max(element.number("id").filter(|id| *id < 1 << 31).unwrap_or(0));
        }
    });
    highest
}

/// Where the outermost element closes.
pub(super) fn last_closing(xml: &str) -> Option<usize> {
    let mut at = None;
    walk_ranges(xml, &mut |node, range| {
        if matches!(node, Node::Close(_)) && xml[range.clone()].starts_with("</") {
            at = Some(range.start);
        }
    });
    at
}

fn element(comment: &Comment, author: &Author, id: u64) -> String {
    let (name, by) = (escape(author.name.as_str()), author.attributes("w:"));
    let paragraph = |line: &str| format!("<w:p><w:r><w:t{KEEP_BLANKS}>{}</w:t></w:r></w:p>", partial_escape(line));
    let paragraphs: String = comment.text.split('\n').map(paragraph).collect();
    format!("<w:comment w:id=\"{id}\"{by} w:initials=\"{name}\">{paragraphs}</w:comment>")
}

/// Puts the ends of a comment between the characters that it is about; what it returns is put at the end of a paragraph.
fn place(original: &Original, document: &Document, comment: &Comment, id: u64, marks: &mut Marks) -> Option<Edit> {
    let prefix = document.word_prefix();
    let start = format!("<{prefix}commentRangeStart {prefix}id=\"{id}\"/>");
    let end = format!(
        "<{prefix}commentRangeEnd {prefix}id=\"{id}\"/><{prefix}r><{prefix}commentReference {prefix}id=\"{id}\"/></{prefix}r>"
    );
    let range = comment.start..comment.end.max(comment.start);
    let words: Vec<_> = original.map.segments_in(&range).iter().filter(|segment| segment.length > 0).copied().collect();
    let bounds = |segment: crate::source_map::Segment| {
        let held = segment.range();
        let (from, to) = (range.start.max(held.start), range.end.min(held.end).max(held.start));
        Some(match original.map.source(segment)? {
            Source::Verbatim { start, .. } if from < to => {
                let first = (start + segment.offset) as usize;
                first + from - held.start..first + to - held.start
            }
            Source::Verbatim { start, end, .. } | Source::Reference { start, end, .. } => start as usize..end as usize,
            Source::Gap { start, .. } => start as usize..start as usize,
            Source::Cell { .. } => return None,
        })
    };
    let near = original.map.segment_before(range.start);
    let (first, last) = (words.first().copied().or(near)?, words.last().copied().or(near)?);
    let (from, to): (Range<usize>, Range<usize>) = (bounds(first)?, bounds(last)?);
    match (document.words_index(&from), document.words_index(&to)) {
        (Some(one), Some(other)) if !from.is_empty() => {
            marks.start(one, from.start, start);
            marks.end(other, to.end, end);
            None
        }
        _ => document.at_paragraph_end(from.start, &format!("{start}{end}")),
    }
}
