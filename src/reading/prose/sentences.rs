//! The sentences of a report outside its tables, with what stands in brackets taken out of them and kept apart.

use std::ops::Range;

use crate::report::Report;
use crate::text::TextRange;
use crate::text::{Normalized, Words, begins_item, is_wrapped, lines_outside};

/// Longer sentences are cut: no sentence has so many characters, noise has.
const LONGEST_SENTENCE: usize = 1500;
/// A line shorter than this, without a stop, is a sub-heading.
const LONGEST_SUBHEADING: usize = 30;
/// Brackets that hold more than this are not taken out.
const LONGEST_ASIDE: usize = 120;

/// Several ways by which applications come in are all of them.
const WAYS: Words = Words("等方式 等形式 等渠道 等途径 等多种方式 等多种渠道");
const CHANNELS: Words = Words("网络 网上 信函 邮寄 当面");
const LONGEST_WAYS: usize = 24;

/// A sentence without its asides, without 通过网络、信函等方式, and without titles of documents in 《》.
#[derive(Debug)]
pub struct Sentence {
    pub flat: Normalized,
    /// From its first character to its last.
    pub span: TextRange,
    /// Names of documents that stood in 《》.
    pub titles: Vec<Normalized>,
    /// What stood in brackets, and before which character of the sentence.
    pub asides: Vec<(usize, Normalized)>,
    /// It opens a paragraph: what was said before is no longer spoken of.
    pub opens_paragraph: bool,
    /// It is a sub-heading or opens a numbered paragraph: a new topic begins.
    pub opens_topic: bool,
}

/// Every sentence of the report up to its signature and its attached sheets.
pub fn sentences(text: &str, report: &Report) -> Vec<Sentence> {
    let end = report.sections.iter().map(|section| section.span.end).max().filter(|&end| end > 0);
    let body = TextRange::new(report.span.start, end.unwrap_or(report.span.end).min(report.span.end));
    let mut outside = report.off_prose();
    outside.extend(report.title.iter().map(|title| title.span));
    let lines = lines_outside(text, body, outside);
    let ends_heading = |line: TextRange| {
        let mut headings = report.sections.iter().filter_map(|section| section.heading.as_ref());
        headings.any(|heading| heading.span.end == line.end)
    };
    let mut reader = Reader::default();
    for (index, &line) in lines.iter().enumerate() {
        let wrapped = index > 0 && is_wrapped(text, lines[index - 1], line) && !ends_heading(lines[index - 1]);
        reader.line(text, line, wrapped);
    }
    reader.flush();
    reader.found
}

#[derive(Default)]
struct Reader {
    found: Vec<Sentence>,
    open: Normalized,
    opens_paragraph: bool,
    opens_topic: bool,
}

impl Reader {
    fn line(&mut self, text: &str, line: TextRange, wrapped: bool) {
        if !wrapped {
            self.flush();
            let words = line.of(text);
            let short = words.chars().nth(LONGEST_SUBHEADING).is_none() && !words.contains(['。', '；', ';']);
            self.opens_paragraph = true;
            self.opens_topic = short || begins_item(words);
        }
        let mut start = line.start;
        for (index, c) in line.of(text).char_indices() {
            if matches!(c, '。' | '！' | '？' | '；' | ';' | '!' | '?') {
                self.open.extend(text, TextRange::new(start, line.start + index));
                self.flush();
                start = line.start + index + c.len_utf8();
            } else if line.start + index - start > LONGEST_SENTENCE * 3 {
                self.open.extend(text, TextRange::new(start, line.start + index));
                self.flush();
                start = line.start + index;
            }
        }
        self.open.extend(text, TextRange::new(start, line.end));
        if self.open.len() > LONGEST_SENTENCE {
            self.flush();
        }
    }

    fn flush(&mut self) {
        let whole = std::mem::take(&mut self.open);
        if whole.is_empty() {
            return;
        }
        let span = whole.span(0..whole.len());
        let ways = ways(&whole);
        let quoted = |c: Option<char>| matches!(c, Some('"' | '\'' | '*'));
        let whole = whole
            .filtered(|index| !quoted(whole.at(index)) && !ways.as_ref().is_some_and(|ways| ways.contains(&index)));
        if !whole.chars().iter().any(|c| matches!(c, '(' | '《')) {
            let sentence = self.sentence(whole, span, Vec::new(), Vec::new());
            self.found.push(sentence);
            return;
        }
        let groups = groups(&whole);
        let flat = whole.filtered(|index| groups[index] == 0);
        let mut asides: Vec<(usize, Normalized)> = Vec::new();
        let mut titles = Vec::new();
        let mut before = 0;
        let mut index = 0;
        while index < groups.len() {
            let group = groups[index];
            let length = groups[index..].iter().take_while(|&&next| next == group).count();
            match group {
                0 => before += length,
                TITLE => titles.push(whole.part(index..index + length)),
                _ => asides.push((before, whole.part(index + 1..index + length - 1))),
            }
            index += length;
        }
        let sentence = self.sentence(flat, span, asides, titles);
        self.found.push(sentence);
    }

