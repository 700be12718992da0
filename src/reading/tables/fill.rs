//! From chosen bindings to cells: figures where the count is right, empty cells where the grid shows which, doubt everywhere else.

use super::alignment::Chain;
use super::glued;
use super::grid::Grid;
use super::rows::{Binding, Filling, Part, extent, filled, is_aside, same_values};
use super::scan::{Figure, FigureKind, Scan};
use crate::form::{CellId, Relation, Row, Sum, Table, TableId};
use crate::report::{Cell, Content, DoubtKind};
use crate::text::{Number, TextRange};
use std::collections::BTreeMap;

/// One row as read.
pub struct RowReading {
    pub cells: Vec<Cell>,
    pub label: Option<TextRange>,
    pub figures: Option<usize>,
    pub doubt: Option<(DoubtKind, TextRange)>,
    /// Where the row stands once more with other figures.
    pub other: Option<TextRange>,
}

impl RowReading {
    /// Makes every cell of the row uncertain.
    pub fn doubt_all(&mut self, kind: DoubtKind) {
        let places = self.cells.iter().filter_map(|cell| cell.place).chain(self.label);
        let Some(span) = places.reduce(TextRange::cover) else { return };
        self.cells.fill(Cell { content: Content::Uncertain, place: Some(span), ..Cell::MISSING });
        self.doubt = Some((kind, span));
    }

    /// A row without any reading.
    fn missing(row: &Row) -> RowReading {
        RowReading {
            cells: vec![Cell::MISSING; row.columns.len()],
            label: None,
            figures: None,
            doubt: None,
            other: None,
        }
    }
}

/// One table as read.
pub struct TableReading {
    pub span: TextRange,
    pub rows: Vec<RowReading>,
    pub copy: Option<Copy>,
}

/// The place of a second copy of a table, and the rows in which it differs.
pub type Copy = (TextRange, Vec<usize>);

/// How the cells of a row were settled.
enum Settled<'a> {
    /// These figures fill the columns in order.
    Figures(Vec<usize>),
    /// All cells are empty.
    Empty(&'a [usize]),
    /// One merged zero for every cell.
    Zeros(usize),
    /// Only the first and the last column have a figure.
    Ends(usize, usize),
    /// Cut from digits run together.
    Cut(Vec<Option<i64>>),
    /// Figures, and words instead of some numbers.
    Parts(&'a [Part]),
    Doubtful(DoubtKind),
    Missing,
}

pub fn read(
    scan: &Scan,
    table: &Table,
    bindings: &[Binding],
    chain: &Chain,
    sums: &[Sum],
    grid: &Grid,
) -> TableReading {
    let mut chosen: Vec<Option<&Binding>> = vec![None; table.rows.len()];
    let mut clear = vec![true; table.rows.len()];
    let mut rivals: Vec<Option<TextRange>> = vec![None; table.rows.len()];
    for (row, choice) in chain.rows.iter().enumerate() {
        if let Some(choice) = choice {
            chosen[row] = Some(&bindings[choice.binding]);
            clear[row] = choice.rival.is_none() && bindings[choice.binding].steady;
            rivals[row] = choice.rival.map(|rival| cover(scan, std::iter::once(&bindings[rival])));
        }
    }
    let span = cover(scan, chosen.iter().flatten().copied());
    moved_rows(scan, bindings, span, &mut chosen);
    stray_figures(scan, &chosen, &mut clear);
    let (contradicted, copy) = copies(scan, bindings, &chosen);
    let cuts = glued::cut(scan, table, &chosen, sums);
    let rows = table
        .rows
        .iter()
        .enumerate()
        .map(|(index, row)| {
            let Some(binding) = chosen[index] else { return RowReading::missing(row) };
            let settled = match &binding.filling {
                Filling::Bare if has_strays(scan, binding, &chosen) => Settled::Doubtful(DoubtKind::Ambiguous),
                Filling::Bare => Settled::Missing,
                _ if contradicted.contains_key(&index) => Settled::Doubtful(DoubtKind::Contradicted),
                _ if !clear[index] => Settled::Doubtful(DoubtKind::Ambiguous),
                Filling::Parts(parts) => Settled::Parts(parts),
                Filling::Exact(_) if is_beside_a_cell(scan, binding, &chosen) => {
                    Settled::Doubtful(DoubtKind::WrongCount)
                }
                Filling::Exact(figures) => Settled::Figures(figures.clone()),
                Filling::Empty(figures) => Settled::Empty(figures),
                Filling::Partial(cells) => match grid.cells(scan, row, cells[0]) {
                    Some(row)
                        if is_whole(scan, table, binding, &row, cells.partition_point(|&i| i < row[0]), &chosen) =>
                    {
                        Settled::Figures(row)
                    }
                    _ => partial(scan, table, binding, cells, &chosen),
                },
                Filling::Merged(figure) if is_zero(&scan.figures[*figure]) => Settled::Zeros(*figure),
                Filling::Merged(_) => Settled::Doubtful(DoubtKind::Merged),
                Filling::Glued(_) => match cuts.get(&index) {
                    Some(cut) => Settled::Cut(cut.clone()),
                    None => Settled::Doubtful(DoubtKind::Glued),
                },
                Filling::Short(figures) => short(scan, table, index, figures, &chosen, sums),
                Filling::Surplus(_) => Settled::Doubtful(DoubtKind::WrongCount),
            };
            RowReading {
                other: contradicted.get(&index).copied().or(rivals[index]),
                ..settle(scan, row, binding, settled)
            }
        })
        .collect();
    TableReading { span, rows, copy }
}

/// Whether the one figure of a row stands on the next line to an empty cell that no other such row has: it may be a page number.
fn is_beside_a_cell(scan: &Scan, binding: &Binding, chosen: &[Option<&Binding>]) -> bool {
    let single = |other: &&&Binding| matches!(&other.filling, Filling::Exact(figures) if figures.len() == 1);
    let mut others = chosen.iter().flatten().filter(single).filter(|other| other.row != binding.row);
    single(&&binding) && binding.seen == 2 && !on_one_line(scan, binding) && others.all(|other| other.seen == 1)
}

fn cover<'a>(scan: &Scan, bindings: impl Iterator<Item = &'a Binding>) -> TextRange {
    bindings
        .map(|binding| extent(scan, binding))
        .map(|(start, end)| TextRange::new(start, end))
        .reduce(TextRange::cover)
        .unwrap_or_default()
}

