//! Runs through what a page draws and notes each character and each ruled line.

use std::ops::ControlFlow;
use std::rc::Rc;

use hayro_syntax::content::{TypedIter, ops::TypedInstruction as Op};
use hayro_syntax::object::{Array, Dict, Name, Number, Object, ObjectIdentifier, Stream};
use hayro_syntax::page::{Page as PdfPage, Resources};

use super::Source;
use super::font::Font;
use super::unpack::LARGEST_STREAM;
use crate::page::{CHARACTER, Glyph, MOST_RULES, Page, Rule, Way};

/// Forms drawn within forms.
const DEEPEST: usize = 8;
/// Fields and notes of a page.
const MOST_NOTES: usize = 2_000;
/// What it costs to fetch an object.
const FETCH: usize = 50;
/// A filled bar thinner than this is a line, in points.
const BAR: f64 = 5.0;

type Matrix = [f64; 6];

const UNIT: Matrix = [1.0, 0.0, 0.0, 1.0, 0.0, 0.0];

/// First one, then the other.
fn then(one: Matrix, other: Matrix) -> Matrix {
    let [a, b, c, d, e, f] = one;
    let [g, h, i, j, k, l] = other;
    [a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + l]
}

fn point(matrix: Matrix, x: f64, y: f64) -> (f64, f64) {
    let [a, b, c, d, e, f] = matrix;
    (a * x + c * y + e, b * x + d * y + f)
}

pub struct Reader<'a> {
    fonts: Vec<(ObjectIdentifier, Rc<Font>)>,
    /// The forms being drawn, each within the one before.
    forms: Vec<ObjectIdentifier>,
    /// How many characters of the page run each way.
    ways: [usize; 4],
    pub source: Source<'a>,
}

const WAYS: [Way; 4] = [Way::Right, Way::Down, Way::Left, Way::Up];

#[derive(Clone)]
struct State {
    matrix: Matrix,
    font: Option<Rc<Font>>,
    size: f64,
    character_space: f64,
    word_space: f64,
    scale: f64,
    leading: f64,
    rise: f64,
    /// Words that are not painted, such as those that lie behind a scan.
    is_unseen: bool,
}

/// What is drawn in one stream.
struct Pen<'a, 'f> {
    reader: &'a mut Reader<'f>,
    page: &'a mut Page,
    state: State,
    stack: Vec<State>,
    text: Matrix,
    line: Matrix,
    /// The path being drawn, as pairs of ends.
    path: Vec<((f64, f64), (f64, f64))>,
    /// Where in the path its figures begin.
    figures: Vec<usize>,
    start: (f64, f64),
    at: (f64, f64),
    /// Fonts by the names they have in this stream.
    fonts: Vec<(String, Option<Rc<Font>>)>,
}

