//! A page of positioned characters and ruled lines, as PDF and OFD have it, made into lines of text and tables.

mod halves;
mod lines;
mod ruled;
mod unruled;

use crate::budget::Budget;
use crate::error::FileError;
use crate::table::{Table, is_figure, is_numbered};
use lines::{Line, lines_of};
use ruled::{Ruled, frames, merged};

/// A character with the box it fills, in points; y grows downwards.
#[derive(Clone, Debug)]
pub struct Glyph {
    pub text: String,
    pub x0: f64,
    pub y0: f64,
    pub x1: f64,
    pub y1: f64,
    /// Written from top to bottom, or turned.
    pub vertical: bool,
}

impl Glyph {
    fn middle(&self) -> (f64, f64) {
        ((self.x0 + self.x1) / 2.0, (self.y0 + self.y1) / 2.0)
    }

    fn height(&self) -> f64 {
        self.y1 - self.y0
    }
}

/// A ruled line; `at` is its y when it lies, its x when it stands.
#[derive(Clone, Copy, Debug)]
pub struct Rule {
    pub at: f64,
    pub from: f64,
    pub to: f64,
}

#[derive(Default, Debug)]
pub struct Page {
    pub height: f64,
    pub glyphs: Vec<Glyph>,
    pub lying: Vec<Rule>,
    pub standing: Vec<Rule>,
    /// Filled boxes: left, top, right, bottom.
    pub boxes: Vec<[f64; 4]>,
    pub pictures: usize,
    /// There are words that are not painted.
    pub has_unseen: bool,
}

/// The way in which words run.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Way {
    Right,
    Down,
    Left,
    Up,
}

impl Page {
    /// Turns a page on which most words run another way, so that they run to the right.
    pub fn turn(&mut self, way: Way, width: f64) {
        let height = self.height;
        let sideways = matches!(way, Way::Down | Way::Up);
        let turned = |[x0, y0, x1, y1]: [f64; 4]| match way {
            Way::Right => [x0, y0, x1, y1],
            Way::Down => [y0, width - x1, y1, width - x0],
            Way::Left => [width - x1, height - y1, width - x0, height - y0],
            Way::Up => [height - y1, x0, height - y0, x1],
        };
        for glyph in &mut self.glyphs {
            [glyph.x0, glyph.y0, glyph.x1, glyph.y1] = turned([glyph.x0, glyph.y0, glyph.x1, glyph.y1]);
            glyph.vertical ^= sideways;
        }
        self.boxes.iter_mut().for_each(|edges| *edges = turned(*edges));
        for rule in &mut self.lying {
            let [x0, y0, x1, y1] = turned([rule.from, rule.at, rule.to, rule.at]);
            *rule = if sideways { Rule { at: x0, from: y0, to: y1 } } else { Rule { at: y0, from: x0, to: x1 } };
        }
        for rule in &mut self.standing {
            let [x0, y0, x1, y1] = turned([rule.at, rule.from, rule.at, rule.to]);
            *rule = if sideways { Rule { at: y0, from: x0, to: x1 } } else { Rule { at: x0, from: y0, to: y1 } };
        }
        if sideways {
            std::mem::swap(&mut self.lying, &mut self.standing);
            self.height = width;
        }
    }

    /// Where nothing is ruled, cells may be boxes filled with a colour. One row of them is only a stripe.
    fn take_edges_of_boxes(&mut self) {
        let touch = |one: &[f64; 4], other: &[f64; 4]| {
            (one[3] - other[1]).abs() < 2.0 && one[0] < other[2] && other[0] < one[2]
        };
        let stacked = self.boxes.iter().filter(|one| self.boxes.iter().any(|other| touch(one, other))).count();
        if stacked * 2 < self.boxes.len() {
            return;
        }
        for &[left, top, right, bottom] in &self.boxes {
            self.lying.extend([top, bottom].map(|at| Rule { at, from: left, to: right }));
            self.standing.extend([left, right].map(|at| Rule { at, from: top, to: bottom }));
        }
    }
}

/// Rules of one page that are looked at; a drawing may have a hundred thousand.
pub const MOST_RULES: usize = 4_000;
/// The part of a page's height above and below what is written.
const MARGIN: f64 = 0.08;
/// Lines of two pages are at the same height when they differ by less, in points.
const SAME_HEIGHT: f64 = 3.0;
/// What a character costs until it stands in the text.
pub const CHARACTER: usize = 10;

/// All pages as text: tables by their rules or by the places of figures, paragraphs put together again.
pub fn text_of(pages: Vec<Page>, budget: &mut Budget) -> Result<String, FileError> {
    let mut pieces = Vec::new();
    for page in pages {
        add_page(page, &mut pieces, budget);
    }
    drop_running_heads(&mut pieces, budget);
    let pieces = unruled::tables(join_tables(pieces), budget);
    budget.check()?;
    let mut out = String::new();
    let mut writer = Writer { out: &mut out, open: None };
    pieces.into_iter().for_each(|piece| writer.piece(piece));
    writer.end();
    Ok(out)
}

/// A line of words or a ruled table, from top to bottom.
enum Piece {
    Line(Line),
    Ruled(Ruled),
    /// A table told by the places of its figures.
    Unruled(Table),
    Picture,
    PageEnd,
}