/// A row whose figures stand on a line of their own is sure of them only where everything around it is accounted for: otherwise
/// all such rows in a run may have the figures of their neighbours.
fn stray_figures(scan: &Scan, chosen: &[Option<&Binding>], clear: &mut [bool]) {
    let mut order: Vec<(usize, &Binding)> =
        chosen.iter().enumerate().filter_map(|(row, binding)| Some((row, (*binding)?))).collect();
    order.sort_by_cached_key(|(_, binding)| extent(scan, binding));
    for run in order.chunk_by(|(_, a), (_, b)| apart(scan, a) == apart(scan, b)) {
        let (Some(first), Some(last)) = (run.first(), run.last()) else { continue };
        if !apart(scan, first.1) {
            continue;
        }
        let at = |row: usize| order.iter().position(|(known, _)| *known == row).unwrap_or(0);
        let (before, after) =
            (at(first.0).checked_sub(1).map(|i| order[i].1), order.get(at(last.0) + 1).map(|(_, b)| *b));
        let inside = run.windows(2).any(|pair| unaccounted(scan, Some(pair[0].1), Some(pair[1].1)));
        if inside || unaccounted(scan, before, Some(first.1)) || unaccounted(scan, Some(last.1), after) {
            run.iter().for_each(|(row, _)| clear[*row] = false);
        }
    }
}

/// Whether something between two neighbours, or one of them, lacks its partner.
fn unaccounted(scan: &Scan, a: Option<&Binding>, b: Option<&Binding>) -> bool {
    let bare = |binding: &Binding| matches!(binding.filling, Filling::Bare);
    let end = |binding: &Binding| if bare(binding) { figures_before(scan, binding) } else { binding.claimed.1 };
    let start = |binding: &Binding| if bare(binding) { figures_before(scan, binding) } else { binding.claimed.0 };
    match (a, b) {
        (Some(a), Some(b)) => {
            let columns = filled(&a.filling).len().min(filled(&b.filling).len());
            let stray = |index: usize| scan.figures[index].is_filled() && !is_aside(scan, index, columns);
            bare(a) || bare(b) || (end(a)..start(b)).any(stray)
        }
        // Before the first row and after the last only what stands directly beside them counts.
        (None, Some(b)) => {
            let near = |figure: &&Figure| figure.keys_before == b.label.start;
            scan.figures[..start(b)].iter().rev().take_while(near).any(Figure::is_filled)
        }
        (Some(a), None) => {
            let near = |figure: &&Figure| figure.keys_before == a.label.end;
            scan.figures[end(a)..].iter().take_while(near).any(Figure::is_filled)
        }
        (None, None) => false,
    }
}

