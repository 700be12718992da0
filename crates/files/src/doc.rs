//! Word documents of 97 to 2003 and of WPS (.doc, .wps): text in pieces, marks at the ends of paragraphs, cells and rows, and
//! beside it, in pages of 512 bytes, what each paragraph and run is.

use crate::bytes::{part, size_at, u16_at};
use crate::doc_lists;
use crate::encoding;
use crate::error::{FileError, LONGEST_TEXT};
use crate::flow::{CELL, PARAGRAPH, PICTURE};
use crate::kind::Kind;
use crate::numbering::Numbering;
use crate::ole::Compound;
use crate::table::{Block, Cell, MOST_COLUMNS, Table, written};

const WORD: u16 = 0xa5ec;
const WORD_95: u16 = 0xa5dc;
/// The first version that has its text in pieces of Unicode.
const WORD_97: u16 = 0x00c1;

/// Where the header keeps what is needed here.
mod at {
    pub const VERSION: usize = 0x02;
    pub const FLAGS: usize = 0x0a;
    pub const MAIN_LENGTH: usize = 0x4c;
    pub const BOXES_LENGTH: usize = 0x64;
    pub const RUNS: usize = 0xfa;
    pub const PARAGRAPHS: usize = 0x102;
    pub const PIECES: usize = 0x1a2;
}

/// Settings of paragraphs and tables, by their codes.
mod code {
    pub const IN_TABLE: u16 = 0x2416;
    pub const ROW_END: u16 = 0x2417;
    pub const NUMBER: u16 = 0x460b;
    pub const LEVEL: u16 = 0x260a;
    pub const HUGE: u16 = 0x6646;
    pub const TABLE: u16 = 0xd608;
    pub const DOWN_MERGE: u16 = 0xd62b;
    pub const DELETED: u16 = 0x0800;
    pub const HIDDEN: u16 = 0x083c;
}

/// Fields within fields.
const DEEPEST: usize = 64;
const MOST_CHARACTERS: usize = 500_000;
/// Settings that lie in a stream of their own, in bytes, for all paragraphs.
const MOST_FAR: usize = 16 * 1024 * 1024;
/// Edges of cells closer than this are one, in twentieths of a point.
const NEAR: i32 = 30;

/// A character and where it lies in the file.
#[derive(Clone, Copy)]
struct Placed {
    unit: char,
    place: usize,
}

pub fn read(compound: &mut Compound) -> Result<String, FileError> {
    let damaged = FileError::Damaged(Kind::Doc);
    let main = compound.stream("WordDocument").ok_or(damaged)?;
    let version = u16_at(&main, at::VERSION).ok_or(damaged)?;
    match u16_at(&main, 0) {
        Some(WORD) if version >= WORD_97 => {}
        Some(WORD | WORD_95) => return Err(FileError::OtherKind("Word 95 或更早的文档")),
        _ => return Err(damaged),
    }
    let flags = u16_at(&main, at::FLAGS).ok_or(damaged)?;
    if flags & 0x0100 != 0 {
        return Err(FileError::Encrypted(Kind::Doc));
    }
    let tables = compound.stream(if flags & 0x0200 != 0 { "1Table" } else { "0Table" }).ok_or(damaged)?;
    let data = compound.stream("Data").unwrap_or_default();
    let text = characters(&main, &tables).ok_or(damaged)?;
    if text.len() >= MOST_CHARACTERS {
        return Err(FileError::TooLong);
    }
    let length = |at: usize| size_at(&main, at).unwrap_or(0);
    let before_boxes = (0..6).fold(0, |sum: usize, index| sum.saturating_add(length(at::MAIN_LENGTH + index * 4)));
    let main_text = &text[..length(at::MAIN_LENGTH).min(text.len())];
    let from = before_boxes.min(text.len());
    let boxes = &text[from..from.saturating_add(length(at::BOXES_LENGTH)).min(text.len())];
    let settings = Settings {
        paragraphs: pages(&main, &tables, at::PARAGRAPHS),
        hidden: hidden(&main, &pages(&main, &tables, at::RUNS)),
        main: &main,
        data: &data,
        far_left: std::cell::Cell::new(MOST_FAR),
        taken: std::cell::Cell::new(0),
    };
    let mut numbering = doc_lists::numbering(&main, &tables, |settings| {
        let mut style = Paragraph::default();
        each_setting(settings, |code, value| style.take(code, value));
        (style.number, style.level)
    });
    let mut out = String::new();
    for text in [main_text, boxes] {
        let blocks = blocks(text, &settings, &mut numbering);
        if settings.is_full() {
            return Err(FileError::TooLong);
        }
        out.push_str(written(&blocks).as_str());
    }
    Ok(out)
}

