//! Tables without rules: columns by what stands above one another, rows by the lines that hold figures.

use super::Piece;
use super::lines::{Field, Line};
use crate::budget::Budget;
use crate::table::{Block, Cell, Table, is_figure, is_numbered, item_number, join};

/// How far the pages lie apart when they are laid below one another, in points.
const PAGE: f64 = 100_000.0;

/// Finds runs of lines that are the rows of tables and makes tables of them.
pub fn tables(pieces: Vec<Piece>, budget: &mut Budget) -> Vec<Piece> {
    let belongs: Vec<bool> = belonging(&pieces);
    let mut done = Vec::new();
    let mut region: Vec<Line> = Vec::new();
    let mut offset = 0.0;
    for (piece, belongs) in pieces.into_iter().zip(belongs) {
        match piece {
            Piece::Line(mut line) if belongs => {
                line.y0 += offset;
                line.y1 += offset;
                region.push(line);
            }
            Piece::PageEnd => {
                offset += PAGE;
                if region.is_empty() {
                    done.push(Piece::PageEnd);
                }
            }
            other => {
                close(&mut region, &mut done, budget);
                done.push(other);
            }
        }
    }
    close(&mut region, &mut done, budget);
    done
}

/// Which pieces are lines of a table. One is when it holds figures apart from other words; a short line is when it stands close to
/// lines of a table.
fn belonging(pieces: &[Piece]) -> Vec<bool> {
    let line = |index: usize| match pieces.get(index) {
        Some(Piece::Line(line)) => Some(line),
        _ => None,
    };
    let sure = |line: &Line| line.fields.len() >= 2 && line.fields.iter().any(|field| is_figure(&field.text));
    let short = |line: &Line| {
        line.fields.len() >= 3 || line.x1() - line.x0() < (line.right - line.left) * 0.5 || line.fields.len() == 2
    };
    let mut belongs: Vec<bool> = (0..pieces.len()).map(|index| line(index).is_some_and(sure)).collect();
    let mut spread = |order: &mut dyn Iterator<Item = usize>| {
        let mut near: Option<Line> = None;
        for index in order {
            let Some(line) = line(index) else {
                if !matches!(pieces[index], Piece::PageEnd) {
                    near = None;
                }
                continue;
            };
            let close = |near: &Line| {
                let gap = if line.y0 > near.y0 { line.y0 - near.y1 } else { near.y0 - line.y1 };
                gap < line.height() * 2.5 && short(line)
            };
            belongs[index] |= near.as_ref().is_some_and(close);
            near = belongs[index].then(|| line.clone());
        }
    };
    spread(&mut (0..pieces.len()));
    spread(&mut (0..pieces.len()).rev());
    belongs
}

fn close(region: &mut Vec<Line>, done: &mut Vec<Piece>, budget: &mut Budget) {
    let lines = std::mem::take(region);
    // A line alone above a line of headings is the caption of another table, whose columns are its own.
    let holds_figures = |line: &Line| line.fields.iter().any(|field| is_figure(&field.text));
    let begins = |three: &[Line]| {
        let [before, line, after] = three else { return false };
        let apart = line.y0 - before.y1 > line.height() * 0.8;
        let alone = apart || (is_numbered(&line.text()) && is_clear(before, line) && is_clear(line, after));
        alone && line.fields.len() == 1 && after.fields.len() > 1 && !holds_figures(after)
    };
    let mut firsts: Vec<bool> = lines.windows(3).map(begins).collect();
    for at in headings(&lines) {
        firsts[at - 1] = true;
    }
    let mut firsts = firsts.into_iter();
    let mut one = Vec::new();
    for line in lines {
        one.push(line);
        if firsts.next() == Some(true) {
            close_one(std::mem::take(&mut one), done, budget);
        }
    }
    close_one(one, done, budget);
}

/// Whether there is room between two lines: labels of neighbouring columns overlap one another, a caption overlaps nothing.
fn is_clear(line: &Line, next: &Line) -> bool {
    next.y0 - line.y1 > line.height() * 0.1
}

/// Headings between figures none of which stands below another: those are of two tables. Neither the first line nor the last.
fn headings(lines: &[Line]) -> Vec<usize> {
    let figures = |line: &Line| -> Vec<(f64, f64)> {
        line.fields.iter().filter(|field| is_figure(&field.text)).map(|field| (field.x0, field.x1)).collect()
    };
    let is_heading = |at: &usize| {
        let (before, line) = (&lines[at - 1], &lines[*at]);
        line.fields.len() == 1 && is_numbered(&line.text()) && line.y0 - before.y1 > line.height() * 0.8
    };
    let mut found = Vec::new();
    let mut last: Option<(usize, Vec<(f64, f64)>)> = None;
    for (at, line) in lines.iter().enumerate() {
        let here = figures(line);
        if here.is_empty() {
            continue;
        }
        if let Some((before, above)) = last.replace((at, here.clone()))
            && !above.iter().any(|one| here.iter().any(|other| one.0 < other.1 && other.0 < one.1))
        {
            found.extend((before + 1..at).find(is_heading));
        }
    }
    found
}

