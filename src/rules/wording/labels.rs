//! The labels of the tables as written against those of the annex; known wrong words, and words that are only nearly right.

use crate::form::{Feature, Form, Row, TableId, row};
use crate::report::{FoundRow, FoundTable};
use crate::rules::{RuleContext, passages};
use crate::text::TextRange;
use crate::text::{edit_distance, is_han, key, squeezed, trimmed};

/// Whether a wrong word says something else, or says the same in another way.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Fault {
    Meaning,
    Form,
}

/// A word seen in published tables, and the annex's word.
#[derive(Clone, Copy)]
struct Known {
    wrong: &'static str,
    right: &'static str,
    fault: Fault,
    tables: &'static [TableId],
}

const REQUESTS: &[TableId] = &[TableId::Requests];
const DISPUTES: &[TableId] = &[TableId::Disputes];

const KNOWN: [Known; 12] = [
    Known { wrong: "住房举报投诉类", right: "信访举报投诉类", fault: Fault::Meaning, tables: REQUESTS },
    Known {
        wrong: "政府集中收购", right: "政府集中采购", fault: Fault::Meaning, tables: &[TableId::Disclosure]
    },
    Known { wrong: "结果维护", right: "结果维持", fault: Fault::Meaning, tables: DISPUTES },
    Known { wrong: "结果纠错", right: "结果纠正", fault: Fault::Form, tables: DISPUTES },
    Known { wrong: "尚未审理", right: "尚未审结", fault: Fault::Meaning, tables: DISPUTES },
    Known { wrong: "未接收费通知", right: "未按收费通知", fault: Fault::Meaning, tables: REQUESTS },
    Known { wrong: "只记这一情形", right: "只计这一情形", fault: Fault::Form, tables: REQUESTS },
    Known { wrong: "不记其他情形", right: "不计其他情形", fault: Fault::Form, tables: REQUESTS },
    Known { wrong: "信访投诉举报类", right: "信访举报投诉类", fault: Fault::Form, tables: REQUESTS },
    Known { wrong: "本年度新收", right: "本年新收", fault: Fault::Form, tables: REQUESTS },
    Known { wrong: "上年度结转", right: "上年结转", fault: Fault::Form, tables: REQUESTS },
    Known { wrong: "合计", right: "总计", fault: Fault::Form, tables: &[TableId::Requests, TableId::Disputes] },
];

/// The headings of a table are no longer than this, in bytes; those of a web page bring their tags.
const HEADINGS_LENGTH: usize = 4000;

/// A wrong word, the annex's word, and every place of the wrong one.
pub struct Wrong {
    pub written: String,
    pub right: String,
    pub fault: Fault,
    pub places: Vec<TextRange>,
    /// Whether the places hold the wrong word alone, so that it can be replaced.
    pub exact: bool,
}

pub fn wrong_words(context: &RuleContext) -> Vec<Wrong> {
    let mut wrong: Vec<Wrong> = known_words(context);
    let known: Vec<TextRange> = wrong.iter().flat_map(|word| word.places.iter().copied()).collect();
    let Some(form) = context.reading.form else { return wrong };
    wrong.extend(cut_headings(context, form));
    for table in context.reading.tables.iter().filter(|table| table.id != TableId::Statistics) {
        for found in &table.rows {
            let Some(row) = form.rows().find(|row| row.id == found.row) else { continue };
            if known.iter().any(|place| place.overlaps(found.label)) {
                continue;
            }
            let documents =
                form.has(Feature::AdministrativeDocuments) && row.id == row!("disclosure.normative_documents");
            if documents && key(&found.written) == "规范性文件" {
                let written = "规范性文件".to_string();
                let places = passages::places_of(context.text, found.label, &written);
                wrong.push(Wrong { written, right: row.label().to_string(), fault: Fault::Form, places, exact: true });
            } else if let Some(word) = nearly_right(context.text, found, row) {
                wrong.push(word);
            }
        }
    }
    wrong
}

/// Shorter headings are cut to nothing that could be told.
const SHORTEST_CUT: usize = 3;

