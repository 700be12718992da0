//! Rich text (.rtf, and many a .doc): groups, control words, characters by number or in the code page of the file.

use crate::encoding;
use crate::error::{FileError, LONGEST_TEXT};
use crate::flow::{CELL, PARAGRAPH, PICTURE};
use crate::kind::Kind;
use crate::table::{Block, Cell, MOST_COLUMNS, Table, written};

/// Groups that hold no words of the text.
const LEFT_OUT: [&str; 26] = [
    "fonttbl",
    "colortbl",
    "stylesheet",
    "info",
    "header",
    "headerl",
    "headerr",
    "headerf",
    "footer",
    "footerl",
    "footerr",
    "footerf",
    "pict",
    // Settings of shapes, and shapes and pictures once more for older readers.
    "sp",
    "shprslt",
    "nonshppict",
    "fldinst",
    "listtable",
    "listoverridetable",
    "themedata",
    "footnote",
    "annotation",
    "xmlnstbl",
    "generator",
    "filetbl",
    "revtbl",
];
/// Groups that are starred and hold words or pictures all the same.
const STARRED: [&str; 3] = ["shptxt", "shpinst", "shppict"];
/// Groups within groups; what lies deeper is read as if it lay there.
const DEEPEST: usize = 200;

#[derive(Clone, Copy, Default)]
struct Group {
    left_out: bool,
    hidden: bool,
    /// How many bytes stand for a character given by number, for readers that do not know numbers.
    skip: usize,
}

#[derive(Default)]
struct Reader {
    blocks: Vec<Block>,
    open: Vec<Block>,
    line: String,
    /// Bytes in the code page of the file, not yet decoded.
    bytes: Vec<u8>,
    /// The code page of the file is one of the West, whatever its fonts may be.
    is_western: bool,
    /// The first half of a character given by two numbers.
    half: Option<u16>,
    in_table: bool,
    rows: Vec<Vec<Cell>>,
    row: Vec<Cell>,
    /// The right edges of the cells and whether each goes on from above or from the left.
    edges: Vec<(u32, bool, bool)>,
    below: bool,
    beside: bool,
    /// What the blocks take, in bytes.
    taken: usize,
}

pub fn read(bytes: &[u8]) -> Result<String, FileError> {
    let mut reader = Reader::default();
    let mut groups: Vec<Group> = Vec::new();
    let mut group = Group { skip: 1, ..Group::default() };
    let mut to_skip = 0;
    let mut starred = false;
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        at += 1;
        match byte {
            b'{' => {
                if groups.len() < DEEPEST {
                    groups.push(group);
                }
                to_skip = 0;
            }
            b'}' => {
                group = groups.pop().unwrap_or(group);
                to_skip = 0;
            }
            b'\\' => {
                let (control, next) = control(bytes, at);
                at = next;
                match control {
                    Control::Byte(byte) if to_skip > 0 => to_skip -= usize::from(byte > 0 || to_skip > 0),
                    Control::Byte(byte) => {
                        if !group.left_out && !group.hidden {
                            reader.bytes.push(byte);
                        }
                    }
                    Control::Symbol(b'*') => starred = true,
                    Control::Symbol(symbol) => {
                        if !group.left_out && !group.hidden {
                            reader.symbol(symbol);
                        }
                    }
                    Control::Word(word, number) => {
                        if word == "pict" && !group.left_out {
                            reader.picture();
                        }
                        // What is starred may be left out by a reader that does not know it.
                        group.left_out |= LEFT_OUT.contains(&word) || (starred && !STARRED.contains(&word));
                        starred = false;
                        match word {
                            "bin" => at = at.saturating_add(number.unwrap_or(0).max(0) as usize),
                            "uc" => group.skip = number.unwrap_or(1).clamp(0, 8) as usize,
                            "v" | "deleted" => group.hidden = number != Some(0),
                            "plain" => group.hidden = false,
                            "ansicpg" => reader.is_western = matches!(number, Some(1250..=1258)),
                            "u" if !group.left_out && !group.hidden => {
                                reader.unit(number.unwrap_or(0) as u16);
                                to_skip = group.skip;
                            }
                            _ if !group.left_out => reader.word(word, number),
                            _ => {}
                        }
                    }
                }
            }
            b'\r' | b'\n' => {}
            _ if to_skip > 0 => to_skip -= 1,
            _ if !group.left_out && !group.hidden => reader.bytes.push(byte),
            _ => {}
        }
    }
    if reader.taken > LONGEST_TEXT {
        return Err(FileError::TooLong);
    }
    let text = reader.finish();
    if text.trim().is_empty() && !groups.is_empty() {
        return Err(FileError::Damaged(Kind::Rtf));
    }
    Ok(text)
}

