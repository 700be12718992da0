//! Copies of texts, tables by commas and web pages, in their own encoding.

use std::ops::Range;

use super::edit::{Edit, core, edited_bytes, numeric_reference, touched};
use super::{Change, Copy, Options, Original, Reason, Refusal, WriteError, with_changes};
use crate::encoding::Encoder;
use crate::kind::Kind;
use crate::source_map::Source;

pub(super) fn copy(original: &Original, wanted: &[(usize, &Change)], options: &Options) -> Result<Copy, WriteError> {
    let Original { bytes, content, .. } = original;
    let decoded = crate::decoded(bytes, options.encoding.as_deref(), content.kind)?;
    let encoder = Encoder::new(decoded.encoding);
    let (mut edits, mut refused, mut expected) = (Vec::new(), Vec::new(), Vec::new());
    for &(number, change) in wanted {
        let words = line_ends_as(&decoded.text, &change.text);
        match edits_of(original, &decoded.text, &encoder, change, &words) {
            Ok(found) => {
                edits.extend(found);
                expected.push((change.start, change.end, words));
            }
            Err(reason) => refused.push(Refusal { change: number, reason }),
        }
    }
    let instead = if content.kind == Kind::Html { numeric_reference } else { |_| None };
    let written = edited_bytes(bytes, &encoder, &decoded.text, edits, instead);
    let written = written.unwrap_or_else(|reason| {
        refused.extend(wanted.iter().map(|&(change, _)| Refusal { change, reason }));
        bytes.to_vec()
    });
    let expected = with_changes(&content.text, expected);
    Ok(Copy { bytes: written, expected, parts: Vec::new(), refused, notes: Vec::new() })
}

/// Words with the ends of lines that the text has.
fn line_ends_as(text: &str, words: &str) -> String {
    let words = words.replace("\r\n", "\n");
    if text.contains("\r\n") { words.replace('\n', "\r\n") } else { words }
}

fn edits_of(
    original: &Original,
    text: &str,
    encoder: &Encoder,
    change: &Change,
    words: &str,
) -> Result<Vec<Edit>, Reason> {
    let kind = original.content.kind;
    if kind != Kind::Text && words.contains(['\n', '\t']) {
        return Err(Reason::LineBreak);
    }
    let lacks = |c: &char| encoder.bytes(*c).is_none();
    if let Some(c) = words.chars().find(lacks).filter(|_| kind != Kind::Html) {
        return Err(Reason::Character(c));
    }
    let read = &original.content.text;
    let (range, words) = core(read, change.start..change.end, words);
    let touched = touched(&original.map, read, range, words)?;
    let mut edits = Vec::new();
    for (source, place, words) in touched {
        match kind {
            Kind::Html => edits.push(Edit::new(place, escaped(&words))),
            Kind::Csv => edits.extend(field(text, source, place, &words)),
            _ => edits.push(Edit::new(place, words)),
        }
    }
    Ok(edits)
}

/// Words as text of a web page.
fn escaped(words: &str) -> String {
    words.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

/// The words of a field; where they need quotes that the field does not have, it gets them.
fn field(text: &str, source: Source, place: Range<usize>, words: &str) -> Vec<Edit> {
    let (start, end) = match source {
        Source::Verbatim { start, end, .. } | Source::Reference { start, end, .. } | Source::Gap { start, end, .. } => {
            (start as usize, end as usize)
        }
        Source::Cell { .. } => return Vec::new(),
    };
    let is_whole = !matches!(source, Source::Verbatim { .. });
    let is_quoted = !is_whole && text[..start].trim_end_matches([' ', '\t']).ends_with('"');
    let needs_quotes = words.contains([',', '"', '\n', '\r']);
    let doubled = words.replace('"', "\"\"");
    match (is_whole, is_quoted, needs_quotes) {
        (true, _, true) => vec![Edit::new(place, format!("\"{doubled}\""))],
        (_, true, _) => vec![Edit::new(place, doubled)],
        (false, false, true) if place == (start..end) => vec![Edit::new(place, format!("\"{doubled}\""))],
        (false, false, true) if place.start == start => {
            vec![Edit::new(place, format!("\"{doubled}")), Edit::insert(end, "\"")]
        }
        (false, false, true) if place.end == end => {
            vec![Edit::insert(start, "\""), Edit::new(place, format!("{doubled}\""))]
        }
        (false, false, true) => {
            vec![Edit::insert(start, "\""), Edit::new(place, doubled), Edit::insert(end, "\"")]
        }
        _ => vec![Edit::new(place, words)],
    }
}