/// Headings of columns with characters missing: 本年发件 for 本年制发件数. The characters of a heading that was wrapped within its cell
/// stand between the lines of its neighbours, all of them in order.
fn cut_headings(context: &RuleContext, form: &Form) -> Vec<Wrong> {
    let mut wrong: Vec<Wrong> = Vec::new();
    for table in form.tables.iter().filter(|table| table.id != TableId::Disputes) {
        let Some(found) = context.reading.table(table.id) else { continue };
        let labels: Vec<String> =
            table.rows.iter().flat_map(|row| row.columns).map(|column| key(column.label)).collect();
        for row in table.rows {
            let Some(own) = found.rows.iter().find(|found| found.row == row.id) else { continue };
            let before = found.rows.iter().map(|row| row.label.end).filter(|&end| end <= own.label.start).max();
            let start = before.unwrap_or(0).max(headings_above(context, found).start).min(own.label.start);
            let cells = heading_cells(context.text, TextRange::new(start, own.label.start));
            let all: String = cells.iter().map(|(_, words)| words.as_str()).collect();
            for column in row.columns {
                let label = key(column.label);
                let is_cut = |(_, words): &&(TextRange, String)| {
                    let length = words.chars().count();
                    (SHORTEST_CUT..label.chars().count()).contains(&length)
                        && words.chars().all(is_han)
                        && words.chars().next() == label.chars().next()
                        && is_within(words, &label)
                        && !labels.contains(words)
                };
                if cells.is_empty() || is_within(&label, &all) {
                    continue;
                }
                let seen = |place: TextRange| wrong.iter().any(|word| word.places.contains(&place));
                let Some((place, _)) = cells.iter().filter(is_cut).find(|(place, _)| !seen(*place)) else { continue };
                let written = squeezed(place.of(context.text));
                let right = column.label.to_string();
                wrong.push(Wrong { written, right, fault: Fault::Form, places: vec![*place], exact: true });
            }
        }
    }
    wrong
}

/// The cells of a part of a table, with their words as they are compared.
fn heading_cells(text: &str, within: TextRange) -> Vec<(TextRange, String)> {
    let mut cells = Vec::new();
    let mut start = within.start;
    for (at, c) in within.of(text).char_indices().chain([(within.end - within.start, '\n')]) {
        if matches!(c, '|' | '\t' | '\n') {
            let cell = trimmed(text, TextRange::new(start, within.start + at));
            let words = key(cell.of(text));
            if !words.is_empty() {
                cells.push((cell, words));
            }
            start = (within.start + at + c.len_utf8()).min(within.end);
        }
    }
    cells
}

/// Whether all characters of the words stand in the text, in their order.
fn is_within(words: &str, text: &str) -> bool {
    let mut left = text.chars();
    words.chars().all(|wanted| left.any(|c| c == wanted))
}

fn known_words(context: &RuleContext) -> Vec<Wrong> {
    let words = KNOWN.map(|known| known.wrong);
    let mut places: Vec<Vec<TextRange>> = vec![Vec::new(); KNOWN.len()];
    for table in &context.reading.tables {
        let headings = passages::places_of_any(context.text, headings_above(context, table), &words);
        let headings = headings.into_iter().filter(|&(_, place)| is_whole_cell(context.text, place));
        for (index, place) in headings.chain(passages::places_of_any(context.text, table.span, &words)) {
            if KNOWN[index].tables.contains(&table.id) {
                places[index].push(place);
            }
        }
    }
    for table in &context.reading.tables {
        for row in &table.rows {
            let words = words_around_figures(context.text, row.label);
            for (known, places) in KNOWN.iter().zip(&mut places) {
                let seen = || places.iter().any(|place| place.overlaps(row.label));
                if known.tables.contains(&table.id) && words.contains(known.wrong) && !seen() {
                    places.push(row.label);
                }
            }
        }
    }
    let found = KNOWN.iter().zip(places).filter(|(_, places)| !places.is_empty());
    found
        .map(|(known, mut places)| {
            TextRange::sort(&mut places);
            places.dedup();
            let (written, right) = (known.wrong.to_string(), known.right.to_string());
            let bare = |place: &TextRange| place.of(context.text).split_whitespace().collect::<String>() == known.wrong;
            let exact = places.iter().all(bare);
            Wrong { written, right, fault: known.fault, places, exact }
        })
        .collect()
}

