//! A Word document with a text as it was read, for files that cannot have comments themselves.

use std::collections::BTreeMap;

use quick_xml::escape::partial_escape;

use super::WriteError;
use super::edit::repacked;
use crate::package::Package;
use crate::source_map::{Source, SourceKeeper, SourceMap, SourceText};

const TEMPLATE: &[u8] = include_bytes!("../../templates/text.docx");
const DOCUMENT: &str = "word/document.xml";
/// The paragraph of the template that the text stands in place of.
const MARK: &str = "<w:p><w:r><w:t>{text}</w:t></w:r></w:p>";

/// The document and the way from each place of the text to its place there.
pub(super) fn of(text: &str) -> Result<(Vec<u8>, SourceMap), WriteError> {
    let template = Package::open(TEMPLATE)?.xml(DOCUMENT)?.ok_or(WriteError::Package)?;
    let (before, after) = template.split_once(MARK).ok_or(WriteError::Package)?;
    let mut page = Page { xml: before.to_string(), sources: SourceKeeper::new(true), text: SourceText::default() };
    page.sources.begin_part(DOCUMENT);
    let mut lines = text.split('\n').peekable();
    while let Some(line) = lines.next() {
        page.line(line);
        if lines.peek().is_some() {
            page.text.push('\n');
        }
    }
    page.xml.push_str(after);
    let (_, map) = page.sources.finish(page.text);
    let parts = BTreeMap::from([(DOCUMENT.to_string(), page.xml.into_bytes())]);
    Ok((repacked(TEMPLATE, &parts)?, map))
}

struct Page {
    xml: String,
    sources: SourceKeeper,
    text: SourceText,
}

impl Page {
    /// A line as a paragraph, with the tabs between cells.
    fn line(&mut self, line: &str) {
        self.xml.push_str("<w:p>");
        for (number, field) in line.split('\t').enumerate() {
            if number > 0 {
                self.xml.push_str("<w:r><w:tab/></w:r>");
                self.text.push('\t');
            }
            if !field.is_empty() {
                self.xml.push_str("<w:r><w:t xml:space=\"preserve\">");
                field.chars().for_each(|c| self.character(c));
                self.xml.push_str("</w:t></w:r>");
            }
        }
        let at = self.xml.len() as u32;
        self.sources.add(&mut self.text, "", Source::Gap { part: 0, start: at, end: at });
        self.xml.push_str("</w:p>");
    }

    fn character(&mut self, c: char) {
        let mut buffer = [0; 4];
        let words: &str = c.encode_utf8(&mut buffer);
        let start = self.xml.len() as u32;
        // What XML cannot hold shows as damage.
        let sound = if c.is_control() { "\u{fffd}" } else { words };
        self.xml.push_str(&partial_escape(sound));
        let (part, end) = (0, self.xml.len() as u32);
        let source = match self.xml[start as usize..] == *words {
            true => Source::Verbatim { part, start, end },
            false => Source::Reference { part, start, end },
        };
        self.sources.add(&mut self.text, words, source);
    }
}
