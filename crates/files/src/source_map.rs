//! The way back from a place in the text that was read to the place in the file it came from, one way for all kinds.

use std::ops::Range;

/// Where in a file some characters stand. Parts are counted as `SourceMap::parts` names them; bytes are those of a part's text
/// as decoded.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Source {
    /// Characters that stand in the part just as they were read.
    Verbatim { part: u16, start: u32, end: u32 },
    /// One character that is written as a reference, such as `&amp;`.
    Reference { part: u16, start: u32, end: u32 },
    /// A place without characters where some can be put: an empty paragraph, cell or field.
    Gap { part: u16, start: u32, end: u32 },
    /// A cell of a sheet; its words are what the sheet shows.
    Cell { part: u16, row: u32, column: u32 },
}

impl Source {
    pub fn part(self) -> usize {
        match self {
            Source::Verbatim { part, .. }
            | Source::Reference { part, .. }
            | Source::Gap { part, .. }
            | Source::Cell { part, .. } => part.into(),
        }
    }
}

/// A stretch of the text that came from one source, from `offset` on in that source's own words.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Segment {
    pub start: u32,
    pub length: u32,
    pub source: u32,
    pub offset: u32,
}

impl Segment {
    pub fn range(self) -> Range<usize> {
        self.start as usize..(self.start + self.length) as usize
    }
}

/// Text with the segments it was put together from. Text that a reader adds by itself has none.
#[derive(Clone, Default, PartialEq, Eq, Debug)]
pub struct SourceText {
    text: String,
    segments: Vec<Segment>,
}

impl From<String> for SourceText {
    fn from(text: String) -> SourceText {
        SourceText { text, segments: Vec::new() }
    }
}

impl SourceText {
    pub fn as_str(&self) -> &str {
        &self.text
    }

    pub fn into_string(self) -> String {
        self.text
    }

    pub fn len(&self) -> usize {
        self.text.len()
    }

    pub fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    pub fn clear(&mut self) {
        self.text.clear();
        self.segments.clear();
    }

    pub fn push(&mut self, c: char) {
        self.text.push(c);
    }

    pub fn push_str(&mut self, text: &str) {
        self.text.push_str(text);
    }

    /// Adds the words of a source; a gap has none.
    pub fn push_source(&mut self, text: &str, source: u32) {
        let segment = Segment { start: self.text.len() as u32, length: text.len() as u32, source, offset: 0 };
        self.segments.push(segment);
        self.text.push_str(text);
    }

    /// Adds words that go on with the last segment.
    fn extend_last(&mut self, text: &str) {
        if let Some(last) = self.segments.last_mut() {
            last.length += text.len() as u32;
        }
        self.text.push_str(text);
    }

    /// The source that the text ends with, if it does not end with text of no source.
    fn last_source(&self) -> Option<u32> {
        let last = self.segments.last()?;
        (last.range().end == self.text.len() && last.length > 0).then_some(last.source)
    }

    /// Adds a part of another text. Where nothing but its gaps or blanks is left of a text, one gap is kept.
    pub fn push_part(&mut self, other: &SourceText, part: Range<usize>) {
        let shift = self.text.len();
        let before = self.segments.len();
        for segment in &other.segments {
            let range = segment.range();
            let (start, end) = (range.start.max(part.start), range.end.min(part.end));
            if start < end || (range.is_empty() && start == end) {
                self.segments.push(Segment {
                    start: (start - part.start + shift) as u32,
                    length: (end - start) as u32,
                    source: segment.source,
                    offset: segment.offset + (start - range.start) as u32,
                });
            }
        }
        if let Some(segment) = other.segments.first().filter(|_| part.is_empty() && self.segments.len() == before) {
            self.segments.push(Segment { start: shift as u32, length: 0, ..*segment });
        }
        self.text.push_str(&other.text[part]);
    }

    /// The text with bars of full width in place of those that would be taken for the border of a cell.
    pub fn without_bars(self) -> SourceText {
        if !self.text.contains('|') {
            return self;
        }
        let mut out = SourceText::default();
        let mut start = 0;
        for (at, bar) in self.text.match_indices('|') {
            out.push_part(&self, start..at);
            out.push('｜');
            start = at + bar.len();
        }
        out.push_part(&self, start..self.text.len());
        out
    }
}

