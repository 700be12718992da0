//! Copies of Word documents: the characters of runs changed where they stand, plainly or as changes that can be rejected.

use std::collections::BTreeMap;
use std::ops::Range;

use quick_xml::escape::partial_escape;

use super::edit::{Edit, core, edited_xml, repacked, touched};
use super::{Author, Change, Copy, Note, Options, Original, Reason, Refusal, WriteError, with_changes};
use crate::docx::main_part;
use crate::error::FileError;
use crate::kind::Kind;
use crate::package::Package;
use crate::runs::{Layout, Run, Words};
use crate::source_map::Source;
use crate::xml::{Node, walk};

pub(super) fn copy(original: &Original, wanted: &[(usize, &Change)], options: &Options) -> Result<Copy, WriteError> {
    let mut package = Package::open(original.bytes)?;
    let mut document = Document::open(&mut package)?;
    let mut marks = Marks::default();
    let (mut refused, mut expected, mut edits) = (Vec::new(), Vec::new(), Vec::new());
    let text = &original.content.text;
    for &(number, change) in wanted {
        let made = match &options.tracked {
            Some(author) => document.track(original, change, author, &mut marks, &mut edits),
            None => document.replace(original, change, &mut edits),
        };
        match made {
            Ok(()) => expected.push((change.start, change.end, change.text.clone())),
            Err(reason) => refused.push(Refusal { change: number, reason }),
        }
    }
    edits.extend(document.marked(&marks));
    let notes = notes(&mut package)?;
    let parts = BTreeMap::from([(document.part.clone(), document.edited(edits)?)]);
    let bytes = repacked(original.bytes, &parts)?;
    let expected = with_changes(text, expected);
    Ok(Copy { bytes, expected, parts: parts.into_keys().collect(), refused, notes })
}

/// What to say of a document that is signed or protected.
pub(super) fn notes(package: &mut Package) -> Result<Vec<Note>, FileError> {
    let mut notes = Vec::new();
    if package.has_folder("_xmlsignatures/") {
        notes.push(Note::SignatureBreaks);
    }
    let settings = package.xml("word/settings.xml")?.unwrap_or_default();
    let mut is_protected = false;
    walk(&settings, &mut |node| {
        if let Node::Open(element) = node
            && element.name() == "documentProtection"
        {
            is_protected |= element.attribute("enforcement").is_some_and(|is_on| is_on == "1" || is_on == "true");
        }
    });
    if is_protected {
        notes.push(Note::Protected);
    }
    Ok(notes)
}

/// The main part of a document with the places of its runs.
pub(super) struct Document {
    pub part: String,
    bytes: Vec<u8>,
    xml: String,
    layout: Layout,
    /// The next number for a revision.
    next_id: u64,
}

/// What is put between the characters of runs, by the words and the place that it parts them at.
#[derive(Default)]
pub(super) struct Marks {
    by_words: BTreeMap<usize, Vec<Mark>>,
}

/// At one place, ends stand before what is put in, and that before starts.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
enum MarkKind {
    End,
    Insertion,
    Start,
    Deletion,
}

#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Mark {
    start: usize,
    kind: MarkKind,
    end: usize,
    xml: String,
}

impl Marks {
    /// Has an element stand before the characters from there on.
    pub fn start(&mut self, words: usize, at: usize, xml: String) {
        let mark = Mark { start: at, kind: MarkKind::Start, end: at, xml };
        self.by_words.entry(words).or_default().push(mark);
    }

    /// Has an element stand after the characters up to there.
    pub fn end(&mut self, words: usize, at: usize, xml: String) {
        let mark = Mark { start: at, kind: MarkKind::End, end: at, xml };
        self.by_words.entry(words).or_default().push(mark);
    }
}

impl Document {
    pub fn open(package: &mut Package) -> Result<Document, FileError> {
        let damaged = FileError::Damaged(Kind::Docx);
        let part = main_part(package)?;
        let bytes = package.part(&part)?.ok_or(damaged)?;
        let xml = crate::xml::text_of(&bytes);
        let layout = Layout::of(&xml);
        let next_id = layout.highest_id + 1;
        Ok(Document { part, bytes, xml, layout, next_id })
    }

