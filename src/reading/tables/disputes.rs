//! Table four: one row of fifteen figures under a header that arrives in every order, or three rows of five under headings of their own.

use super::fill::{RowReading, TableReading, cell};
use super::glued;
use super::rows::same_figure;
use super::scan::{Break, FigureKind, Key, Scan};
use crate::form::Table;
use crate::report::{Cell, Content, DoubtKind};
use crate::text::{Number, TextRange};

const GROUPS: usize = 3;
const OUTCOMES: usize = 5;
const FIGURES: usize = GROUPS * OUTCOMES;
/// The words of the header and their variants; letter by letter, since vertical and wrapped headers mix them.
const HEADER: &str = "合护错行政复议行政诉讼未经复议直接起诉复议后起诉结果维持结果纠正其他结果尚未审结总计结果维持结果纠正其他结果尚未审结总计结果维持结果纠正其他结果尚未审结总计";
/// A header has no more letters than this, however often it is repeated.
const LONGEST_HEADER: usize = 200;

/// Some figures without words between them, and the header before them.
struct Unit {
    first: usize,
    end: usize,
    header: (usize, usize),
}

impl Unit {
    fn holds(&self, figure: usize) -> bool {
        self.first <= figure && figure < self.end
    }
}

/// What the rows of table three show of the empty cells that belong to no column.
#[derive(Clone, Copy, Default)]
pub struct Fillers {
    /// Every row on one line begins with a cell of its own and has so many at its end.
    pub inline: Option<usize>,
    /// Rows with a line to each cell have none.
    pub stacked_without: bool,
    /// No row begins with one.
    pub without_lead: bool,
}

/// Reads table four. Where table three stands twice with different figures, as two years side by side do, so must table four.
pub fn read(
    scan: &Scan,
    table: &Table,
    claimed: &[(usize, usize)],
    fillers: Fillers,
    twice: bool,
) -> Option<TableReading> {
    let units = units(scan, claimed);
    let mut readings: Vec<Reading> = units.iter().filter_map(|unit| one_row(scan, unit, fillers)).collect();
    if readings.is_empty() {
        readings.extend(split(scan, &units));
    }
    let known = |unit: &&Unit| readings.iter().any(|reading| reading.figures.iter().any(|figure| unit.holds(*figure)));
    let again: Vec<Reading> = units.iter().filter(|unit| !known(unit)).filter_map(|unit| unnamed(scan, unit)).collect();
    let mut readings = readings.into_iter();
    let mut first = readings.next()?;
    let mut copy = None;
    for other in readings.chain(again) {
        let equal = first.figures.len() == other.figures.len()
            && first.figures.iter().zip(&other.figures).all(|(&a, &b)| same_figure(&scan.figures[a], &scan.figures[b]));
        if !equal {
            first.cells = None;
            first.doubt = Some(DoubtKind::Contradicted);
        }
        let differing = if equal { Vec::new() } else { (0..GROUPS).collect() };
        copy = Some((other.span(scan), differing));
    }
    if twice && copy.is_none() {
        first.cells = None;
        first.doubt = Some(DoubtKind::Ambiguous);
    }
    Some(first.into_table(scan, table, copy))
}

struct Reading {
    header: (usize, usize),
    figures: Vec<usize>,
    /// Fifteen cells, or None when they cannot be told.
    cells: Option<Vec<Cell>>,
    doubt: Option<DoubtKind>,
}

impl Reading {
    fn span(&self, scan: &Scan) -> TextRange {
        let figures =
            self.figures.iter().map(|&figure| scan.figures[figure].span).reduce(TextRange::cover).unwrap_or_default();
        match scan.keys.get(self.header.0) {
            Some(key) => figures.cover(key.span),
            None => figures,
        }
    }