/// For each place in a text where it stands in the file.
#[derive(Clone, Default, PartialEq, Eq, Debug)]
pub struct SourceMap {
    /// The parts of a package that the text came from; one without a name for a file in one piece.
    pub parts: Vec<String>,
    sources: Vec<Source>,
    /// In the order of the text.
    segments: Vec<Segment>,
}

impl SourceMap {
    /// The map of a text that is the whole file.
    pub fn identity(text: &str) -> SourceMap {
        let length = text.len() as u32;
        SourceMap {
            parts: vec![String::new()],
            sources: vec![Source::Verbatim { part: 0, start: 0, end: length }],
            segments: vec![Segment { start: 0, length, source: 0, offset: 0 }],
        }
    }

    /// All segments, in the order of the text.
    pub fn segments(&self) -> &[Segment] {
        &self.segments
    }

    pub fn source(&self, segment: Segment) -> Option<Source> {
        self.sources.get(segment.source as usize).copied()
    }

    /// The segments that hold characters of that range, in order.
    pub fn segments_in(&self, range: &Range<usize>) -> &[Segment] {
        let first = self.segments.partition_point(|segment| segment.range().end <= range.start);
        let after = self.segments.partition_point(|segment| segment.range().start < range.end);
        self.segments.get(first..after.max(first)).unwrap_or_default()
    }

    /// The segment that text put in at that place belongs to: the one that ends there, else one that begins there.
    pub fn segment_at(&self, at: usize) -> Option<Segment> {
        let first = self.segments.partition_point(|segment| segment.range().end < at);
        let near = self.segments[first..].iter().take_while(|segment| segment.range().start <= at);
        near.copied().min_by_key(|segment| (segment.length == 0, segment.range().end != at))
    }

    /// The last segment that begins at that place or before it, else the first of all.
    pub fn segment_before(&self, at: usize) -> Option<Segment> {
        let after = self.segments.partition_point(|segment| segment.range().start <= at);
        self.segments.get(after.saturating_sub(1)).copied()
    }
}

/// Keeps the sources that a reader meets, if they are wanted.
#[derive(Default)]
pub struct SourceKeeper {
    parts: Vec<String>,
    /// None when the way back is not wanted: then reading takes no more memory than its text.
    sources: Option<Vec<Source>>,
}

impl SourceKeeper {
    pub fn new(wanted: bool) -> SourceKeeper {
        SourceKeeper { parts: Vec::new(), sources: wanted.then(Vec::new) }
    }

    pub fn is_wanted(&self) -> bool {
        self.sources.is_some()
    }

    /// The part that is read from now on, as sources count it.
    pub fn begin_part(&mut self, name: &str) -> u16 {
        self.parts.push(name.to_string());
        (self.parts.len() - 1) as u16
    }

    /// Adds words and where they come from.
    pub fn add(&mut self, line: &mut SourceText, text: &str, source: Source) {
        let Some(sources) = &mut self.sources else { return line.push_str(text) };
        if let (Some(last), Source::Verbatim { part, start, end }) = (line.last_source(), source)
            && let Some(Source::Verbatim { part: same, end: known, .. }) = sources.get_mut(last as usize)
            && (*same, *known) == (part, start)
        {
            *known = end;
            return line.extend_last(text);
        }
        line.push_source(text, sources.len() as u32);
        sources.push(source);
    }

    /// The number of a source that is kept apart from any words.
    pub fn keep(&mut self, source: Source) -> Option<u32> {
        let sources = self.sources.as_mut()?;
        sources.push(source);
        Some(sources.len() as u32 - 1)
    }

    /// The text and its map.
    pub fn finish(self, mut text: SourceText) -> (String, SourceMap) {
        text.segments.sort_by_key(|segment| (segment.start, segment.length));
        let map = SourceMap { parts: self.parts, sources: self.sources.unwrap_or_default(), segments: text.segments };
        (text.text, map)
    }
}
