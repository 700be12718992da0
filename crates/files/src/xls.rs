//! Workbooks of Excel 97 to 2003 and of WPS (.xls, .et): a stream of records, strings shared and cut into pieces.

use crate::bytes::{part, size_at, u16_at, utf16};
use crate::error::FileError;
use crate::flow::Flow;
use crate::kind::Kind;
use crate::number_format::NumberFormats;
use crate::sheet::{MOST_SHEETS, Sheet};

const BOF: u16 = 0x0809;
const EOF: u16 = 0x000a;
const BOUND_SHEET: u16 = 0x0085;
const FILE_PASS: u16 = 0x002f;
const SHARED_STRINGS: u16 = 0x00fc;
const CONTINUE: u16 = 0x003c;
const LABEL_SHARED: u16 = 0x00fd;
const LABEL: u16 = 0x0204;
const RICH_LABEL: u16 = 0x00d6;
const NUMBER: u16 = 0x0203;
const RK: u16 = 0x027e;
const MANY_RK: u16 = 0x00bd;
const FORMULA: u16 = 0x0006;
const FORMULA_STRING: u16 = 0x0207;
const BOOLEAN: u16 = 0x0205;
const BLANK: u16 = 0x0201;
const MANY_BLANK: u16 = 0x00be;
const MERGED: u16 = 0x00e5;
const NUMBER_FORMAT: u16 = 0x041e;
const CELL_FORMAT: u16 = 0x00e0;
const FROM_1904: u16 = 0x0022;
const ROW: u16 = 0x0208;
const COLUMNS: u16 = 0x007d;

/// The version that Excel 97 and all after it write.
const BIFF8: u16 = 0x0600;

/// Strings that are kept of one workbook.
const MOST_STRINGS: usize = 200_000;

struct Record<'a> {
    id: u16,
    body: &'a [u8],
}

/// The records from that place on.
fn records(stream: &[u8], mut at: usize) -> impl Iterator<Item = Record<'_>> {
    std::iter::from_fn(move || {
        let id = u16_at(stream, at)?;
        let length = usize::from(u16_at(stream, at + 2)?);
        let end = (at + 4 + length).min(stream.len());
        let body = &stream[at + 4..end];
        at = end;
        Some(Record { id, body })
    })
}

pub fn read(stream: &[u8]) -> Result<String, FileError> {
    let damaged = FileError::Damaged(Kind::Xls);
    let first = records(stream, 0).next().filter(|record| record.id == BOF).ok_or(damaged)?;
    if u16_at(first.body, 0) != Some(BIFF8) {
        return Err(FileError::OtherKind("Excel 97 以前的旧格式表格"));
    }
    let mut strings = Vec::new();
    let mut sheets = Vec::new();
    let mut formats = NumberFormats::default();
    let mut all = records(stream, 0).peekable();
    while let Some(record) = all.next() {
        match record.id {
            FILE_PASS => return Err(FileError::Encrypted(Kind::Xls)),
            EOF => break,
            BOUND_SHEET => {
                let (visible, is_sheet) = (record.body.get(4) == Some(&0), record.body.get(5) == Some(&0));
                sheets.extend(size_at(record.body, 0).filter(|_| visible && is_sheet));
            }
            FROM_1904 => formats.from_1904 = u16_at(record.body, 0) == Some(1),
            NUMBER_FORMAT => {
                if let (Some(id), Some(code)) = (u16_at(record.body, 0), string(record.body, 2)) {
                    formats.add_code(u32::from(id), code);
                }
            }
            CELL_FORMAT => formats.add_cell(u16_at(record.body, 2).map_or(0, u32::from)),
            SHARED_STRINGS => {
                let mut pieces = vec![record.body];
                while let Some(next) = all.next_if(|next| next.id == CONTINUE) {
                    pieces.push(next.body);
                }
                strings = shared_strings(&pieces);
            }
            _ => {}
        }
    }
    if sheets.is_empty() {
        return Err(damaged);
    }
    let mut flow = Flow::default();
    sheets.truncate(MOST_SHEETS);
    sheets.dedup();
    for &start in &sheets {
        sheet_at(stream, start, &strings, &formats).write(0, &mut flow);
        if flow.is_full() {
            break;
        }
    }
    flow.finish()
}