impl<'f> Reader<'f> {
    pub fn new(source: Source<'f>) -> Reader<'f> {
        Reader { fonts: Vec::new(), forms: Vec::new(), ways: [0; 4], source }
    }

    pub fn page(&mut self, source: &PdfPage) -> Page {
        let (width, height) = source.render_dimensions();
        let mut page = Page { height: f64::from(height), ..Page::default() };
        let matrix = source.initial_transform(true).as_coeffs();
        let mut content = Vec::new();
        let raw = source.raw();
        if let Some(stream) = raw.get::<Stream>("Contents") {
            content.extend(self.source.unpacked(&stream, LARGEST_STREAM).unwrap_or_default());
        } else if let Some(streams) = raw.get::<Array>("Contents") {
            for stream in streams.iter::<Stream>().take(4096) {
                content.extend(self.source.unpacked(&stream, LARGEST_STREAM).unwrap_or_default());
                content.push(b' ');
                if self.source.budget.is_spent() {
                    break;
                }
            }
        }
        self.draw(&content, source.resources(), State::new(matrix), &mut page);
        if let Some(notes) = raw.get::<Array>("Annots") {
            for note in notes.iter::<Dict>().take(MOST_NOTES) {
                self.source.budget.spend(note.data().len() / 2);
                if self.source.budget.is_spent() {
                    break;
                }
                self.note(&note, source.resources(), matrix, &mut page);
            }
        }
        let ways = std::mem::take(&mut self.ways);
        let most = WAYS.into_iter().zip(ways).max_by_key(|(_, count)| *count);
        if let Some((way, count)) = most.filter(|(way, _)| *way != Way::Right)
            && count * 2 > ways.iter().sum::<usize>()
        {
            page.turn(way, f64::from(width));
        }
        page
    }

    /// What was filled into a form, or typed upon the page.
    fn note(&mut self, note: &Dict, resources: &Resources, matrix: Matrix, page: &mut Page) {
        let is_shown = note.get::<Number>("F").is_none_or(|flags| flags.as_i64() & 2 == 0);
        let holds_words =
            note.get::<Name>("Subtype").is_some_and(|kind| matches!(kind.as_str(), "Widget" | "FreeText"));
        let look = note.get::<Dict>("AP").and_then(|looks| looks.get::<Stream>("N"));
        let Some(look) = look.filter(|_| is_shown && holds_words) else { return };
        let numbers = |array: Option<Array>| -> Vec<f64> {
            array
                .into_iter()
                .flat_map(|array| array.iter::<Number>().take(6).map(|number| number.as_f64()).collect::<Vec<_>>())
                .collect()
        };
        let own = numbers(look.dict().get::<Array>("Matrix")).try_into().unwrap_or(UNIT);
        let (Ok([a, b, c, d]), Ok([left, low, right, high])) = (
            <[f64; 4]>::try_from(numbers(look.dict().get::<Array>("BBox"))),
            <[f64; 4]>::try_from(numbers(note.get::<Array>("Rect"))),
        ) else {
            return;
        };
        // The box, turned by the form's own matrix, fills the place of the note.
        let corners = [point(own, a, b), point(own, c, d)];
        let from = (corners[0].0.min(corners[1].0), corners[0].1.min(corners[1].1));
        let to = (left.min(right), low.min(high));
        let placed = then([1.0, 0.0, 0.0, 1.0, to.0 - from.0, to.1 - from.1], matrix);
        let mut pen = self.pen(State::new(placed), page);
        pen.external(&look, resources);
    }

    fn pen<'a>(&'a mut self, state: State, page: &'a mut Page) -> Pen<'a, 'f> {
        Pen {
            reader: self,
            page,
            state,
            stack: Vec::new(),
            text: UNIT,
            line: UNIT,
            path: Vec::new(),
            figures: Vec::new(),
            start: (0.0, 0.0),
            at: (0.0, 0.0),
            fonts: Vec::new(),
        }
    }

    fn draw(&mut self, content: &[u8], resources: &Resources, state: State, page: &mut Page) {
        let mut pen = self.pen(state, page);
        pen.reader.source.budget.spend(images_effort(content));
        let mut operations = TypedIter::new(content);
        while !pen.reader.source.budget.is_spent() {
            let Some(operation) = operations.next() else { break };
            pen.reader.source.budget.spend(1);
            pen.step(operation, resources);
        }
    }

    fn font(&mut self, resources: &Resources, name: &Name) -> Option<Rc<Font>> {
        self.source.budget.spend(FETCH);
        let dict = resources.get_font(name)?;
        self.source.budget.spend(dict.data().len() / 2);
        let known = |id: ObjectIdentifier, fonts: &[(ObjectIdentifier, Rc<Font>)]| {
            fonts.iter().find(|(known, _)| *known == id).map(|(_, font)| font.clone())
        };
        match dict.obj_id() {
            Some(id) => known(id, &self.fonts).or_else(|| {
                let font = Rc::new(Font::new(&dict, &mut self.source));
                self.fonts.push((id, font.clone()));
                Some(font)
            }),
            None => Some(Rc::new(Font::new(&dict, &mut self.source))),
        }
    }
}

/// What it costs to find the ends of the pictures that stand in the stream itself: each `EI` may be one.
fn images_effort(content: &[u8]) -> usize {
    let count = |word: &[u8]| content.windows(2).filter(|window| *window == word).count();
    if count(b"BI") > 0 { count(b"EI").saturating_mul(content.len()) / 256 } else { 0 }
}