fn figures_before(scan: &Scan, binding: &Binding) -> usize {
    scan.figures.partition_point(|figure| figure.keys_before < binding.label.end)
}

/// Whether figures that no row claims stand directly beside a label without any.
fn has_strays(scan: &Scan, bare: &Binding, chosen: &[Option<&Binding>]) -> bool {
    let free = |index: &usize| !chosen.iter().flatten().any(|b| b.claimed.0 <= *index && *index < b.claimed.1);
    let here = figures_before(scan, bare);
    let (before, after) = (here.checked_sub(1), Some(here));
    let touches = |index: &usize| {
        let figure = &scan.figures[*index];
        figure.is_filled() && (bare.label.start..=bare.label.end).contains(&figure.keys_before)
    };
    before
        .into_iter()
        .chain(after)
        .filter(|index| *index < scan.figures.len())
        .any(|index| free(&index) && touches(&index))
}

/// Whether figures that no row claims stand directly above a row.
fn figures_above(scan: &Scan, binding: &Binding, chosen: &[Option<&Binding>]) -> bool {
    let free = |index: usize| !chosen.iter().flatten().any(|b| b.claimed.0 <= index && index < b.claimed.1);
    let start = scan.figures.partition_point(|figure| figure.keys_before <= binding.label.start);
    let above = (0..start).rev().take_while(|&index| scan.figures[index].keys_before == binding.label.start);
    above.into_iter().any(|index| scan.figures[index].is_filled() && free(index))
}

/// Whether all figures of a row stand together on a line without any of its label, and nothing but their order says whose they are:
/// a single figure closed off by a blank line, or in a text with a line to each cell, comes after its label.
fn apart(scan: &Scan, binding: &Binding) -> bool {
    let Some(figures) = scan.figures.get(binding.claimed.0..binding.claimed.1) else { return false };
    let Some((first, rest)) = figures.split_first() else { return false };
    let label = &scan.keys[binding.label.start..binding.label.end];
    let closed_off = scan.keys.get(first.keys_before).is_none_or(|next| next.gaps != first.gaps);
    let together = rest.iter().all(|figure| figure.line == first.line);
    together && label.iter().all(|key| key.line != first.line) && !(rest.is_empty() && (scan.stacked || closed_off))
}

/// Rows out of their order: bound where the label stands once, fits well and has exactly its figures beside it.
fn moved_rows<'a>(scan: &Scan, bindings: &'a [Binding], span: TextRange, chosen: &mut [Option<&'a Binding>]) {
    const FITS_WELL: f32 = 0.1;
    for row in 0..chosen.len() {
        if chosen[row].is_some() {
            continue;
        }
        let taken = |binding: &Binding| {
            chosen.iter().flatten().any(|other| {
                binding.claimed.0 < other.claimed.1 && other.claimed.0 < binding.claimed.1
                    || binding.label.start < other.label.end && other.label.start < binding.label.end
            })
        };
        let mut candidates = bindings.iter().filter(|binding| {
            let (start, end) = extent(scan, binding);
            binding.row == row
                && binding.steady
                && binding.label.share() <= FITS_WELL
                && matches!(binding.filling, Filling::Exact(_))
                && span.overlaps(TextRange::new(start, end))
                && !taken(binding)
        });
        if let (Some(only), None) = (candidates.next(), candidates.next()) {
            chosen[row] = Some(only);
        }
    }
}

