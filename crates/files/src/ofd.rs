//! OFD (GB/T 33190): the government's own page format, a zip of XML pages with placed characters and drawn lines.

use crate::budget::Budget;
use crate::error::FileError;
use crate::kind::Kind;
use crate::package::Package;
use crate::page::{self, CHARACTER, Glyph, MOST_RULES, Page, Rule};
use crate::xml::{Element, Node, walk};

/// Pages count in millimetres; here they are counted in points.
const POINT: f64 = 72.0 / 25.4;
const MOST_PAGES: usize = 400;
/// Templates that one page is drawn upon.
const MOST_TEMPLATES: usize = 8;
/// A drawn bar thinner than this is a line, in points.
const BAR: f64 = 3.0;

pub fn read(package: &mut Package) -> Result<String, FileError> {
    let damaged = FileError::Damaged(Kind::Ofd);
    let root = package.xml("OFD.xml")?.ok_or(damaged)?;
    let document = words_of(&root, "DocRoot").into_iter().next().ok_or(damaged)?;
    let document = document.trim().trim_start_matches('/').to_string();
    let folder = folder_of(&document);
    let xml = package.xml(&document)?.ok_or(damaged)?;
    let mut pages = Vec::new();
    let mut budget = Budget::default();
    let mut templates = Vec::new();
    for (id, location) in located(&xml, "TemplatePage").into_iter().take(MOST_PAGES) {
        templates.push((id, part(package, folder, &location)?.unwrap_or_default()));
    }
    let height = height(&xml);
    for (_, location) in located(&xml, "Page").into_iter().take(MOST_PAGES) {
        // A page that is missing must not be missed.
        let page = part(package, folder, &location)?.ok_or(damaged)?;
        pages.push(read_page(&page, &templates, height, &mut budget));
    }
    if pages.is_empty() {
        return Err(damaged);
    }
    if !budget.is_spent() && pages.iter().all(|page| page.glyphs.is_empty()) {
        return Err(FileError::NoWords(Kind::Ofd));
    }
    page::text_of(pages, &mut budget)
}

fn folder_of(part: &str) -> &str {
    part.rsplit_once('/').map_or("", |(folder, _)| folder)
}

/// A place as the document writes it: from the root, or from its own folder.
fn within(folder: &str, location: &str) -> String {
    match location.strip_prefix('/') {
        Some(absolute) => absolute.to_string(),
        None if folder.is_empty() => location.to_string(),
        None => format!("{folder}/{location}"),
    }
}

/// The words of every element of that name.
fn words_of(xml: &str, name: &str) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    let mut within = false;
    walk(xml, &mut |node| match node {
        Node::Open(element) if element.name() == name => {
            within = true;
            found.push(String::new());
        }
        Node::Words(words) if within => found.iter_mut().rev().take(1).for_each(|text| text.push_str(words)),
        Node::Close(closed) if closed == name => within = false,
        _ => {}
    });
    found
}

/// A part of the document; some programs count from the root of the package all the same.
fn part(package: &mut Package, folder: &str, location: &str) -> Result<Option<String>, FileError> {
    match package.xml(&within(folder, location))? {
        Some(xml) => Ok(Some(xml)),
        None => package.xml(location),
    }
}

/// The ids and places of the pages or the templates, in order.
fn located(document: &str, name: &str) -> Vec<(String, String)> {
    let mut found = Vec::new();
    walk(document, &mut |node| {
        if let Node::Open(element) = node
            && element.name() == name
            && let Some(location) = element.attribute("BaseLoc")
        {
            found.push((element.attribute("ID").unwrap_or_default(), location));
        }
    });
    found
}

/// The height of a page as it or the document tells it, in points.
fn height(xml: &str) -> Option<f64> {
    if !xml.contains("PhysicalBox") {
        return None;
    }
    let boxes = words_of(xml, "PhysicalBox");
    numbers(boxes.first()?).get(3).map(|height| height * POINT)
}

fn numbers(words: &str) -> Vec<f64> {
    words
        .split([' ', ',', '\n', '\t'])
        .filter_map(|word| word.parse().ok())
        .filter(|number: &f64| number.is_finite())
        .collect()
}

