//! The running text of a report: its lines and sentences outside the tables, and where words stand in it.

use super::RuleContext;
use crate::report::Report;
use crate::text::TextRange;
use crate::text::{Normalized, is_wrapped, lines, lines_outside, trimmed};

pub use crate::text::{places_of_any, plain};

/// The running text of a report.
pub struct Prose {
    /// Without white space around them, without tables, the page around the report and empty lines.
    lines: Vec<TextRange>,
    /// Up to 。！？；, over lines that were only wrapped.
    sentences: Vec<TextRange>,
    /// The sentences as they are compared.
    normalized: Vec<Normalized>,
}

impl Prose {
    pub fn of(text: &str, report: &Report) -> Prose {
        let mut lines = lines_outside(text, report.span, report.off_prose());
        let mut sentences = sentences_of(text, report, &lines);
        lines.retain(|&line| has_words(text, line));
        sentences.retain(|&sentence| has_words(text, sentence));
        let normalized = sentences.iter().map(|&sentence| Normalized::of(text, sentence)).collect();
        Prose { lines, sentences, normalized }
    }

    /// Returns the lines of that part of the text.
    pub fn lines_within(&self, text: &str, within: TextRange) -> Vec<TextRange> {
        clipped(text, &self.lines, within)
    }
}

/// The lines of that part of the text, without white space around them, without the tables and without empty lines.
pub fn prose_lines(context: &RuleContext, within: TextRange) -> Vec<TextRange> {
    context.prose().lines_within(context.text, within)
}

/// The sentences of that part of the text outside the tables: up to 。！？；, over lines that were only wrapped.
pub fn sentences(context: &RuleContext, within: TextRange) -> Vec<TextRange> {
    clipped(context.text, &context.prose().sentences, within)
}

