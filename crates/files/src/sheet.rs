//! A worksheet as rows of a table: where its cells stand, which are merged, how its numbers are written.

use crate::error::LONGEST_TEXT;
use crate::flow::{CELL, Flow};
use crate::source_map::Source;
use crate::table::MOST_COLUMNS;

/// Sheets that are read of one workbook.
pub const MOST_SHEETS: usize = 64;
/// Cells that are read of one sheet.
const MOST_CELLS: usize = 200_000;
/// Stretches of hidden rows or columns.
const MOST_HIDDEN: usize = 10_000;
/// Merged areas; a form has some fifty.
const MOST_MERGED: usize = 1_000;

#[derive(Default)]
pub struct Sheet {
    /// Row, column, words; empty words for a cell that only has a border.
    cells: Vec<(u32, u32, String)>,
    /// First row, first column, last row, last column.
    pub merged: Vec<[u32; 4]>,
    /// Stretches of rows and of columns that are not shown.
    hidden_rows: Vec<(u32, u32)>,
    hidden_columns: Vec<(u32, u32)>,
    /// Words that stand elsewhere than in the file, for their own place is hidden: where they show, and where they are kept.
    moved: Vec<((u32, u32), (u32, u32))>,
    /// What the cells take, in bytes of text.
    taken: usize,
    /// There were more cells with words than are read.
    overflows: bool,
}

impl Sheet {
    /// Whether it holds more than any report: the file is refused in the end, so that no more need be put in.
    pub fn is_full(&self) -> bool {
        self.overflows
    }

    pub fn put(&mut self, row: u32, column: u32, words: String) {
        if !words.is_empty() {
            self.taken += words.len() + CELL;
            self.overflows |= self.taken > LONGEST_TEXT || self.cells.len() >= MOST_CELLS;
        }
        if self.cells.len() >= MOST_CELLS || self.overflows {
            return;
        }
        if column < MOST_COLUMNS {
            self.cells.push((row, column, words));
        }
    }

    pub fn hide_row(&mut self, row: u32) {
        hide(&mut self.hidden_rows, row, row);
    }

    pub fn hide_columns(&mut self, first: u32, last: u32) {
        hide(&mut self.hidden_columns, first, last);
    }

    /// Writes what is shown; the part of the package is told by its number.
    pub fn write(mut self, part: u16, flow: &mut Flow) {
        if self.overflows {
            flow.fill();
        }
        if flow.is_full() {
            return;
        }
        self.cells.sort_by_key(|&(row, column, _)| (row, column));
        self.cells.dedup_by_key(|&mut (row, column, _)| (row, column));
        self.merged.retain(|[top, left, bottom, right]| top <= bottom && left <= right);
        self.merged.truncate(MOST_MERGED);
        self.leave_out_hidden();
        self.merged.sort_unstable();
        let first = self.cells.iter().map(|&(_, column, _)| column).min().unwrap_or(0);
        // Merged areas that the rows to come may stand in.
        let mut near = 0;
        let hidden_columns = std::mem::take(&mut self.hidden_columns);
        flow.open_table();
        for row in self.cells.chunk_by(|one, next| one.0 == next.0) {
            while self.merged.get(near).is_some_and(|area| area[2] < row[0].0) {
                near += 1;
            }
            let last = row.iter().rposition(|(.., words)| !words.is_empty());
            let Some(last) = last else { continue };
            let alone = row.iter().filter(|(.., words)| !words.is_empty()).count() == 1;
            let over = |column: u32| {
                let number = row[0].0;
                let areas = self.merged[near..].iter().take_while(|area| area[0] <= number);
                areas.into_iter().find(|&&[top, left, bottom, right]| {
                    (top..=bottom).contains(&number) && (left..=right).contains(&column)
                })
            };
            let is_caption =
                alone && over(row[last].1).is_none_or(|area| area[3] > area[1] + 1) && row[last].1 == row[0].1 && {
                    let others = row[last + 1..].iter().filter(|(_, column, _)| over(*column).is_none()).count();
                    others == 0
                };
            let number = row[0].0;
            let put = |flow: &mut Flow, column: u32, words: &str| {
                match over(column) {
                    Some(&[top, left, _, right]) if column == left => {
                        flow.open_cell(column, right - left + 1, top < number);
                    }
                    Some(_) => return,
                    None => flow.open_cell(column, 1, false),
                }
                let shown = (number, column);
                let (row, column) = self.kept_at(shown);
                let source = Source::Cell { part, row, column };
                if words.is_empty() {
                    flow.cell_gap(source);
                } else {
                    flow.text_from(words, source);
                }
                flow.close_cell();
            };
            let mut next = first;
            for (_, column, words) in row {
                // A cell that was never touched is not in the file.
                let untouched =
                    (next..*column).filter(|column| !is_caption && shown_from(&hidden_columns, *column) == *column);
                untouched.for_each(|column| put(flow, column, ""));
                put(flow, *column, words);
                next = column + 1;
                if is_caption {
                    break;
                }
            }
            flow.end_row();
        }
        flow.close_table();
    }

    /// Where the words that show there are kept in the file.
    fn kept_at(&self, shown: (u32, u32)) -> (u32, u32) {
        self.moved.binary_search_by_key(&shown, |(to, _)| *to).map_or(shown, |index| self.moved[index].1)
    }