enum Control<'a> {
    Word(&'a str, Option<i32>),
    Symbol(u8),
    Byte(u8),
}

/// What stands behind a backslash, and where it ends.
fn control(bytes: &[u8], start: usize) -> (Control<'_>, usize) {
    let Some(&first) = bytes.get(start) else { return (Control::Symbol(b' '), start) };
    if first == b'\'' {
        let digit = |at: usize| bytes.get(at).and_then(|&byte| char::from(byte).to_digit(16));
        return match digit(start + 1).zip(digit(start + 2)) {
            Some((high, low)) => (Control::Byte((high * 16 + low) as u8), start + 3),
            None => (Control::Symbol(b' '), start + 1),
        };
    }
    if !first.is_ascii_alphabetic() {
        return (Control::Symbol(first), start + 1);
    }
    let run =
        |from: usize, fits: fn(&u8) -> bool| from + bytes[from..].iter().take(32).take_while(|byte| fits(byte)).count();
    let end = run(start, u8::is_ascii_alphabetic);
    let word = std::str::from_utf8(&bytes[start..end]).unwrap_or_default();
    let signed = end + usize::from(bytes.get(end) == Some(&b'-'));
    let last = run(signed, u8::is_ascii_digit);
    let number = std::str::from_utf8(&bytes[end..last]).ok().and_then(|digits| digits.parse().ok());
    let next = last + usize::from(bytes.get(last) == Some(&b' '));
    (Control::Word(word, number), next)
}

impl Reader {
    /// Decodes the bytes that wait.
    fn settle(&mut self) {
        if !self.bytes.is_empty() {
            let bytes = std::mem::take(&mut self.bytes);
            let pairs = bytes.windows(2).any(|pair| pair[0] > 0x80 && pair[1] > 0x80);
            let text = encoding::decode(&bytes, if self.is_western && !pairs { "windows-1252" } else { "gb18030" });
            self.line.push_str(&text);
        }
    }

    fn unit(&mut self, unit: u16) {
        self.settle();
        let units: Vec<u16> = self.half.take().into_iter().chain([unit]).collect();
        if units.len() == 1 && (0xd800..0xdc00).contains(&unit) {
            self.half = Some(unit);
            return;
        }
        self.line.extend(char::decode_utf16(units).map(|c| c.unwrap_or('\u{fffd}')));
    }

    fn symbol(&mut self, symbol: u8) {
        match symbol {
            b'\\' | b'{' | b'}' => self.bytes.push(symbol),
            b'~' => self.bytes.push(b' '),
            b'_' => self.bytes.push(b'-'),
            b'\r' | b'\n' => self.end_paragraph(),
            _ => {}
        }
    }

    fn picture(&mut self) {
        self.push(PICTURE.to_string());
    }

    fn word(&mut self, word: &str, number: Option<i32>) {
        match word {
            "par" | "sect" | "page" => self.end_paragraph(),
            "line" => {
                self.settle();
                self.line.push('\n');
            }
            "tab" => {
                self.settle();
                if !self.line.is_empty() {
                    self.line.push('\t');
                }
            }
            "emdash" => self.add('—'),
            "endash" => self.add('–'),
            "lquote" => self.add('‘'),
            "rquote" => self.add('’'),
            "ldblquote" => self.add('“'),
            "rdblquote" => self.add('”'),
            "bullet" => self.add('•'),
            "pard" => self.in_table = false,
            "intbl" => self.in_table = true,
            "trowd" => self.edges.clear(),
            "clvmrg" => self.below = true,
            "clmrg" => self.beside = true,
            "cellx" => {
                let edge = (number.unwrap_or(0).clamp(-100_000, 100_000) + 100_000) as u32;
                let flags = (std::mem::take(&mut self.below), std::mem::take(&mut self.beside));
                if self.edges.len() < MOST_COLUMNS as usize {
                    self.edges.push((edge, flags.0, flags.1));
                }
            }
            "cell" => self.end_cell(),
            "row" => self.end_row(),
            "nestcell" | "nestrow" => self.end_paragraph(),
            _ => {}
        }
    }

