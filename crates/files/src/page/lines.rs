//! Characters put into lines of words, parted where the gap between them is wide.

use super::Glyph;
use crate::table::join;

/// Words on one height, parted where the gap between them is wide.
#[derive(Clone, Debug)]
pub struct Line {
    pub fields: Vec<Field>,
    pub y0: f64,
    pub y1: f64,
    /// The edges of the text on its page.
    pub left: f64,
    pub right: f64,
    /// Above or below what is written on the page.
    pub in_margin: bool,
}

#[derive(Clone, Debug)]
pub struct Field {
    pub text: String,
    pub x0: f64,
    pub x1: f64,
}

impl Line {
    pub fn x0(&self) -> f64 {
        self.fields.first().map_or(0.0, |field| field.x0)
    }

    pub fn x1(&self) -> f64 {
        self.fields.last().map_or(0.0, |field| field.x1)
    }

    pub fn height(&self) -> f64 {
        self.y1 - self.y0
    }

    pub fn text(&self) -> String {
        let mut text = String::new();
        for field in &self.fields {
            if !text.is_empty() {
                text.push(' ');
            }
            text.push_str(&field.text);
        }
        text
    }
}

/// The words of a cell on one line.
pub fn words_in(glyphs: &[Glyph]) -> String {
    let mut text = String::new();
    if glyphs.iter().filter(|glyph| glyph.vertical).count() * 2 > glyphs.len() {
        glyphs.iter().for_each(|glyph| text.push_str(glyph.text.trim()));
        return text;
    }
    for line in lines_of(glyphs) {
        for field in &line.fields {
            join(&mut text, &field.text);
        }
    }
    text
}

/// Characters put into lines, from top to bottom.
pub fn lines_of(glyphs: &[Glyph]) -> Vec<Line> {
    let mut sorted: Vec<&Glyph> = glyphs.iter().collect();
    sorted.sort_by(|one, other| one.middle().1.total_cmp(&other.middle().1));
    let mut lines: Vec<Vec<&Glyph>> = Vec::new();
    let mut middle = f64::MIN;
    for glyph in sorted {
        let (_, y) = glyph.middle();
        match lines.last_mut() {
            Some(line) if y - middle < glyph.height() * 0.45 => line.push(glyph),
            _ => {
                lines.push(vec![glyph]);
                middle = y;
            }
        }
    }
    lines.into_iter().map(line_of).collect()
}

fn line_of(mut glyphs: Vec<&Glyph>) -> Line {
    glyphs.sort_by(|one, other| one.x0.total_cmp(&other.x0));
    let mut line = Line { fields: Vec::new(), y0: f64::MAX, y1: f64::MIN, left: 0.0, right: 0.0, in_margin: false };
    let mut before: Option<&Glyph> = None;
    for glyph in glyphs {
        line.y0 = line.y0.min(glyph.y0);
        line.y1 = line.y1.max(glyph.y1);
        let size = glyph.height();
        // A shadow: the same character printed twice to look bold.
        if before.is_some_and(|before| before.text == glyph.text && (glyph.x0 - before.x0).abs() < size * 0.15) {
            continue;
        }
        let gap = before.map_or(0.0, |before| glyph.x0 - before.x1);
        match line.fields.last_mut() {
            Some(field) if gap < size * 1.1 => {
                let words = |text: &str| text.chars().any(|c| c.is_ascii_alphanumeric());
                if gap > size * 0.18 && words(&glyph.text) && before.is_some_and(|before| words(&before.text)) {
                    field.text.push(' ');
                }
                field.text.push_str(glyph.text.trim());
                field.x1 = field.x1.max(glyph.x1);
            }
            _ => line.fields.push(Field { text: glyph.text.trim().to_string(), x0: glyph.x0, x1: glyph.x1 }),
        }
        before = Some(glyph);
    }
    line
}