/// Rows whose label stands once more with other figures, and the place of a second copy of the table.
fn copies(
    scan: &Scan,
    bindings: &[Binding],
    chosen: &[Option<&Binding>],
) -> (BTreeMap<usize, TextRange>, Option<Copy>) {
    let claimed_by_others = |binding: &Binding, row: usize| {
        chosen.iter().enumerate().any(|(index, other)| {
            other.is_some_and(|other| {
                index != row && binding.claimed.0 < other.claimed.1 && other.claimed.0 < binding.claimed.1
            })
        })
    };
    let is_again = |binding: &&Binding| {
        chosen.get(binding.row).copied().flatten().is_some_and(|first| {
            let same_label = binding.label.start < first.label.end && first.label.start < binding.label.end;
            !same_label && binding.filling != Filling::Bare && !claimed_by_others(binding, binding.row)
        })
    };
    // A scrap of a row counts only in a copy of the table; elsewhere it may be a sentence.
    let is_scrap = |binding: &Binding| match &binding.filling {
        Filling::Short(figures) => figures.len() < 2,
        filling => matches!(filling, Filling::Parts(_)),
    };
    // A label may own figures in several ways: the likeliest of them speaks.
    let same_label =
        |a: &Binding, b: &Binding| a.row == b.row && (a.label.start, a.label.end) == (b.label.start, b.label.end);
    let likeliest = |binding: &&Binding| {
        bindings.iter().filter(|other| same_label(other, binding)).all(|other| binding.cost <= other.cost)
    };
    let again = bindings.iter().filter(is_again).filter(likeliest);
    let (scraps, whole): (Vec<&Binding>, Vec<&Binding>) = again.partition(|b| is_scrap(b));
    let place = cover(scan, whole.iter().copied());
    let mut rows: Vec<usize> = whole.iter().map(|binding| binding.row).collect();
    rows.sort_unstable();
    rows.dedup();
    let is_copy = rows.len() > 1 || rows.len() * 2 >= chosen.len();
    let mut contradicted: BTreeMap<usize, TextRange> = BTreeMap::new();
    for binding in whole.into_iter().chain(scraps.into_iter().filter(|_| is_copy)) {
        let (start, end) = extent(scan, binding);
        if let Some(first) = chosen[binding.row].filter(|first| !same_values(scan, first, binding)) {
            contradicted.entry(binding.row).or_insert(TextRange::new(start, end));
            // What is left of the row before, when the text begins there.
            let before = binding
                .row
                .checked_sub(1)
                .filter(|_| [first, binding].iter().any(|one| figures_above(scan, one, chosen)));
            if let Some(row) = before {
                contradicted.entry(row).or_insert(TextRange::new(start, end));
            }
        }
    }
    let differing = contradicted.iter().map(|(&row, _)| row).collect();
    // Of two tables that differ, a row is sure only where both say the same.
    if is_copy && !contradicted.is_empty() {
        for row in (0..chosen.len()).filter(|&row| chosen[row].is_some() && !rows.contains(&row)) {
            contradicted.entry(row).or_insert(place);
        }
    }
    (contradicted, is_copy.then_some((place, differing)))
}

/// Which cell of a row with empty cells is which. A line whose filled cells reach over as many cells as there are columns shows it
/// by itself; others follow the rows of the same shape, or a table where every row has as many cells as columns.
fn partial(
    scan: &Scan,
    table: &Table,
    binding: &Binding,
    cells: &[usize],
    chosen: &[Option<&Binding>],
) -> Settled<'static> {
    let columns = table.rows[binding.row].columns.len();
    let one_line = on_one_line(scan, binding);
    let lead_of = |model: &Binding| known_lead(scan, table, model);
    // Where merged cells of the labels stay as empty ones, rows of one level have as many.
    let merged = one_line
        && chosen.iter().flatten().any(|other| on_one_line(scan, other) && lead_of(other).is_some_and(|lead| lead > 0));
    let level = |other: &Binding| table.rows[other.row].path.len();
    let alike: Vec<&Binding> = chosen
        .iter()
        .flatten()
        .filter(|other| {
            other.depth == binding.depth
                && on_one_line(scan, other) == one_line
                && (one_line || is_closed(scan, other) == is_closed(scan, binding))
                && (!merged || level(other) == level(binding))
        })
        .copied()
        .collect();
    let models: Vec<&Binding> = alike.iter().filter(|other| lead_of(other).is_some()).copied().collect();
    let most = models.iter().map(|model| model.seen).max();
    let as_many =
        if one_line { most == Some(binding.seen) } else { models.iter().all(|model| model.seen == binding.seen) };
    // A line that ends with a number has none of the empty cells that stand behind the columns.
    let ends_filled = one_line && cells.last().is_some_and(|&last| scan.figures[last].is_filled());
    let lead = known_lead(scan, table, binding).or_else(|| match models.first() {
        Some(model) => {
            let lead = lead_of(model)?;
            let whole = as_many || ends_filled && binding.seen == lead + columns;
            (whole && models.iter().all(|model| lead_of(model) == Some(lead))).then_some(lead)
        }
        None => {
            // Rows of another level may show the merged cells of their labels otherwise.
            let usual = |of_level: bool| {
                let (mut same, mut all) = (0, 0);
                for other in alike.iter().filter(|other| !of_level || level(other) == level(binding)) {
                    all += 1;
                    same += usize::from(other.seen == binding.seen);
                }
                same >= 2 && same * 5 >= all * 4
            };
            match binding.seen.checked_sub(columns) {
                Some(0) => usual(false).then_some(0),
                Some(_) if table.id == TableId::Requests && usual(!one_line) => {
                    let lead = |row: &Binding| match &row.filling {
                        Filling::Partial(cells) if row.seen == binding.seen => lead_by_sum(scan, cells, columns),
                        _ => None,
                    };
                    let own = lead(binding);
                    let agree = alike.iter().filter_map(|other| lead(other)).all(|lead| Some(lead) == own);
                    own.filter(|_| agree)
                }
                _ => None,
            }
        }
    });
    let row = lead.and_then(|lead| Some((lead, cells.get(lead..lead + columns)?)));
    let row = row.filter(|(lead, row)| is_whole(scan, table, binding, row, *lead, chosen));
    match row {
        Some((_, row)) => Settled::Figures(row.to_vec()),
        None => Settled::Doubtful(DoubtKind::WrongCount),
    }
}