impl State {
    fn new(matrix: Matrix) -> State {
        State {
            matrix,
            font: None,
            size: 1.0,
            character_space: 0.0,
            word_space: 0.0,
            scale: 1.0,
            leading: 0.0,
            rise: 0.0,
            is_unseen: false,
        }
    }
}

impl Pen<'_, '_> {
    fn step(&mut self, operation: Op, resources: &Resources) {
        match operation {
            Op::SaveState(_) if self.stack.len() < 256 => self.stack.push(self.state.clone()),
            Op::RestoreState(_) => {
                if let Some(state) = self.stack.pop() {
                    self.state = state;
                }
            }
            Op::Transform(t) => {
                let matrix = [t.0, t.1, t.2, t.3, t.4, t.5].map(|number| number.as_f64());
                self.state.matrix = then(matrix, self.state.matrix);
            }
            Op::BeginText(_) => (self.text, self.line) = (UNIT, UNIT),
            Op::CharacterSpacing(space) => self.state.character_space = space.0.as_f64(),
            Op::WordSpacing(space) => self.state.word_space = space.0.as_f64(),
            Op::HorizontalScaling(scale) => self.state.scale = scale.0.as_f64() / 100.0,
            Op::TextLeading(leading) => self.state.leading = leading.0.as_f64(),
            Op::TextRenderingMode(mode) => self.state.is_unseen = matches!(mode.0.as_i64(), 3 | 7),
            Op::TextRise(rise) => self.state.rise = rise.0.as_f64(),
            Op::TextFont(font) => {
                let name = font.0.as_str();
                let known = self.fonts.iter().find(|(known, _)| known == name).map(|(_, font)| font.clone());
                self.state.font = known.unwrap_or_else(|| {
                    let found = self.reader.font(resources, font.0);
                    self.fonts.push((name.to_string(), found.clone()));
                    found
                });
                self.state.size = font.1.as_f64();
            }
            Op::NextLine(by) => self.next_line(by.0.as_f64(), by.1.as_f64()),
            Op::NextLineAndSetLeading(by) => {
                self.state.leading = -by.1.as_f64();
                self.next_line(by.0.as_f64(), by.1.as_f64());
            }
            Op::SetTextMatrix(m) => {
                self.line = [m.0, m.1, m.2, m.3, m.4, m.5].map(|number| number.as_f64());
                self.text = self.line;
            }
            Op::NextLineUsingLeading(_) => self.next_line(0.0, -self.state.leading),
            Op::ShowText(text) => self.show(text.0.as_bytes()),
            Op::NextLineAndShowText(text) => {
                self.next_line(0.0, -self.state.leading);
                self.show(text.0.as_bytes());
            }
            Op::ShowTextWithParameters(text) => {
                self.state.word_space = text.0.as_f64();
                self.state.character_space = text.1.as_f64();
                self.next_line(0.0, -self.state.leading);
                self.show(text.2.as_bytes());
            }
            Op::ShowTexts(texts) => {
                for object in texts.0.iter::<Object>() {
                    match object {
                        Object::String(text) => self.show(text.as_bytes()),
                        Object::Number(by) => self.shift(by.as_f64()),
                        _ => {}
                    }
                }
            }
            Op::MoveTo(to) => self.begin_figure((to.0.as_f64(), to.1.as_f64())),
            Op::LineTo(to) => self.line_to((to.0.as_f64(), to.1.as_f64())),
            Op::ClosePath(_) => self.line_to(self.start),
            Op::RectPath(r) => {
                let [x, y, width, height] = [r.0, r.1, r.2, r.3].map(|number| number.as_f64());
                self.begin_figure((x, y));
                let corners = [(x + width, y), (x + width, y + height), (x, y + height), (x, y)];
                corners.into_iter().for_each(|corner| self.line_to(corner));
            }
            Op::CloseAndStrokePath(_) => {
                self.line_to(self.start);
                self.stroke();
            }
            Op::StrokePath(_) => self.stroke(),
            Op::FillAndStrokeNonZero(_) | Op::FillAndStrokeEvenOdd(_) => self.stroke(),
            Op::CloseFillAndStrokeNonZero(_) | Op::CloseFillAndStrokeEvenOdd(_) => {
                self.line_to(self.start);
                self.stroke();
            }
            Op::FillPathNonZero(_) | Op::FillPathNonZeroCompatibility(_) | Op::FillPathEvenOdd(_) => self.fill(),
            Op::EndPath(_) => self.end_path(),
            Op::InlineImage(_) => self.page.pictures += 1,
            Op::XObject(object) => {
                self.reader.source.budget.spend(FETCH);
                if let Some(stream) = resources.get_x_object(object.0) {
                    self.external(&stream, resources);
                }
            }
            _ => {}
        }
    }

