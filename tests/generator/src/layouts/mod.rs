//! The layouts of the catalogue, one entry each: how a table reaches the paste box, and what may be asked of a reader.

mod glued;
mod html;
mod lines;
mod markdown;
mod paper;
mod pipes;
mod tabs;
mod torn;

use crate::grid::Grid;
use crate::ink::Ink;
use crate::noise::Noise;

/// How much of a layout a reader has to read.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Demand {
    /// Every cell that is shown.
    Every,
    /// Every cell that the sums of the form determine.
    Determined,
    /// Nothing; but nothing wrong either.
    Nothing,
}

/// How the sentences around the tables are set.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Setting {
    /// A paragraph per line.
    Lines,
    /// Lines broken at the width of the paper.
    Paper,
    /// Paragraphs apart by empty lines.
    Apart,
    /// Everything on one line.
    Run,
    Html,
    Markdown,
}

/// What lines of the text hold, for noise and damage that work on lines.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Line {
    Row,
    Cell,
    /// Rows over several lines, wrapped as on paper.
    Wrapped,
    /// There are no lines.
    None,
}

pub struct Layout {
    /// Its number in the catalogue.
    pub id: &'static str,
    pub demand: Demand,
    pub setting: Setting,
    pub line: Line,
    /// Whether an empty cell can be seen.
    pub shows_blanks: bool,
    /// Whether marks stand between cells, so that a cell may hold words and spaces.
    pub shows_ends: bool,
    pub table: fn(&mut Ink, &Grid),
    /// The noise that makes it this layout; it is then set in one of the plain layouts.
    pub dress: Option<Noise>,
}

impl Layout {
    const fn new(id: &'static str, setting: Setting, line: Line, table: fn(&mut Ink, &Grid)) -> Layout {
        Layout { id, demand: Demand::Every, setting, line, shows_blanks: false, shows_ends: true, table, dress: None }
    }

    const fn asks(mut self, demand: Demand) -> Layout {
        self.demand = demand;
        self
    }

    const fn with_blanks(mut self) -> Layout {
        self.shows_blanks = true;
        self
    }

    const fn without_ends(mut self) -> Layout {
        self.shows_ends = false;
        self
    }

    const fn dressed(id: &'static str, demand: Demand, dress: Noise) -> Layout {
        let mut layout = Layout::new(id, Setting::Lines, Line::Row, pipes::open);
        layout.demand = demand;
        layout.dress = Some(dress);
        layout
    }
}

pub fn named(id: &str) -> Option<&'static Layout> {
    LAYOUTS.iter().find(|layout| layout.id == id)
}

/// The layouts a dressed report may be set in.
pub const PLAIN: [&str; 10] = ["A1", "A2", "A10", "A11", "A12", "A13", "A14", "A18", "A38", "A39"];

/// Every layout of the catalogue; A37T is two reports in one text, each with its title.
pub static LAYOUTS: [Layout; 40] = [
    Layout::new("A1", Setting::Lines, Line::Cell, tabs::cell_per_line).with_blanks(),
    Layout::new("A2", Setting::Lines, Line::Row, tabs::torn_rows).with_blanks(),
    Layout::new("A3", Setting::Paper, Line::Cell, paper::cell_per_line).without_ends(),
    Layout::new("A4", Setting::Paper, Line::Wrapped, paper::spaced).without_ends(),
    Layout::new("A5", Setting::Paper, Line::Wrapped, paper::aligned).without_ends(),
    Layout::new("A6", Setting::Paper, Line::Wrapped, paper::upright_header).without_ends(),
    Layout::new("A7", Setting::Run, Line::None, glued::all).asks(Demand::Determined).without_ends(),
    Layout::new("A8", Setting::Lines, Line::Row, glued::rows).asks(Demand::Determined).without_ends(),
    Layout::new("A9", Setting::Run, Line::None, glued::partly).asks(Demand::Determined).without_ends(),
    Layout::new("A10", Setting::Lines, Line::Row, pipes::open).with_blanks(),
    Layout::new("A11", Setting::Lines, Line::Row, pipes::filled).with_blanks(),
    Layout::new("A12", Setting::Lines, Line::Row, pipes::framed).with_blanks(),
    Layout::new("A13", Setting::Lines, Line::Cell, pipes::cell_per_line).with_blanks(),
    Layout::new("A14", Setting::Lines, Line::Cell, pipes::closing),
    Layout::new("A15", Setting::Lines, Line::Cell, pipes::opening),
    Layout::new("A16", Setting::Lines, Line::Cell, pipes::alone),
    Layout::new("A17", Setting::Lines, Line::Cell, pipes::alone_and_filled),
    Layout::new("A18", Setting::Lines, Line::Cell, pipes::broken),
    Layout::new("A19", Setting::Apart, Line::Cell, lines::apart),
    Layout::new("A20", Setting::Html, Line::None, html::table).with_blanks(),
    Layout::new("A21", Setting::Markdown, Line::Row, markdown::row_tables).asks(Demand::Nothing),
    Layout::new("A22", Setting::Markdown, Line::Wrapped, markdown::fragments).asks(Demand::Nothing),
    Layout::new("A23", Setting::Markdown, Line::Row, markdown::flattened),
    Layout::new("A24", Setting::Lines, Line::Row, pipes::merged).asks(Demand::Nothing),
    Layout::dressed("A25", Demand::Nothing, Noise::TotalsOnly),
    Layout::new("A26", Setting::Apart, Line::Cell, torn::without_repeats).asks(Demand::Nothing).without_ends(),
    Layout::new("A27", Setting::Apart, Line::Cell, torn::without_labels).asks(Demand::Nothing),
    Layout::dressed("A28", Demand::Nothing, Noise::LostMarks),
    Layout::new("A29", Setting::Lines, Line::None, torn::nothing).asks(Demand::Nothing),
    Layout::new("A30", Setting::Lines, Line::None, torn::prose).asks(Demand::Nothing),
    Layout::dressed("A31", Demand::Every, Noise::Signs),
    Layout::dressed("A32", Demand::Every, Noise::Units),
    Layout::dressed("A33", Demand::Every, Noise::Notes),
    Layout::dressed("A34", Demand::Every, Noise::Traditional),
    Layout::dressed("A35", Demand::Every, Noise::Spam),
    Layout::dressed("A36", Demand::Every, Noise::Chrome),
    Layout::dressed("A37", Demand::Nothing, Noise::TwoYears),
    Layout::dressed("A37T", Demand::Every, Noise::TwoReports),
    Layout::new("A38", Setting::Lines, Line::Row, tabs::spreadsheet).with_blanks(),
    Layout::new("A39", Setting::Lines, Line::Row, tabs::word_rows).with_blanks(),
];