/// A line with an empty last column may have lost a cell, unless several rows end as it does and none otherwise.
fn is_whole(
    scan: &Scan,
    table: &Table,
    binding: &Binding,
    row: &[usize],
    lead: usize,
    chosen: &[Option<&Binding>],
) -> bool {
    let behind = |other: &Binding, lead: usize| other.seen.checked_sub(lead + table.rows[other.row].columns.len());
    let beside = chosen.iter().flatten().filter(|other| other.depth == binding.depth && on_one_line(scan, other));
    let mut known = beside.filter_map(|other| Some(behind(other, known_lead(scan, table, other)?)));
    let filled = row.last().is_some_and(|&last| scan.figures[last].is_filled());
    let alike = |cells: &Option<usize>| *cells == behind(binding, lead);
    filled
        || !on_one_line(scan, binding)
        || known.by_ref().take(2).filter(alike).count() == 2 && known.all(|cells| alike(&cells))
}

/// Empty cells before the first column, where the last figure is the sum of all others and so stands in the last column.
fn lead_by_sum(scan: &Scan, cells: &[usize], columns: usize) -> Option<usize> {
    let value = |&cell: &usize| scan.figures[cell].whole();
    let last = cells.iter().rposition(|&cell| scan.figures[cell].is_filled())?;
    let sum: i64 = cells.iter().filter_map(value).sum();
    let lead = (last + 1).checked_sub(columns)?;
    let inside = cells[..lead].iter().all(|&cell| !scan.figures[cell].is_filled());
    (inside && value(&cells[last])? * 2 == sum).then_some(lead)
}

/// Empty cells before the first column, where the row itself shows them.
fn known_lead(scan: &Scan, table: &Table, binding: &Binding) -> Option<usize> {
    match &binding.filling {
        Filling::Exact(_) => Some(binding.lead),
        Filling::Partial(cells) if on_one_line(scan, binding) => {
            let filled = |&cell: &usize| scan.figures[cell].is_filled();
            let (first, last) = (cells.iter().position(filled)?, cells.iter().rposition(filled)?);
            (last + 1 - first == table.rows[binding.row].columns.len()).then_some(first)
        }
        _ => None,
    }
}

/// Whether a mark of its end, or a blank line, stands behind a row.
fn is_closed(scan: &Scan, binding: &Binding) -> bool {
    let last = scan.figures.get(binding.claimed.1.wrapping_sub(1));
    last.is_some_and(|last| scan.keys.get(last.keys_before).is_none_or(|next| next.gaps != last.gaps))
}

pub fn on_one_line(scan: &Scan, binding: &Binding) -> bool {
    scan.figures
        .get(binding.claimed.0..binding.claimed.1)
        .is_some_and(|figures| figures.windows(2).all(|pair| pair[0].line == pair[1].line))
}

/// Rows that are all short in the same way: the first figure belongs to the first column and the last to 总计 where the sums say so.
fn short<'a>(
    scan: &Scan,
    table: &Table,
    row: usize,
    figures: &'a [usize],
    chosen: &[Option<&Binding>],
    sums: &[Sum],
) -> Settled<'a> {
    let columns = table.rows[row].columns.len();
    let doubt = Settled::Doubtful(DoubtKind::WrongCount);
    if figures.iter().any(|&figure| !scan.figures[figure].is_filled()) {
        return doubt;
    }
    let rows = chosen.iter().flatten();
    let alike = rows
        .clone()
        .filter(|other| matches!(&other.filling, Filling::Short(list) if list.len() == figures.len()))
        .count();
    // Every row has one merged figure.
    if figures.len() == 1
        && table.id == TableId::Requests
        && alike >= 3
        && alike * 5 >= rows.clone().count() * 4
        && is_zero(&scan.figures[figures[0]])
    {
        return Settled::Zeros(figures[0]);
    }
    if alike * 2 < rows.clone().count()
        || figures.len() < 2
        || columns < 3
        || !ends_confirmed(scan, table, chosen, sums)
    {
        return doubt;
    }
    Settled::Ends(figures[0], figures[figures.len() - 1])
}