    fn into_table(self, scan: &Scan, table: &Table, copy: Option<(TextRange, Vec<usize>)>) -> TableReading {
        let span = self.span(scan);
        let header = match (scan.keys.get(self.header.0), scan.keys.get(self.header.1.saturating_sub(1))) {
            (Some(first), Some(last)) => TextRange::new(first.span.start, last.span.end),
            _ => span,
        };
        let uncertain = Cell { content: Content::Uncertain, place: Some(span), ..Cell::MISSING };
        let glued = self.doubt == Some(DoubtKind::Glued);
        let cells = self.cells.unwrap_or_else(|| vec![uncertain; FIGURES]);
        let rows = (0..table.rows.len())
            .map(|group| {
                let own = cells.get(group * OUTCOMES..(group + 1) * OUTCOMES).unwrap_or_default().to_vec();
                let doubtful = own.iter().any(|cell| cell.content == Content::Uncertain);
                RowReading {
                    label: Some(header),
                    figures: (!glued).then_some(self.figures.len()),
                    doubt: self.doubt.filter(|_| doubtful).map(|kind| (kind, span)),
                    cells: own,
                    other: copy.as_ref().filter(|(_, differing)| !differing.is_empty()).map(|(span, _)| *span),
                }
            })
            .collect();
        TableReading { span, rows, copy }
    }
}

/// Runs of figures that no row of another table owns, each with the letters of a header directly before it.
fn units(scan: &Scan, claimed: &[(usize, usize)]) -> Vec<Unit> {
    let is_claimed = |figure: usize| claimed.iter().any(|&(start, end)| start <= figure && figure < end);
    let mut units = Vec::new();
    let mut first = 0;
    while first < scan.figures.len() {
        let keys_before = scan.figures[first].keys_before;
        let strongest = match scan.figures.get(first + 1) {
            Some(second) if second.keys_before == keys_before => second.gap.max(Break::Inline),
            _ => Break::Inline,
        };
        let mut end = first + 1;
        let continues = |figure: usize| {
            let Some(next) = scan.figures.get(figure) else { return false };
            next.keys_before == keys_before && next.gap <= strongest && (next.gap < Break::Gap || scan.gap_style)
        };
        while continues(end) {
            end += 1;
        }
        if !(first..end).any(is_claimed) && end - first >= 1 {
            units.push(Unit { first, end, header: header(&scan.keys, keys_before) });
        }
        first = end;
    }
    units
}

/// The letters before a position that can be a header's, a few strange ones allowed.
fn header(keys: &[Key], end: usize) -> (usize, usize) {
    let mut start = end;
    let mut strange = 0;
    while start > 0 && end - start < LONGEST_HEADER {
        strange += usize::from(!HEADER.contains(keys[start - 1].c));
        if strange > 2 {
            break;
        }
        start -= 1;
    }
    (start, end)
}

fn has(keys: &[Key], letters: &str) -> bool {
    letters.chars().all(|letter| keys.iter().any(|key| key.c == letter))
}

/// Whether the letters are those of table four's header: its outcomes, or at least both kinds of dispute.
fn is_header(keys: &[Key]) -> bool {
    let known = keys.iter().filter(|key| HEADER.contains(key.c)).count();
    known >= 8 && (has(keys, "维纠正审结") || has(keys, "行政复议诉讼"))
}

