//! Numbers that Word writes by itself before paragraphs. Headings of reports often have them, so without them `一、` would be lost.

use crate::xml::{Node, walk};

/// Levels a list may have.
const LEVELS: usize = 9;
/// Lists, numbers and styles that are kept of each.
const MOST: usize = 10_000;

#[derive(Default)]
pub struct Numbering {
    /// All by their ids.
    lists: Vec<List>,
    numbers: Vec<Number>,
    styles: Vec<Style>,
}

/// An abstract list: its levels, and how far each has counted.
struct List {
    id: String,
    levels: Vec<Level>,
    counts: [u32; LEVELS],
}

/// A style that brings a number.
struct Style {
    id: String,
    number: String,
    level: usize,
}

/// A number id: the abstract list it stands for, and where its levels start again.
#[derive(Default)]
struct Number {
    id: String,
    list: String,
    starts: Vec<(usize, u32)>,
    begun: bool,
}

#[derive(Clone)]
struct Level {
    start: u32,
    format: String,
    text: String,
}

impl Default for Level {
    fn default() -> Level {
        Level { start: 1, format: "decimal".to_string(), text: String::new() }
    }
}

impl Numbering {
    pub fn read(numbering: &str, styles: &str) -> Numbering {
        let mut all = Numbering::default();
        all.read_lists(numbering);
        all.read_styles(styles);
        all.lists.sort_by(|one, other| one.id.cmp(&other.id));
        all.numbers.sort_by(|one, other| one.id.cmp(&other.id));
        all.styles.sort_by(|one, other| one.id.cmp(&other.id));
        all
    }

    fn read_lists(&mut self, xml: &str) {
        let mut level = None;
        let mut in_number = false;
        walk(xml, &mut |node| {
            let element = match node {
                Node::Open(element) => element,
                Node::Close("num") => return in_number = false,
                _ => return,
            };
            let value = element.attribute("val").unwrap_or_default();
            match element.name() {
                "abstractNum" if self.lists.len() < MOST => {
                    let id = element.attribute("abstractNumId").unwrap_or_default();
                    self.lists.push(List { id, levels: vec![Level::default(); LEVELS], counts: [0; LEVELS] });
                }
                "num" if self.numbers.len() < MOST => {
                    in_number = true;
                    let id = element.attribute("numId").unwrap_or_default();
                    self.numbers.push(Number { id, ..Number::default() });
                }
                "lvl" | "lvlOverride" => level = element.number::<usize>("ilvl").filter(|level| *level < LEVELS),
                "abstractNumId" => {
                    if let Some(number) = self.numbers.last_mut() {
                        number.list = value;
                    }
                }
                "startOverride" => {
                    if let (Some(number), Some(level), Ok(start)) = (self.numbers.last_mut(), level, value.parse()) {
                        number.starts.push((level, start));
                    }
                }
                name if !in_number => {
                    let Some(level) = level.and_then(|level| self.lists.last_mut()?.levels.get_mut(level)) else {
                        return;
                    };
                    match name {
                        "start" => level.start = value.parse().unwrap_or(1),
                        "numFmt" => level.format = value,
                        "lvlText" => level.text = value,
                        _ => {}
                    }
                }
                _ => {}
            }
        });
    }

    fn read_styles(&mut self, xml: &str) {
        let (mut style, mut number, mut level) = (String::new(), String::new(), 0);
        walk(xml, &mut |node| match node {
            Node::Open(element) => match element.name() {
                "style" => {
                    style = element.attribute("styleId").unwrap_or_default();
                    number.clear();
                    level = 0;
                }
                "numId" => number = element.attribute("val").unwrap_or_default(),
                "ilvl" => level = element.number("val").unwrap_or(0),
                _ => {}
            },
            Node::Close("style") if !number.is_empty() && self.styles.len() < MOST => {
                let (id, number) = (std::mem::take(&mut style), std::mem::take(&mut number));
                self.styles.push(Style { id, number, level });
            }
            _ => {}
        });
    }