fn add_page(mut page: Page, pieces: &mut Vec<Piece>, budget: &mut Budget) {
    page.glyphs.retain(|glyph| !glyph.text.trim().is_empty() && glyph.x0.is_finite() && glyph.y0.is_finite());
    if page.lying.is_empty() && page.standing.is_empty() {
        page.take_edges_of_boxes();
    }
    let lying = merged(std::mem::take(&mut page.lying));
    let standing = merged(std::mem::take(&mut page.standing));
    let mut found: Vec<(f64, Piece)> = Vec::new();
    budget.spend(lying.len() * standing.len() / 16);
    if budget.is_spent() {
        return;
    }
    for frame in frames(&lying, &standing) {
        budget.spend((page.glyphs.len() + frame.effort()) / 16);
        if budget.is_spent() {
            return;
        }
        found.push((frame.top(), Piece::Ruled(frame.fill(&mut page.glyphs))));
    }
    if page.pictures > 0 && page.glyphs.is_empty() && found.is_empty() {
        found.push((0.0, Piece::Picture));
    }
    let mut lines = lines_of(&page.glyphs);
    lines.retain(|line| !is_page_number(line, page.height));
    for (top, mut line) in halves::in_order(lines) {
        line.in_margin = line.y1 < page.height * MARGIN || line.y0 > page.height * (1.0 - MARGIN);
        found.push((top, Piece::Line(line)));
    }
    found.sort_by(|(one, _), (other, _)| one.total_cmp(other));
    pieces.extend(found.into_iter().map(|(_, piece)| piece));
    pieces.push(Piece::PageEnd);
}

/// Leaves out what stands in the margin at the same height of two pages, but for its figures: the heads and feet of pages.
fn drop_running_heads(pieces: &mut Vec<Piece>, budget: &mut Budget) {
    let head = |piece: &Piece| match piece {
        Piece::Line(line) if line.in_margin && !line.fields.iter().any(|field| is_figure(&field.text)) => {
            let words: String = line.text().chars().filter(|c| !c.is_ascii_digit() && *c != ' ').collect();
            (!words.is_empty()).then(|| ((line.y0 / SAME_HEIGHT).round() as i32, words))
        }
        _ => None,
    };
    let heads: Vec<(i32, String)> = pieces.iter().filter_map(head).collect();
    budget.spend(heads.len() * heads.len() / 4);
    if !budget.is_spent() {
        let is_running = |one: &(i32, String)| {
            heads.iter().filter(|other| other.1 == one.1 && other.0.abs_diff(one.0) <= 1).take(2).count() > 1
        };
        pieces.retain(|piece| !head(piece).is_some_and(|one| is_running(&one)));
    }
}

/// Whether the line is the number of the page: in the margin, nothing but digits and what goes around them.
fn is_page_number(line: &Line, height: f64) -> bool {
    let in_margin = height > 0.0 && (line.y0 < height * 0.09 || line.y1 > height * 0.9);
    let text = line.text();
    let only = text.chars().all(|c| c.is_ascii_digit() || " -—–－·第页共/".contains(c));
    let digits = text.chars().filter(char::is_ascii_digit).count();
    in_margin && only && (1..=6).contains(&digits) && (line.fields.len() == 1 || digits < text.replace(' ', "").len())
}

/// Ruled tables that go on over a page's end made one.
fn join_tables(pieces: Vec<Piece>) -> Vec<Piece> {
    let mut done: Vec<Piece> = Vec::new();
    for piece in pieces {
        let Piece::Ruled(table) = piece else {
            done.push(piece);
            continue;
        };
        match &mut done[..] {
            [.., Piece::Ruled(before), Piece::PageEnd] if before.is_as_wide_as(&table) => {
                before.go_on(table);
                done.pop();
            }
            _ => done.push(Piece::Ruled(table)),
        }
    }
    done
}

struct Writer<'a> {
    out: &'a mut String,
    /// The last line, when the next may go on with it.
    open: Option<Line>,
}

impl Writer<'_> {
    fn piece(&mut self, piece: Piece) {
        match piece {
            Piece::PageEnd => {}
            Piece::Picture => {
                self.end();
                self.out.push_str(crate::flow::PICTURE);
                self.out.push('\n');
            }
            Piece::Ruled(Ruled { table, .. }) | Piece::Unruled(table) => {
                self.end();
                self.out.push_str(table.written().as_str());
            }
            Piece::Line(line) => self.line(line),
        }
    }

    fn end(&mut self) {
        if self.open.take().is_some() {
            self.out.push('\n');
        }
    }

    fn line(&mut self, line: Line) {
        if self.open.as_ref().is_some_and(|open| goes_on(open, &line)) {
            let text = line.text();
            let apart = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphabetic());
            if apart(self.out.chars().next_back()) && apart(text.chars().next()) {
                self.out.push(' ');
            }
            self.out.push_str(&text);
        } else {
            self.end();
            self.out.push_str(&line.text());
        }
        self.open = Some(line);
    }
}

/// Whether a line goes on with the paragraph of the one before: that one was full, and this one is not indented.
fn goes_on(before: &Line, line: &Line) -> bool {
    let size = before.height().max(line.height());
    // What may not be broken went down as a whole.
    let first = line.text().chars().take_while(char::is_ascii_graphic).count() as f64;
    let full = before.x1() > before.right - size * (1.6 + 0.6 * first)
        && before.x1() - before.x0() > (before.right - before.left) * 0.6;
    let indented = line.x0() > line.left + size * 0.8;
    let below = line.y0 - before.y1;
    // On the next page it stands higher.
    let near = below < size * 1.6;
    let alike = (before.height() - line.height()).abs() < size * 0.25;
    let single = before.fields.len() == 1 && line.fields.len() == 1;
    let ended = before.text().ends_with(['。', '！', '？']) && is_numbered(&line.text());
    full && !indented && near && alike && single && !ended
}