fn one_row(scan: &Scan, unit: &Unit, fillers: Fillers) -> Option<Reading> {
    let keys = scan.keys.get(unit.header.0..unit.header.1)?;
    if !is_header(keys) {
        return None;
    }
    let figure = |index: usize| &scan.figures[index];
    // An empty cell that closes the line of the header is none of the figures on the next.
    let header_line = keys.last().map(|key| key.line).filter(|&line| line < figure(unit.end - 1).line);
    let cells: Vec<usize> = (unit.first..unit.end)
        .filter(|&i| !matches!(figure(i).kind, FigureKind::Swallowed) && Some(figure(i).line) != header_line)
        .collect();
    let is_filled =
        |&i: &usize| figure(i).is_filled() || scan.numerals && matches!(figure(i).kind, FigureKind::Numeral(_));
    let filled: Vec<usize> = cells.iter().copied().filter(is_filled).collect();
    let doubtful =
        |figures: Vec<usize>, kind| Some(Reading { header: unit.header, figures, cells: None, doubt: Some(kind) });
    let contiguous = filled.first().zip(filled.last()).is_some_and(|(first, last)| {
        cells.iter().filter(|cell| first <= *cell && *cell <= last).count() == filled.len()
    });
    let read = |figures: &[usize]| Some(figures.iter().map(|&i| cell(figure(i))).collect::<Vec<Cell>>());
    // 共5 is no number.
    let words_with = |key: &Key| {
        !HEADER.contains(key.c) && (key.line, key.field) == (figure(unit.first).line, figure(unit.first).field)
    };
    if filled.len() == FIGURES && keys.last().is_some_and(words_with) {
        return doubtful(filled, DoubtKind::WrongCount);
    }
    if filled.len() == FIGURES && contiguous && filled.iter().all(|&i| !matches!(figure(i).kind, FigureKind::Digits(_)))
    {
        return Some(Reading { header: unit.header, cells: read(&filled), figures: filled, doubt: None });
    }
    if filled.len() < FIGURES
        && let Some(cells) = every_cell(scan, unit, &cells, fillers)
    {
        let cells = cells.to_vec();
        return Some(Reading { header: unit.header, cells: read(&cells), figures: cells, doubt: None });
    }
    // Figures that stand in cells of their own are not run together, the last before a cut least of all.
    let in_cells = filled.windows(2).any(|pair| figure(pair[0]).field != figure(pair[1]).field);
    let glued = (scan.glued && !in_cells || filled.len() == 1) && filled.len() < FIGURES && filled.len() == cells.len();
    if let Some(runs) = glued.then(|| glued::runs(scan, &filled)).flatten()
        && runs.iter().map(Vec::len).sum::<usize>() >= FIGURES
    {
        let cut = glued::blocks(&runs, GROUPS).map(|cuts| glued::common(cuts.iter())).filter(|cut| !cut.is_empty());
        let place = filled.iter().map(|&i| figure(i).span).reduce(TextRange::cover);
        let cells = cut.map(|cut| cut.into_iter().map(|value| cut_cell(value, place)).collect());
        return Some(Reading { header: unit.header, figures: filled, cells, doubt: Some(DoubtKind::Glued) });
    }
    // Fewer figures under a full header: the row is there, but not all of it. Under a scrap of one it may be anything.
    let full = keys.iter().filter(|key| HEADER.contains(key.c)).count() >= 28 && has(keys, "维纠正审结复议诉讼");
    if full && filled.len() > OUTCOMES { doubtful(filled, DoubtKind::WrongCount) } else { None }
}

/// Fifteen figures in a row, whatever stands above them: where table four stands elsewhere, they are a copy with a spoiled header.
fn unnamed(scan: &Scan, unit: &Unit) -> Option<Reading> {
    let figures: Vec<usize> = (unit.first..unit.end).filter(|&i| scan.figures[i].is_filled()).collect();
    (figures.len() == FIGURES).then_some(Reading { header: unit.header, figures, cells: None, doubt: None })
}

fn cut_cell(value: Option<i64>, place: Option<TextRange>) -> Cell {
    let content = value.map_or(Content::Uncertain, |value| Content::Value(Number::whole(value)));
    Cell { content, place, ..Cell::MISSING }
}