type Point = (f64, f64);

#[derive(Default)]
struct Reader {
    page: Page,
    /// Where the object stands on the page, and how it is turned.
    origin: (f64, f64),
    turn: Option<[f64; 6]>,
    size: f64,
    in_text: bool,
    /// Where the last characters began: the next begin there too unless they say otherwise.
    last: (f64, f64),
    is_unseen: bool,
    code: Option<Code>,
    /// What the path being read draws.
    path: Option<String>,
    filled: bool,
}

/// Characters in a row: the place of the first and the steps to the others.
#[derive(Default)]
struct Code {
    x: f64,
    y: f64,
    steps_x: String,
    steps_y: String,
    words: String,
}

/// A page with what is drawn on the templates that it names.
fn read_page(xml: &str, templates: &[(String, String)], of_document: Option<f64>, budget: &mut Budget) -> Page {
    let mut reader = Reader::default();
    reader.page.height = height(xml).or(of_document).unwrap_or(0.0);
    let mut named = Vec::new();
    if xml.contains("Template") {
        walk(xml, &mut |node| {
            if let Node::Open(element) = node
                && element.name() == "Template"
            {
                named.extend(element.attribute("TemplateID"));
            }
        });
    }
    named.truncate(MOST_TEMPLATES);
    let under = templates.iter().filter(|(id, _)| named.contains(id)).map(|(_, xml)| xml.as_str());
    under.chain([xml]).for_each(|xml| reader.draw(xml, budget));
    reader.page
}

impl Reader {
    fn draw(&mut self, xml: &str, budget: &mut Budget) {
        budget.spend(xml.len() / 16);
        if budget.is_spent() {
            return;
        }
        let reader = self;
        walk(xml, &mut |node| match node {
            Node::Open(element) => reader.open(element),
            Node::Words(words) => {
                if let Some(code) = &mut reader.code {
                    code.words.push_str(words);
                } else if let Some(path) = &mut reader.path {
                    path.push_str(words);
                }
            }
            Node::Close("TextCode") => reader.close_code(budget),
            Node::Close("TextObject") => reader.in_text = false,
            Node::Close("AbbreviatedData") => reader.close_path(),
            Node::Close(_) => {}
        });
    }

    fn open(&mut self, element: &Element) {
        match element.name() {
            "TextObject" | "PathObject" | "ImageObject" => {
                let boundary = numbers(&element.attribute("Boundary").unwrap_or_default());
                self.origin = (boundary.first().copied().unwrap_or(0.0), boundary.get(1).copied().unwrap_or(0.0));
                self.turn = element.attribute("CTM").and_then(|turn| numbers(&turn).try_into().ok());
                self.size = element.number("Size").unwrap_or(3.5);
                self.in_text = element.name() == "TextObject";
                self.last = (0.0, 0.0);
                self.is_unseen =
                    element.attribute("Visible").is_some_and(|visible| visible == "false" || visible == "0");
                self.filled = element.attribute("Fill").is_some_and(|fill| fill == "true" || fill == "1");
                self.page.pictures += usize::from(element.name() == "ImageObject");
            }
            "TextCode" if self.in_text => {
                self.last = (element.number("X").unwrap_or(self.last.0), element.number("Y").unwrap_or(self.last.1));
                let steps = |name: &str| element.attribute(name).unwrap_or_default();
                self.code = Some(Code {
                    x: self.last.0,
                    y: self.last.1,
                    steps_x: steps("DeltaX"),
                    steps_y: steps("DeltaY"),
                    words: String::new(),
                });
            }
            "AbbreviatedData" => self.path = Some(String::new()),
            _ => {}
        }
    }

    /// A place of the object on the page, in points.
    fn place(&self, x: f64, y: f64) -> (f64, f64) {
        let [a, b, c, d, e, f] = self.turn.unwrap_or([1.0, 0.0, 0.0, 1.0, 0.0, 0.0]);
        ((a * x + c * y + e + self.origin.0) * POINT, (b * x + d * y + f + self.origin.1) * POINT)
    }