/// All characters in the order of the text, which need not be that of the file.
fn characters(main: &[u8], tables: &[u8]) -> Option<Vec<Placed>> {
    let all = part(tables, size_at(main, at::PIECES)?, size_at(main, at::PIECES + 4)?)?;
    let mut at = 0;
    // Settings that pieces share come first.
    while all.get(at) == Some(&1) {
        at += 3 + usize::from(u16_at(all, at + 1)?);
    }
    if all.get(at) != Some(&2) {
        return None;
    }
    let pieces = part(all, at + 5, size_at(all, at + 1)?)?;
    let count = pieces.len().checked_sub(4)? / 12;
    let mut text = Vec::new();
    for index in 0..count {
        let (start, end) = (size_at(pieces, index * 4)?, size_at(pieces, index * 4 + 4)?);
        let place = size_at(pieces, (count + 1) * 4 + index * 8 + 2)?;
        let length = end.checked_sub(start)?.min(MOST_CHARACTERS.saturating_sub(text.len()));
        let narrow = place & 0x4000_0000 != 0;
        let place = if narrow { (place & 0x3fff_ffff) / 2 } else { place & 0x3fff_ffff };
        let size = if narrow { length } else { length * 2 };
        let bytes = main.get(place..place.saturating_add(size).min(main.len())).unwrap_or_default();
        match narrow {
            true => narrow_characters(bytes, place, &mut text),
            false => wide_characters(bytes, place, &mut text),
        }
        // Places count what is missing too.
        let wanted = end.min(MOST_CHARACTERS);
        while text.len() < wanted {
            text.push(Placed { unit: '\0', place });
        }
    }
    Some(text)
}

/// One byte each; two together where they are a character of GB2312.
fn narrow_characters(bytes: &[u8], place: usize, text: &mut Vec<Placed>) {
    let mut at = 0;
    while at < bytes.len() {
        let placed = |unit, at| Placed { unit, place: place + at };
        match bytes[at..] {
            [0xa1..=0xf7, 0xa1..=0xfe, ..] => {
                let pair = encoding::decode(&bytes[at..at + 2], "gb18030");
                text.push(placed(pair.chars().next().unwrap_or('\u{fffd}'), at));
                text.push(placed('\0', at + 1));
                at += 2;
            }
            [byte @ 0x80..=0x9f, ..] => {
                let latin = encoding::decode(&[byte], "windows-1252");
                text.push(placed(latin.chars().next().unwrap_or('\u{fffd}'), at));
                at += 1;
            }
            [byte, ..] => {
                text.push(placed(char::from(byte), at));
                at += 1;
            }
            [] => break,
        }
    }
}

fn wide_characters(bytes: &[u8], place: usize, text: &mut Vec<Placed>) {
    let units = bytes.chunks_exact(2).map(|pair| u16::from_le_bytes([pair[0], pair[1]]));
    let mut at = 0;
    for decoded in char::decode_utf16(units) {
        let unit = decoded.unwrap_or('\u{fffd}');
        text.push(Placed { unit, place: place + at });
        if unit.len_utf16() == 2 {
            text.push(Placed { unit: '\0', place: place + at + 2 });
        }
        at += unit.len_utf16() * 2;
    }
}

/// A page of settings: where in the file it begins to speak, and the page.
fn pages(main: &[u8], tables: &[u8], header: usize) -> Vec<(usize, usize)> {
    let list = size_at(main, header).zip(size_at(main, header + 4)).and_then(|(place, size)| part(tables, place, size));
    let Some(list) = list else { return Vec::new() };
    let count = list.len().saturating_sub(4) / 8;
    let page = |index: usize| {
        let number = size_at(list, (count + 1) * 4 + index * 4)? & 0x3f_ffff;
        Some((size_at(list, index * 4)?, number * 512))
    };
    (0..count).filter_map(page).collect()
}

struct Settings<'a> {
    paragraphs: Vec<(usize, usize)>,
    /// Places of characters that are deleted or hidden.
    hidden: Vec<(usize, usize)>,
    main: &'a [u8],
    data: &'a [u8],
    /// How much of what lies there may still be read.
    far_left: std::cell::Cell<usize>,
    /// What the paragraphs and the rows take with their numbers and edges, in bytes.
    taken: std::cell::Cell<usize>,
}

/// What the settings of a paragraph say, which may be the end of a row.
#[derive(Default)]
struct Paragraph {
    style: u16,
    /// The list it is numbered by, and the level there.
    number: Option<u16>,
    level: Option<u8>,
    in_table: bool,
    ends_row: bool,
    /// Edges of the cells, in twentieths of a point.
    edges: Vec<i32>,
    /// The flags of each cell.
    cells: Vec<u16>,
}