/// Whether first and last figures of all rows, short ones included, satisfy the sums of the first column, of the last and of each row.
fn ends_confirmed(scan: &Scan, table: &Table, chosen: &[Option<&Binding>], sums: &[Sum]) -> bool {
    let number = |figure: usize| scan.figures[figure].whole();
    let end_of = |cell: CellId| -> Option<i64> {
        let (index, row) = table.rows.iter().enumerate().find(|(_, row)| row.id == cell.row)?;
        let column = row.columns.iter().position(|column| column.id == cell.column)?;
        match &chosen[index]?.filling {
            Filling::Exact(figures) => number(figures[column]),
            Filling::Short(figures) if column == 0 => number(*figures.first()?),
            Filling::Short(figures) if column + 1 == row.columns.len() => number(*figures.last()?),
            _ => None,
        }
    };
    let total = |cells: &[CellId]| cells.iter().map(|&cell| end_of(cell)).sum::<Option<i64>>();
    let is_end = |cell: &CellId| {
        let row = table.rows.iter().find(|row| row.id == cell.row);
        row.is_some_and(|row| {
            row.columns.first().is_some_and(|c| c.id == cell.column)
                || row.columns.last().is_some_and(|c| c.id == cell.column)
        })
    };
    let down =
        sums.iter().filter(|sum| sum.left.iter().chain(&sum.right).all(is_end) && sum.left[0].row != sum.right[0].row);
    let mut confirmed = 0;
    for sum in down {
        match (total(&sum.left), total(&sum.right)) {
            (Some(left), Some(right)) if left == right => confirmed += 1,
            _ => return false,
        }
    }
    let rows_add_up = chosen.iter().flatten().all(|binding| match &binding.filling {
        Filling::Short(figures) => {
            let parts = figures[..figures.len() - 1].iter().map(|&figure| number(figure)).sum::<Option<i64>>();
            parts.is_some() && parts == figures.last().and_then(|&figure| number(figure))
        }
        _ => true,
    });
    confirmed >= 4 && rows_add_up && sums.iter().any(|sum| sum.relation == Relation::Balance)
}

fn is_zero(figure: &Figure) -> bool {
    figure.whole() == Some(0)
}

fn settle(scan: &Scan, row: &Row, binding: &Binding, settled: Settled) -> RowReading {
    let place = |figure: usize| scan.figures.get(figure).map(|figure| figure.span);
    let label = TextRange::new(scan.keys[binding.label.start].span.start, scan.keys[binding.label.end - 1].span.end);
    let whole_row = cover(scan, std::iter::once(binding));
    let columns = row.columns.len();
    let uncertain = Cell { content: Content::Uncertain, place: Some(whole_row), ..Cell::MISSING };
    let mut doubt = None;
    let figures = match (&binding.filling, &settled) {
        (Filling::Glued(_) | Filling::Merged(_) | Filling::Parts(_), _) => None,
        (_, Settled::Figures(_) | Settled::Empty(_) | Settled::Zeros(_)) => Some(columns),
        (Filling::Bare, _) => Some(0),
        (Filling::Short(figures) | Filling::Surplus(figures), _) => Some(figures.len()),
        // Too few cells, whichever of them are empty.
        (Filling::Partial(cells), _) if binding.seen < columns => {
            Some(cells.iter().filter(|&&cell| scan.figures[cell].is_filled()).count())
        }
        _ => None,
    };
    let cells = match settled {
        Settled::Missing => vec![Cell::MISSING; columns],
        Settled::Parts(parts) => parts
            .iter()
            .map(|part| match *part {
                Part::Figure(figure) => cell(&scan.figures[figure]),
                Part::Words(span) => Cell { content: Content::Text, place: Some(span), ..Cell::MISSING },
            })
            .collect(),
        Settled::Figures(figures) => figures.iter().map(|&figure| cell(&scan.figures[figure])).collect(),
        Settled::Empty(figures) => (0..columns)
            .map(|column| Cell {
                content: Content::Blank,
                place: figures.get(column).and_then(|&f| place(f)),
                ..Cell::MISSING
            })
            .collect(),
        Settled::Zeros(figure) => {
            doubt = Some((DoubtKind::Merged, whole_row));
            vec![Cell { content: Content::Value(Number::ZERO), place: place(figure), ..Cell::MISSING }; columns]
        }
        Settled::Ends(first, last) => {
            let mut cells = vec![Cell::MISSING; columns];
            cells[0] = cell(&scan.figures[first]);
            cells[columns - 1] = cell(&scan.figures[last]);
            cells
        }
        Settled::Cut(values) => {
            if values.iter().any(Option::is_none) {
                doubt = Some((DoubtKind::Glued, whole_row));
            }
            let figures = cover_figures(scan, binding);
            let read = |value: &Option<i64>| match value {
                Some(value) => Cell { content: Content::Value(Number::whole(*value)), place: figures, ..Cell::MISSING },
                None => uncertain.clone(),
            };
            values.iter().map(read).collect()
        }
        Settled::Doubtful(kind) => {
            doubt = Some((kind, whole_row));
            vec![uncertain; columns]
        }
    };
    RowReading { cells, label: Some(label), figures, doubt, other: None }
}