    /// The highest id of any element of the document.
    pub fn highest_id(&self) -> u64 {
        self.layout.highest_id
    }

    /// The prefix of the elements of Word, with its colon.
    pub fn word_prefix(&self) -> &str {
        &self.layout.prefix
    }

    /// The namespace of the elements of Word; the strict kind of document has another.
    pub fn namespace(&self) -> &str {
        let known = self.xml.split("xmlns:w=").nth(1).and_then(|rest| rest.get(1..)?.split(['"', '\'']).next());
        known.unwrap_or("http://schemas.openxmlformats.org/wordprocessingml/2006/main")
    }

    /// The number of the words that hold that place, if a mark can be put between them.
    pub fn words_index(&self, place: &Range<usize>) -> Option<usize> {
        let (index, words) = self.layout.words_at(place)?;
        (self.prefix(words.open.start) == self.layout.prefix).then_some(index)
    }

    /// The edit that puts elements at the end of the paragraph that goes on from there.
    pub fn at_paragraph_end(&self, at: usize, elements: &str) -> Option<Edit> {
        self.in_paragraph(self.layout.paragraph_from(at)?, elements)
    }

    pub fn edited(&self, mut edits: Vec<Edit>) -> Result<Vec<u8>, WriteError> {
        edits.sort();
        edits.dedup_by(|one, next| one == next && one.text == KEEP_BLANKS);
        edited_xml(&self.bytes, edits).map_err(|_| WriteError::Package)
    }

    fn id(&mut self) -> u64 {
        self.next_id += 1;
        self.next_id - 1
    }

    /// Makes a change in the words of the runs themselves.
    fn replace(&self, original: &Original, change: &Change, edits: &mut Vec<Edit>) -> Result<(), Reason> {
        let read = &original.content.text;
        let (range, words) = core(read, change.start..change.end, single_line(&change.text)?);
        let mut found = Vec::new();
        for (source, place, words) in touched(&original.map, read, range, words)? {
            if let Source::Gap { .. } = source {
                found.push(self.run_in_gap(place.start, |run| run, &words)?);
                continue;
            }
            let (index, text) = self.layout.words_at(&place).ok_or(Reason::NotInFile)?;
            found.extend(self.in_words(text, &place, &words));
            for twin in self.layout.twins(index) {
                let shift = |at: usize| at - text.content.start + twin.content.start;
                found.extend(self.in_words(twin, &(shift(place.start)..shift(place.end)), &words));
            }
        }
        edits.extend(found);
        Ok(())
    }

    fn in_words(&self, text: &Words, place: &Range<usize>, words: &str) -> Vec<Edit> {
        let mut edits = vec![Edit::new(place.clone(), partial_escape(words))];
        let edge = |part: &str| part.starts_with([' ', '\u{3000}']) || part.ends_with([' ', '\u{3000}']);
        let (before, after) = (&self.xml[text.content.start..place.start], &self.xml[place.end..text.content.end]);
        if !text.keeps_blanks && edge(&[before, words, after].concat()) {
            edits.push(Edit::insert(text.content.start - 1, KEEP_BLANKS));
        }
        edits
    }