/// The sentences of the whole report, each with its characters as they are compared.
pub fn normalized_sentences<'a>(context: &RuleContext<'a>) -> impl Iterator<Item = (TextRange, &'a Normalized)> + 'a {
    let prose = context.prose();
    prose.sentences.iter().copied().zip(&prose.normalized)
}

/// What of these places lies within another one.
fn clipped(text: &str, spans: &[TextRange], within: TextRange) -> Vec<TextRange> {
    let first = spans.partition_point(|span| span.end <= within.start);
    let inside = spans[first..].iter().take_while(|span| span.start < within.end);
    let clip = |&span: &TextRange| {
        if within.start <= span.start && span.end <= within.end {
            return Some(span);
        }
        let part = trimmed(text, TextRange::new(span.start.max(within.start), span.end.min(within.end)));
        has_words(text, part).then_some(part)
    };
    inside.filter_map(clip).collect()
}

/// Whether anything is written there but the marks of a Markdown heading, which may be left of its line.
fn has_words(text: &str, span: TextRange) -> bool {
    span.of(text).contains(|c| c != '#')
}

fn sentences_of(text: &str, report: &Report, lines: &[TextRange]) -> Vec<TextRange> {
    let headings: Vec<TextRange> =
        report.sections.iter().filter_map(|section| Some(section.heading.as_ref()?.span)).collect();
    let is_heading = |line: TextRange| headings.iter().any(|heading| heading.overlaps(line));
    let mut found = Vec::new();
    let mut open: Option<TextRange> = None;
    for (index, &line) in lines.iter().enumerate() {
        let mut start = line.start;
        for (at, c) in line.of(text).char_indices() {
            if matches!(c, '。' | '！' | '？' | '；' | ';' | '!' | '?') {
                let end = line.start + at + c.len_utf8();
                let head = open.take().map_or(start, |span| span.start);
                found.push(TextRange::new(head, end));
                start = end;
            }
        }
        if start < line.end {
            let part = open.take().map_or(TextRange::new(start, line.end), |span| TextRange::new(span.start, line.end));
            match lines.get(index + 1) {
                Some(&next) if !is_heading(line) && is_wrapped(text, line, next) => open = Some(part),
                _ => found.push(part),
            }
        }
    }
    found.extend(open);
    found.retain_mut(|span| {
        *span = trimmed(text, *span);
        !span.is_empty()
    });
    found
}

/// Every place of the words, whatever white space and width of characters they are written with.
pub fn places_of(text: &str, within: TextRange, words: &str) -> Vec<TextRange> {
    places_of_any(text, within, &[words]).into_iter().map(|(_, place)| place).collect()
}

/// Where a finding about the whole report is shown: its title, else its first line.
pub fn head(context: &RuleContext) -> TextRange {
    let first_line = || {
        let mut lines = lines(context.text, context.reading.span).map(|line| trimmed(context.text, line));
        lines.find(|line| !line.is_empty()).unwrap_or_default()
    };
    context.reading.title.as_ref().map_or_else(first_line, |title| title.span)
}

/// The last line of the report that is not empty.
pub fn last_line(context: &RuleContext) -> TextRange {
    let content = context.reading.span.of(context.text).trim_end();
    let start = content.rfind('\n').map_or(0, |at| at + 1);
    trimmed(
        context.text,
        TextRange::new(context.reading.span.start + start, context.reading.span.start + content.len()),
    )
}

/// What follows a quotation that stands for all of so many places.
pub fn and_more(count: usize) -> String {
    if count > 1 { format!("等{count}处") } else { String::new() }
}

/// How often something stands, when more than once.
pub fn times(count: usize) -> String {
    if count > 1 { format!("（{count}处）") } else { String::new() }
}

/// A quotation of at most so many characters, white space taken out.
pub fn quoted(text: &str, limit: usize) -> String {
    let mut chars = text.chars().filter(|c| !c.is_whitespace());
    let mut quotation: String = chars.by_ref().take(limit).collect();
    if chars.next().is_some() {
        quotation.push('…');
    }
    quotation
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::form::TableId;
    use crate::report::FoundTable;
    use crate::rules::Options;
    use crate::rules::context::Shared;

    fn with_report<T>(text: &str, tables: Vec<TextRange>, look: impl Fn(&RuleContext) -> T) -> T {
        let table = |span| FoundTable { id: TableId::Requests, span, rows: Vec::new(), copies: Vec::new() };
        let tables = tables.into_iter().map(table).collect();
        let report = Report { span: TextRange::new(0, text.len()), tables, ..Report::default() };
        look(&RuleContext::new(text, true, &report, &Options::default(), &Shared::default()))
    }

    fn words(text: &str, spans: Vec<TextRange>) -> Vec<&str> {
        spans.into_iter().map(|span| span.of(text)).collect()
    }

    #[test]
    fn tables_are_left_out_of_the_prose() {
        let text = "前文\n甲\t1\n乙\t2\n 后文 ";
        let table = TextRange::new(text.find('甲').unwrap(), text.find('后').unwrap() - 2);
        let found = with_report(text, vec![table], |context| words(text, prose_lines(context, context.reading.span)));
        assert_eq!(found, ["前文", "后文"]);
        let table = TextRange::new(text.find('乙').unwrap(), text.find('后').unwrap());
        let found = with_report(text, vec![table], |context| words(text, prose_lines(context, context.reading.span)));
        assert_eq!(found, ["前文", "甲\t1", "后文"]);
    }

    #[test]
    fn sentences_go_on_over_wrapped_lines_only() {
        let text = "（一）主动公开\n全年公开信息，按照要求及时公布，各村各单位\n都能看到。第二句；第三句\n\n末句";
        let found = with_report(text, Vec::new(), |context| words(text, sentences(context, context.reading.span)));
        assert_eq!(
            found,
            ["（一）主动公开", "全年公开信息，按照要求及时公布，各村各单位\n都能看到。", "第二句；", "第三句", "末句"]
        );
    }
}