fn sheet_at(stream: &[u8], start: usize, strings: &[String], formats: &NumberFormats) -> Sheet {
    let mut sheet = Sheet::default();
    // Where the string of the formula before is to go.
    let mut awaited = None;
    let mut within = 0_usize;
    for Record { id, body } in records(stream, start).skip(1) {
        if sheet.is_full() {
            break;
        }
        let place = || Some((u32::from(u16_at(body, 0)?), u32::from(u16_at(body, 2)?)));
        // A chart lies within the sheet, with a beginning and an end of its own.
        match id {
            BOF => within += 1,
            EOF if within == 0 => break,
            EOF => within -= 1,
            _ => {}
        }
        if within > 0 {
            continue;
        }
        if id == MERGED {
            sheet.merged.extend(body.get(2..).unwrap_or_default().chunks_exact(8).filter_map(|area| {
                let side = |at: usize| u16_at(area, at).map(u32::from);
                Some([side(0)?, side(4)?, side(2)?, side(6)?])
            }));
            continue;
        }
        if id == FORMULA_STRING {
            if let Some((row, column)) = awaited.take() {
                sheet.put(row, column, string(body, 0).unwrap_or_default());
            }
            continue;
        }
        let Some((row, column)) = place() else { continue };
        let flag = |at: usize, flag: u16| u16_at(body, at).is_some_and(|flags| flags & flag != 0);
        if id == ROW && flag(12, 0x20) {
            sheet.hide_row(row);
        } else if id == COLUMNS && flag(8, 1) {
            // Here the first two numbers are the first column and the last.
            sheet.hide_columns(row, column);
        }
        let shown = |value: f64, at: usize| formats.shown(value, u16_at(body, at).map_or(0, usize::from));
        let words = match id {
            LABEL_SHARED => size_at(body, 6).and_then(|index| strings.get(index)).cloned(),
            LABEL | RICH_LABEL => string(body, 6),
            NUMBER => float(body, 6).map(|value| shown(value, 4)),
            RK => size_at(body, 6).map(|bits| shown(rk(bits), 4)),
            BOOLEAN => body.get(6).map(|&value| boolean(value, body.get(7) == Some(&1))),
            FORMULA if body.get(12..14) == Some(&[0xff, 0xff]) => {
                awaited = (body.get(6) == Some(&0)).then_some((row, column));
                match body.get(6) {
                    Some(0) => None,
                    Some(kind @ (1 | 2)) => body.get(8).map(|&value| boolean(value, *kind == 2)),
                    _ => Some(String::new()),
                }
            }
            FORMULA => float(body, 6).map(|value| shown(value, 4)),
            BLANK => Some(String::new()),
            MANY_RK => {
                for (index, one) in body.get(4..).unwrap_or_default().chunks_exact(6).enumerate() {
                    let words = size_at(one, 2).map(|bits| shown(rk(bits), 4 + index * 6)).unwrap_or_default();
                    sheet.put(row, column + index as u32, words);
                }
                None
            }
            MANY_BLANK => {
                for index in 0..(body.len().saturating_sub(6) / 2) {
                    sheet.put(row, column + index as u32, String::new());
                }
                None
            }
            _ => None,
        };
        if let Some(words) = words {
            sheet.put(row, column, words);
        }
    }
    sheet
}

fn float(body: &[u8], at: usize) -> Option<f64> {
    Some(f64::from_le_bytes(part(body, at, 8)?.try_into().ok()?))
}

/// What is true or false, or the fault in a formula.
fn boolean(value: u8, is_fault: bool) -> String {
    let words = match (is_fault, value) {
        (false, 0) => "FALSE",
        (false, _) => "TRUE",
        (_, 0x07) => "#DIV/0!",
        (_, 0x17) => "#REF!",
        (_, 0x2a) => "#N/A",
        _ => "#VALUE!",
    };
    words.to_string()
}

/// A number in four bytes: the upper half of a float or thirty bits of a whole number, in hundredths or not.
fn rk(bits: usize) -> f64 {
    let bits = bits as u32;
    let value = match bits & 2 {
        0 => f64::from_bits(u64::from(bits & !3) << 32),
        _ => f64::from((bits as i32) >> 2),
    };
    if bits & 1 == 1 { value / 100.0 } else { value }
}

/// A string with its length in two bytes.
fn string(body: &[u8], at: usize) -> Option<String> {
    let length = usize::from(u16_at(body, at)?);
    let wide = body.get(at + 2)? & 1 == 1;
    let start = at + 3;
    if wide {
        let end = (start + length * 2).min(body.len());
        return Some(utf16(body.get(start..end)?));
    }
    let end = (start + length).min(body.len());
    Some(body.get(start..end)?.iter().map(|&byte| char::from(byte)).collect())
}

/// The strings of a table that goes on over several records; each piece says anew how wide its characters are.
fn shared_strings(pieces: &[&[u8]]) -> Vec<String> {
    let mut strings = Vec::new();
    let mut pen = Pieces { pieces, piece: 0, at: 8 };
    while strings.len() < MOST_STRINGS {
        let Some(text) = pen.string() else { break };
        strings.push(text);
    }
    strings
}

struct Pieces<'a> {
    pieces: &'a [&'a [u8]],
    piece: usize,
    at: usize,
}

