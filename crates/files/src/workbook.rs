//! Where the cells of a sheet stand in its XML, for changing their values.

use std::collections::BTreeMap;
use std::ops::Range;

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use crate::write::formula::{Token, tokens};
use crate::xlsx::place;
use crate::xml::{Element, Node, walk_ranges};

/// A cell of a sheet.
#[derive(Clone, Default, Debug)]
pub struct Cell {
    pub row: u32,
    pub column: u32,
    pub kind: String,
    pub style: usize,
    pub value: String,
    pub formula: Option<Formula>,
    /// The content of a string that is kept in the cell itself.
    pub inline: Option<Range<usize>>,
    open: Range<usize>,
    end: usize,
    stored: Option<Range<usize>>,
}

/// A formula; one that is shared may have its words in another cell.
#[derive(Clone, Default, Debug)]
pub struct Formula {
    words: String,
    shared: Option<u32>,
    end: usize,
}

#[derive(Clone, Default)]
struct Row {
    number: u32,
    open: Range<usize>,
    close: usize,
}

#[derive(Default)]
pub struct SheetLayout {
    cells: BTreeMap<(u32, u32), Cell>,
    rows: BTreeMap<u32, Row>,
    /// For each shared formula the cell that has its words.
    shared: BTreeMap<u32, (u32, u32)>,
    pub is_protected: bool,
}

#[derive(Default)]
struct Walk {
    layout: SheetLayout,
    row: Row,
    cell: Cell,
    next: (u32, u32),
    in_value: bool,
    in_formula: bool,
    in_reading: bool,
    begun: usize,
}

impl SheetLayout {
    pub fn of(xml: &str) -> SheetLayout {
        let mut walk = Walk::default();
        walk_ranges(xml, &mut |node, range| match node {
            Node::Open(element) => walk.open(element, range),
            Node::Words(words) => walk.words(words),
            Node::Close(name) => walk.close(name, range),
        });
        walk.layout
    }

    pub fn cell(&self, place: (u32, u32)) -> Option<&Cell> {
        self.cells.get(&place)
    }

    pub fn formulas(&self) -> impl Iterator<Item = &Cell> {
        self.cells.values().filter(|cell| cell.formula.is_some())
    }

    /// The tokens of a cell's formula, which may be that of another cell moved here.
    pub fn tokens(&self, cell: &Cell) -> Vec<Token> {
        let Some(formula) = &cell.formula else { return Vec::new() };
        let first = formula.shared.filter(|_| formula.words.is_empty()).and_then(|id| self.shared.get(&id));
        match first.and_then(|first| Some((first, self.cells.get(first)?.formula.as_ref()?))) {
            Some(((row, column), shared)) => {
                let (down, across) =
                    (i64::from(cell.row) - i64::from(*row), i64::from(cell.column) - i64::from(*column));
                tokens(&shared.words, down, across)
            }
            None if formula.words.is_empty() => vec![Token::Name],
            None => tokens(&formula.words, 0, 0),
        }
    }

    /// The edit that gives a cell its style, its type and its content, which is told by the prefix of the sheet's elements; a cell
    /// that is not in the file is put into its row.
    pub fn with_cell(
        &self,
        xml: &str,
        at: (u32, u32),
        style: usize,
        kind: &str,
        content: &dyn Fn(&str) -> String,
    ) -> Option<(Range<usize>, String)> {
        if let Some(cell) = self.cells.get(&at) {
            let number = style.to_string();
            let mut set = Vec::new();
            if style != cell.style {
                set.push(("s", number.as_str()));
            }
            if !kind.is_empty() {
                set.push(("t", kind));
            }
            let dropped: &[&str] = if style != cell.style { &["t", "s"] } else { &["t"] };
            let open = retagged(&xml[cell.open.clone()], dropped, &set)?;
            let name = tag_name(&open);
            let open = open.strip_suffix("/>").map_or(open.clone(), |open| format!("{open}>"));
            let content = content(prefix(name));
            return Some((cell.open.start..cell.end, format!("{open}{content}</{name}>")));
        }
        let row = self.rows.get(&at.0).filter(|row| row.close > row.open.start)?;
        let name = format!("{}c", prefix(tag_name(&xml[row.open.clone()])));
        let kind = if kind.is_empty() { String::new() } else { format!(" t=\"{kind}\"") };
        let after = self.cells.range(at..=(at.0, u32::MAX)).next().map_or(row.close, |(_, cell)| cell.open.start);
        let content = content(prefix(&name));
        Some((after..after, format!("<{name} r=\"{}\"{kind}>{content}</{name}>", name_of(at))))
    }

    /// The edits that give a formula another result, or none.
    pub fn with_result(&self, xml: &str, cell: &Cell, result: Option<f64>) -> Vec<(Range<usize>, String)> {
        let Some(formula) = &cell.formula else { return Vec::new() };
        let Some(open) = retagged(&xml[cell.open.clone()], &["t"], &[]) else { return Vec::new() };
        let prefix = prefix(tag_name(&open)).to_string();
        let value = result.map(|result| format!("<{prefix}v>{result}</{prefix}v>")).unwrap_or_default();
        let stored = cell.stored.clone().unwrap_or(formula.end..formula.end);
        let mut edits = vec![(stored, value)];
        if open != xml[cell.open.clone()] {
            edits.push((cell.open.clone(), open));
        }
        edits
    }
}

