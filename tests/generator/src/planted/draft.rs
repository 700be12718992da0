//! A sound report with a fault planted in it, as text, and what the finding ought to name.

use gouji::form::{CellId, TableId};
use gouji::rules::{Edit, Options};
use gouji::text::{Number, Source};
use gouji_testkit::{cell, said_last_year};

use super::faults::{Change, Fault, Seen};
use crate::grid::{Content, GridRow, Slot};
use crate::ink::{Shown, Written};
use crate::layouts::{Layout, named};
use crate::sound::Report;
use crate::story::Block;

/// What the finding ought to name.
pub enum Named {
    Cell(CellId),
    /// These words, without white space.
    Words(String),
    Anything,
}

/// A text to check, and what the user says beside it.
pub struct Draft {
    pub text: String,
    pub options: Options,
    pub named: Named,
}

/// The sound report of that seed in which the fault can be planted, if the seed gives the right edition of the form.
pub fn sound(fault: &Fault, seed: u64) -> Option<Report> {
    let mut given = Vec::new();
    for change in fault.changes {
        match *change {
            Change::Sound(name, number) => given.push((cell(name), number)),
            Change::Nothing(prefix) => {
                let cells = gouji::form::FORMS.iter().flat_map(|form| form.cells());
                given.extend(cells.filter(|cell| cell.row.starts_with(prefix)).map(|cell| (cell, 0)));
            }
            _ => {}
        }
    }
    let report = Report::with(seed, &given);
    fault.edition.is_none_or(|edition| report.form.edition == edition).then_some(report)
}

impl Draft {
    /// The report as it is, set in that layout.
    pub fn unchanged(report: &Report, layout: &Layout) -> Draft {
        Draft { text: report.text(layout), options: gouji_testkit::options(), named: Named::Anything }
    }

    pub fn of(fault: &Fault, mut report: Report, layout: &Layout) -> Draft {
        let mut options = gouji_testkit::options();
        for change in fault.changes {
            match change {
                Change::Plain(edit) if gouji_testkit::say(&mut options, edit, |words| filled(words, &report)) => {}
                Change::Previous(changes) => {
                    options.previous = last_year(&report, changes).as_ref().map(gouji::last_year);
                }
                change => plant(&mut report, change),
            }
        }
        let named = match fault.seen {
            Seen::Cell(name) => Named::Cell(cell(name)),
            Seen::Words(words) => Named::Words(filled(words, &report).split_whitespace().collect()),
            Seen::Anything => Named::Anything,
        };
        Draft { text: report.text(layout), options, named }
    }
}

/// The report of the year before that this one follows from, with sentences of its own and much the same figures, changed.
fn last_year(report: &Report, changes: &[Change]) -> Option<Source> {
    let mut last = report.clone();
    [1, 5, 6].into_iter().for_each(|section| say_only(&mut last, section, &said_last_year(section.into())));
    move_to(&mut last, report.year - 1);
    for (this, before) in CHAINS {
        for cell in
            report.form.cells().filter(|cell| cell.row == this.0 && (this.1.is_empty() || cell.column == this.1))
        {
            let came = |column| report.number(CellId { row: cell.row, column });
            let number = match this.1 {
                "in_force" => came("in_force") - came("issued") + came("repealed"),
                "total_published" => came("total_published") - came("published"),
                _ => report.number(cell),
            };
            let before = CellId { row: before, column: cell.column };
            write(&mut last, before, number.to_string());
        }
    }
    changes.iter().for_each(|change| plant(&mut last, change));
    named("A38").and_then(|layout| Source::from_text(last.text(layout)).ok())
}

/// Figures of a year, row and column, and last year's row they follow from.
const CHAINS: [((&str, &str), &str); 9] = [
    (("requests.carried_in", ""), "requests.carried_out"),
    (("disclosure.normative_documents", "in_force"), "disclosure.normative_documents"),
    (("disclosure.normative_documents", "total_published"), "disclosure.normative_documents"),
    (("disclosure.licenses", "prior_items"), "disclosure.licenses"),
    (("disclosure.other_services", "prior_items"), "disclosure.other_services"),
    (("disclosure.penalties", "prior_items"), "disclosure.penalties"),
    (("disclosure.compulsory_measures", "prior_items"), "disclosure.compulsory_measures"),
    (("disclosure.fees", "prior_items"), "disclosure.fees"),
    (("disclosure.rules", "in_force"), "disclosure.rules"),
];

