//! Gives each label the figures that may be its row's: after it, inside it where it is wrapped around them, or on the line above.
//!
//! A row is filled only by exactly as many figures as it has columns; whatever else stands there is kept with its reason.

use super::labels::Found;
use super::scan::{Break, Figure, FigureKind, Key, Scan};
use crate::form::Row;
use crate::text::TextRange;
use crate::text::is_han;

/// What stands with a label.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Filling {
    /// As many figures as columns, in order.
    Exact(Vec<usize>),
    /// Empty cells only, as many as columns or more.
    Empty(Vec<usize>),
    /// Figures and empty cells: which is which, the other rows of the table must tell.
    Partial(Vec<usize>),
    /// One figure and the marks of the cells merged with it.
    Merged(usize),
    /// Digits of several cells run together.
    Glued(Vec<usize>),
    /// Fewer figures than columns, and no empty cell to be seen.
    Short(Vec<usize>),
    /// More figures than columns.
    Surplus(Vec<usize>),
    /// As many cells as columns, with words in some of them where a number should stand.
    Parts(Vec<Part>),
    /// Nothing.
    Bare,
}

/// A cell of a row: a figure, or words.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Part {
    Figure(usize),
    Words(TextRange),
}

/// A label with the figures that may be its row's.
#[derive(Clone, Debug)]
pub struct Binding {
    /// Index of the row in its table.
    pub row: usize,
    pub label: Found,
    pub filling: Filling,
    /// Figures claimed, half-open; empty when there are none.
    pub claimed: (usize, usize),
    /// Empty cells between the label and the first figure.
    pub lead: usize,
    /// All cells of the row that are to be seen, merged ones left out.
    pub seen: usize,
    /// Which cell of its line the label ends in: rows of one depth have the same cells before their figures.
    pub depth: u32,
    /// Whether the figures stand where only this label can own them.
    pub steady: bool,
    /// Cost in the units of the alignment: a missing row is 3.2.
    pub cost: f32,
}

/// Letters of the vertical group labels, which stand between the rows of a PDF.
const GROUP_LETTERS: &str = "三、本年度办理结果（一）（二）（四）（五）（六）不予公开无法提供其他处理";
/// Characters between a label and its figures that belong to neither: a unit, a stray word.
const FOREIGN_ALLOWED: usize = 4;

/// Every way the labels of one table can own figures. `others` are labels of any table, which no row reaches across.
pub fn bindings(scan: &Scan, labels: &[(usize, Found, &Row)], others: &[Found]) -> Vec<Binding> {
    let mut bindings = Vec::new();
    for &(row, label, form_row) in labels {
        let columns = form_row.columns.len();
        let inside = inside(scan, &label, columns);
        let has_inside = inside.is_some();
        let mut add = |reach: Reach| bindings.push(binding(scan, row, label, reach));
        inside.into_iter().for_each(&mut add);
        before(scan, &label, columns).into_iter().for_each(&mut add);
        let mut after = after(scan, &label, columns, others);
        if has_inside {
            after.cost += 1.5;
            after.steady = false;
        }
        add(after);
    }
    bindings
}

/// Figures a label reaches, and how surely.
struct Reach {
    filling: Filling,
    claimed: (usize, usize),
    lead: usize,
    seen: usize,
    steady: bool,
    cost: f32,
}

impl Reach {
    fn nothing() -> Reach {
        Reach { filling: Filling::Bare, claimed: (0, 0), lead: 0, seen: 0, steady: true, cost: 5.0 }
    }
}

fn binding(scan: &Scan, row: usize, label: Found, reach: Reach) -> Binding {
    let depth = scan.keys.get(label.end - 1).map_or(0, |key| key.field);
    let Reach { filling, claimed, lead, seen, steady, cost } = reach;
    let label_cost = label.share() * 5.0;
    Binding { row, label, filling, claimed, lead, seen, depth, steady, cost: cost + label_cost }
}