    /// Leaves out what is not shown. The words of merged cells stand in the first place that is.
    fn leave_out_hidden(&mut self) {
        let (rows, columns) = (&self.hidden_rows, &self.hidden_columns);
        if rows.is_empty() && columns.is_empty() {
            return;
        }
        let find = |cells: &[(u32, u32, String)], at: (u32, u32)| {
            cells.binary_search_by_key(&at, |&(row, column, _)| (row, column))
        };
        for [top, left, bottom, right] in &mut self.merged {
            let place = (shown_from(rows, *top), shown_from(columns, *left));
            if place == (*top, *left) || place.0 > *bottom || place.1 > *right {
                continue;
            }
            if let Ok(from) = find(&self.cells, (*top, *left)) {
                self.moved.push((place, (*top, *left)));
                let words = std::mem::take(&mut self.cells[from].2);
                match find(&self.cells, place) {
                    Ok(to) => self.cells[to].2 = words,
                    Err(to) => self.cells.insert(to, (place.0, place.1, words)),
                }
            }
            (*top, *left) = place;
        }
        self.moved.sort_unstable();
        self.cells.retain(|&(row, column, _)| shown_from(rows, row) == row && shown_from(columns, column) == column);
    }
}

/// Puts a stretch among others in order, those that touch made one. A forged file has too many of them.
fn hide(hidden: &mut Vec<(u32, u32)>, first: u32, last: u32) {
    let at = hidden.partition_point(|&(known, _)| known <= first);
    if let Some((_, end)) =
        at.checked_sub(1).map(|before| &mut hidden[before]).filter(|(_, end)| first <= end.saturating_add(1))
    {
        *end = last.max(*end);
    } else if hidden.len() < MOST_HIDDEN {
        hidden.insert(at, (first, last));
    }
}

/// The first place from there on that is not hidden.
fn shown_from(hidden: &[(u32, u32)], mut at: u32) -> u32 {
    let after = hidden.partition_point(|&(first, _)| first <= at);
    for &(first, last) in &hidden[after.saturating_sub(1)..] {
        if first > at {
            break;
        }
        if at <= last {
            at = last.saturating_add(1);
        }
    }
    at
}

/// A number as a spreadsheet shows it: at most fifteen digits count.
pub fn number(value: f64) -> String {
    if !value.is_finite() || value.abs() >= 1e15 {
        return value.to_string();
    }
    if value == value.trunc() {
        return format!("{:.0}", value + 0.0);
    }
    let whole = value.abs().log10().floor().max(0.0) as usize + 1;
    let written = format!("{value:.*}", 15_usize.saturating_sub(whole).min(10));
    let written = written.trim_end_matches('0').trim_end_matches('.');
    // What is left of a difference that should be nothing.
    if written == "-0" { "0".to_string() } else { written.to_string() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_have_no_trace_of_being_kept_in_binary() {
        let shown = [0.1 + 0.2, 7730.28, 12.0, -3.5, 0.0, 1_234_567.89, 0.3 - 0.1 - 0.2, -0.0].map(number);
        assert_eq!(shown, ["0.3", "7730.28", "12", "-3.5", "0", "1234567.89", "0", "0"]);
    }

    #[test]
    fn merged_places_are_empty_and_captions_stand_alone() {
        let mut sheet = Sheet { merged: vec![[0, 0, 0, 3], [1, 0, 2, 0]], ..Sheet::default() };
        for (row, column, words) in [
            (0, 0, "第一项"),
            (1, 0, "甲"),
            (1, 1, "子"),
            (1, 2, "1"),
            (2, 0, ""),
            (2, 1, "丑"),
            (2, 2, "2"),
            (3, 0, "乙"),
            (3, 1, ""),
            (3, 2, ""),
        ] {
            sheet.put(row, column, words.to_string());
        }
        let mut flow = Flow::default();
        sheet.write(0, &mut flow);
        assert_eq!(flow.finish().as_deref(), Ok("第一项\n甲\t子\t1\n\t丑\t2\n乙\t\t\n\n"));
    }

    fn shown(sheet: Sheet) -> String {
        let mut flow = Flow::default();
        sheet.write(0, &mut flow);
        flow.finish().unwrap_or_default()
    }

    #[test]
    fn hidden_rows_and_columns_are_left_out_and_merged_words_stay() {
        let merged = vec![[0, 0, 1, 0], [0, 2, 0, 3]];
        let mut sheet = Sheet { merged, ..Sheet::default() };
        sheet.hide_row(0);
        sheet.hide_columns(2, 2);
        sheet.hide_columns(1, 1);
        assert_eq!([0, 1, 2, 3].map(|column| shown_from(&sheet.hidden_columns, column)), [0, 3, 3, 3]);
        for (row, column, words) in [
            (0, 0, "办理"),
            (0, 2, "总"),
            (1, 1, "旧"),
            (1, 2, "6"),
            (1, 3, "7"),
            (2, 0, "撤回"),
            (2, 1, "旧"),
            (2, 3, "8"),
        ] {
            sheet.put(row, column, words.to_string());
        }
        assert_eq!(shown(sheet), "办理\t7\n撤回\t8\n\n");
    }

    #[test]
    fn cells_that_are_not_in_the_file_keep_their_places() {
        // Figures in two merged columns, parted in the heading; the first of the second row was never touched.
        let mut sheet =
            Sheet { merged: vec![[1, 1, 1, 2], [1, 3, 1, 4], [2, 1, 2, 2], [2, 3, 2, 4]], ..Sheet::default() };
        for (row, column, words) in [
            (0, 1, "a"),
            (0, 2, "b"),
            (0, 3, "c"),
            (0, 4, "d"),
            (1, 0, "甲"),
            (1, 1, "1"),
            (1, 3, "2"),
            (2, 0, "乙"),
            (2, 3, "3"),
        ] {
            sheet.put(row, column, words.to_string());
        }
        assert_eq!(shown(sheet), "\ta\tb\tc\td\n甲\t1\t2\n乙\t\t3\n\n");
    }
}