impl Settings<'_> {
    fn take(&self, bytes: usize) {
        self.taken.set(self.taken.get().saturating_add(bytes));
    }

    fn is_full(&self) -> bool {
        self.taken.get() > LONGEST_TEXT
    }

    /// The paragraph of these words, with its number.
    fn block(&self, paragraph: &Paragraph, words: String, numbering: &mut Numbering) -> Block {
        let words = paragraph.numbered(words, numbering);
        self.take(words.len() + PARAGRAPH);
        Block::Paragraph(words.into())
    }

    fn is_hidden(&self, place: usize) -> bool {
        let after = self.hidden.partition_point(|&(start, _)| start <= place);
        after > 0 && place < self.hidden[after - 1].1
    }

    /// The paragraph that ends with the character at that place.
    fn paragraph(&self, place: usize) -> Option<Paragraph> {
        let index = self.paragraphs.partition_point(|&(start, _)| start <= place).checked_sub(1)?;
        let page = part(self.main, self.paragraphs[index].1, 512)?;
        let count = usize::from(page[511]);
        let run = (0..count).find(|&run| {
            let (start, end) = (size_at(page, run * 4), size_at(page, run * 4 + 4));
            start.is_some_and(|start| start <= place) && end.is_some_and(|end| place < end)
        })?;
        let offset = usize::from(*page.get((count + 1) * 4 + run * 13)?) * 2;
        let (first, size) = match *page.get(offset)? {
            0 => (offset + 2, usize::from(*page.get(offset + 1)?) * 2),
            words => (offset + 1, usize::from(words) * 2 - 1),
        };
        let settings = part(page, first + 2, size.checked_sub(2)?)?;
        let mut paragraph = Paragraph { style: u16_at(page, first)?, ..Paragraph::default() };
        each_setting(settings, |code, value| match code {
            code::HUGE => {
                let far = size_at(value, 0)
                    .and_then(|place| part(self.data, place + 2, usize::from(u16_at(self.data, place)?)));
                let far = far.unwrap_or_default();
                if let Some(left) = self.far_left.get().checked_sub(far.len()) {
                    self.far_left.set(left);
                    each_setting(far, |code, value| paragraph.take(code, value));
                }
            }
            _ => paragraph.take(code, value),
        });
        Some(paragraph)
    }
}

impl Paragraph {
    /// The words behind their number, if there is one.
    fn numbered(&self, words: String, numbering: &mut Numbering) -> String {
        let number = self.number.map(|number| number.to_string());
        let level = self.level.map(usize::from);
        match numbering.of(&self.style.to_string(), number.as_deref(), level) {
            Some((number, level)) if !words.trim().is_empty() => numbering.next(&number, level) + &words,
            _ => words,
        }
    }

    /// Takes what concerns tables and numbers.
    fn take(&mut self, code: u16, value: &[u8]) {
        match code {
            code::NUMBER => self.number = u16_at(value, 0),
            code::LEVEL => self.level = value.first().copied(),
            code::IN_TABLE => self.in_table = value.first() == Some(&1),
            code::ROW_END => self.ends_row = value.first() == Some(&1),
            code::TABLE => {
                let count = value.first().copied().map_or(0, usize::from);
                let edge = |index: usize| u16_at(value, 1 + index * 2).map(|edge| i32::from(edge as i16));
                self.edges = (0..=count).filter_map(edge).collect();
                self.cells =
                    (0..count).map(|cell| u16_at(value, 1 + (count + 1) * 2 + cell * 20).unwrap_or(0)).collect();
            }
            code::DOWN_MERGE => {
                if let (Some(cell), Some(merge)) = (value.first(), value.get(1))
                    && let Some(flags) = self.cells.get_mut(usize::from(*cell))
                {
                    *flags = *flags & !0x60 | u16::from(*merge & 3) << 5;
                }
            }
            _ => {}
        }
    }
}

/// Settings one after another: a code, which says how long its value is.
fn each_setting(mut settings: &[u8], mut each: impl FnMut(u16, &[u8])) {
    while let Some(code) = u16_at(settings, 0) {
        let (first, size) = match code >> 13 {
            0 | 1 => (2, 1),
            2 | 4 | 5 => (2, 2),
            3 => (2, 4),
            7 => (2, 3),
            _ if code == code::TABLE => (4, usize::from(u16_at(settings, 2).unwrap_or(0)).saturating_sub(1)),
            _ => (3, settings.get(2).copied().map_or(0, usize::from)),
        };
        let Some(value) = part(settings, first, size) else { break };
        each(code, value);
        settings = &settings[first + size..];
    }
}

