//! A sound report with a fault planted in it, as text, and what the finding ought to name.

use gouji::form::{CellId, TableId, cell_named};
use gouji::rules::{Level, Options, Setting};
use gouji::text::Number;
use gouji::text::Source;

use super::faults::{Edit, Fault, Seen};
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
    for edit in fault.edits {
        match *edit {
            Edit::Sound(name, number) => given.push((cell(name), number)),
            Edit::Nothing(prefix) => {
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
        Draft { text: report.text(layout), options: crate::options(), named: Named::Anything }
    }

    pub fn of(fault: &Fault, mut report: Report, layout: &Layout) -> Draft {
        let mut options = crate::options();
        for edit in fault.edits {
            match *edit {
                Edit::Level(name) => options.level = Level::parse(name),
                Edit::Published(month, day) => options.published = gouji::text::Date::new(report.year + 1, month, day),
                Edit::On(rule) => options.rules.push((rule.to_string(), Setting::On)),
                Edit::Asked(figure) => options.profile.get_or_insert_default().figures.push(figure.to_string()),
                Edit::Previous(edits) => options.previous = last_year(&report, edits).as_ref().map(gouji::last_year),
                ref edit => plant(&mut report, edit),
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

fn cell(name: &str) -> CellId {
    cell_named(name).unwrap_or_else(|| panic!("{name} is no cell"))
}

/// What the report of the year before says, in other words than any of this year.
const LAST_YEAR: [Edit; 3] = [
    Edit::SaysOnly(
        1,
        &[
            "（一）主动公开。张贴惠农补贴、防汛值班、招工信息，各村同步广播。",
            "（二）依申请公开。窗口登记后两日内转交承办人，未收到投诉。",
            "（三）政府信息管理。补录了历年文件目录。",
            "（四）平台建设。公众号开设“村务问答”。",
            "（五）监督保障。主要负责人每半年听取汇报，考核、评议、责任追究均有记录。",
        ],
    ),
    Edit::SaysOnly(5, &["存在的主要问题：群众意见没有逐条反馈。", "改进情况：建立意见台账，结果上墙。"]),
    Edit::SaysOnly(6, &["未收取信息处理费。"]),
];

/// The report of the year before that this one follows from, with sentences of its own and much the same figures, changed.
fn last_year(report: &Report, edits: &[Edit]) -> Option<Source> {
    let mut last = report.clone();
    LAST_YEAR.iter().for_each(|edit| plant(&mut last, edit));
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
    edits.iter().for_each(|edit| plant(&mut last, edit));
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

fn plant(report: &mut Report, edit: &Edit) {
    let paragraphs = |lines: &[&str], report: &Report| -> Vec<Block> {
        lines.iter().map(|words| Block::Paragraph(filled(words, report))).collect()
    };
    match *edit {
        Edit::Cell(name, text) => write(report, cell(name), text.to_string()),
        Edit::More(name, more) => {
            let cell = cell(name);
            let number = report.number(cell) + more;
            write(report, cell, number.to_string());
        }
        Edit::Blank(table) => {
            let cells: Vec<CellId> = report.form.cells().filter(|cell| TableId::of(*cell).id() == table).collect();
            cells.into_iter().for_each(|cell| write(report, cell, String::new()));
        }
        Edit::Says(section, lines) => {
            let at = end(report, section);
            report.blocks.splice(at..at, paragraphs(lines, report));
        }
        Edit::SaysOnly(section, lines) => {
            let inner = heading(report, section) + 1..end(report, section);
            report.blocks.splice(inner, paragraphs(lines, report));
        }
        Edit::WithoutSection(section) => {
            report.blocks.drain(heading(report, section)..end(report, section));
        }
        Edit::Heading(section, words) => {
            let at = heading(report, section);
            report.blocks[at] = Block::Heading(section, words.to_string());
        }
        Edit::Swapped(first, second) => {
            let (start, middle, end) = (heading(report, first), heading(report, second), end(report, second));
            report.blocks[start..end].rotate_left(middle - start);
        }
        Edit::Title(words) => report.blocks[0] = Block::Title(vec![filled(words, report)]),
        Edit::Preface(words) => report.blocks[1] = Block::Paragraph(filled(words, report)),
        Edit::Above(lines) => {
            report.blocks.splice(0..0, paragraphs(lines, report));
        }
        Edit::Below(lines) => report.blocks.extend(paragraphs(lines, report)),
        Edit::Organization(name) => rename(report, name),
        Edit::Year(year) => move_to(report, year),
        Edit::Signed(words) => {
            let signed = filled(words, report);
            if let Some(Block::Signature(_, date)) = report.blocks.last_mut() {
                *date = signed;
            }
        }
        Edit::SignedBy(office) => {
            if let Some(Block::Signature(name, _)) = report.blocks.last_mut() {
                *name = office.to_string();
            }
        }
        Edit::Unsigned => {
            report.blocks.pop();
        }
        Edit::InPlaceOfTable(index, lines) => {
            let at = report.blocks.iter().position(|block| matches!(block, Block::Table(known) if *known == index));
            let at = at.expect("a sound report has every table");
            report.blocks.splice(at..=at, paragraphs(lines, report));
        }
        Edit::Again(index, changed) => {
            for &(name, more) in changed {
                let number = report.number(cell(name)) + more;
                let written = Written { text: number.to_string(), shown: Shown::Value(Number::whole(number)) };
                report.other_sheet.insert(cell(name), written);
            }
            report.grids.push(report.grids[index].clone());
            report.blocks.push(Block::Table(report.grids.len() - 1));
        }
        Edit::Label(index, from, to) => {
            for slot in report.grids[index].rows.iter_mut().flat_map(|row| &mut row.slots) {
                if let Content::Words(words) = &mut slot.content {
                    *words = words.replace(from, to);
                }
            }
        }
        Edit::WithoutRow(row) => {
            for grid in &mut report.grids {
                grid.rows.retain(|known| known.id != Some(row));
            }
        }
        Edit::Row(index, cells) => {
            let slot = |(column, words): (usize, &&str)| Slot {
                content: Content::Words(words.to_string()),
                column,
                columns: 1,
                rows: 1,
            };
            let slots = cells.iter().enumerate().map(slot).collect();
            report.grids[index].rows.push(GridRow { id: None, slots });
        }
        Edit::WithoutCell(name) => {
            let cell = cell(name);
            for row in report.grids.iter_mut().flat_map(|grid| &mut grid.rows) {
                row.slots.retain(|slot| slot.content != Content::Figure(cell));
            }
        }
        Edit::Sound(..)
        | Edit::Nothing(_)
        | Edit::Level(_)
        | Edit::Published(..)
        | Edit::On(_)
        | Edit::Asked(_)
        | Edit::Previous(_) => {}
    }
}
