//! The tables of one report: labels, figures and the form brought together, and every cell given its content or its doubt.

mod alignment;
mod disputes;
mod fill;
mod glued;
mod grid;
mod labels;
mod placement;
mod rows;
mod scan;

use std::sync::LazyLock;

use crate::form::{
    CellId, Edition, FORMS, Feature, Form, Row, STATISTICS, Sum, Table, TableId, official, officials, row,
};
use crate::report::{Cell, Content, Doubt, DoubtKind, FoundRow, FoundTable, TableCopy};
use crate::text::TextRange;
use crate::text::{squeezed, trimmed};
use disputes::Fillers;
use fill::TableReading;
use grid::Grid;
use labels::{Found, Patterns, Target};
use rows::{Binding, Filling};
use scan::{Scan, scan};
use std::collections::BTreeMap;

/// The tables of a report with all cells of its form.
#[derive(Default)]
pub struct Tables {
    pub form: Option<&'static Form>,
    pub found: Vec<FoundTable>,
    pub cells: BTreeMap<CellId, Cell>,
    pub doubts: Vec<Doubt>,
}

/// Reads the tables in a part of the shaped text.
pub fn read(text: &str, within: TextRange) -> Tables {
    let scan = scan(text, within);
    let labels = Labels::find(&scan);
    let requests = best(&scan, &labels, TableId::Requests).filter(|(_, aligned)| aligned.is_table(6));
    let (disclosure, edition) = disclosure(&scan, &labels, requests.as_ref().map(|(form, _)| form.edition));
    let form = match (edition, &requests) {
        (Some(edition), requests) => {
            let single = requests
                .as_ref()
                .is_some_and(|(form, aligned)| form.single_other && aligned.has_row(row!("requests.other")));
            FORMS.iter().find(|form| {
                form.edition == edition && (form.single_other == single || !edition.has(Feature::OtherHandlingByReason))
            })
        }
        // Only the rows of （六）其他处理 tell the editions apart here.
        (None, Some((form, aligned))) => aligned.tells_edition(form).then_some(*form),
        (None, None) => None,
    };
    let mut tables = Tables { form, ..Tables::default() };
    let Some(form) = form else { return tables };
    for cell in form.cells().chain(official(form.edition).cells()) {
        tables.cells.insert(cell, Cell::MISSING);
    }
    let mut claimed = Vec::new();
    let mut fillers = Fillers::default();
    let requests = requests.map(|(aligned_to, aligned)| match form.single_other == aligned_to.single_other {
        true => aligned,
        false => {
            Aligned::new(&scan, &labels, form.table(TableId::Requests).map_or(Vec::new(), |table| table.rows.to_vec()))
        }
    });
    for (id, aligned) in [(TableId::Disclosure, disclosure), (TableId::Requests, requests)] {
        let Some((table, aligned)) = form.table(id).zip(aligned) else { continue };
        claimed.extend(aligned.claimed());
        fillers = aligned.fillers(&scan);
        tables.add(text, &scan, &labels, table, aligned, &form.sums());
    }
    let differs = |table: &FoundTable| table.copies.iter().any(|copy| !copy.differing.is_empty());
    let twice = tables.found.iter().any(|table| table.id == TableId::Requests && differs(table));
    if let Some(table) = form.table(TableId::Disputes)
        && let Some(found) = disputes::read(&scan, table, &claimed, fillers, twice)
    {
        tables.put(text, table, found, &form.sums());
    }
    tables.statistics(text, &scan, &labels);
    tables
}

/// The cell around some of its words: 12万件 around 万件.
fn whole_cell(text: &str, words: TextRange) -> TextRange {
    let border = |c| matches!(c, '\t' | '|' | '\n');
    let start = text.get(..words.start).unwrap_or_default().rfind(border).map_or(0, |at| at + 1);
    let end = text.get(words.end..).unwrap_or_default().find(border).map_or(text.len(), |at| words.end + at);
    trimmed(text, TextRange::new(start, end))
}