    /// Makes a change as a deletion and an insertion that Word lets accept or reject.
    fn track(
        &mut self,
        original: &Original,
        change: &Change,
        author: &Author,
        marks: &mut Marks,
        edits: &mut Vec<Edit>,
    ) -> Result<(), Reason> {
        let read = &original.content.text;
        let whole = change.start..change.end;
        let words = single_line(&change.text)?;
        // The whole number is struck out and written anew where it stands in the file as a whole.
        let touched = touched(&original.map, read, whole.clone(), words).or_else(|_| {
            let (range, words) = core(read, whole, words);
            touched(&original.map, read, range, words)
        })?;
        let words: String = touched.iter().map(|(.., words)| words.as_str()).collect();
        let last = touched.len().saturating_sub(1);
        if let Some((Source::Gap { .. }, place, _)) = touched.first() {
            let (open, close) = (self.revision("ins", author), self.close("ins"));
            edits.push(self.run_in_gap(place.start, |run| format!("{open}{run}{close}"), &words)?);
            return Ok(());
        }
        let places: Option<Vec<_>> =
            touched.iter().map(|(_, place, _)| Some((self.layout.words_at(place)?.0, place.clone()))).collect();
        let places = places.ok_or(Reason::NotInFile)?;
        // Formulas have runs of their own, which know no revisions.
        let is_words = |index: usize| self.prefix(self.layout.words[index].open.start) == self.layout.prefix;
        if !places.iter().all(|&(index, _)| is_words(index)) {
            return Err(Reason::NotInFile);
        }
        for (number, (index, place)) in places.into_iter().enumerate() {
            let twins: Vec<usize> = self.layout.twin_indices(index).collect();
            for at in [&[index][..], &twins].concat() {
                let (own, base) = (self.layout.words[at].content.start, self.layout.words[index].content.start);
                let place = place.start - base + own..place.end - base + own;
                let inserted = if number == last { words.as_str() } else { "" };
                self.mark_change(at, place, inserted, author, marks);
            }
        }
        Ok(())
    }

    fn mark_change(&mut self, index: usize, place: Range<usize>, words: &str, author: &Author, marks: &mut Marks) {
        let mut put = |mark: Mark| marks.by_words.entry(index).or_default().push(mark);
        if !place.is_empty() {
            let xml = self.revision("del", author);
            put(Mark { start: place.start, kind: MarkKind::Deletion, end: place.end, xml });
        }
        if words.is_empty() {
            return;
        }
        let open = self.revision("ins", author);
        let (text, run) = self.layout.with_run(index);
        let inserted =
            self.run(run, &format!("<{}>{}</{}>", self.t(text, KEEP_BLANKS), partial_escape(words), self.t(text, "")));
        let close = self.close("ins");
        // An insertion within one of somebody else parts that in two.
        let xml = match run.insertion.clone() {
            None => format!("{open}{inserted}{close}"),
            Some(around) => {
                let id = self.id();
                let again = with_id(&self.xml[around], id);
                format!("{close}{open}{inserted}{close}{again}")
            }
        };
        put(Mark { start: place.end, kind: MarkKind::Insertion, end: place.end, xml });
    }

    /// The words' element by its name in this document.
    fn t(&self, text: &Words, attributes: &str) -> String {
        format!("{}t{attributes}", self.prefix(text.open.start))
    }

    /// The opening of a revision.
    fn revision(&mut self, name: &str, author: &Author) -> String {
        let id = self.id();
        let prefix = &self.layout.prefix;
        format!("<{prefix}{name} {prefix}id=\"{id}\"{}>", author.attributes(prefix))
    }

    fn close(&self, name: &str) -> String {
        format!("</{}{name}>", self.layout.prefix)
    }

    /// The prefix of the element that begins there, with its colon.
    fn prefix(&self, at: usize) -> &str {
        let name =
            self.xml[at..].trim_start_matches('<').split([' ', '>', '/', '\t', '\n', '\r']).next().unwrap_or_default();
        name.rfind(':').map_or("", |colon| &name[..=colon])
    }

    /// A run that looks as that one, with other content.
    fn run(&self, run: &Run, content: &str) -> String {
        let open = &self.xml[run.open.clone()];
        format!("{open}{}{content}</{}r>", self.layout.look(&self.xml, run.look.clone()), self.prefix(run.open.start))
    }

    /// The edit that puts words into a paragraph that has none, as a run between `around`.
    fn run_in_gap(&self, at: usize, around: impl Fn(String) -> String, words: &str) -> Result<Edit, Reason> {
        let prefix = self.prefix_of_paragraph(at);
        let look = self.layout.paragraph_look(at).map(|look| self.layout.look(&self.xml, look)).unwrap_or_default();
        let words = partial_escape(words);
        let run = around(format!("<{prefix}r>{look}<{prefix}t{KEEP_BLANKS}>{words}</{prefix}t></{prefix}r>"));
        self.in_paragraph(at, &run).ok_or(Reason::NotInFile)
    }