    fn close_code(&mut self, budget: &mut Budget) {
        let Some(code) = self.code.take().filter(|_| !self.is_unseen) else { return };
        let characters = code.words.chars().filter(|c| !matches!(c, '\n' | '\r'));
        let count = characters.clone().count();
        budget.spend(count * CHARACTER);
        if budget.is_spent() {
            return;
        }
        let [steps_x, steps_y] = [&code.steps_x, &code.steps_y].map(|steps| expanded(steps, count));
        let (mut x, mut y) = (code.x, code.y);
        let vertical = steps_x.is_empty() && !steps_y.is_empty();
        let mut before = 0.0;
        for (index, c) in characters.enumerate() {
            if index > 0 {
                x += steps_x.get(index - 1).copied().unwrap_or(if vertical { 0.0 } else { before });
                y += steps_y.get(index - 1).copied().unwrap_or(0.0);
            }
            before = if c.is_ascii() { self.size / 2.0 } else { self.size };
            let (one, other) = (self.place(x, y - self.size * 0.88), self.place(x + before, y + self.size * 0.12));
            self.page.glyphs.push(Glyph {
                text: c.to_string(),
                x0: one.0.min(other.0),
                y0: one.1.min(other.1),
                x1: one.0.max(other.0),
                y1: one.1.max(other.1),
                vertical,
            });
        }
    }

    /// Lines of a path: `M x y L x y C`.
    fn close_path(&mut self) {
        let Some(path) = self.path.take().filter(|_| !self.is_unseen) else { return };
        let mut words = path.split_whitespace();
        let (mut start, mut at) = ((0.0, 0.0), (0.0, 0.0));
        let mut lines = Vec::new();
        let mut figures = vec![0];
        while let Some(word) = words.next() {
            let mut point = || {
                let mut number = || words.next().and_then(|word| word.parse::<f64>().ok());
                number().zip(number())
            };
            match word {
                "M" | "S" => {
                    if let Some(to) = point() {
                        (start, at) = (to, to);
                        figures.push(lines.len());
                    }
                }
                "L" => {
                    if let Some(to) = point() {
                        lines.push((at, to));
                        at = to;
                    }
                }
                "C" => {
                    lines.push((at, start));
                    at = start;
                }
                _ => {}
            }
            if lines.len() > MOST_RULES {
                break;
            }
        }
        let placed = |(x, y): (f64, f64)| self.place(x, y);
        let lines: Vec<_> = lines.into_iter().map(|(from, to)| (placed(from), placed(to))).collect();
        figures.push(lines.len());
        for figure in figures.windows(2).map(|ends| &lines[ends[0]..ends[1]]).filter(|figure| !figure.is_empty()) {
            self.figure(figure);
        }
    }

    /// A figure of a path: a bar, or a box whose edges are lines or which is filled.
    fn figure(&mut self, lines: &[(Point, Point)]) {
        let [x0, y0, x1, y1] = lines
            .iter()
            .flat_map(|(from, to)| [from, to])
            .fold([f64::MAX, f64::MAX, f64::MIN, f64::MIN], |[x0, y0, x1, y1], &(x, y)| {
                [x0.min(x), y0.min(y), x1.max(x), y1.max(y)]
            });
        if (x1 - x0).min(y1 - y0) <= BAR {
            let (x, y) = ((x0 + x1) / 2.0, (y0 + y1) / 2.0);
            match x1 - x0 > y1 - y0 {
                true => self.rule((x0, y), (x1, y)),
                false => self.rule((x, y0), (x, y1)),
            }
        } else if !self.filled {
            lines.iter().for_each(|(from, to)| self.rule(*from, *to));
        } else if self.page.boxes.len() < MOST_RULES {
            self.page.boxes.push([x0, y0, x1, y1]);
        }
    }

    fn rule(&mut self, from: (f64, f64), to: (f64, f64)) {
        let (width, height) = ((from.0 - to.0).abs(), (from.1 - to.1).abs());
        if height <= 1.0 && width > 1.0 && self.page.lying.len() < MOST_RULES {
            self.page.lying.push(Rule { at: from.1, from: from.0.min(to.0), to: from.0.max(to.0) });
        } else if width <= 1.0 && height > 1.0 && self.page.standing.len() < MOST_RULES {
            self.page.standing.push(Rule { at: from.0, from: from.1.min(to.1), to: from.1.max(to.1) });
        }
    }
}

