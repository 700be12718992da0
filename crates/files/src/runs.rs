//! Where the runs of a Word document and their words stand in its XML, for changing them and for putting something between them.

use std::ops::Range;

use crate::xml::{Node, walk_ranges};

/// A run: words that look alike.
#[derive(Clone, Debug)]
pub struct Run {
    pub open: Range<usize>,
    pub end: usize,
    /// The element that tells its look; empty when it has none.
    pub look: Range<usize>,
    /// It has one stretch of words and nothing else but its look.
    pub is_plain: bool,
    /// The opening of the insertion that it is part of, as a tracked change.
    pub insertion: Option<Range<usize>>,
    children: usize,
    depth: usize,
}

/// The words of a run.
#[derive(Clone, Debug)]
pub struct Words {
    pub open: Range<usize>,
    pub content: Range<usize>,
    /// Blanks at its edges are kept.
    pub keeps_blanks: bool,
    run: usize,
    /// The words that say the same for programs that do not know the element around these.
    twin: Option<usize>,
}

/// A paragraph: where it closes and the look of what would be written at its end.
#[derive(Clone, Debug, Default)]
struct Paragraph {
    close: usize,
    look: Range<usize>,
    depth: usize,
}

/// Words in the choice of an alternative and in its fallback.
#[derive(Default)]
struct Alternative {
    choice: Vec<usize>,
    fallback: Vec<usize>,
    in_fallback: bool,
}

#[derive(Default)]
pub struct Layout {
    runs: Vec<Run>,
    /// In the order of the document.
    pub words: Vec<Words>,
    paragraphs: Vec<Paragraph>,
    /// The prefix of the elements of Word, with its colon.
    pub prefix: String,
    /// The highest id of any element.
    pub highest_id: u64,
}

#[derive(Default)]
struct Walk {
    layout: Layout,
    /// The names of the elements that are open, with where their openings stand.
    open: Vec<(String, Range<usize>)>,
    runs: Vec<usize>,
    paragraphs: Vec<Paragraph>,
    alternatives: Vec<Alternative>,
}

impl Layout {
    pub fn of(xml: &str) -> Layout {
        let mut walk = Walk::default();
        walk_ranges(xml, &mut |node, range| match node {
            Node::Open(element) => {
                let id = element.attribute("id").and_then(|id| id.parse::<u64>().ok());
                let keeps_blanks = element.attribute("space").is_some_and(|space| space == "preserve");
                walk.layout.highest_id = walk.layout.highest_id.max(id.filter(|id| *id < 1 << 31).unwrap_or(0));
                walk.open(element.name(), range, xml, keeps_blanks);
            }
            Node::Words(_) => {}
            Node::Close(name) => walk.close(name, range),
        });
        walk.layout.words.sort_by_key(|words| words.content.start);
        walk.layout.paragraphs.sort_by_key(|paragraph| paragraph.close);
        walk.layout
    }

    /// The words that hold that place, and their number.
    pub fn words_at(&self, place: &Range<usize>) -> Option<(usize, &Words)> {
        let index = self.words.partition_point(|words| words.content.end < place.start);
        // Where one ends and the next begins, both are there.
        (index..self.words.len().min(index + 2))
            .map(|index| (index, &self.words[index]))
            .find(|(_, words)| words.content.start <= place.start && place.end <= words.content.end)
    }

    pub fn with_run(&self, words: usize) -> (&Words, &Run) {
        let words = &self.words[words];
        (words, &self.runs[words.run])
    }

    pub fn twin_indices(&self, words: usize) -> impl Iterator<Item = usize> {
        let start = self.words[words].twin;
        let index = start.and_then(|start| self.words.binary_search_by_key(&start, |words| words.content.start).ok());
        index.into_iter()
    }

    pub fn twins(&self, words: usize) -> impl Iterator<Item = &Words> {
        self.twin_indices(words).map(|index| &self.words[index])
    }

    /// The look of the run that would be written at the end of the paragraph that closes there.
    pub fn paragraph_look(&self, close: usize) -> Option<Range<usize>> {
        let index = self.paragraphs.binary_search_by_key(&close, |paragraph| paragraph.close).ok()?;
        Some(self.paragraphs[index].look.clone()).filter(|look| !look.is_empty())
    }

    /// A look without what was changed in it and by whom.
    pub fn look(&self, xml: &str, look: Range<usize>) -> String {
        let look = &xml[look];
        let mut out = String::new();
        let (mut next, mut depth) = (0, 0_usize);
        const CHANGES: [&str; 5] = ["ins", "del", "moveFrom", "moveTo", "rPrChange"];
        walk_ranges(look, &mut |node, range| match node {
            Node::Open(element) if CHANGES.contains(&element.name()) => {
                if depth == 0 {
                    out.push_str(&look[next..range.start]);
                }
                depth += 1;
                next = range.end;
            }
            Node::Close(name) if CHANGES.contains(&name) => {
                depth = depth.saturating_sub(1);
                next = range.end;
            }
            _ => {}
        });
        out.push_str(&look[next..]);
        out
    }