/// Every label of every form that is looked for.
static LABELS: LazyLock<(Vec<Target>, Patterns)> = LazyLock::new(|| {
    let targets = targets();
    let patterns = Patterns::of(&targets);
    (targets, patterns)
});

/// Every label of every form in the text, and which target each is.
struct Labels {
    targets: &'static [Target],
    found: Vec<Found>,
    grid: Grid,
}

/// The headings of a table's columns that are long enough to be told from other words.
fn headings(form: &'static Form, table: TableId) -> Vec<&'static str> {
    const SHORTEST: usize = 3;
    let rows = form.table(table).map_or(&[][..], |table| table.rows);
    let mut labels: Vec<&'static str> = Vec::new();
    for column in rows.iter().flat_map(|row| row.columns) {
        if !labels.contains(&column.label) {
            labels.push(column.label);
        }
    }
    labels.retain(|label| label.chars().count() >= SHORTEST);
    labels
}

fn targets() -> Vec<Target> {
    let mut targets: Vec<Target> = Vec::new();
    for table in FORMS.iter().flat_map(|form| &form.tables).filter(|table| table.id != TableId::Disputes) {
        for row in table.rows {
            if !targets.iter().any(|target| matches!(target, Target::Row(known) if std::ptr::eq(*known, *row))) {
                targets.push(Target::Row(row));
            }
        }
    }
    targets.extend(STATISTICS.iter().map(Target::Row));
    let columns = officials().rev().flat_map(|form| headings(form, TableId::Disclosure));
    for label in columns.chain(headings(official(Edition::latest()), TableId::Requests)) {
        if !targets.iter().any(|target| matches!(target, Target::Column(known) if *known == label)) {
            targets.push(Target::Column(label));
        }
    }
    targets
}

impl Labels {
    fn find(scan: &Scan) -> Labels {
        let (targets, patterns) = &*LABELS;
        let mut found = labels::find(&scan.keys, patterns);
        drop_word_parts(scan, &mut found);
        drop_explained(scan, &mut found);
        let grid = Grid::new(scan, targets, &found);
        Labels { targets, found, grid }
    }

    /// The labels of one table: row index, place, row.
    fn of(&self, rows: &[&'static Row]) -> Vec<(usize, Found, &'static Row)> {
        let index = |row: &Row| rows.iter().position(|known| std::ptr::eq(*known, row));
        self.found
            .iter()
            .filter_map(|found| match self.targets[found.target] {
                Target::Row(row) => Some((index(row)?, *found, row)),
                Target::Column(..) => None,
            })
            .collect()
    }

    /// How many headings of table two stand in the text that this form has.
    fn columns_of(&self, form: &'static Form) -> usize {
        let known = headings(form, TableId::Disclosure);
        let is_known =
            |found: &&Found| matches!(self.targets[found.target], Target::Column(label) if known.contains(&label));
        self.found.iter().filter(is_known).count()
    }
}

/// Words that begin with a label and are none.
const LONGER_WORDS: [(&str, &str); 1] = [("规章", "制度")];

/// Leaves out labels that are the beginning of another word: 规章 of 规章制度, also where nothing parts it from what follows.
fn drop_word_parts(scan: &Scan, found: &mut Vec<Found>) {
    let reads = |range: std::ops::Range<usize>, words: &str| {
        scan.keys.get(range).is_some_and(|keys| keys.iter().map(|key| key.c).eq(words.chars()))
    };
    found.retain(|label| {
        !LONGER_WORDS.iter().any(|(own, rest)| {
            let end = label.end + rest.chars().count();
            reads(label.start..label.end, own) && reads(label.end..end, rest)
        })
    });
}

/// Leaves out labels that only explain another one: within brackets, 其他对外管理服务事项（含行政处罚、行政强制）, or behind words such as
/// 不含 in the cell of the label they explain.
fn drop_explained(scan: &Scan, found: &mut Vec<Found>) {
    let explaining = ['指', '含', '除', '括'];
    let mut owner: Option<Found> = None;
    found.retain(|label| {
        let keys = scan.keys.get(label.start..label.end).unwrap_or_default();
        if !keys.is_empty() && keys.iter().all(|key| key.bracketed) {
            return false;
        }
        let explained = owner.is_some_and(|owner| {
            let place = |index: usize| scan.keys.get(index).map(|key| (key.line, key.field));
            let between = scan.keys.get(owner.end..label.start).unwrap_or_default();
            place(owner.start) == place(label.start)
                && between.iter().any(|key| explaining.contains(&key.c))
                && !scan.figures.iter().any(|figure| (owner.end..=label.start).contains(&figure.keys_before))
        });
        if !explained {
            owner = Some(*label);
        }
        !explained
    });
}

/// One table aligned to the text.
struct Aligned {
    rows: Vec<&'static Row>,
    bindings: Vec<Binding>,
    chain: alignment::Chain,
}

impl Aligned {
    fn new(scan: &Scan, labels: &Labels, rows: Vec<&'static Row>) -> Aligned {
        let bindings = rows::bindings(scan, &labels.of(&rows), &labels.found);
        let chain = alignment::align(scan, &bindings, rows.len());
        Aligned { rows, bindings, chain }
    }

    fn chosen(&self) -> impl Iterator<Item = &Binding> + '_ {
        self.chain.rows.iter().flatten().map(|choice| &self.bindings[choice.binding])
    }

    /// Rows with something in them; labels alone may be a sentence.
    fn filled_rows(&self) -> usize {
        self.chosen().filter(|binding| binding.filling != Filling::Bare).count()
    }

    /// Whether the rows found make a table: a few with figures, or so many labels that no sentence has them.
    fn is_table(&self, labels: usize) -> bool {
        self.filled_rows() >= 3 || self.chosen().count() >= labels
    }

    fn has_row(&self, id: &str) -> bool {
        self.chosen().any(|binding| self.rows[binding.row].id == id)
    }

    fn tells_edition(&self, form: &Form) -> bool {
        if form.edition.has(Feature::OtherHandlingByReason) {
            self.has_row(row!("requests.other_no_correction")) || self.has_row(row!("requests.other_unpaid"))
        } else {
            self.has_row(row!("requests.other"))
        }
    }

    /// Empty cells at the end of the rows of which the cells are known, when they are always as many.
    fn fillers(&self, scan: &Scan) -> Fillers {
        let count = |on_one_line: bool| {
            // Of rows on one line those that begin with their label: others lack the cell of their group.
            let alike = |binding: &&Binding| {
                fill::on_one_line(scan, binding) == on_one_line
                    && binding.seen > 1
                    && (!on_one_line || binding.depth == 0)
            };
            let rows = self.chosen().filter(alike);
            let counts: Vec<usize> = rows
                .filter_map(|binding| match binding.filling {
                    Filling::Exact(_) => Some(binding.seen - binding.lead - self.rows[binding.row].columns.len()),
                    Filling::Empty(_) => Some(binding.seen - self.rows[binding.row].columns.len()),
                    _ => None,
                })
                .collect();
            counts.first().copied().filter(|first| counts.iter().all(|count| count == first))
        };
        let without_lead =
            |binding: &Binding| binding.lead == 0 && matches!(binding.filling, Filling::Exact(_) | Filling::Partial(_));
        let with_lead = |binding: &Binding| binding.lead > 0 && matches!(binding.filling, Filling::Exact(_));
        Fillers {
            inline: count(true),
            stacked_without: count(false) == Some(0),
            without_lead: self.chosen().any(without_lead) && !self.chosen().any(with_lead),
        }
    }

    fn claimed(&self) -> Vec<(usize, usize)> {
        self.chosen().map(|binding| binding.claimed).filter(|(start, end)| start < end).collect()
    }
}

/// The edition whose rows of a table fit the text best.
fn best(scan: &Scan, labels: &Labels, id: TableId) -> Option<(&'static Form, Aligned)> {
    officials()
        .filter_map(|form| Some((form, Aligned::new(scan, labels, form.table(id)?.rows.to_vec()))))
        // Of two equal ones the later wins; the official form of the present stands first.
        .rev()
        .max_by(|(_, a), (_, b)| a.chain.score.total_cmp(&b.chain.score))
}

/// Table two and the edition it tells, by its rows and by the headings of its columns; where two editions fit alike, table three
/// decides.
fn disclosure(scan: &Scan, labels: &Labels, of_requests: Option<Edition>) -> (Option<Aligned>, Option<Edition>) {
    let fit = |form: &&'static Form| {
        let aligned = Aligned::new(scan, labels, form.table(TableId::Disclosure)?.rows.to_vec());
        let columns = labels.columns_of(form);
        let filled = aligned.filled_rows();
        let is_table = filled >= 2 && columns >= 1 || columns >= 3 || filled >= 4;
        is_table.then_some((form.edition, aligned.chain.score + 2.0 * columns as f32, aligned))
    };
    let like_requests = |edition: Edition| of_requests == Some(edition);
    match officials()
        .filter_map(|form| fit(&form))
        .max_by(|a, b| a.1.total_cmp(&b.1).then(like_requests(a.0).cmp(&like_requests(b.0))))
    {
        Some((edition, _, aligned)) => (Some(aligned), Some(edition)),
        None => (None, None),
    }
}

