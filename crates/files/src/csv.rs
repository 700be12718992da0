//! Tables by commas, as a spreadsheet saves them.

use csv_core::{ReadRecordResult, Reader};

use crate::error::{FileError, LONGEST_TEXT};
use crate::flow::{CELL, PARAGRAPH};
use crate::table::{Block, Cell, MOST_COLUMNS, Table};

/// Records looked at to tell a table from prose.
const LOOKED_AT: usize = 60;
/// Fields of one record; a line with more is none of a table.
const MOST_FIELDS: usize = 16 * MOST_COLUMNS as usize;

/// Whether most lines have the same number of commas, as a spreadsheet writes them.
pub fn looks_like(text: &str) -> bool {
    let mut counts: Vec<usize> = Vec::new();
    let are_records = records(text, LOOKED_AT, |fields| {
        if fields.iter().any(|field| !field.is_empty()) {
            counts.push(fields.len());
        }
    });
    let widest = counts.iter().copied().max().unwrap_or(0);
    are_records
        && widest >= 3
        && counts.len() >= 3
        && counts.iter().filter(|&&count| count == widest).count() * 10 >= counts.len() * 8
}

pub fn read(text: &str) -> Result<String, FileError> {
    let mut table = Table::default();
    let mut taken = 0;
    let are_records = records(text, usize::MAX, |fields| {
        let last = fields.iter().rposition(|field| !field.is_empty()).map_or(0, |last| last + 1);
        // What stands alone on its line is a caption; else every field is a cell, empty or not.
        let kept = if last <= 1 { last } else { fields.len().min(MOST_COLUMNS as usize) };
        let cell = |(column, words): (usize, &String)| Cell {
            column: column as u32,
            end: column as u32 + 1,
            below: false,
            blocks: vec![Block::Paragraph(words.clone())],
        };
        taken += fields.iter().take(kept).map(|words| words.len() + PARAGRAPH + CELL).sum::<usize>();
        if taken > LONGEST_TEXT {
            return;
        }
        table.rows.push(fields.iter().take(kept).enumerate().map(cell).collect());
    });
    if taken > LONGEST_TEXT || !are_records {
        return Err(FileError::TooLong);
    }
    let mut out = String::new();
    table.write(&mut out);
    Ok(out)
}

/// Hands on each record. False when one has too many fields.
fn records(text: &str, most: usize, mut each: impl FnMut(&[String])) -> bool {
    let mut reader = Reader::new();
    let mut input = text.as_bytes();
    let (mut field, mut ends) = (vec![0; 4096], vec![0; MOST_COLUMNS as usize]);
    let (mut written, mut ended) = (0, 0);
    let mut count = 0;
    while count < most {
        let (result, read, wrote, ends_now) = reader.read_record(input, &mut field[written..], &mut ends[ended..]);
        input = &input[read..];
        written += wrote;
        ended += ends_now;
        match result {
            ReadRecordResult::OutputFull => field.resize(field.len() * 2, 0),
            ReadRecordResult::OutputEndsFull if ends.len() >= MOST_FIELDS => return false,
            ReadRecordResult::OutputEndsFull => ends.resize(ends.len() * 2, 0),
            ReadRecordResult::InputEmpty => {}
            ReadRecordResult::End => return true,
            ReadRecordResult::Record => {
                let mut start = 0;
                let fields: Vec<String> = ends[..ended]
                    .iter()
                    .map(|&end| {
                        String::from_utf8_lossy(&field[std::mem::replace(&mut start, end)..end]).trim().to_string()
                    })
                    .collect();
                each(&fields);
                (written, ended) = (0, 0);
                count += 1;
            }
        }
    }
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_by_commas_is_told_from_prose() {
        let table = "信息内容,制发,废止\n规章,0,0\n\"行政规范\n性文件\",3,\"1,024\"\n";
        assert!(looks_like(table));
        assert_eq!(read(table).as_deref(), Ok("信息内容\t制发\t废止\n规章\t0\t0\n行政规范性文件\t3\t1,024\n\n"));
        assert!(!looks_like("今年,我镇公开工作平稳,群众满意。\n一、总体情况\n收到申请3件,办结3件,没有结转,很好。\n"));
    }

    #[test]
    fn a_line_with_one_field_is_a_caption() {
        assert_eq!(read("总体情况,,\n甲,1,2\n乙,,3\n").as_deref(), Ok("总体情况\n甲\t1\t2\n乙\t\t3\n\n"));
    }
}