    /// The opening of a run like that one and of words in it.
    pub fn opening(&self, xml: &str, run: &Run, t: &str) -> String {
        let look = self.look(xml, run.look.clone());
        format!("{}{look}<{t}{}>", &xml[run.open.clone()], " xml:space=\"preserve\"")
    }

    /// Where the first paragraph closes that has its end there or after it.
    pub fn paragraph_from(&self, at: usize) -> Option<usize> {
        let index = self.paragraphs.partition_point(|paragraph| paragraph.close < at);
        Some(self.paragraphs.get(index)?.close)
    }
}

impl Walk {
    fn open(&mut self, name: &str, range: Range<usize>, xml: &str, keeps_blanks: bool) {
        let depth = self.open.len();
        if let Some(run) = self.runs.last().map(|&run| &mut self.layout.runs[run]).filter(|run| run.depth + 1 == depth)
        {
            match name {
                "rPr" => run.look = range.clone(),
                _ => run.children += 1,
            }
        }
        match name {
            "body" => {
                let tag = xml[range.start + 1..].split([' ', '>']).next().unwrap_or_default();
                self.layout.prefix = tag.rfind(':').map_or("", |colon| &tag[..=colon]).to_string();
            }
            "r" => {
                let around = self.open.last().filter(|(name, _)| name == "ins").map(|(_, range)| range.clone());
                self.runs.push(self.layout.runs.len());
                self.layout.runs.push(Run {
                    open: range.clone(),
                    end: range.end,
                    look: 0..0,
                    is_plain: false,
                    insertion: around,
                    children: 0,
                    depth,
                });
            }
            "p" => self.paragraphs.push(Paragraph { depth, ..Paragraph::default() }),
            "rPr" if self.is_in("pPr") => {
                if let Some(paragraph) = self.paragraphs.last_mut().filter(|paragraph| paragraph.depth + 2 == depth) {
                    paragraph.look = range.clone();
                }
            }
            "t" if self.is_in("r") => {
                if let Some(&run) = self.runs.last() {
                    let content = range.end..range.end;
                    let open = range.clone();
                    self.layout.words.push(Words { open, content, keeps_blanks, run, twin: None });
                }
            }
            "AlternateContent" => self.alternatives.push(Alternative::default()),
            "Fallback" => self.alternatives.iter_mut().last().into_iter().for_each(|both| both.in_fallback = true),
            _ => {}
        }
        self.open.push((name.to_string(), range));
    }

    fn is_in(&self, name: &str) -> bool {
        self.open.last().is_some_and(|(open, _)| open == name)
    }

    fn close(&mut self, name: &str, range: Range<usize>) {
        // What was never opened closes nothing.
        let Some((_, open)) = self.open.pop_if(|(open, _)| open == name) else { return };
        let depth = self.open.len();
        let has_content = open != range;
        match name {
            "rPr" => self.close_look(depth, range.end),
            "t" if self.is_in("r") && has_content => {
                let index = self.layout.words.len().wrapping_sub(1);
                if let Some(words) = self.layout.words.get_mut(index) {
                    words.content.end = range.start;
                    if let Some(both) = self.alternatives.last_mut() {
                        if both.in_fallback { both.fallback.push(index) } else { both.choice.push(index) }
                    }
                }
            }
            "t" if self.is_in("r") => drop(self.layout.words.pop()),
            "r" => {
                if let Some(run) = self.runs.pop().map(|run| &mut self.layout.runs[run]) {
                    run.end = range.end;
                    run.is_plain = run.children == 1;
                }
            }
            "p" => {
                if let Some(mut paragraph) = self.paragraphs.pop() {
                    paragraph.close = range.start;
                    self.layout.paragraphs.push(paragraph);
                }
            }
            "AlternateContent" => self.pair(),
            _ => {}
        }
    }

    fn close_look(&mut self, depth: usize, end: usize) {
        if self.is_in("pPr") {
            if let Some(paragraph) = self.paragraphs.last_mut().filter(|paragraph| paragraph.depth + 2 == depth) {
                paragraph.look.end = end;
            }
        } else if let Some(run) = self.runs.last().map(|&run| &mut self.layout.runs[run])
            && run.depth + 1 == depth
        {
            run.look.end = end;
        }
    }

    /// Makes the words of a choice and of its fallback twins, where they are the same number.
    fn pair(&mut self) {
        let Some(both) = self.alternatives.pop() else { return };
        if both.choice.len() != both.fallback.len() {
            return;
        }
        for (&choice, &fallback) in both.choice.iter().zip(&both.fallback) {
            let twin = &self.layout.words[fallback];
            let length = |words: &Words| words.content.len();
            if length(twin) == length(&self.layout.words[choice]) {
                self.layout.words[choice].twin = Some(twin.content.start);
            }
        }
    }
}
