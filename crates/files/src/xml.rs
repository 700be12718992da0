//! XML as a stream of openings, words and closings, with namespaces left away. No entity but the five of XML and characters by
//! number is known, so none can swell.

use std::ops::Range;

use quick_xml::Reader;
use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::{BytesStart, Event};

use crate::encoding::{self, Decoded};

pub enum Node<'a> {
    Open(&'a Element<'a>),
    Words(&'a str),
    Close(&'a str),
}

pub struct Element<'a> {
    start: BytesStart<'a>,
}

impl Element<'_> {
    /// The name without its namespace.
    pub fn name(&self) -> &str {
        local(self.start.name().0)
    }

    /// The attribute of that name, whatever its namespace.
    pub fn attribute(&self, name: &str) -> Option<String> {
        let found =
            self.start.attributes().with_checks(false).flatten().find(|attribute| local(attribute.key.0) == name)?;
        Some(unescaped(&found.value))
    }

    pub fn number<T: std::str::FromStr>(&self, name: &str) -> Option<T> {
        self.attribute(name)?.trim().parse().ok()
    }
}

fn local(name: &str) -> &str {
    name.rsplit(':').next().unwrap_or_default()
}

/// The text of an XML file: by its mark, else as its first line says.
pub fn text_of(bytes: &[u8]) -> String {
    decode(bytes).map_or_else(|| String::from_utf8_lossy(bytes).into_owned(), |decoded| decoded.text)
}

/// The text and its encoding. None when the bytes are no text.
pub fn decode(bytes: &[u8]) -> Option<Decoded> {
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(200)]).to_ascii_lowercase();
    let declared = head.split("encoding=").nth(1).and_then(|rest| rest.get(1..)?.split(['"', '\'']).next());
    match declared {
        Some(label) if label != "utf-8" => encoding::decode_as(bytes, label).or_else(|| encoding::guess(bytes)),
        _ => encoding::guess(bytes),
    }
}

/// Goes through the XML from its start to its end or to what is no XML. False when it stopped before the end.
pub fn walk(xml: &str, visit: &mut dyn FnMut(Node)) -> bool {
    walk_ranges(xml, &mut |node, _| visit(node))
}

/// As `walk`, with where each node stands; an element without content is opened and closed at the same place.
pub fn walk_ranges(xml: &str, visit: &mut dyn FnMut(Node, Range<usize>)) -> bool {
    let mut reader = Reader::from_str(xml);
    let config = reader.config_mut();
    config.check_end_names = false;
    config.allow_unmatched_ends = true;
    config.allow_dangling_amp = true;
    loop {
        let before = reader.buffer_position() as usize;
        let event = reader.read_event();
        let range = before..reader.buffer_position() as usize;
        match event {
            Ok(Event::Start(start)) => visit(Node::Open(&Element { start }), range),
            Ok(Event::Empty(start)) => {
                let element = Element { start };
                visit(Node::Open(&element), range.clone());
                visit(Node::Close(element.name()), range);
            }
            Ok(Event::End(end)) => visit(Node::Close(local(end.name().0)), range),
            Ok(Event::Text(words)) => visit(Node::Words(&words), range),
            Ok(Event::CData(words)) => visit(Node::Words(&words), range),
            Ok(Event::GeneralRef(reference)) => {
                if let Some(c) = named(&reference) {
                    visit(Node::Words(c.encode_utf8(&mut [0; 4])), range);
                }
            }
            Ok(Event::Eof) => return true,
            Ok(_) => {}
            Err(_) => return false,
        }
    }
}

/// The character of a reference without its `&` and `;`.
fn named(reference: &str) -> Option<char> {
    let number = match reference.strip_prefix('#') {
        Some(digits) => match digits.strip_prefix(['x', 'X']) {
            Some(hex) => u32::from_str_radix(hex, 16).ok(),
            None => digits.parse().ok(),
        },
        None => return resolve_predefined_entity(reference).and_then(|text| text.chars().next()),
    };
    number.and_then(char::from_u32)
}

fn unescaped(value: &str) -> String {
    let mut out = String::new();
    let mut rest = value;
    while let Some(at) = rest.find('&') {
        out.push_str(&rest[..at]);
        let end = rest[at..].find(';').map(|end| at + end);
        match end.and_then(|end| Some((end, named(&rest[at + 1..end])?))) {
            Some((end, c)) => {
                out.push(c);
                rest = &rest[end + 1..];
            }
            None => {
                out.push('&');
                rest = &rest[at + 1..];
            }
        }
    }
    out.push_str(rest);
    out
}