fn close_one(lines: Vec<Line>, done: &mut Vec<Piece>, budget: &mut Budget) {
    let fields = lines.iter().map(|line| line.fields.len()).sum::<usize>();
    budget.spend(fields.saturating_mul(fields) / 16);
    if budget.is_spent() {
        return;
    }
    let figures = lines.iter().filter(|line| line.fields.iter().any(|field| is_figure(&field.text))).count();
    match figures >= 2 || lines.iter().any(|line| line.fields.len() > 1) {
        true => done.push(Piece::Unruled(table(&lines))),
        false => done.extend(lines.into_iter().map(Piece::Line)),
    }
}

/// Words of one column that belong together: a figure, or a label with all its lines.
struct Chunk {
    text: String,
    column: usize,
    x0: f64,
    x1: f64,
    y0: f64,
    y1: f64,
    is_figure: bool,
    is_numbered: bool,
    /// Alone above a line of headings: nothing below goes on with it.
    is_caption: bool,
    row: Option<usize>,
}

fn table(lines: &[Line]) -> Table {
    let columns = columns(lines);
    let mut chunks: Vec<Chunk> = Vec::new();
    // The middles of the lines that hold figures.
    let mut rows: Vec<f64> = Vec::new();
    for (number, line) in lines.iter().enumerate() {
        let after = lines.get(number + 1).filter(|after| after.fields.len() > 1);
        let heads = |after: &&Line| !after.fields.iter().any(|field| is_figure(&field.text)) && is_clear(line, after);
        let is_caption = line.fields.len() == 1 && after.as_ref().is_some_and(heads);
        let has_figures = line.fields.iter().any(|field| is_figure(&field.text));
        if has_figures {
            rows.push((line.y0 + line.y1) / 2.0);
        }
        for field in &line.fields {
            let column = column_of(field, &columns);
            let is_figure = is_figure(&field.text);
            let is_numbered = is_numbered(&field.text);
            let row = has_figures.then(|| rows.len() - 1);
            let above = chunks.iter_mut().rev().find(|chunk| field.x0 < chunk.x1 && chunk.x0 < field.x1);
            match above {
                Some(above)
                    if !is_figure
                        && !is_numbered
                        && !above.is_figure
                        && !above.is_caption
                        && is_next(above, line, has_figures)
                        && (above.row.is_none() || row.is_none() || column_is_of_groups(above, &columns)) =>
                {
                    join(&mut above.text, &field.text);
                    above.y1 = line.y1;
                    (above.x0, above.x1) = (above.x0.min(field.x0), above.x1.max(field.x1));
                    above.row = above.row.or(row);
                }
                _ => chunks.push(Chunk {
                    text: field.text.clone(),
                    column,
                    x0: field.x0,
                    x1: field.x1,
                    y0: line.y0,
                    y1: line.y1,
                    is_figure,
                    is_numbered,
                    is_caption,
                    row,
                }),
            }
        }
    }
    settle(&mut chunks, &rows);
    raise(&mut chunks, rows.len());
    lay(chunks, rows.len())
}

/// Whether a line is the next of a label: close below it, or at the top of the next page with no figures beside it.
fn is_next(above: &Chunk, line: &Line, has_figures: bool) -> bool {
    let gap = line.y0 - above.y1;
    gap < line.height() * 0.8 || (gap > PAGE / 2.0 && !has_figures && above.row.is_some())
}

/// Labels of groups stand left of the labels of rows and go on beside several of them.
fn column_is_of_groups(chunk: &Chunk, columns: &[(f64, f64)]) -> bool {
    chunk.is_numbered && chunk.column + 2 < columns.len() && chunk.column < 2
}

/// A label that stands beside no figures goes to the next row, if there is room for it.
fn settle(chunks: &mut [Chunk], rows: &[f64]) {
    for index in 0..chunks.len() {
        let chunk = &chunks[index];
        if chunk.row.is_some() || chunk.is_caption {
            continue;
        }
        // Figures stand in the middle of the lines of their label.
        let slack = (chunk.y1 - chunk.y0) * 0.3;
        let within = |middle: &f64| (chunk.y0 - slack..=chunk.y1 + slack).contains(middle);
        if let Some(row) = rows.iter().position(within)
            && chunks.iter().all(|other| {
                let is_of_group = other.is_numbered && other.column < chunk.column;
                other.row != Some(row) || is_of_group || other.x0 > chunk.x1 - slack
            })
        {
            chunks[index].row = Some(row);
            continue;
        }
        if !chunk.is_numbered {
            continue;
        }
        let beside = rows.iter().position(|&middle| middle >= chunk.y0);
        let is_free = |row: &usize| {
            chunks.iter().all(|other| other.row != Some(*row) || other.column > chunk.column)
                && rows[*row] - chunk.y1 < PAGE / 2.0
                && chunks.iter().any(|other| other.row == Some(*row) && !other.is_figure)
        };
        let row = beside.filter(is_free);
        chunks[index].row = row;
    }
}

