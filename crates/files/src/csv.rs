//! Tables by commas, as a spreadsheet saves them.

use std::ops::Range;

use csv_core::{ReadFieldResult, Reader};

use crate::error::{FileError, LONGEST_TEXT};
use crate::flow::{CELL, PARAGRAPH};
use crate::source_map::{Source, SourceKeeper, SourceMap, SourceText};
use crate::table::{Block, Cell, MOST_COLUMNS, Table};

/// Records looked at to tell a table from prose.
const LOOKED_AT: usize = 60;
/// Fields of one record; a line with more is none of a table.
const MOST_FIELDS: usize = 16 * MOST_COLUMNS as usize;

/// A field's words and where it stands, with its quotes and the blanks around it.
struct Field {
    words: String,
    range: Range<usize>,
}

/// Whether most lines have the same number of commas, as a spreadsheet writes them.
pub fn looks_like(text: &str) -> bool {
    let mut counts: Vec<usize> = Vec::new();
    let are_records = records(text, LOOKED_AT, |fields| {
        if fields.iter().any(|field| !field.words.is_empty()) {
            counts.push(fields.len());
        }
    });
    let widest = counts.iter().copied().max().unwrap_or(0);
    are_records
        && widest >= 3
        && counts.len() >= 3
        && counts.iter().filter(|&&count| count == widest).count() * 10 >= counts.len() * 8
}

pub fn read(text: &str, mut sources: SourceKeeper) -> Result<(String, SourceMap), FileError> {
    let mut table = Table::default();
    let mut taken = 0;
    sources.begin_part("");
    let are_records = records(text, usize::MAX, |fields| {
        let last = fields.iter().rposition(|field| !field.words.is_empty()).map_or(0, |last| last + 1);
        // What stands alone on its line is a caption; else every field is a cell, empty or not.
        let kept = if last <= 1 { last } else { fields.len().min(MOST_COLUMNS as usize) };
        taken += fields.iter().take(kept).map(|field| field.words.len() + PARAGRAPH + CELL).sum::<usize>();
        if taken > LONGEST_TEXT {
            return;
        }
        let mut cell = |(column, field): (usize, &Field)| {
            let mut words = SourceText::default();
            sources.add(&mut words, &field.words, source(text, field));
            let blocks = vec![Block::Paragraph(words)];
            Cell { column: column as u32, end: column as u32 + 1, blocks, ..Cell::default() }
        };
        table.rows.push(fields.iter().take(kept).enumerate().map(&mut cell).collect());
    });
    if taken > LONGEST_TEXT || !are_records {
        return Err(FileError::TooLong);
    }
    Ok(sources.finish(table.written()))
}

/// Where the words of a field stand; those with doubled quotes within have no place of their own.
fn source(text: &str, field: &Field) -> Source {
    let raw = &text[field.range.clone()];
    let bare = raw.trim();
    let start = field.range.start + (raw.len() - raw.trim_start().len());
    let at = |start: usize, length: usize| (start as u32, (start + length) as u32);
    if bare.is_empty() {
        let (start, end) = at(field.range.start, raw.len());
        return Source::Gap { part: 0, start, end };
    }
    let quoted = bare.strip_prefix('"').and_then(|rest| rest.strip_suffix('"')).map(|inner| inner.trim());
    match quoted.filter(|inner| *inner == field.words && !inner.is_empty()) {
        Some(inner) => {
            let lead = bare[1..].len() - bare[1..].trim_start().len();
            let (start, end) = at(start + 1 + lead, inner.len());
            Source::Verbatim { part: 0, start, end }
        }
        None if bare == field.words => {
            let (start, end) = at(start, bare.len());
            Source::Verbatim { part: 0, start, end }
        }
        None => {
            let (start, end) = at(start, bare.len());
            Source::Reference { part: 0, start, end }
        }
    }
}

/// Hands on each of the first records of the text. False when one has too many fields, or one field is longer than a text may be.
fn records(text: &str, most: usize, mut each: impl FnMut(&[Field])) -> bool {
    let mut reader = Reader::new();
    let mut field = vec![0; 4096];
    let mut fields: Vec<Field> = Vec::new();
    let (mut start, mut read, mut written) = (0, 0, 0);
    let mut count = 0;
    while count < most {
        let (result, took, wrote) = reader.read_field(&text.as_bytes()[read..], &mut field[written..]);
        read += took;
        written += wrote;
        match result {
            ReadFieldResult::OutputFull if field.len() > LONGEST_TEXT => return false,
            ReadFieldResult::OutputFull => field.resize(field.len() * 2, 0),
            ReadFieldResult::InputEmpty => {}
            ReadFieldResult::End => return true,
            ReadFieldResult::Field { .. } if fields.len() >= MOST_FIELDS => return false,
            ReadFieldResult::Field { record_end } => {
                let words = String::from_utf8_lossy(&field[..written]).trim().to_string();
                fields.push(Field { words, range: bounds(text, start..read, fields.is_empty()) });
                (start, written) = (read, 0);
                if record_end {
                    each(&fields);
                    fields.clear();
                    count += 1;
                }
            }
        }
    }
    true
}

/// The field alone, without the comma or the end of the line after it and, before the first of a record, the ends of lines.
fn bounds(text: &str, taken: Range<usize>, is_first: bool) -> Range<usize> {
    let raw = &text[taken.clone()];
    let before = raw.len() - raw.trim_start_matches(['\r', '\n', '\u{feff}']).len();
    let start = taken.start + if is_first { before } else { 0 };
    let raw = &text[start..taken.end];
    let raw = raw.strip_suffix("\r\n").or_else(|| raw.strip_suffix([',', '\n', '\r'])).unwrap_or(raw);
    start..start + raw.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text_of(text: &str) -> Result<String, FileError> {
        Ok(read(text, SourceKeeper::default())?.0)
    }

    #[test]
    fn a_table_by_commas_is_told_from_prose() {
        let table = "信息内容,制发,废止\n规章,0,0\n\"行政规范\n性文件\",3,\"1,024\"\n";
        assert!(looks_like(table));
        assert_eq!(text_of(table).as_deref(), Ok("信息内容\t制发\t废止\n规章\t0\t0\n行政规范性文件\t3\t1,024\n\n"));
        assert!(!looks_like("今年,我镇公开工作平稳,群众满意。\n一、总体情况\n收到申请3件,办结3件,没有结转,很好。\n"));
    }

    #[test]
    fn a_field_without_an_end_is_given_up() {
        let endless = "甲".repeat(LONGEST_TEXT);
        assert!(!records(&endless, LOOKED_AT, |_| {}));
        assert_eq!(text_of(&format!("\"{endless}")), Err(FileError::TooLong));
    }

    #[test]
    fn a_line_with_one_field_is_a_caption() {
        assert_eq!(text_of("总体情况,,\n甲,1,2\n乙,,3\n").as_deref(), Ok("总体情况\n甲\t1\t2\n乙\t\t3\n\n"));
    }
}