    fn prefix_of_paragraph(&self, at: usize) -> String {
        let tag = self.xml[at..].trim_start_matches(['<', '/']);
        self.prefix(at + (self.xml.len() - at - tag.len())).to_string()
    }

    /// The edit that puts runs at the end of the paragraph whose closing, or whose only tag, begins there.
    fn in_paragraph(&self, at: usize, runs: &str) -> Option<Edit> {
        let rest = self.xml.get(at..)?;
        if rest.starts_with("</") {
            return Some(Edit::insert(at, runs));
        }
        let end = rest.find('>')?;
        let open = rest[..end].strip_suffix('/')?;
        let name = open.get(1..)?.split_ascii_whitespace().next()?;
        Some(Edit::new(at..at + end + 1, format!("{}>{runs}</{name}>", open.trim_end())))
    }

    /// The edits that put the marks between the characters of their runs.
    pub fn marked(&self, marks: &Marks) -> Vec<Edit> {
        let mut edits = Vec::new();
        for (&index, marks) in &marks.by_words {
            edits.extend(self.parted(index, marks));
        }
        edits
    }

    /// The words parted at the marks, each part in a run of its own.
    fn parted(&self, index: usize, marks: &[Mark]) -> Vec<Edit> {
        let mut marks = marks.to_vec();
        marks.sort();
        let (text, run) = self.layout.with_run(index);
        let content = text.content.clone();
        let t = self.t(text, "");
        let kept = |range: Range<usize>| format!("<{t}{KEEP_BLANKS}>{}</{t}>", &self.xml[range]);
        // Alone in its run, the words need no run that is left empty.
        let mut out = String::new();
        let mut next = content.start;
        let mut is_first = true;
        for mark in &marks {
            if run.is_plain {
                if mark.start > next {
                    out.push_str(&self.run(run, &kept(next..mark.start)));
                }
            } else if is_first || mark.start > next {
                let before = self.xml.get(next..mark.start).unwrap_or_default();
                let open = self.layout.opening(&self.xml, run, &t);
                out.push_str(&if is_first { before.to_string() } else { format!("{open}{before}") });
                out.push_str(&format!("</{t}></{}r>", self.prefix(run.open.start)));
            }
            is_first = false;
            out.push_str(&mark.xml);
            if mark.kind == MarkKind::Deletion {
                let deleted = format!("{}delText", self.prefix(text.open.start));
                let words = &self.xml[mark.start..mark.end];
                out.push_str(&self.run(run, &format!("<{deleted}{KEEP_BLANKS}>{words}</{deleted}>")));
                out.push_str(&self.close("del"));
            }
            next = mark.end.max(next);
        }
        if run.is_plain {
            if next < content.end {
                out.push_str(&self.run(run, &kept(next..content.end)));
            }
            return vec![Edit::new(run.open.start..run.end, out)];
        }
        out.push_str(&self.layout.opening(&self.xml, run, &t));
        out.push_str(&self.xml[next..content.end]);
        let keeps = (!text.keeps_blanks).then(|| Edit::insert(content.start - 1, KEEP_BLANKS));
        keeps.into_iter().chain([Edit::new(content, out)]).collect()
    }
}

/// What keeps the blanks at the edges of words.
pub(super) const KEEP_BLANKS: &str = " xml:space=\"preserve\"";

fn single_line(words: &str) -> Result<&str, Reason> {
    if words.contains(['\n', '\r', '\t']) { Err(Reason::LineBreak) } else { Ok(words) }
}

/// An opening tag with another id.
fn with_id(tag: &str, id: u64) -> String {
    let Some(at) = tag.find(":id=\"").map(|at| at + 5) else { return tag.to_string() };
    let end = tag[at..].find('"').map_or(tag.len(), |end| at + end);
    format!("{}{id}{}", &tag[..at], &tag[end..])
}