    fn add(&mut self, c: char) {
        self.settle();
        self.line.push(c);
    }

    fn push(&mut self, line: String) {
        self.taken += line.len() + PARAGRAPH;
        if self.taken <= LONGEST_TEXT {
            self.open.push(Block::Paragraph(line.into()));
        }
    }

    fn end_paragraph(&mut self) {
        self.settle();
        let line = std::mem::take(&mut self.line);
        self.push(line);
        if !self.in_table && self.row.is_empty() {
            self.end_table();
            self.blocks.append(&mut self.open);
        }
    }

    fn end_cell(&mut self) {
        self.settle();
        let line = std::mem::take(&mut self.line);
        self.push(line);
        self.taken += CELL;
        let blocks = std::mem::take(&mut self.open);
        if self.row.len() < MOST_COLUMNS as usize && self.taken <= LONGEST_TEXT {
            self.row.push(Cell { blocks, ..Cell::default() });
        }
    }

    /// The edges of a row may be told before its cells or after them.
    fn end_row(&mut self) {
        let mut left = 0;
        let mut row = Vec::new();
        for (index, mut cell) in std::mem::take(&mut self.row).into_iter().enumerate() {
            let known = self.edges.get(index).copied();
            let (edge, below, beside) = known.unwrap_or((left + 1, false, false));
            (cell.column, cell.end, cell.below) = (left, edge.max(left + 1), below);
            left = cell.end;
            if !beside {
                row.push(cell);
            }
        }
        if !row.is_empty() {
            self.rows.push(row);
        }
    }

    fn end_table(&mut self) {
        let mut rows = std::mem::take(&mut self.rows);
        if rows.is_empty() {
            return;
        }
        // Edges that differ by less than a point and a half are one.
        let mut edges: Vec<u32> = rows.iter().flatten().flat_map(|cell| [cell.column, cell.end]).collect();
        edges.sort_unstable();
        edges.dedup_by(|next, before| *next - *before < 30);
        let place = |edge: u32| edges.partition_point(|&known| known <= edge).saturating_sub(1) as u32;
        for cell in rows.iter_mut().flatten() {
            (cell.column, cell.end) = (place(cell.column), place(cell.end));
        }
        self.blocks.push(Block::Table(Table { rows }));
    }

    fn finish(mut self) -> String {
        self.settle();
        self.end_row();
        self.end_table();
        self.blocks.append(&mut self.open);
        self.blocks.push(Block::Paragraph(std::mem::take(&mut self.line).into()));
        written(&self.blocks).into_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn characters_come_by_number_and_in_the_code_page() {
        let text = read(
            br"{\rtf1\ansi\ansicpg936{\fonttbl{\f0 SimSun;}}\uc1\u-27069?\'bf\'aa \{1\}{\v x}{\*\unknown y}\par z}",
        );
        assert_eq!(text.as_deref(), Ok("陃开 {1}\nz\n"));
    }

    #[test]
    fn shapes_and_pictures_are_read_once() {
        let shape = r"{\shp{\*\shpinst{\sp{\sn shapeType}{\sv 202}}{\shptxt \pard a\par}}{\shprslt{\*\do\dptxbxtext b}\pard a\par}}";
        let picture = r"{\*\shppict{\pict 89}}{\nonshppict{\pict 89}}{\header{\pict 89}}";
        let text = read(format!(r"{{\rtf1\ansi\ansicpg1252 {shape}{picture}2020\'9612\par}}").as_bytes());
        assert_eq!(text.as_deref(), Ok("a\n[图片]\n2020–12\n\n"));
    }

    #[test]
    fn rows_have_their_edges() {
        let row = r"\trowd\cellx100\cellx900\cellx1200\intbl a\cell b\cell 1\cell\row";
        let next = r"\trowd\clvmrg\cellx100\cellx900\cellx1200\intbl \cell c\cell 2\cell\row";
        let wide = r"\trowd\cellx900\cellx1200\intbl d\cell 3\cell\row";
        let text = read(format!(r"{{\rtf1 {row}{next}{wide}\pard e\par}}").as_bytes());
        assert_eq!(text.as_deref(), Ok("a\tb\t1\n\tc\t2\nd\t\t3\n\ne\n\n"));
    }
}