fn write(report: &mut Report, cell: CellId, text: String) {
    let whole = text.parse().ok().map(|number| Shown::Value(Number::whole(number)));
    if let Some(written) = report.sheet.get_mut(&cell) {
        *written = Written { shown: whole.unwrap_or(written.shown), text };
    }
}

fn rename(report: &mut Report, name: &str) {
    let old = std::mem::replace(&mut report.organization, name.to_string());
    rewrite(report, |words| words.replace(&old, name));
}

/// Moves every year the report speaks of.
fn move_to(report: &mut Report, year: u16) {
    let old = std::mem::replace(&mut report.year, year);
    rewrite(report, |words| {
        let kept = words.replace(&format!("{old}年"), "\u{1}").replace(&format!("{}年", old + 1), "\u{2}");
        kept.replace('\u{1}', &format!("{year}年")).replace('\u{2}', &format!("{}年", year + 1))
    });
}

fn rewrite(report: &mut Report, change: impl Fn(&str) -> String) {
    for block in &mut report.blocks {
        match block {
            Block::Title(lines) => lines.iter_mut().for_each(|line| *line = change(line)),
            Block::Heading(_, words) | Block::Paragraph(words) => *words = change(words),
            Block::Signature(name, date) => (*name, *date) = (change(name), change(date)),
            Block::Table(_) => {}
        }
    }
}

/// The words of a fault with what the report says in place of the names in braces.
fn filled(words: &str, report: &Report) -> String {
    let total = |row| report.number(CellId { row, column: "total" });
    let long = || (1..=50).map(|n| format!("在第{n}村设公开栏，由村里专人管理，每周更换张贴的内容。")).collect();
    let names: [(&str, &dyn Fn() -> String); 9] = [
        ("{year}", &|| report.year.to_string()),
        ("{before}", &|| (report.year - 1).to_string()),
        ("{next}", &|| (report.year + 1).to_string()),
        // A number that no cell holds.
        ("{more}", &|| "77777".to_string()),
        ("{received}", &|| total("requests.received").to_string()),
        ("{closed}", &|| total("requests.closed").to_string()),
        ("{granted}", &|| total("requests.granted").to_string()),
        ("{notice}", &|| report.form.edition.notice().to_string()),
        ("{long}", &long),
    ];
    let fill = |words: String, (name, value): (&str, &dyn Fn() -> String)| match words.contains(name) {
        true => words.replace(name, &value()),
        false => words,
    };
    names.into_iter().fold(words.to_string(), fill)
}

fn heading(report: &Report, section: u8) -> usize {
    let found = report.blocks.iter().position(|block| matches!(block, Block::Heading(number, _) if *number == section));
    found.expect("a sound report has every section")
}

/// Where the section after this one begins.
fn end(report: &Report, section: u8) -> usize {
    match section {
        6 => report.blocks.len() - 1,
        _ => heading(report, section + 1),
    }
}

fn paragraphs(lines: &[&str], report: &Report) -> Vec<Block> {
    lines.iter().map(|words| Block::Paragraph(filled(words, report))).collect()
}

/// Makes these paragraphs all that a section says.
fn say_only(report: &mut Report, section: u8, lines: &[&str]) {
    let inner = heading(report, section) + 1..end(report, section);
    report.blocks.splice(inner, paragraphs(lines, report));
}

/// Puts these paragraphs where a table stands.
fn replace_table(report: &mut Report, index: usize, lines: &[&str]) {
    let at = report.blocks.iter().position(|block| matches!(block, Block::Table(known) if *known == index));
    let at = at.expect("a sound report has every table");
    report.blocks.splice(at..=at, paragraphs(lines, report));
}

/// Puts a table once more at the end, these cells with that much more.
fn repeat_table(report: &mut Report, index: usize, changed: &[(&str, i64)]) {
    for &(name, more) in changed {
        let number = report.number(cell(name)) + more;
        let written = Written { text: number.to_string(), shown: Shown::Value(Number::whole(number)) };
        report.other_sheet.insert(cell(name), written);
    }
    report.grids.push(report.grids[index].clone());
    report.blocks.push(Block::Table(report.grids.len() - 1));
}