fn after(scan: &Scan, label: &Found, columns: usize, others: &[Found]) -> Reach {
    let first = scan.figures.partition_point(|figure| figure.keys_before < label.end);
    let Some(figure) = scan.figures.get(first) else { return Reach::nothing() };
    // The digit of an item directly behind the only number of a row: both are one number of a list, 行政许可12、行政处罚3.
    let is_item = |key: &Key| key.span.start == figure.span.end && key.c.is_ascii_digit();
    if columns == 1 && scan.keys.get(figure.keys_before).is_some_and(is_item) {
        return Reach::nothing();
    }
    let between = label.end..figure.keys_before;
    let blocked = |other: &Found| other.start >= between.start && other.end <= between.end;
    let next = others.partition_point(|other| other.start < between.start);
    if others.get(next..).unwrap_or_default().iter().take_while(|other| other.start < between.end).any(blocked) {
        return words_instead(scan, label, columns, others.get(next).map(|other| other.start));
    }
    let words = scan.keys.get(between).unwrap_or_default();
    // Words, and the empty cells behind them.
    if columns == 1 && !figure.is_filled() && !words.is_empty() {
        let reach = words_instead(scan, label, columns, Some(figure.keys_before));
        if matches!(reach.filling, Filling::Parts(_)) {
            return reach;
        }
    }
    // Letters of a group label stand a few to a line; more of them side by side are a label of their own.
    const LETTERS_TOGETHER: usize = 3;
    let foreign: usize = words
        .chunk_by(|a, b| (a.line, a.field) == (b.line, b.field))
        .map(|cell| {
            let own = cell.iter().filter(|key| !key.bracketed);
            if own.clone().count() > LETTERS_TOGETHER {
                own.count()
            } else {
                own.filter(|key| !GROUP_LETTERS.contains(key.c)).count()
            }
        })
        .sum();
    let letters = words.iter().filter(|key| !key.bracketed).count();
    if foreign > FOREIGN_ALLOWED || letters > 3 * FOREIGN_ALLOWED {
        return words_instead(scan, label, columns, Some(figure.keys_before));
    }
    let label_gaps = scan.keys.get(label.end - 1).map_or(0, |key| key.gaps);
    let noted = words.iter().any(|key| key.bracketed);
    let across_gap = !scan.gap_style && (figure.gap == Break::Gap || figure.gaps != label_gaps && !noted);
    let mut unit = unit(scan, first);
    // With its only figure beside it, a label leaves the one on the next line to a label that has none.
    if columns == 1 && unit == first + 2 && figure.gap < Break::Line && scan.figures[first + 1].gap == Break::Line {
        let next = scan.keys.get(figure.keys_before).map_or(0, |key| key.line);
        let own = scan.figures.partition_point(|figure| figure.line < next);
        unit -= usize::from(scan.figures.get(own).is_none_or(|figure| figure.line > next));
    }
    while scan.glued && figure.gap < Break::Line && unit > first + 1 && is_aside(scan, unit - 1, columns) {
        unit -= 1;
    }
    let mut reach = fill(scan, first, unit, columns);
    if let (Some(words), Filling::Exact(figures)) = (words_beside(scan, label, first), &reach.filling) {
        let behind = figures[1..].iter().map(|&figure| Part::Figure(figure));
        reach.filling = Filling::Parts([Part::Words(words)].into_iter().chain(behind).collect());
    }
    if matches!(reach.filling, Filling::Short(_) | Filling::Partial(_)) {
        reach = words_between(scan, first + reach.lead, columns, others).unwrap_or(reach);
    }
    reach.cost += foreign as f32 * 0.2;
    if across_gap {
        reach.cost += 0.8;
        reach.steady = false;
    }
    reach
}

/// A cell that holds words beside its number, whose number is not the cell's: 约86, 86见注.
fn words_beside(scan: &Scan, label: &Found, first: usize) -> Option<TextRange> {
    let figure = &scan.figures[first];
    let own = scan.keys.get(label.end - 1)?;
    // Where nothing parts the cells, words that touch the number and not the label.
    let touches = |index: usize| {
        let key = scan.keys.get(index);
        key.is_some_and(|key| key.span.end == figure.span.start || key.span.start == figure.span.end)
    };
    let before = label.end < figure.keys_before && touches(figure.keys_before - 1);
    let parted = match (figure.line == own.line, figure.field == own.field) {
        (true, false) => true,
        (true, true) => !scan.glued && before && scan.keys[label.end].span.start != own.span.end,
        (false, _) => scan.stacked && !scan.glued && (before || touches(figure.keys_before)),
    };
    if !parted {
        return None;
    }
    let mut cell = figure.span;
    let (mut words, mut letters, mut behind) = (0, true, 0);
    for (index, key) in scan.keys.iter().enumerate().skip(label.end) {
        let in_cell = !key.bracketed && (key.line, key.field) == (figure.line, figure.field);
        behind += usize::from(index >= figure.keys_before);
        // More words behind the number are a label of their own.
        if behind > FOREIGN_ALLOWED || behind > 0 && !in_cell {
            break;
        }
        if in_cell {
            words += 1;
            // A unit may stand before its number; letters of a vertical label are no words.
            letters &= GROUP_LETTERS.contains(key.c) || words == 1 && "件条个项元".contains(key.c);
            cell = cell.cover(key.span);
        }
    }
    (words > 0 && !letters && behind <= FOREIGN_ALLOWED).then_some(cell)
}

