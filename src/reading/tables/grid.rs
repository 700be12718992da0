//! Where the source keeps columns: headings that stand side by side say which cell of a line is which, even when it is empty.

use super::labels::{Found, Target};
use super::scan::Scan;
use crate::form::Row;

/// A heading of a column and the cell it stands in.
struct Heading {
    label: &'static str,
    line: u32,
    field: u32,
}

/// The headings of a text.
pub struct Grid {
    headings: Vec<Heading>,
}

impl Grid {
    pub fn new(scan: &Scan, targets: &[Target], found: &[Found]) -> Grid {
        let heading = |found: &Found| {
            let Target::Column(label) = targets[found.target] else { return None };
            let (first, last) = (scan.keys.get(found.start)?, scan.keys.get(found.end - 1)?);
            let one_cell = (first.line, first.field) == (last.line, last.field);
            one_cell.then_some(Heading { label, line: first.line, field: first.field })
        };
        Grid { headings: found.iter().filter_map(heading).collect() }
    }

    /// The figures of a row by the headings above it: every column has a cell on the line, the line has as many cells as the
    /// headings' lines or ends with the number of the last column, and no figure stands elsewhere.
    pub fn cells(&self, scan: &Scan, row: &Row, figure: usize) -> Option<Vec<usize>> {
        let line = scan.figures.get(figure)?.line;
        let fields = *scan.fields.get(line as usize)?;
        let mut first: Option<i64> = None;
        let mut headings = 0;
        let mut whole = true;
        for (column, heading) in row.columns.iter().enumerate() {
            let above = self.headings.iter().rev().find(|known| known.label == heading.label && known.line < line);
            let Some(above) = above else { continue };
            let offset = i64::from(above.field) - column as i64;
            let cells = *scan.fields.get(above.line as usize)?;
            if first.is_some_and(|first| first != offset) || fields > cells {
                return None;
            }
            first = Some(offset);
            whole &= cells == fields;
            headings += 1;
        }
        let first = u32::try_from(first?).ok()?;
        if headings < row.columns.len().min(2) {
            return None;
        }
        let start = scan.figures.partition_point(|figure| figure.line < line);
        let end = scan.figures.partition_point(|figure| figure.line <= line);
        let columns = first..first + row.columns.len() as u32;
        let strays = (start..end).any(|i| scan.figures[i].is_filled() && !columns.contains(&scan.figures[i].field));
        let cells: Vec<usize> = columns
            .map(|field| {
                let mut there = (start..end).filter(|&i| scan.figures[i].field == field);
                there.next().filter(|_| there.next().is_none())
            })
            .collect::<Option<_>>()?;
        // An empty cell at the very end may be one that only closes the line.
        let at_end = first + row.columns.len() as u32 == fields;
        let sure = if at_end { scan.figures[*cells.last()?].is_filled() } else { whole };
        (!strays && sure).then_some(cells)
    }
}