/// The place of a row's figures.
fn cover_figures(scan: &Scan, binding: &Binding) -> Option<TextRange> {
    filled(&binding.filling)
        .iter()
        .filter_map(|&figure| scan.figures.get(figure))
        .map(|figure| figure.span)
        .reduce(TextRange::cover)
}

/// A figure as a cell.
pub fn cell(figure: &Figure) -> Cell {
    let (content, unit) = match &figure.kind {
        FigureKind::Number(written) | FigureKind::Numeral(written) => {
            (Content::Value(written.value), written.unit.clone())
        }
        FigureKind::Placeholder => (Content::Placeholder, None),
        FigureKind::Blank | FigureKind::Swallowed => (Content::Blank, None),
        FigureKind::Digits(_) => (Content::Uncertain, None),
    };
    Cell { content, place: Some(figure.span), unit, corrected: false }
}

#[cfg(test)]
mod tests {
    use super::super::read as read_tables;
    use super::*;

    const RECEIVED: &str = "一、本年新收政府信息公开申请数量";
    const GRANTED: &str = "（一）予以公开";
    const REPEATED: &str = "2.重复申请";
    const UNPAID: &str = "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请";

    /// The cells of a row of table three: `_` for an empty one, `?` for an uncertain one.
    fn row(text: &str, id: &str) -> String {
        let tables = read_tables(text, TextRange::new(0, text.len()));
        let of_row = tables.cells.iter().filter(|(cell, _)| cell.row == id);
        let shown = |cell: &Cell| match cell.content {
            Content::Value(number) => number.to_string(),
            Content::Blank => "_".to_string(),
            Content::Uncertain => "?".to_string(),
            _ => "-".to_string(),
        };
        let mut cells: Vec<String> = of_row.map(|(_, cell)| shown(cell)).collect();
        cells.sort_unstable();
        cells.join(" ")
    }

    #[test]
    fn a_line_shows_its_columns_by_its_first_and_last_number() {
        let text = format!(
            "{RECEIVED}\t\t\t7\t\t\t\t\t\t7\t\n{GRANTED}\t\t4\t\t\t\t\t\t4\t\n{REPEATED}\t3\t\t\t\t\t\t3\n{UNPAID}\t\t\t\t\t\t2\t2\n"
        );
        assert_eq!(row(&text, "requests.received"), "7 7 _ _ _ _ _");
        assert_eq!(row(&text, "requests.declined_repeat"), "3 3 _ _ _ _ _");
        assert_eq!(row(&text, "requests.other_unpaid"), "2 2 _ _ _ _ _");
        // A cell of the row is gone, and nothing says which.
        let torn = text.replace("\t\t\t\t\t\t2\t2\n", "\t\t\t\t2\t2\t\n");
        assert_eq!(row(&torn, "requests.other_unpaid"), "? ? ? ? ? ? ?");
    }

    #[test]
    fn words_in_the_cell_of_a_number_make_it_none() {
        let line =
            |cells: &str| format!("{RECEIVED}\t{cells}\n{GRANTED}\t{cells}\n{REPEATED}\t{cells}\n{UNPAID}\t{cells}\n");
        let text = line("4\t0\t0\t0\t0\t0\t4");
        for cell in ["约4", "其中4", "4见注"] {
            let said = text.replacen("\t4\t", &format!("\t{cell}\t"), 1);
            assert!(!row(&said, "requests.received").contains("4 4"), "{cell} is read as a number");
            let stacked = said.replace('\t', "\n");
            assert!(!row(&stacked, "requests.received").contains("4 4"), "{cell} is read as a number on its line");
        }
        assert_eq!(row(&text.replace("\t4\t", "\t4件\t"), "requests.received"), "0 0 0 0 0 4 4");
    }