/// Words in cells of their own between the figures of a row, all cells together as many as the columns: 5, 若干, 0.
fn words_between(scan: &Scan, first: usize, columns: usize, others: &[Found]) -> Option<Reach> {
    const LONGEST: usize = 6;
    scan.figures.get(first).filter(|figure| figure.is_filled())?;
    let mut parts = vec![Part::Figure(first)];
    let mut last = first;
    while parts.len() < columns {
        let (before, after) = (&scan.figures[last], scan.figures.get(last + 1)?);
        let between = before.keys_before..after.keys_before;
        let words = &scan.keys[between.clone()];
        if let (Some(start), Some(end)) = (words.first(), words.last()) {
            // The cells of a row follow each other on its line, or stand on a line each.
            let step = |a: (u32, u32), b: (u32, u32)| if a.0 == b.0 { a.1 < b.1 } else { scan.stacked };
            let is_cell = (start.line, start.field) == (end.line, end.field)
                && step((before.line, before.field), (start.line, start.field))
                && step((end.line, end.field), (after.line, after.field));
            let is_label = others.iter().any(|other| other.start < between.end && between.start < other.end);
            let is_aside = words.iter().all(|key| key.bracketed || GROUP_LETTERS.contains(key.c));
            if !is_cell || is_label || is_aside || words.len() > LONGEST {
                return None;
            }
            parts.push(Part::Words(start.span.cover(end.span)));
        }
        let together = after.line == before.line || scan.stacked && (scan.gap_style || after.gap < Break::Gap);
        if !after.is_filled() || !together {
            return None;
        }
        last += 1;
        parts.push(Part::Figure(last));
    }
    // What merged cells leave behind the row may follow, no figure.
    let behind = scan.figures[last + 1..].iter().take_while(|next| next.keys_before == scan.figures[last].keys_before);
    let (behind, more) = behind.fold((0, false), |(all, more), next| (all + 1, more || next.is_filled()));
    let (seen, claimed) = (columns + behind, (first, last + 1 + behind));
    let whole = parts.len() == columns && !more;
    whole.then_some(Reach { filling: Filling::Parts(parts), claimed, lead: 0, seen, steady: true, cost: 0.6 })
}

/// Words in a cell of their own between a label and the next one, where a row has a single column: 公示栏9条.
fn words_instead(scan: &Scan, label: &Found, columns: usize, next: Option<usize>) -> Reach {
    const LONGEST: usize = 12;
    /// 条, 万元: never longer.
    const UNIT: usize = 2;
    let Some(next) = next.filter(|_| columns == 1) else { return Reach::nothing() };
    let place = |key: &Key| (key.line, key.field);
    let own = scan.keys.get(label.end - 1).map(place);
    let words = scan.keys.get(label.end..next).unwrap_or_default();
    let cells: Vec<&[Key]> = words
        .chunk_by(|a, b| place(a) == place(b))
        .filter(|cell| Some(place(&cell[0])) != own && !cell.iter().all(|key| key.bracketed))
        .collect();
    let on_line: Vec<&[Key]> =
        cells.iter().copied().filter(|cell| own.is_some_and(|(line, _)| line == cell[0].line)).collect();
    // The unit may stand in a cell of its own; the words come after it, and nothing else before the next row or the line's end.
    let words = match (on_line.as_slice(), cells.as_slice()) {
        ([words], _) if (UNIT..=LONGEST).contains(&words.len()) => words,
        (_, [unit, words]) if unit.len() <= UNIT && words.len() <= LONGEST => words,
        // On a line of their own they are a cell where they hold a number: names and headings have none.
        ([], [words, ..]) if scan.stacked && counts(words) && words.len() <= LONGEST => words,
        _ => return Reach::nothing(),
    };
    let span = words[0].span.cover(words[words.len() - 1].span);
    let here = scan.figures.partition_point(|figure| figure.keys_before < label.end);
    let filling = Filling::Parts(vec![Part::Words(span)]);
    Reach { filling, claimed: (here, here), cost: 0.6, ..Reach::nothing() }
}

/// Whether a number stands among words that are no page number: 网站9条.
fn counts(words: &[Key]) -> bool {
    let letters: usize = words.iter().map(|key| key.span.end - key.span.start).sum();
    let whole = words[0].span.cover(words[words.len() - 1].span);
    whole.end - whole.start > letters && words.iter().all(|key| is_han(key.c) && key.c != '页')
}