/// Where characters are deleted by a tracked change, or hidden.
fn hidden(main: &[u8], pages: &[(usize, usize)]) -> Vec<(usize, usize)> {
    let mut hidden = Vec::new();
    for page in pages.iter().filter_map(|&(_, page)| part(main, page, 512)) {
        let count = usize::from(page[511]);
        for run in 0..count {
            let Some(offset) = page.get((count + 1) * 4 + run).map(|&half| usize::from(half) * 2) else { break };
            if offset == 0 {
                continue;
            }
            let settings = page.get(offset).and_then(|&size| part(page, offset + 1, usize::from(size)));
            let mut is_hidden = false;
            each_setting(settings.unwrap_or_default(), |code, value| {
                is_hidden |= matches!(code, code::DELETED | code::HIDDEN) && value.first() == Some(&1);
            });
            if let (true, Some(start), Some(end)) = (is_hidden, size_at(page, run * 4), size_at(page, run * 4 + 4)) {
                hidden.push((start, end));
            }
        }
    }
    hidden.sort_unstable();
    hidden
}

/// Paragraphs and tables of a stretch of text.
fn blocks(text: &[Placed], settings: &Settings, numbering: &mut Numbering) -> Vec<Block> {
    let mut blocks = Vec::new();
    let mut rows: Vec<(Vec<Vec<Block>>, Paragraph)> = Vec::new();
    let mut cells: Vec<Vec<Block>> = Vec::new();
    // Paragraphs since the last mark: those of the cell that is being read, or of no table.
    let mut open: Vec<Block> = Vec::new();
    let mut line = String::new();
    // The fields that are open, and whether their codes are still being told.
    let mut fields: Vec<bool> = Vec::new();
    for &Placed { unit, place } in text {
        if settings.is_full() {
            break;
        }
        match unit {
            '\u{13}' if fields.len() < DEEPEST => fields.push(true),
            '\u{14}' => fields.iter_mut().last().into_iter().for_each(|in_code| *in_code = false),
            '\u{15}' => drop(fields.pop()),
            '\r' | '\u{c}' | '\u{e}' => {
                fields.clear();
                let paragraph = settings.paragraph(place).unwrap_or_default();
                open.push(settings.block(&paragraph, std::mem::take(&mut line), numbering));
                if !paragraph.in_table {
                    if !rows.is_empty() {
                        blocks.push(Block::Table(table(std::mem::take(&mut rows))));
                    }
                    blocks.extend(std::mem::take(&mut cells).into_iter().flatten());
                    blocks.append(&mut open);
                }
            }
            '\u{7}' => {
                fields.clear();
                let paragraph = settings.paragraph(place).unwrap_or_default();
                match paragraph.ends_row {
                    true => {
                        settings.take(CELL + paragraph.edges.len() * 8);
                        rows.push((std::mem::take(&mut cells), paragraph));
                    }
                    false => {
                        open.push(settings.block(&paragraph, std::mem::take(&mut line), numbering));
                        cells.push(std::mem::take(&mut open));
                    }
                }
            }
            _ if fields.contains(&true) || settings.is_hidden(place) => {}
            '\u{b}' => line.push('\n'),
            '\t' if !line.is_empty() => line.push('\t'),
            '\u{1e}' => line.push('-'),
            '\u{1}' => open.push(Block::Paragraph(PICTURE.to_string().into())),
            c if c >= ' ' => line.push(c),
            _ => {}
        }
    }
    if !rows.is_empty() {
        blocks.push(Block::Table(table(rows)));
    }
    blocks.extend(cells.into_iter().flatten());
    blocks.append(&mut open);
    blocks.push(Block::Paragraph(line.into()));
    blocks
}

fn table(rows: Vec<(Vec<Vec<Block>>, Paragraph)>) -> Table {
    let mut edges: Vec<i32> = rows.iter().flat_map(|(_, end)| end.edges.iter().copied()).collect();
    edges.sort_unstable();
    edges.dedup_by(|next, before| *next - *before < NEAR);
    edges.truncate(MOST_COLUMNS as usize);
    let column = |edge: i32| edges.partition_point(|&known| known <= edge).saturating_sub(1) as u32;
    let mut table = Table::default();
    for (cells, end) in rows {
        let mut row = Vec::new();
        for (index, blocks) in cells.into_iter().enumerate().take(MOST_COLUMNS as usize) {
            let flags = end.cells.get(index).copied().unwrap_or(0);
            // Merged with the cell to the left.
            if flags & 3 == 2 {
                continue;
            }
            let edge = |index: usize| end.edges.get(index).map(|&edge| column(edge));
            let start = edge(index).unwrap_or(index as u32);
            let below = flags & 0x60 == 0x20;
            row.push(Cell {
                column: start,
                end: edge(index + 1).unwrap_or(start + 1),
                below,
                blocks,
                ..Cell::default()
            });
        }
        table.rows.push(row);
    }
    table
}