impl Pieces<'_> {
    fn left(&self) -> usize {
        self.pieces.get(self.piece).map_or(0, |piece| piece.len().saturating_sub(self.at))
    }

    fn byte(&mut self) -> Option<u8> {
        while self.left() == 0 {
            self.piece += 1;
            self.at = 0;
            self.pieces.get(self.piece)?;
        }
        self.at += 1;
        self.pieces.get(self.piece)?.get(self.at - 1).copied()
    }

    fn number(&mut self, bytes: u32) -> Option<usize> {
        (0..bytes).try_fold(0, |number, index| Some(number | usize::from(self.byte()?) << (8 * index)))
    }

    fn skip(&mut self, mut count: usize) -> Option<()> {
        while count > 0 {
            let step = count.min(self.left());
            self.at += step;
            count -= step;
            if count > 0 {
                self.piece += 1;
                self.at = 0;
                self.pieces.get(self.piece)?;
            }
        }
        Some(())
    }

    fn string(&mut self) -> Option<String> {
        let length = self.number(2)?;
        let flags = self.byte()?;
        let runs = if flags & 8 != 0 { self.number(2)? } else { 0 };
        let reading = if flags & 4 != 0 { self.number(4)? } else { 0 };
        let mut wide = flags & 1 == 1;
        let mut units = Vec::new();
        while units.len() < length {
            if self.left() == 0 {
                self.piece += 1;
                self.at = 0;
                wide = *self.pieces.get(self.piece)?.first()? & 1 == 1;
                self.at = 1;
                continue;
            }
            let unit = if wide { self.number(2)? } else { self.number(1)? };
            units.push(unit as u16);
        }
        self.skip(runs * 4)?;
        self.skip(reading)?;
        Some(char::decode_utf16(units).map(|c| c.unwrap_or('\u{fffd}')).collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn packed_numbers_are_unpacked() {
        let shown = [5 << 2 | 2, 773_028 << 2 | 3, 0x4008_0000].map(rk);
        assert_eq!(shown, [5.0, 7730.28, 3.0]);
    }

    #[test]
    fn days_and_percentages_are_shown_as_in_the_sheet() {
        let record = |id: u16, body: &[u8]| [&id.to_le_bytes()[..], &(body.len() as u16).to_le_bytes(), body].concat();
        let begin = record(BOF, &[0, 6, 5, 0]);
        let format = [&[176, 0, 8, 0, 0][..], b"yyyy-m-d"].concat();
        let kinds = [0_u8, 176, 10].map(|id| record(CELL_FORMAT, &[0, 0, id, 0])).concat();
        let head = [begin.clone(), record(NUMBER_FORMAT, &format), kinds].concat();
        let start = (head.len() + 4 + 8 + 4) as u32;
        let bound = record(BOUND_SHEET, &[&start.to_le_bytes()[..], &[0, 0, 0, 0]].concat());
        let day = (44957_u32 << 2 | 2).to_le_bytes();
        let cell = |column: u8, kind: u8| [&[0, 0, column, 0, kind, 0][..], &day].concat();
        let many = [&[0, 0, 1, 0][..], &[1, 0], &day, &[2, 0], &day, &[2, 0]].concat();
        let stream =
            [head, bound, record(EOF, &[]), begin, record(RK, &cell(0, 0)), record(MANY_RK, &many), record(EOF, &[])];
        assert_eq!(read(&stream.concat()).as_deref(), Ok("44957\t2023-1-31\t4495700.00%\n\n"));
    }

    #[test]
    fn hidden_rows_and_columns_charts_and_faults() {
        let record = |id: u16, body: &[u8]| [&id.to_le_bytes()[..], &(body.len() as u16).to_le_bytes(), body].concat();
        let begin = record(BOF, &[0, 6, 0x10, 0]);
        let cell = |row: u8, column: u8| {
            record(RK, &[&[row, 0, column, 0, 0, 0][..], &(7_u32 << 2 | 2).to_le_bytes()].concat())
        };
        let chart = [begin.clone(), cell(9, 9), record(EOF, &[])].concat();
        let formula = |value: [u8; 8]| record(FORMULA, &[&[2, 0, 0, 0, 0, 0][..], &value, &[0; 8]].concat());
        let stream = [
            begin,
            record(COLUMNS, &[1, 0, 1, 0, 0, 0, 0, 0, 1, 0, 0, 0]),
            record(ROW, &[1, 0, 0, 0, 9, 0, 0, 0, 0, 0, 0, 0, 0x20, 0, 0, 0]),
            cell(0, 0),
            cell(0, 1),
            cell(0, 2),
            cell(1, 0),
            formula([2, 0, 7, 0, 0, 0, 0xff, 0xff]),
            record(BOOLEAN, &[2, 0, 2, 0, 0, 0, 1, 0]),
            chart,
            record(MERGED, &[1, 0, 0, 0, 0, 0, 0, 0, 0, 0]),
            record(EOF, &[]),
        ];
        let sheet = sheet_at(&stream.concat(), 0, &[], &NumberFormats::default());
        assert_eq!(sheet.merged, [[0, 0, 0, 0]]);
        let mut flow = Flow::default();
        sheet.write(0, &mut flow);
        assert_eq!(flow.finish().as_deref(), Ok("7\t7\n#DIV/0!\tTRUE\n\n"));
    }

    #[test]
    fn a_string_may_go_on_in_the_next_record_with_other_widths() {
        let first = [&[0; 8][..], &[3, 0, 0, b'a']].concat();
        let next = [&[1][..], &[0x32, 0x75, b'b', 0], &[1, 0, 0, b'z']].concat();
        assert_eq!(shared_strings(&[&first, &next]), ["a甲b", "z"]);
    }
}