/// One past the last figure that stands in the same row as the first: no words between, no stronger break than between the first two.
fn unit(scan: &Scan, first: usize) -> usize {
    let figures = &scan.figures;
    let same = |index: usize| figures.get(index).filter(|figure| figure.keys_before == figures[first].keys_before);
    let Some(second) = same(first + 1) else { return first + 1 };
    if second.gap == Break::Gap && !scan.gap_style {
        return first + 1;
    }
    let strongest = second.gap.max(Break::Inline);
    let mut end = first + 2;
    while same(end).is_some_and(|figure| figure.gap <= strongest) {
        end += 1;
    }
    end
}

/// What the figures of a unit mean for a row of so many columns.
fn fill(scan: &Scan, first: usize, end: usize, columns: usize) -> Reach {
    let figure = |index: &usize| &scan.figures[*index];
    let is_blank = |index: &usize| matches!(figure(index).kind, FigureKind::Blank);
    let swallowed = (first..end).filter(|i| matches!(figure(i).kind, FigureKind::Swallowed)).count();
    let definite = (first..end).filter(|i| figure(i).is_filled()).count();
    let numerals = (first..end).filter(|i| matches!(figure(i).kind, FigureKind::Numeral(_))).count();
    // A lone Chinese numeral is a number only where one is wanted.
    let numerals_count = scan.numerals && definite < columns && definite + numerals <= columns;
    let is_filled = |index: &usize| {
        figure(index).is_filled() || numerals_count && matches!(figure(index).kind, FigureKind::Numeral(_))
    };
    let cells: Vec<usize> = (first..end).filter(|i| is_filled(i) || is_blank(i)).collect();
    let filled: Vec<usize> = cells.iter().copied().filter(is_filled).collect();
    let lead = cells.iter().take_while(|i| is_blank(i)).count();
    let seen = cells.len();
    let contiguous = cells.iter().skip(lead).take(filled.len()).all(is_filled);
    // Beside few figures, among empty cells or where numbers are written so, a numeral left over may be one of them.
    let unsure = numerals > 0 && !numerals_count && (scan.numerals || columns < 4 || seen > filled.len());
    let (filling, cost) = match filled.len() {
        0 if seen >= columns => (Filling::Empty(cells), 0.2),
        0 if seen > 0 => (Filling::Short(cells), 2.5),
        0 => (Filling::Bare, 5.0),
        n if n == columns && contiguous && !unsure => {
            let glued = filled.iter().any(|i| matches!(figure(i).kind, FigureKind::Digits(_)));
            if !glued { (Filling::Exact(filled), 0.0) } else { (Filling::Glued(filled), 0.3) }
        }
        n if n > columns || n == columns && !contiguous || unsure => (Filling::Surplus(cells), 2.5),
        _ if scan.glued && filled.iter().all(|i| figure(i).has_digits()) && seen == filled.len() => {
            (Filling::Glued(filled), 0.3)
        }
        1 if swallowed + 1 >= columns && seen == 1 => (Filling::Merged(filled[0]), 0.6),
        n if seen > n => (Filling::Partial(cells), 0.6),
        _ => (Filling::Short(filled), 2.5),
    };
    Reach { filling, claimed: (first, end), lead, seen, steady: true, cost }
}

/// A letter of a vertical label, or a page number between rows of many figures: it stands by itself on its line.
pub fn is_aside(scan: &Scan, index: usize, columns: usize) -> bool {
    const MANY: usize = 3;
    let figure = &scan.figures[index];
    let ends = |line: Option<u32>| line != Some(figure.line);
    let alone = || {
        figure.gap >= Break::Line
            && ends(scan.figures.get(index + 1).map(|next| next.line))
            && ends(scan.keys.get(figure.keys_before).map(|next| next.line))
    };
    match figure.kind {
        FigureKind::Numeral(_) => !scan.numerals,
        FigureKind::Number(_) => columns > MANY && (scan.glued || !scan.stacked) && alone(),
        _ => false,
    }
}

/// A label wrapped around its figures.
fn inside(scan: &Scan, label: &Found, columns: usize) -> Option<Reach> {
    let first = scan.figures.partition_point(|figure| figure.keys_before <= label.start);
    let end = scan.figures.partition_point(|figure| figure.keys_before < label.end);
    let first = (first..end).find(|&index| !is_aside(scan, index, columns))?;
    let last = unit(scan, first).min(end);
    let together = (last..end).all(|index| is_aside(scan, index, columns));
    let reach = fill(scan, first, last, columns);
    (together && matches!(reach.filling, Filling::Exact(_))).then_some(Reach { cost: reach.cost + 0.1, ..reach })
}