    #[test]
    fn rows_with_a_total_alone_show_their_columns_where_all_say_the_same() {
        let line = |label: &str, cells: &str| format!("| {label} |{cells}\n");
        let text = [
            line(RECEIVED, " | | | | | | 0 | |"),
            line(GRANTED, " | | | | | | 0 | |"),
            line(REPEATED, " | 3 | | | | | 3 | |"),
            line(UNPAID, " | | | | | | 0 | |"),
        ]
        .concat();
        assert_eq!(row(&text, "requests.received"), "0 _ _ _ _ _ _");
        assert_eq!(row(&text, "requests.other_unpaid"), "0 _ _ _ _ _ _");
        // One row has its total a cell further on: then none shows where its columns begin.
        let moved = text.replacen(" | | | | | | 0 | |", " | | | | | | | 0 |", 1);
        assert_eq!(row(&moved, "requests.received"), "? ? ? ? ? ? ?");
        assert_eq!(row(&moved, "requests.other_unpaid"), "? ? ? ? ? ? ?");
    }

    #[test]
    fn a_doubt_says_where_the_other_reading_is() {
        let text = format!(
            "{RECEIVED} 5 0 0 0 0 0 5\n{GRANTED} 2 0 0 0 0 0 2\n1 0 0 0 0 0 1\n{REPEATED}\n2 0 0 0 0 0 2\n{UNPAID} 0 0 0 0 0 0 0\n"
        );
        let tables = read_tables(&text, TextRange::new(0, text.len()));
        let doubt = tables.doubts.iter().find(|doubt| doubt.kind == DoubtKind::Ambiguous);
        let other = doubt.and_then(|doubt| doubt.other).unwrap_or_default();
        assert!(other.of(&text).starts_with(REPEATED) || other.of(&text).ends_with(REPEATED), "{:?}", other.of(&text));
    }

    #[test]
    fn of_two_tables_that_differ_only_rows_that_say_the_same_are_sure() {
        let table = |received: u32| {
            format!(
                "{RECEIVED} {received} 0 0 0 0 0 {received}\n{GRANTED} 4 0 0 0 0 0 4\n{REPEATED} 1 0 0 0 0 0 1\n{UNPAID} 0 0 0 0 0 0 0\n"
            )
        };
        let text = format!("{}{}", table(5), table(6).replace(REPEATED, "春山"));
        assert_eq!(row(&text, "requests.received"), "? ? ? ? ? ? ?");
        assert_eq!(row(&text, "requests.granted"), "0 0 0 0 0 4 4");
        assert_eq!(row(&text, "requests.declined_repeat"), "? ? ? ? ? ? ?");
        let same = format!("{}{}", table(5), table(5));
        assert_eq!(row(&same, "requests.received"), "0 0 0 0 0 5 5");
    }

    /// Whether the second copy of table two was found, and in how many rows it differs.
    fn copy_of(penalties: &str, coercion: &str) -> Option<usize> {
        let table = |penalties: &str, coercion: &str| {
            format!(
                "第二十条第（一）项\n信息内容 本年制发件数 本年废止件数 现行有效件数\n规章 0 0 0\n行政规范性文件 7 0 37\n\
                 第二十条第（五）项\n信息内容 本年处理决定数量\n行政许可 294\n第二十条第（六）项\n信息内容 本年处理决定数量\n\
                 {penalties}\n{coercion}\n第二十条第（八）项\n信息内容 本年收费金额（单位：万元）\n行政事业性收费 32\n"
            )
        };
        let text = table("行政处罚 207", "行政强制 23") + "\n落款\n" + &table(penalties, coercion);
        let tables = read_tables(&text, TextRange::new(0, text.len()));
        Some(tables.found.first()?.copies.first()?.differing.len())
    }

    #[test]
    fn a_copy_whose_figures_stand_below_their_labels_does_not_differ() {
        assert_eq!(copy_of("行政处罚\n207", "行政强制\n23"), Some(0));
        assert_eq!(copy_of("行政处罚\n208", "行政强制\n23"), Some(1));
    }

    #[test]
    fn a_word_that_begins_like_a_label_is_none() {
        let glued = "总体情况制定规章制度4项。信息内容本年制发件数本年废止件数现行有效件数规章000行政规范性文件3225\n行政许可160\n行政处罚173\n行政强制240\n";
        let tables = read_tables(glued, TextRange::new(0, glued.len()));
        let found = tables.found.first().map(|table| table.span.of(glued)).unwrap_or_default();
        assert!(!found.contains("制度") && found.starts_with("规章000"), "{found}");
    }
}