/// The words of a label, which may be wrapped around the figures of its row and around letters of the label that stands upright
/// beside it, on lines of their own or before its own words.
fn words_around_figures(text: &str, label: TextRange) -> String {
    let is_upright = |word: &str| word.chars().count() == 1;
    let lines = label.of(text).lines().map(|line| match line.trim().split_once(' ') {
        Some((letter, rest)) if is_upright(letter) => rest,
        _ if is_upright(line.trim()) => "",
        _ => line,
    });
    lines.flat_map(str::chars).filter(|c| !c.is_whitespace() && !c.is_ascii_digit()).collect()
}

/// Where a table's headings stand: above its first row, below the section's heading and the table before.
pub fn headings_above(context: &RuleContext, table: &FoundTable) -> TextRange {
    let tables = context.reading.tables.iter().map(|other| other.span.end);
    let sections = context.reading.sections.iter().filter_map(|section| Some(section.heading.as_ref()?.span.end));
    let limit = table.span.start.saturating_sub(HEADINGS_LENGTH).max(context.reading.span.start);
    let mut start = tables.chain(sections).filter(|&end| end <= table.span.start).max().unwrap_or(limit).max(limit);
    while !context.text.is_char_boundary(start) {
        start += 1;
    }
    TextRange::new(start, table.span.start)
}

/// Whether words stand alone between white space or cell borders, as headings do and words of a sentence do not.
fn is_whole_cell(text: &str, place: TextRange) -> bool {
    let is_border = |c: Option<char>| c.is_none_or(|c| c.is_whitespace() || matches!(c, '|' | '"'));
    is_border(text.get(..place.start).and_then(|text| text.chars().next_back()))
        && is_border(text.get(place.end..).and_then(|rest| rest.chars().next()))
}

/// A label one or two characters away from the annex's. One or two characters more or less, as pasting causes, is a
/// fault of form; another character in the same place is another word.
fn nearly_right(text: &str, found: &FoundRow, row: &Row) -> Option<Wrong> {
    if found.written == row.label() {
        return None;
    }
    let place = with_last_letters(text, found.label);
    let words = squeezed(place.of(text));
    let written = without_number(&key(&words));
    let own = without_number(&key(row.label()));
    let group: String = row.path.iter().map(|label| without_number(&key(label))).collect();
    if written.chars().count() < 4 || own.contains(&written) || written.contains(&own) || group == written {
        return None;
    }
    let chars = |text: &str| text.chars().collect::<Vec<char>>();
    let (a, b) = (chars(&written), chars(&own));
    // Short labels differ by one character at most, long ones by two.
    let limit = if b.len() >= 8 { 2 } else { 1 };
    edit_distance(&a, &b, limit)?;
    let fault = if a.len() == b.len() { Fault::Meaning } else { Fault::Form };
    Some(Wrong { written: words, right: row.label().to_string(), fault, places: vec![place], exact: false })
}

/// A label with the one or two letters behind it that are not the annex's: 保护第三方合法权 and 利.
fn with_last_letters(text: &str, label: TextRange) -> TextRange {
    let rest = text.get(label.end..).unwrap_or_default().find(|c| !is_han(c)).unwrap_or_default();
    let letters = if rest <= 2 * '利'.len_utf8() { rest } else { 0 };
    TextRange::new(label.start, label.end + letters)
}

/// A key without the number before it: 一, 三, 1.
fn without_number(key: &str) -> String {
    key.trim_start_matches(['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '一', '二', '三', '四', '五', '六', '七'])
        .to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_of_the_label_beside_it_belong_to_no_label() {
        let words = |text: &str| words_around_figures(text, TextRange::new(0, text.len()));
        assert_eq!(
            words("（二）部分公开\n三 分处理的，只记这一 0 0\n、 情形\n本"),
            "（二）部分公开分处理的，只记这一情形"
        );
        assert_eq!(words("2.重复申请"), ".重复申请");
    }
}