/// The label of a group in the middle of its rows goes up to the first of them, which their items tell: 1., 2., 3.
fn raise(chunks: &mut [Chunk], rows: usize) {
    let mut items: Vec<Option<(u32, usize)>> = vec![None; rows];
    let mut leftmost = vec![usize::MAX; rows];
    for chunk in chunks.iter() {
        let Some(row) = chunk.row else { continue };
        leftmost[row] = leftmost[row].min(chunk.column);
        items[row] = items[row].or(item_number(&chunk.text).map(|number| (number, chunk.column)));
    }
    for group in chunks.iter_mut().filter(|chunk| chunk.is_numbered) {
        let Some(row) = group.row else { continue };
        let Some((number, column)) = items[row].filter(|&(_, column)| column > group.column) else { continue };
        let goes_before = |&at: &usize| {
            leftmost[at] > group.column && items[at].is_some_and(|item| item == (number - (row - at) as u32, column))
        };
        let above = (0..row).rev().take(number.saturating_sub(1) as usize).take_while(goes_before).count();
        if above + 1 == number as usize {
            group.row = Some(row - above);
        }
    }
}

/// Rows of figures with their labels, and between them what is left, line by line.
fn lay(mut chunks: Vec<Chunk>, rows: usize) -> Table {
    let mut placed: Vec<(f64, Vec<Chunk>)> = (0..rows).map(|_| (f64::MAX, Vec::new())).collect();
    chunks.sort_by(|one, other| one.y0.total_cmp(&other.y0));
    let mut others: Vec<(f64, Vec<Chunk>)> = Vec::new();
    for chunk in chunks {
        match chunk.row {
            Some(row) => placed[row].1.push(chunk),
            None => match others.last_mut() {
                Some((y0, line)) if chunk.y0 - *y0 < (chunk.y1 - chunk.y0) * 0.5 => line.push(chunk),
                _ => others.push((chunk.y0, vec![chunk])),
            },
        }
    }
    for (y0, row) in &mut placed {
        *y0 = row.iter().filter(|chunk| chunk.is_figure).map(|chunk| chunk.y0).fold(f64::MAX, f64::min);
    }
    let mut all: Vec<(f64, Vec<Chunk>)> = placed.into_iter().chain(others).collect();
    all.sort_by(|(one, _), (other, _)| one.total_cmp(other));
    let mut table = Table::default();
    for (_, mut row) in all {
        row.sort_by_key(|chunk| chunk.column);
        let cell = |chunk: Chunk| Cell {
            column: chunk.column as u32,
            end: chunk.column as u32 + 1,
            blocks: vec![Block::Paragraph(chunk.text.into())],
            ..Cell::default()
        };
        table.rows.push(row.into_iter().map(cell).collect());
    }
    table
}

/// The columns, as the stretches they take. Figures say where theirs are; left of them labels do, but for those that stand above
/// two fields of another line.
fn columns(lines: &[Line]) -> Vec<(f64, f64)> {
    let fields = || lines.iter().flat_map(|line| &line.fields);
    let figures: Vec<&Field> = fields().filter(|field| is_figure(&field.text)).collect();
    let first_figure = figures.iter().map(|field| field.x0).fold(f64::MAX, f64::min);
    let overlap = |one: &Field, other: &Field| one.x0 < other.x1 && other.x0 < one.x1;
    let spans = |field: &Field| {
        lines.iter().any(|line| line.fields.iter().filter(|other| overlap(field, other)).take(2).count() > 1)
    };
    let labels = fields().filter(|field| !is_figure(&field.text) && field.x1 <= first_figure && !spans(field));
    let mut places: Vec<(f64, f64)> = labels.chain(figures.iter().copied()).map(|field| (field.x0, field.x1)).collect();
    places.sort_by(|one, other| one.0.total_cmp(&other.0));
    let mut columns: Vec<(f64, f64)> = Vec::new();
    for (x0, x1) in places {
        match columns.last_mut() {
            Some((_, end)) if x0 < *end => *end = end.max(x1),
            _ => columns.push((x0, x1)),
        }
    }
    columns
}

/// The column of a field: the first it stands above, else the nearest.
fn column_of(field: &Field, columns: &[(f64, f64)]) -> usize {
    let above = columns.iter().position(|(x0, x1)| field.x0 < *x1 && *x0 < field.x1);
    let middle = (field.x0 + field.x1) / 2.0;
    let far = |(x0, x1): &(f64, f64)| ((x0 + x1) / 2.0 - middle).abs();
    let nearest = || columns.iter().enumerate().min_by(|(_, one), (_, other)| far(one).total_cmp(&far(other)));
    above.or_else(|| nearest().map(|(index, _)| index)).unwrap_or(0)
}
