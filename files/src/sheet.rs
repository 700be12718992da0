//! A worksheet as rows of a table: where its cells stand, which are merged, how its numbers are written.

use crate::flow::Flow;
use crate::table::MOST_COLUMNS;

/// Sheets that are read of one workbook.
pub const MOST_SHEETS: usize = 64;
/// Cells that are read of one sheet.
const MOST_CELLS: usize = 200_000;
/// Merged areas; a form has some fifty.
const MOST_MERGED: usize = 1_000;

#[derive(Default)]
pub struct Sheet {
    /// Row, column, words; empty words for a cell that only has a border.
    cells: Vec<(u32, u32, String)>,
    /// First row, first column, last row, last column.
    pub merged: Vec<[u32; 4]>,
    /// There were more cells with words than are read.
    overflows: bool,
}

impl Sheet {
    pub fn put(&mut self, row: u32, column: u32, words: String) {
        if self.cells.len() >= MOST_CELLS {
            self.overflows |= !words.is_empty();
        } else if column < MOST_COLUMNS {
            self.cells.push((row, column, words));
        }
    }

    pub fn write(mut self, flow: &mut Flow) {
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
        self.merged.sort_unstable();
        // Merged areas that the rows to come may stand in.
        let mut near = 0;
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
            for (number, column, words) in row {
                match over(*column) {
                    Some(&[top, left, _, right]) if *column == left => {
                        flow.open_cell(*column, right - left + 1, top < *number);
                    }
                    Some(_) => continue,
                    None => flow.open_cell(*column, 1, false),
                }
                flow.text(words);
                flow.close_cell();
                if is_caption {
                    break;
                }
            }
            flow.end_row();
        }
        flow.close_table();
    }
}

/// A number as a spreadsheet shows it: at most fifteen digits count.
pub fn number(value: f64) -> String {
    if !value.is_finite() || value.abs() >= 1e15 {
        return value.to_string();
    }
    if value == value.trunc() {
        return format!("{value:.0}");
    }
    let whole = value.abs().log10().floor().max(0.0) as usize + 1;
    let written = format!("{value:.*}", 15_usize.saturating_sub(whole).min(10));
    written.trim_end_matches('0').trim_end_matches('.').to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_have_no_trace_of_being_kept_in_binary() {
        let shown = [0.1 + 0.2, 7730.28, 12.0, -3.5, 0.0, 1_234_567.89].map(number);
        assert_eq!(shown, ["0.3", "7730.28", "12", "-3.5", "0", "1234567.89"]);
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
        sheet.write(&mut flow);
        assert_eq!(flow.finish().as_deref(), Ok("第一项\n甲\t子\t1\n\t丑\t2\n乙\t\t\n\n"));
    }
}