    /// What a paragraph is numbered by: what it says itself, else what its style says.
    pub fn of(&self, style: &str, number: Option<&str>, level: Option<usize>) -> Option<(String, usize)> {
        let by_style = self.styles.binary_search_by(|known| known.id.as_str().cmp(style)).ok();
        let by_style = by_style.map(|index| &self.styles[index]);
        let number = number.map(str::to_string).or_else(|| by_style.map(|style| style.number.clone()))?;
        Some((number, level.or(by_style.map(|style| style.level)).unwrap_or(0)))
    }

    /// The number of the next paragraph of that list and level, as written; empty for bullets and unknown lists.
    pub fn next(&mut self, number: &str, level: usize) -> String {
        let number = self.numbers.binary_search_by(|known| known.id.as_str().cmp(number)).ok();
        let Some(number) = number.map(|index| &mut self.numbers[index]) else { return String::new() };
        let list = self.lists.binary_search_by(|known| known.id.cmp(&number.list)).ok();
        let Some(List { levels, counts, .. }) = list.map(|index| &mut self.lists[index]) else { return String::new() };
        if level >= LEVELS {
            return String::new();
        }
        if !std::mem::replace(&mut number.begun, true) {
            for &(level, start) in &number.starts {
                counts[level] = start.saturating_sub(1);
            }
        }
        for above in 0..=level {
            if counts[above] == 0 {
                counts[above] = levels[above].start.saturating_sub(u32::from(above == level));
            }
        }
        counts[level] = counts[level].saturating_add(1);
        counts[level + 1..].fill(0);
        if levels[level].format == "bullet" {
            return String::new();
        }
        let mut text = String::new();
        let mut chars = levels[level].text.chars();
        while let Some(c) = chars.next() {
            match c {
                '%' => {
                    let shown = chars.next().and_then(|digit| digit.to_digit(10)).unwrap_or(1) as usize;
                    let shown = shown.clamp(1, LEVELS) - 1;
                    text.push_str(&written(counts[shown], &levels[shown].format));
                }
                c => text.push(c),
            }
        }
        text
    }
}

fn written(number: u32, format: &str) -> String {
    match format {
        "none" => String::new(),
        "decimalFullWidth" => {
            number.to_string().chars().filter_map(|c| char::from_u32(c as u32 - 0x30 + 0xff10)).collect()
        }
        "decimalEnclosedCircle" | "decimalEnclosedCircleChinese" => char::from_u32(0x245f + number)
            .filter(|_| (1..=20).contains(&number))
            .map_or(number.to_string(), String::from),
        "lowerLetter" | "upperLetter" if (1..=26).contains(&number) => {
            let first = if format == "lowerLetter" { b'a' } else { b'A' };
            char::from(first + (number - 1) as u8).to_string()
        }
        _ if format.starts_with("chinese") || format.starts_with("ideograph") || format.starts_with("japanese") => {
            chinese(number)
        }
        _ => number.to_string(),
    }
}

/// A small number in Chinese numerals.
fn chinese(number: u32) -> String {
    const DIGITS: [char; 10] = ['〇', '一', '二', '三', '四', '五', '六', '七', '八', '九'];
    let digit = |number: u32| DIGITS[(number % 10) as usize];
    let mut text = String::new();
    match number {
        0..10 => text.push(digit(number)),
        10..100 => {
            if number >= 20 {
                text.push(digit(number / 10));
            }
            text.push('十');
            if !number.is_multiple_of(10) {
                text.push(digit(number));
            }
        }
        _ => return number.to_string(),
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_count_on_through_the_levels_below_them() {
        let xml = r#"<w:numbering><w:abstractNum w:abstractNumId="4">
            <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl>
            <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%2"/></w:lvl>
            </w:abstractNum><w:num w:numId="2"><w:abstractNumId w:val="4"/></w:num></w:numbering>"#;
        let styles = r#"<w:styles><w:style w:styleId="H"><w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:style></w:styles>"#;
        let mut numbering = Numbering::read(xml, styles);
        assert_eq!(numbering.of("H", None, None), Some(("2".to_string(), 0)));
        let numbers = [0, 1, 1, 0, 1].map(|level| numbering.next("2", level));
        assert_eq!(numbers, ["一、", "一.1", "一.2", "二、", "二.1"]);
        assert_eq!(chinese(10), "十");
        assert_eq!(chinese(21), "二十一");
    }
}
