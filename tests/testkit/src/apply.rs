//! Edits applied: to the sound report, to figures, and to what the user says beside the text.

use std::sync::{Arc, LazyLock};

use gouji::form::{CellId, Edition, Form, TableId, cell_named, official};
use gouji::rules::{Divisions, Edit, Level, Options, Setting};
use gouji::text::{Date, Source};

use super::draft::Draft;
use super::sound::FIGURES_LAST_YEAR;

/// Returns the cell of that full name.
pub fn cell(name: &str) -> CellId {
    cell_named(name).unwrap_or_else(|| panic!("{name} is no cell"))
}

/// Returns the options of a door that has the table of divisions.
pub fn options() -> Options {
    static TABLE: LazyLock<Option<Arc<Divisions>>> =
        LazyLock::new(|| Divisions::read(include_str!("../../../data/divisions.txt").to_string()).map(Arc::new));
    Options { divisions: TABLE.clone(), ..Options::default() }
}

/// Returns the sound report with these edits as text.
pub fn sound(edits: &[Edit]) -> String {
    build(edits).0
}

/// Returns the sound report with these edits, and what the user says beside it.
pub fn build(edits: &[Edit]) -> (String, Options) {
    let on_2019 = edits.iter().any(|edit| matches!(edit, Edit::On2019));
    build_on(official(if on_2019 { Edition::Of2019 } else { Edition::Of2021 }), 0, edits)
}

/// The same on that form, so many years later; the years in the words of the edits are moved with it.
pub fn build_on(form: &'static Form, years_later: u16, edits: &[Edit]) -> (String, Options) {
    let draft = Draft::of(form, years_later, edits);
    let later = |words: &str| moved(words, years_later);
    let mut text = draft.text();
    let mut options = options();
    for edit in edits {
        match edit {
            edit if say(&mut options, edit, later) => {}
            Edit::Words(from, to) => text = reworded(&text, &later(from), &later(to)),
            Edit::Append(more) => text.push_str(&later(more)),
            Edit::WithoutTable(table) => text = text.replace(&draft.table(table), ""),
            Edit::RepeatTable(table) => text += &format!("\n{}", draft.table(table)),
            Edit::Previous(edits) => {
                options.previous = Some(gouji::last_year(&last_year(form, years_later, edits)));
            }
            // What the draft was made with.
            _ => {}
        }
    }
    (text, options)
}

/// Tells the options what an edit has the user say beside the text, its words made to fit the report first. Returns whether it is
/// such an edit.
pub fn say(options: &mut Options, edit: &Edit, fitting: impl Fn(&str) -> String) -> bool {
    match edit {
        Edit::Published(day) => options.published = Some(Date::parse(&fitting(day)).expect("a day of the calendar")),
        Edit::Level(name) => options.level = Some(Level::parse(name).expect("a level")),
        Edit::Rule(rule, word) => {
            options.rules.push((rule.to_string(), Setting::parse(word).expect("a setting")));
        }
        Edit::Asked(figure) => options.profile.get_or_insert_default().figures.push(figure.to_string()),
        _ => return false,
    }
    true
}

/// Returns what an edit writes into which cells of that form; nothing, when it is about something else.
pub fn figures(form: &Form, edit: &Edit) -> Vec<(CellId, &'static str)> {
    let table = |name: &str, figure| {
        let cells = form.cells().filter(|id| TableId::of(*id).id() == name);
        cells.map(|id| (id, figure)).collect()
    };
    match *edit {
        Edit::Cell(name, figure) => vec![(cell(name), figure)],
        Edit::BlankTable(name) => table(name, ""),
        Edit::ZeroTable(name) => table(name, "0"),
        _ => Vec::new(),
    }
}

/// The words with every year of the years of the examples so many years later.
fn moved(words: &str, years_later: u16) -> String {
    let move_year = |words: String, year: u16| words.replace(&year.to_string(), &(year + years_later).to_string());
    (2021..=2024).rev().fold(words.to_string(), move_year)
}

fn reworded(text: &str, from: &str, to: &str) -> String {
    assert_eq!(text.matches(from).count(), 1, "“{from}” has to stand exactly once");
    text.replace(from, to)
}

/// Last year's report on the same form, with these changes.
fn last_year(form: &'static Form, years_later: u16, edits: &[Edit]) -> Source {
    let known = |name: &str| form.cells().any(|known| known == cell(name));
    let figures = FIGURES_LAST_YEAR.iter().filter(|(name, _)| known(name));
    let mut all: Vec<Edit> = figures.map(|&(name, figure)| Edit::Cell(name, figure)).collect();
    all.extend(edits);
    let mut text = Draft::of(form, years_later, &all).year_before().text();
    for edit in edits {
        if let Edit::Words(from, to) = edit {
            text = reworded(&text, from, to);
        }
    }
    Source::from_text(text).expect("an example is short")
}