impl Tables {
    fn add(&mut self, text: &str, scan: &Scan, labels: &Labels, table: &Table, aligned: Aligned, sums: &[Sum]) {
        let reading = fill::read(scan, table, &aligned.bindings, &aligned.chain, sums, &labels.grid);
        self.put(text, table, reading, sums);
    }

    /// Takes a table's reading into the cells.
    fn put(&mut self, text: &str, table: &Table, mut reading: TableReading, sums: &[Sum]) {
        placement::doubt_misplaced(table.rows, &mut reading.rows, sums, table.id == TableId::Disputes);
        let mut doubts: BTreeMap<DoubtKind, Doubt> = BTreeMap::new();
        let mut found = FoundTable { id: table.id, span: reading.span, rows: Vec::new(), copies: Vec::new() };
        for (row, reading) in table.rows.iter().zip(&reading.rows) {
            if let Some(label) = reading.label {
                let written = squeezed(label.of(text));
                found.rows.push(FoundRow { row: row.id, label, written, figures: reading.figures });
            }
            for (cell, content) in row.cells().zip(&reading.cells) {
                let mut content = content.clone();
                if content.content == Content::Text {
                    content.place = content.place.map(|place| whole_cell(text, place));
                }
                self.cells.insert(cell, content);
            }
            if let Some((kind, span)) = reading.doubt {
                let uncertain = row.cells().zip(&reading.cells);
                let cells: Vec<CellId> = match kind {
                    DoubtKind::Merged => row.cells().collect(),
                    _ => uncertain.filter(|(_, cell)| cell.content == Content::Uncertain).map(|(id, _)| id).collect(),
                };
                let doubt = doubts.entry(kind).or_insert(Doubt { kind, cells: Vec::new(), span, other: reading.other });
                doubt.cells.extend(cells);
                doubt.span = doubt.span.cover(span);
            }
        }
        if let Some((span, rows)) = reading.copy {
            let differing = rows.iter().flat_map(|&row| table.rows[row].cells()).collect();
            found.copies.push(TableCopy { span, differing });
        }
        self.doubts.extend(doubts.into_values());
        self.found.push(found);
    }

    /// The lapsed sheet, when it is attached: at least three of its indicators with a figure.
    fn statistics(&mut self, text: &str, scan: &Scan, labels: &Labels) {
        let aligned = Aligned::new(scan, labels, STATISTICS.iter().collect());
        if aligned.filled_rows() < 3 {
            return;
        }
        let rows: &'static [&'static Row] = statistics_rows();
        let table = Table { id: TableId::Statistics, rows };
        self.add(text, scan, labels, &table, aligned, &[]);
    }
}

fn statistics_rows() -> &'static [&'static Row] {
    static ROWS: std::sync::LazyLock<Vec<&'static Row>> = std::sync::LazyLock::new(|| STATISTICS.iter().collect());
    &ROWS
}