/// Fifteen cells, some of them empty, where the text shows which they are: by the cells of the header above, by what the rows of
/// table three let expect, or by their sums.
fn every_cell<'a>(scan: &Scan, unit: &Unit, cells: &'a [usize], fillers: Fillers) -> Option<&'a [usize]> {
    let last_header = scan.keys.get(unit.header.1.checked_sub(1)?)?;
    let (first, last) = (&scan.figures[*cells.first()?], &scan.figures[*cells.last()?]);
    let one_line = first.line == last.line;
    // Digits that came apart are two figures in one cell: the cells behind them would be counted wrongly.
    let field = |cell: usize| scan.figures[cell].field;
    let parted = |pair: &[usize]| field(pair[0]) == field(pair[1]);
    if one_line && cells.windows(2).any(parted) && !cells.windows(2).all(parted) {
        return None;
    }
    let fields = |line: u32| scan.fields.get(line as usize);
    let closed = last.is_filled() || !cells.iter().any(|&cell| scan.figures[cell].is_filled());
    // The header's last cell stands over the last of fifteen, and both lines have as many cells: one more, or one with a number.
    let after_last = (last_header.field as usize + 1).checked_sub(first.field as usize);
    let same_cells = fields(first.line) == fields(last_header.line) && (cells.len() > FIGURES || closed);
    let under_header = one_line && after_last == Some(FIGURES) && same_cells;
    let row = cells.get(..FIGURES)?;
    // An empty cell at the beginning may be what opens the line, and another one be gone.
    let opens = first.is_filled() || adds_up(scan, row);
    let expected = match one_line {
        // A line that has lost a cell may have a closing one instead.
        true => fillers.inline.is_some_and(|fillers| cells.len() == FIGURES + fillers && (closed || fillers > 0)),
        false => fillers.stacked_without && cells.len() == FIGURES,
    };
    // Where lines open the rows of the header, one opens this row too.
    let before = scan.figures[..unit.first].iter().rev().take_while(|figure| figure.keys_before > unit.header.0);
    let without_lead = fillers.without_lead && (one_line || before.count() == 0);
    let by_sums = cells.len() == FIGURES && (first.is_filled() || without_lead) && adds_up(scan, row);
    (under_header && opens || expected || by_sums).then_some(row)
}

/// Whether each group is empty, or ends with the sum of its outcomes.
fn adds_up(scan: &Scan, cells: &[usize]) -> bool {
    cells.chunks(OUTCOMES).all(|group| {
        let value = |&cell: &usize| scan.figures[cell].whole();
        let empty = group.iter().all(|&cell| !scan.figures[cell].is_filled());
        let (parts, total) = group.split_at(OUTCOMES - 1);
        empty || value(&total[0]) == Some(parts.iter().filter_map(value).sum())
    })
}

/// Three tables of five figures, each under its own heading, in the order of the form.
fn split(scan: &Scan, units: &[Unit]) -> Option<Reading> {
    const HEADINGS: [&str; GROUPS] = ["行政复议", "未经复议直接起诉", "复议后起诉"];
    let mut figures = Vec::new();
    let mut header: Option<(usize, usize)> = None;
    let mut from = 0;
    for heading in HEADINGS {
        let position = units.iter().skip(from).position(|unit| {
            let words: String =
                scan.keys.get(unit.header.0..unit.header.1).unwrap_or_default().iter().map(|key| key.c).collect();
            let filled = (unit.first..unit.end).filter(|&i| scan.figures[i].is_filled()).count();
            let plain = (unit.first..unit.end).all(|i| {
                matches!(scan.figures[i].kind, FigureKind::Number(_) | FigureKind::Placeholder | FigureKind::Swallowed)
            });
            filled == OUTCOMES
                && plain
                && words.contains(heading)
                && ["维", "纠正", "审结"].iter().all(|word| words.contains(word))
        })?;
        let unit = &units[from + position];
        figures.extend((unit.first..unit.end).filter(|&i| scan.figures[i].is_filled()));
        header = Some(header.map_or(unit.header, |known| (known.0, unit.header.1)));
        from += position + 1;
    }
    let cells = figures.iter().map(|&i| cell(&scan.figures[i])).collect();
    Some(Reading { header: header?, figures, cells: Some(cells), doubt: None })
}