/// Figures alone on the line above a label that has none of its own on its line.
fn before(scan: &Scan, label: &Found, columns: usize) -> Option<Reach> {
    let next = scan.figures.partition_point(|figure| figure.keys_before <= label.start);
    let end = (0..next).rfind(|&index| !is_aside(scan, index, columns))? + 1;
    let last = scan.figures.get(end - 1)?;
    let letters = scan.keys.get(last.keys_before..label.start)?;
    if letters.len() > 3 * FOREIGN_ALLOWED || !letters.iter().all(|key| GROUP_LETTERS.contains(key.c)) {
        return None;
    }
    let first = end.checked_sub(columns)?;
    let figures = scan.figures.get(first..end)?;
    // Only where spaces part the columns does a row's label come to stand on another line.
    let same_line = figures
        .iter()
        .all(|figure| figure.line == last.line && figure.field == last.field && figure.keys_before == last.keys_before);
    let alone = !scan.stacked
        && figures[0].gap >= Break::Line
        && scan.keys.get(label.start).is_some_and(|key| key.line > last.line && key.gaps == last.gaps);
    let label_line = scan.keys.get(label.end - 1)?.line;
    let has_own = scan.figures.get(next).is_some_and(|figure| figure.line == label_line);
    if !same_line || !alone || has_own {
        return None;
    }
    let reach = fill(scan, first, end, columns);
    matches!(reach.filling, Filling::Exact(_)).then_some(Reach { cost: reach.cost + 0.5, ..reach })
}

/// The byte where a binding begins and where it ends, label and figures together.
pub fn extent(scan: &Scan, binding: &Binding) -> (usize, usize) {
    let label = (scan.keys[binding.label.start].span.start, scan.keys[binding.label.end - 1].span.end);
    match scan.figures.get(binding.claimed.0..binding.claimed.1) {
        Some([first, .., last]) => (label.0.min(first.span.start), label.1.max(last.span.end)),
        Some([only]) => (label.0.min(only.span.start), label.1.max(only.span.end)),
        _ => label,
    }
}

/// Filled figures of a binding, in order.
pub fn filled(filling: &Filling) -> &[usize] {
    match filling {
        Filling::Exact(figures) | Filling::Partial(figures) | Filling::Glued(figures) | Filling::Short(figures) => {
            figures
        }
        Filling::Empty(figures) | Filling::Surplus(figures) => figures,
        Filling::Merged(figure) => std::slice::from_ref(figure),
        Filling::Bare | Filling::Parts(_) => &[],
    }
}

/// Whether two bindings say the same, wherever they stand.
pub fn same_values(scan: &Scan, a: &Binding, b: &Binding) -> bool {
    let (a, b) = (filled(&a.filling), filled(&b.filling));
    a.len() == b.len() && a.iter().zip(b).all(|(&a, &b)| same_figure(&scan.figures[a], &scan.figures[b]))
}

/// Whether the numbers of two figures are the same.
pub fn same_figure(a: &Figure, b: &Figure) -> bool {
    match (&a.kind, &b.kind) {
        (FigureKind::Number(a) | FigureKind::Numeral(a), FigureKind::Number(b) | FigureKind::Numeral(b)) => {
            a.value == b.value
        }
        (FigureKind::Placeholder, FigureKind::Placeholder) | (FigureKind::Blank, FigureKind::Blank) => true,
        (FigureKind::Digits(a), FigureKind::Digits(b)) => a == b,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use crate::form::cell_named;
    use crate::report::Content;
    use crate::text::Source;

    #[test]
    fn a_row_does_not_take_the_figures_of_a_row_the_form_does_not_have() {
        let text = "本年新制作数量\n本年新公开数量\n对外公开总数量\n规章\n1\n2\n3\n规范性文件\n其他主动公开文件\n258\n51\n146\n\
                    行政许可\n4\n5\n6\n行政处罚\n7\n8\n9\n";
        let reports = Source::from_text(text).map(|document| crate::check(&document, &Default::default()));
        let cell = |name: &str| {
            let reports = reports.as_ref().ok()?;
            Some(reports[0].report.cell(cell_named(name)?)?.content.clone())
        };
        assert!(!matches!(cell("disclosure.normative_documents.made"), None | Some(Content::Value(_))));
        assert!(matches!(cell("disclosure.penalties.prior_items"), Some(Content::Value(_))));
    }
}