    /// A picture, or a form that draws more.
    fn external(&mut self, stream: &Stream, resources: &Resources) {
        let dict = stream.dict();
        self.reader.source.budget.spend(dict.data().len() / 2);
        // Where the length is wrong, the end was looked for.
        let size = stream.raw_data().len();
        if dict.get::<usize>("Length") != Some(size) {
            self.reader.source.budget.spend(size / 64);
        }
        if dict.get::<Name>("Subtype").is_none_or(|kind| kind.as_str() != "Form") {
            self.page.pictures += 1;
            return;
        }
        let id = stream.obj_id();
        if self.reader.forms.len() >= DEEPEST || self.reader.forms.contains(&id) {
            return;
        }
        let Some(content) = self.reader.source.unpacked(stream, LARGEST_STREAM) else { return };
        let mut state = self.state.clone();
        if let Some(matrix) = dict.get::<Array>("Matrix") {
            let numbers: Vec<f64> = matrix.iter::<Number>().take(6).map(|number| number.as_f64()).collect();
            if let Ok(matrix) = Matrix::try_from(numbers) {
                state.matrix = then(matrix, state.matrix);
            }
        }
        self.reader.forms.push(id);
        match dict.get::<Dict>("Resources") {
            Some(own) => {
                self.reader.source.budget.spend(own.data().len() / 2);
                self.reader.draw(&content, &Resources::new(own), state, self.page);
            }
            None => self.reader.draw(&content, resources, state, self.page),
        }
        self.reader.forms.pop();
    }

    fn next_line(&mut self, x: f64, y: f64) {
        self.line = then([1.0, 0.0, 0.0, 1.0, x, y], self.line);
        self.text = self.line;
    }

    /// Moves on by thousandths of the size, backwards.
    fn shift(&mut self, by: f64) {
        let by = -by / 1000.0 * self.state.size;
        let vertical = self.state.font.as_ref().is_some_and(|font| font.vertical);
        let step =
            if vertical { [1.0, 0.0, 0.0, 1.0, 0.0, by] } else { [1.0, 0.0, 0.0, 1.0, by * self.state.scale, 0.0] };
        self.text = then(step, self.text);
    }

    fn show(&mut self, string: &[u8]) {
        let Some(font) = self.state.font.clone() else { return };
        let State { size, character_space, word_space, scale, rise, matrix, is_unseen, .. } = self.state;
        font.show(string, |shown| {
            // A map may have a whole text stand for one code.
            self.reader.source.budget.spend((shown.text.len() / 4 + 1) * CHARACTER + font.effort());
            if self.reader.source.budget.is_spent() {
                return ControlFlow::Break(());
            }
            let space = character_space + if shown.is_space { word_space } else { 0.0 };
            let width = shown.width / 1000.0;
            let to_page = then(then([size * scale, 0.0, 0.0, size, 0.0, rise], self.text), matrix);
            // Vertical characters hang below their place, in its middle.
            let [left, low, right, high] =
                if font.vertical { [-0.5, -1.0, 0.5, 0.0] } else { [0.0, -0.12, width, 0.88] };
            let corners = [
                point(to_page, left, low),
                point(to_page, right, low),
                point(to_page, right, high),
                point(to_page, left, high),
            ];
            let (mut x0, mut y0, mut x1, mut y1) = (f64::MAX, f64::MAX, f64::MIN, f64::MIN);
            for (x, y) in corners {
                (x0, y0, x1, y1) = (x0.min(x), y0.min(y), x1.max(x), y1.max(y));
            }
            let turned = to_page[0].abs() < to_page[1].abs();
            let way = match turned {
                true => 1 + 2 * usize::from(to_page[1] < 0.0),
                false => 2 * usize::from(to_page[0] < 0.0),
            };
            self.reader.ways[way] += 1;
            let glyph = Glyph { text: shown.text, x0, y0, x1, y1, vertical: font.vertical || turned };
            match is_unseen {
                true => self.page.has_unseen = true,
                false => self.page.glyphs.push(glyph),
            }
            let step = match font.vertical {
                true => [1.0, 0.0, 0.0, 1.0, 0.0, -size + space],
                false => [1.0, 0.0, 0.0, 1.0, (width * size + space) * scale, 0.0],
            };
            self.text = then(step, self.text);
            ControlFlow::Continue(())
        });
    }