impl Walk {
    fn open(&mut self, element: &Element, range: Range<usize>) {
        match element.name() {
            "row" => {
                let number = element.number::<u32>("r").map_or(self.next.0, |row| row.saturating_sub(1));
                self.row = Row { number, open: range.clone(), close: range.start };
                self.next = (number, 0);
            }
            "c" => {
                self.next = element.attribute("r").and_then(|name| place(&name)).unwrap_or(self.next);
                self.cell = Cell {
                    row: self.next.0,
                    column: self.next.1,
                    kind: element.attribute("t").unwrap_or_default(),
                    style: element.number("s").unwrap_or(0),
                    open: range,
                    ..Cell::default()
                };
            }
            "f" => {
                self.in_formula = true;
                let shared = element.attribute("t").filter(|kind| kind == "shared");
                let shared = shared.and_then(|_| element.number("si"));
                self.cell.formula = Some(Formula { shared, ..Formula::default() });
            }
            "v" => {
                self.cell.value.clear();
                self.in_value = true;
                self.begun = range.start;
            }
            "is" => self.begun = range.end,
            "rPh" => self.in_reading = true,
            "t" => self.in_value = !self.in_reading,
            "sheetProtection" => self.layout.is_protected = true,
            _ => {}
        }
    }

    fn words(&mut self, words: &str) {
        if self.in_value {
            self.cell.value.push_str(words);
        } else if self.in_formula
            && let Some(formula) = &mut self.cell.formula
        {
            formula.words.push_str(words);
        }
    }

    fn close(&mut self, name: &str, range: Range<usize>) {
        match name {
            "v" => {
                self.in_value = false;
                self.cell.stored = Some(self.begun..range.end);
            }
            "t" => self.in_value = false,
            "is" => self.cell.inline = Some(self.begun..range.start.max(self.begun)),
            "rPh" => self.in_reading = false,
            "f" => {
                self.in_formula = false;
                if let Some(formula) = &mut self.cell.formula {
                    formula.end = range.end;
                }
            }
            "c" => {
                let mut cell = std::mem::take(&mut self.cell);
                cell.end = range.end;
                let place = (cell.row, cell.column);
                if let Some(Formula { words, shared: Some(id), .. }) = &cell.formula
                    && !words.is_empty()
                {
                    self.layout.shared.entry(*id).or_insert(place);
                }
                self.layout.cells.entry(place).or_insert(cell);
                self.next = (place.0, place.1.saturating_add(1));
            }
            "row" => {
                self.row.close = range.start;
                let row = std::mem::take(&mut self.row);
                self.next = (row.number.saturating_add(1), 0);
                self.layout.rows.entry(row.number).or_insert(row);
            }
            _ => {}
        }
    }
}

/// The name of the element that a tag opens.
pub fn tag_name(tag: &str) -> &str {
    tag.trim_start_matches(['<', '/']).split([' ', '>', '/', '\t', '\n', '\r']).next().unwrap_or_default()
}

/// The prefix of an element's name, with its colon.
pub fn prefix(name: &str) -> &str {
    name.rfind(':').map_or("", |colon| &name[..=colon])
}

/// `BC12` for row 11, column 54.
pub fn name_of((row, column): (u32, u32)) -> String {
    let mut letters = Vec::new();
    let mut left = u64::from(column) + 1;
    while left > 0 {
        letters.push(char::from(b'A' + ((left - 1) % 26) as u8));
        left = (left - 1) / 26;
    }
    format!("{}{}", letters.iter().rev().collect::<String>(), u64::from(row) + 1)
}

/// An opening tag without some attributes and with others. None when it is no tag.
pub fn retagged(tag: &str, without: &[&str], with: &[(&str, &str)]) -> Option<String> {
    let mut reader = Reader::from_str(tag);
    reader.config_mut().check_end_names = false;
    let (start, end) = match reader.read_event().ok()? {
        Event::Start(start) => (start, ">"),
        Event::Empty(start) => (start, "/>"),
        _ => return None,
    };
    let mut out = BytesStart::new(tag_name(tag));
    for attribute in start.attributes().with_checks(false).flatten() {
        if !without.contains(&attribute.key.0) {
            out.push_attribute(attribute);
        }
    }
    with.iter().for_each(|attribute| out.push_attribute(*attribute));
    Some(format!("<{}{end}", &*out))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_named_as_in_the_sheet() {
        assert_eq!([(0, 0), (11, 54), (4, 701), (0, 702)].map(name_of), ["A1", "BC12", "ZZ5", "AAA1"]);
    }

    #[test]
    fn attributes_of_a_tag_are_left_away_and_added() {
        let tag = "<x:c r=\"A1\" s=\"2\" t=\"s\" a='&amp;'/>";
        let expected = "<x:c r=\"A1\" s=\"2\" a=\"&amp;\" t=\"n\"/>";
        assert_eq!(retagged(tag, &["t"], &[("t", "n")]).as_deref(), Some(expected));
        assert_eq!(retagged("words", &[], &[]), None);
    }
}