/// Where the table with that id stands among the tables.
fn index_of(table: &str) -> usize {
    let tables = [TableId::Disclosure, TableId::Requests, TableId::Disputes];
    let index = tables.iter().position(|known| known.id() == table);
    index.unwrap_or_else(|| panic!("{table} is no table"))
}

/// Does to a report that chance made what the testkit does to its own.
fn apply(report: &mut Report, edit: &Edit) {
    match *edit {
        Edit::Cell(..) | Edit::BlankTable(_) | Edit::ZeroTable(_) => {
            let figures = gouji_testkit::figures(report.form, edit);
            figures.into_iter().for_each(|(cell, text)| write(report, cell, text.to_string()));
        }
        Edit::Year(year) => move_to(report, year),
        Edit::WithoutRow(row) => {
            report.grids.iter_mut().for_each(|grid| grid.rows.retain(|known| known.id != Some(row)));
        }
        Edit::WithoutTable(table) => replace_table(report, index_of(table), &[]),
        Edit::RepeatTable(table) => repeat_table(report, index_of(table), &[]),
        Edit::Append(text) => {
            let lines: Vec<&str> = text.split('\n').collect();
            report.blocks.extend(paragraphs(&lines, report));
        }
        Edit::Published(_) | Edit::Level(_) | Edit::Rule(..) | Edit::Asked(_) => {
            panic!("last year nothing is said beside")
        }
        Edit::On2019 | Edit::Words(..) | Edit::Previous(_) => panic!("a fault has its own way to say this"),
    }
}

fn plant(report: &mut Report, change: &Change) {
    match *change {
        Change::Plain(ref edit) => apply(report, edit),
        Change::More(name, more) => {
            let cell = cell(name);
            let number = report.number(cell) + more;
            write(report, cell, number.to_string());
        }
        Change::Says(section, lines) => {
            let at = end(report, section);
            report.blocks.splice(at..at, paragraphs(lines, report));
        }
        Change::SaysOnly(section, lines) => say_only(report, section, lines),
        Change::WithoutSection(section) => {
            report.blocks.drain(heading(report, section)..end(report, section));
        }
        Change::Heading(section, words) => {
            let at = heading(report, section);
            report.blocks[at] = Block::Heading(section, words.to_string());
        }
        Change::Swapped(first, second) => {
            let (start, middle, end) = (heading(report, first), heading(report, second), end(report, second));
            report.blocks[start..end].rotate_left(middle - start);
        }
        Change::Title(words) => report.blocks[0] = Block::Title(vec![filled(words, report)]),
        Change::Preface(words) => report.blocks[1] = Block::Paragraph(filled(words, report)),
        Change::Above(lines) => {
            report.blocks.splice(0..0, paragraphs(lines, report));
        }
        Change::Organization(name) => rename(report, name),
        Change::Signed(words) => {
            let signed = filled(words, report);
            if let Some(Block::Signature(_, date)) = report.blocks.last_mut() {
                *date = signed;
            }
        }
        Change::SignedBy(office) => {
            if let Some(Block::Signature(name, _)) = report.blocks.last_mut() {
                *name = office.to_string();
            }
        }
        Change::Unsigned => {
            report.blocks.pop();
        }
        Change::InPlaceOfTable(index, lines) => replace_table(report, index, lines),
        Change::Again(index, changed) => repeat_table(report, index, changed),
        Change::Label(index, from, to) => {
            for slot in report.grids[index].rows.iter_mut().flat_map(|row| &mut row.slots) {
                if let Content::Words(words) = &mut slot.content {
                    *words = words.replace(from, to);
                }
            }
        }
        Change::Row(index, cells) => {
            let slot = |(column, words): (usize, &&str)| Slot {
                content: Content::Words(words.to_string()),
                column,
                columns: 1,
                rows: 1,
            };
            let slots = cells.iter().enumerate().map(slot).collect();
            report.grids[index].rows.push(GridRow { id: None, slots });
        }
        Change::WithoutCell(name) => {
            let cell = cell(name);
            for row in report.grids.iter_mut().flat_map(|grid| &mut grid.rows) {
                row.slots.retain(|slot| slot.content != Content::Figure(cell));
            }
        }
        Change::Sound(..) | Change::Nothing(_) | Change::Previous(_) => {}
    }
}
