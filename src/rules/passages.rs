//! The running text of a report: its lines and sentences outside the tables, and where words stand in it.

use super::RuleContext;
use crate::report::Report;
use crate::text::TextRange;
use crate::text::{folded, is_wrapped, lines, lines_outside, trimmed};

/// The running text of a report.
pub struct Prose {
    /// Without white space around them, without tables, the page around the report and empty lines.
    lines: Vec<TextRange>,
    /// Up to 。！？；, over lines that were only wrapped.
    sentences: Vec<TextRange>,
}

impl Prose {
    pub fn of(text: &str, report: &Report) -> Prose {
        let lines = lines_outside(text, report.span, report.off_prose());
        let sentences = sentences_of(text, report, &lines);
        Prose { lines, sentences }
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

/// What of these places lies within another one.
fn clipped(text: &str, spans: &[TextRange], within: TextRange) -> Vec<TextRange> {
    let first = spans.partition_point(|span| span.end <= within.start);
    let inside = spans[first..].iter().take_while(|span| span.start < within.end);
    let clip = |span: &TextRange| trimmed(text, TextRange::new(span.start.max(within.start), span.end.min(within.end)));
    // The marks of a Markdown heading may be left of its line.
    inside.map(clip).filter(|span| !span.of(text).trim_matches('#').is_empty()).collect()
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

/// Every place of any of the words, with the index of the word, in one pass over the text.
pub fn places_of_any(text: &str, within: TextRange, words: &[&str]) -> Vec<(usize, TextRange)> {
    let wanted: Vec<Vec<char>> = words.iter().map(|words| words.chars().map(folded).collect()).collect();
    let mut found: Vec<(usize, TextRange)> = Vec::new();
    let mut free_from = vec![within.start; words.len()];
    let body = within.of(text);
    for (at, c) in body.char_indices() {
        let c = folded(c);
        for (index, wanted) in wanted.iter().enumerate().filter(|(_, wanted)| wanted.first() == Some(&c)) {
            let start = within.start + at;
            if start >= free_from[index]
                && let Some(length) = length_of(body.get(at..).unwrap_or_default(), wanted)
            {
                free_from[index] = start + length;
                found.push((index, TextRange::new(start, start + length)));
            }
        }
    }
    found
}

/// The length of the wanted characters at the start of a text, white space between them included.
fn length_of(text: &str, wanted: &[char]) -> Option<usize> {
    let mut left = wanted.iter();
    let mut expected = left.next()?;
    for (at, c) in text.char_indices() {
        if folded(c) == *expected {
            match left.next() {
                Some(next) => expected = next,
                None => return Some(at + c.len_utf8()),
            }
        } else if !c.is_whitespace() {
            return None;
        }
    }
    None
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

/// The characters as they are compared, without white space: traditional ones simplified, full-width ones narrowed.
pub fn plain(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).map(folded).collect()
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

    #[test]
    fn words_are_found_across_white_space() {
        let text = "结果\n 维护 结果维护";
        let found = places_of(text, TextRange::new(0, text.len()), "结果维护");
        assert_eq!(words(text, found), ["结果\n 维护", "结果维护"]);
    }
}
