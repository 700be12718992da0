//! Numbers that Word writes by itself before paragraphs. Headings of reports often have them, so without them `一、` would be lost.

use crate::xml::{Node, walk};

/// Levels a list may have.
pub const LEVELS: usize = 9;
/// Lists, numbers and styles that are kept of each.
pub const MOST: usize = 10_000;
/// Characters of a level's text. Word itself takes a few dozen.
const LONGEST_NUMBER: usize = 256;
/// Styles that are based on one another.
const DEEPEST: usize = 10;

#[derive(Default)]
pub struct Numbering {
    /// All by their ids.
    lists: Vec<List>,
    numbers: Vec<Number>,
    styles: Vec<Style>,
}

/// An abstract list: its levels, and how far each has counted.
pub struct List {
    id: String,
    levels: Vec<Level>,
    counts: [u32; LEVELS],
}

/// A style of paragraphs, which may bring a number or be based on one that does.
#[derive(Default)]
pub struct Style {
    pub id: String,
    pub based_on: String,
    pub number: Option<String>,
    pub level: Option<usize>,
}

/// A number id: the abstract list it stands for, and where its levels start again.
#[derive(Default)]
pub struct Number {
    id: String,
    list: String,
    pub starts: Vec<(usize, u32)>,
    begun: bool,
}

#[derive(Clone)]
pub struct Level {
    pub start: u32,
    /// As today's Word names it.
    pub format: String,
    /// `%1` stands for the number of the first level.
    pub text: String,
}

impl Default for Level {
    fn default() -> Level {
        Level { start: 1, format: "decimal".to_string(), text: String::new() }
    }
}

impl List {
    pub fn new(id: String, levels: Vec<Level>) -> List {
        List { id, levels, counts: [0; LEVELS] }
    }
}

impl Number {
    pub fn new(id: String, list: String) -> Number {
        Number { id, list, ..Number::default() }
    }
}

impl Numbering {
    pub fn new(mut lists: Vec<List>, mut numbers: Vec<Number>, mut styles: Vec<Style>) -> Numbering {
        for level in lists.iter_mut().flat_map(|list| &mut list.levels) {
            level.text.truncate(level.text.floor_char_boundary(LONGEST_NUMBER));
        }
        lists.sort_by(|one, other| one.id.cmp(&other.id));
        numbers.sort_by(|one, other| one.id.cmp(&other.id));
        styles.sort_by(|one, other| one.id.cmp(&other.id));
        Numbering { lists, numbers, styles }
    }

    pub fn read(numbering: &str, styles: &str) -> Numbering {
        let mut all = Numbering::default();
        all.read_lists(numbering);
        all.read_styles(styles);
        Numbering::new(all.lists, all.numbers, all.styles)
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
                    self.lists.push(List::new(id, vec![Level::default(); LEVELS]));
                }
                "num" if self.numbers.len() < MOST => {
                    in_number = true;
                    let id = element.attribute("numId").unwrap_or_default();
                    self.numbers.push(Number::new(id, String::new()));
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
        let mut style: Option<Style> = None;
        walk(xml, &mut |node| match node {
            Node::Open(element) => {
                let value = || element.attribute("val");
                match (element.name(), &mut style) {
                    ("style", _) => {
                        let id = element.attribute("styleId").unwrap_or_default();
                        style = Some(Style { id, ..Style::default() });
                    }
                    ("basedOn", Some(style)) => style.based_on = value().unwrap_or_default(),
                    ("numId", Some(style)) => style.number = value(),
                    ("ilvl", Some(style)) => style.level = element.number("val"),
                    _ => {}
                }
            }
            Node::Close("style") if self.styles.len() < MOST => self.styles.extend(style.take()),
            _ => {}
        });
    }

    /// What a paragraph is numbered by: what it says itself, else what its style says.
    pub fn of(&self, style: &str, number: Option<&str>, level: Option<usize>) -> Option<(String, usize)> {
        let (mut number, mut level, mut id) = (number.map(str::to_string), level, style);
        for _ in 0..DEEPEST {
            let Ok(index) = self.styles.binary_search_by(|known| known.id.as_str().cmp(id)) else { break };
            let style = &self.styles[index];
            number = number.or_else(|| style.number.clone());
            level = level.or(style.level);
            id = &style.based_on;
        }
        Some((number?, level.unwrap_or(0)))
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
        let styles = r#"<w:styles><w:style w:styleId="H"><w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:style>
            <w:style w:styleId="I"><w:basedOn w:val="H"/><w:pPr><w:numPr><w:ilvl w:val="1"/></w:numPr></w:pPr></w:style></w:styles>"#;
        let mut numbering = Numbering::read(xml, styles);
        assert_eq!(numbering.of("H", None, None), Some(("2".to_string(), 0)));
        assert_eq!(numbering.of("I", None, None), Some(("2".to_string(), 1)));
        let numbers = [0, 1, 1, 0, 1].map(|level| numbering.next("2", level));
        assert_eq!(numbers, ["一、", "一.1", "一.2", "二、", "二.1"]);
        assert_eq!(chinese(10), "十");
        assert_eq!(chinese(21), "二十一");
    }
}