    fn begin_figure(&mut self, at: (f64, f64)) {
        if self.figures.last() != Some(&self.path.len()) {
            self.figures.push(self.path.len());
        }
        (self.start, self.at) = (at, at);
    }

    fn line_to(&mut self, to: (f64, f64)) {
        if self.path.len() < MOST_RULES {
            self.path.push((self.at, to));
        }
        self.at = to;
    }

    fn end_path(&mut self) {
        self.path.clear();
        self.figures.clear();
    }

    fn stroke(&mut self) {
        for (from, to) in std::mem::take(&mut self.path) {
            let (from, to) = (point(self.state.matrix, from.0, from.1), point(self.state.matrix, to.0, to.1));
            self.rule(from, to);
        }
        self.figures.clear();
    }

    /// Filled bars are lines, whether they are drawn as boxes or line by line; boxes have edges.
    fn fill(&mut self) {
        let path = std::mem::take(&mut self.path);
        let mut ends = self.figures.split_off(0);
        ends.push(path.len());
        for figure in ends.windows(2).map(|range| &path[range[0]..range[1]]).filter(|figure| !figure.is_empty()) {
            let ends = figure.iter().flat_map(|(from, to)| [from, to]);
            let [x0, y0, x1, y1] = ends.fold([f64::MAX, f64::MAX, f64::MIN, f64::MIN], |[x0, y0, x1, y1], &(x, y)| {
                [x0.min(x), y0.min(y), x1.max(x), y1.max(y)]
            });
            let (one, other) = (point(self.state.matrix, x0, y0), point(self.state.matrix, x1, y1));
            let (width, height) = ((one.0 - other.0).abs(), (one.1 - other.1).abs());
            if width.min(height) <= BAR {
                let (x, y) = ((one.0 + other.0) / 2.0, (one.1 + other.1) / 2.0);
                match width > height {
                    true => self.rule((one.0, y), (other.0, y)),
                    false => self.rule((x, one.1), (x, other.1)),
                }
            } else if self.page.boxes.len() < MOST_RULES {
                let (left, right) = (one.0.min(other.0), one.0.max(other.0));
                self.page.boxes.push([left, one.1.min(other.1), right, one.1.max(other.1)]);
            }
        }
    }

    fn rule(&mut self, from: (f64, f64), to: (f64, f64)) {
        let (width, height) = ((from.0 - to.0).abs(), (from.1 - to.1).abs());
        let span = |one: f64, other: f64| (one.min(other), one.max(other));
        if height <= 1.0 && width > 1.0 && self.page.lying.len() < MOST_RULES {
            let (start, end) = span(from.0, to.0);
            self.page.lying.push(Rule { at: (from.1 + to.1) / 2.0, from: start, to: end });
        } else if width <= 1.0 && height > 1.0 && self.page.standing.len() < MOST_RULES {
            let (start, end) = span(from.1, to.1);
            self.page.standing.push(Rule { at: (from.0 + to.0) / 2.0, from: start, to: end });
        }
    }
}