/// Steps between so many characters; `g 3 5.5` is `5.5 5.5 5.5`.
fn expanded(steps: &str, most: usize) -> Vec<f64> {
    let mut out = Vec::new();
    let mut words = steps.split_whitespace();
    while let Some(word) = words.next().filter(|_| out.len() < most) {
        if word != "g" {
            out.extend(word.parse::<f64>().ok());
            continue;
        }
        let count = words.next().and_then(|word| word.parse::<usize>().ok()).unwrap_or(0).min(most);
        let step = words.next().and_then(|word| word.parse::<f64>().ok()).unwrap_or(0.0);
        out.extend(std::iter::repeat_n(step, count));
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn characters_and_lines_are_placed_in_points() {
        let xml = r#"<ofd:Page><ofd:Area><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:Area><ofd:Content><ofd:Layer>
            <ofd:TextObject Boundary="25.4 50.8 60 6" Size="4"><ofd:TextCode X="0" Y="4" DeltaX="g 2 4">公开1</ofd:TextCode></ofd:TextObject>
            <ofd:PathObject Boundary="10 20 100 0.1"><ofd:AbbreviatedData>M 0 0 L 25.4 0</ofd:AbbreviatedData></ofd:PathObject>
            </ofd:Layer></ofd:Content></ofd:Page>"#;
        let page = read_page(xml, &[], None, &mut Budget::default());
        let places: Vec<(String, i64)> =
            page.glyphs.iter().map(|glyph| (glyph.text.clone(), glyph.x0.round() as i64)).collect();
        assert_eq!(places, [("公".to_string(), 72), ("开".to_string(), 83), ("1".to_string(), 95)]);
        assert_eq!(page.lying.iter().map(|rule| (rule.to - rule.from).round()).collect::<Vec<_>>(), [72.0]);
        assert_eq!(page::text_of(vec![page], &mut Budget::default()).as_deref(), Ok("公开1\n"));
        assert_eq!(expanded("1 g 2 3 4", 9), [1.0, 3.0, 3.0, 4.0]);
        assert_eq!(expanded("1 g 99999999 3 4", 2).len(), 3);
    }

    #[test]
    fn a_page_is_drawn_upon_its_template() {
        let text = |words: &str, settings: &str, more: &str| {
            format!(
                r#"<ofd:TextObject Boundary="10 20 60 6" Size="4" {settings}><ofd:TextCode X="0" Y="4" DeltaX="4">{words}</ofd:TextCode>{more}</ofd:TextObject>"#
            )
        };
        let template = format!("<ofd:Page>{}</ofd:Page>", text("公开", "", ""));
        // Characters that do not say where they begin, begin where those before did.
        let more = r#"<ofd:TextCode Y="14">乙</ofd:TextCode>"#;
        let page = format!(
            r#"<ofd:Page><ofd:Template TemplateID="7"/>{}{}</ofd:Page>"#,
            text("旧", r#"Visible="false""#, ""),
            text("甲", r#"CTM="1 0 0 1 0 10""#, more)
        );
        let templates = [("7".to_string(), template), ("8".to_string(), "<x>".to_string())];
        let page = read_page(&page, &templates, Some(842.0), &mut Budget::default());
        assert_eq!(page.height, 842.0);
        assert_eq!(page::text_of(vec![page], &mut Budget::default()).as_deref(), Ok("公开甲\n乙\n"));
    }

    #[test]
    fn bars_of_one_path_are_rules_each() {
        let path =
            "M 0 0 L 100 0 L 100 0.1 L 0 0.1 C M 0 0 L 0.1 0 L 0.1 50 L 0 50 C M 0 50 L 100 50 L 100 50.1 L 0 50.1 C";
        let xml = format!(
            r#"<P><PathObject Boundary="10 20 100 50" Fill="true"><AbbreviatedData>{path}</AbbreviatedData></PathObject></P>"#
        );
        let page = read_page(&xml, &[], None, &mut Budget::default());
        assert_eq!((page.lying.len(), page.standing.len(), page.boxes.len()), (2, 1, 0));
    }
}