    fn sentence(
        &mut self,
        flat: Normalized,
        span: TextRange,
        asides: Vec<(usize, Normalized)>,
        titles: Vec<Normalized>,
    ) -> Sentence {
        let opens_paragraph = std::mem::take(&mut self.opens_paragraph);
        let opens_topic = std::mem::take(&mut self.opens_topic);
        Sentence { flat, span, titles, asides, opens_paragraph, opens_topic }
    }
}

/// Where 通过网络、信函等方式 stands in a sentence: it leaves nothing out.
fn ways(flat: &Normalized) -> Option<Range<usize>> {
    let ways = WAYS.places(flat, 0..flat.len()).into_iter().next()?;
    let start = Words("通过 以").places(flat, ways.start.saturating_sub(LONGEST_WAYS)..ways.start).pop()?.start;
    let list = start..ways.start;
    let whole = CHANNELS.stand_in(flat, list.clone()) && flat.find(list, ",").is_none();
    whole.then_some(start..ways.end)
}

/// The group of characters inside 《》.
const TITLE: usize = usize::MAX;

/// For every character the group it belongs to: 0 for the sentence itself, `TITLE`, or the number of an aside.
fn groups(flat: &Normalized) -> Vec<usize> {
    let mut groups = vec![0; flat.len()];
    let mut index = 0;
    while index < flat.len() {
        let (close, group) = match flat.at(index) {
            Some('《') => ('》', TITLE),
            Some('(') => (')', index + 1),
            _ => {
                index += 1;
                continue;
            }
        };
        let window = index..flat.len().min(index + LONGEST_ASIDE);
        let first = || window.clone().find(|&next| flat.at(next) == Some(close));
        match partner(flat, window.clone(), close).or_else(first) {
            Some(end) => {
                groups[index..=end].fill(group);
                index = end + 1;
            }
            None => index += 1,
        }
    }
    groups
}

/// Where the mark stands that closes the one at the start, others of its kind between them being closed too.
fn partner(flat: &Normalized, window: Range<usize>, close: char) -> Option<usize> {
    let open = flat.at(window.start)?;
    let mut depth = 0;
    window.into_iter().find(|&index| {
        depth += i32::from(flat.at(index) == Some(open)) - i32::from(flat.at(index) == Some(close));
        depth == 0
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Vec<Sentence> {
        sentences(text, &Report { span: TextRange::new(0, text.len()), ..Report::default() })
    }

    fn words(text: &str) -> Vec<String> {
        read(text).iter().map(|sentence| sentence.flat.string(0..sentence.flat.len())).collect()
    }

    #[test]
    fn sentences_end_at_stops_and_lines_but_go_on_when_wrapped() {
        assert_eq!(
            words("（二）依申请公开\n收到申请３件；办结3件。下一句"),
            ["依申请公开", "收到申请3件", "办结3件", "下一句"]
        );
        let wrapped = "全年通过政府网站和公开栏主动公开政府信息并且收到\n申请3件。\n\n末段";
        assert_eq!(words(wrapped), ["全年通过政府网站和公开栏主动公开政府信息并且收到申请3件", "末段"]);
        let bracketed = "全年通过政府网站和公开栏受理群众来信十分及时共收到来信10件\n（其中1件转办），回复9件";
        assert_eq!(words(bracketed).len(), 1);
        let listed = "全年通过政府网站和公开栏主动公开政府信息并且做到\n2.收到申请3件";
        assert_eq!(words(listed).len(), 2);
    }

    #[test]
    fn brackets_and_titles_are_taken_out() {
        let text = "按照《2022年工作要点》，收到申请12件（含上年结转2件），均已答复（见(附件）。";
        let found = read(text);
        assert_eq!(found[0].flat.string(0..found[0].flat.len()), "按照,收到申请12件,均已答复");
        let asides: Vec<(usize, String)> =
            found[0].asides.iter().map(|(at, aside)| (*at, aside.string(0..aside.len()))).collect();
        assert_eq!(asides, [(10, "含上年结转2件".to_string()), (15, "见(附件".to_string())]);
    }

    #[test]
    fn tables_and_attached_sheets_are_no_prose() {
        use crate::form::TableId;
        use crate::report::FoundTable;
        let text = "前文\n表\t1\n后文";
        let table = TextRange::new(text.find('表').unwrap_or_default(), text.find("后").unwrap_or_default());
        let tables = vec![FoundTable { id: TableId::Requests, span: table, rows: Vec::new(), copies: Vec::new() }];
        let report = Report { span: TextRange::new(0, text.len()), tables, ..Report::default() };
        let found: Vec<String> =
            sentences(text, &report).iter().map(|sentence| sentence.flat.string(0..sentence.flat.len())).collect();
        assert_eq!(found, ["前文", "后文"]);
    }
}
