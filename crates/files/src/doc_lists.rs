//! The lists of Word documents of 97 to 2003 (.doc): what their levels look like, and which styles have a number.

use crate::bytes::{part, size_at, u16_at, utf16};
use crate::numbering::{LEVELS, Level, List, MOST, Number, Numbering, Style};

/// Where the header says that the styles, the lists and their uses lie.
mod at {
    pub const STYLES: usize = 0xa2;
    pub const LISTS: usize = 0x2e2;
    pub const USES: usize = 0x2ea;
}

const LIST_SIZE: usize = 28;
const LEVEL_SIZE: usize = 28;
const USE_SIZE: usize = 16;

/// The numbering of a document. `number` finds the number and the level in the settings of a style.
pub fn numbering(main: &[u8], tables: &[u8], number: impl Fn(&[u8]) -> (Option<u16>, Option<u8>)) -> Numbering {
    let lists = lists(main, tables).unwrap_or_default();
    let numbers = uses(main, tables).unwrap_or_default();
    Numbering::new(lists, numbers, styles(main, tables, number).unwrap_or_default())
}

/// The lists, and behind all of them their levels.
fn lists(main: &[u8], tables: &[u8]) -> Option<Vec<List>> {
    let place = size_at(main, at::LISTS)?;
    size_at(main, at::LISTS + 4).filter(|size| *size > 0)?;
    let count = usize::from(u16_at(tables, place)?).min(MOST);
    let mut next = place + 2 + count * LIST_SIZE;
    let mut lists = Vec::new();
    for index in 0..count {
        let list = part(tables, place + 2 + index * LIST_SIZE, LIST_SIZE)?;
        let mut levels = vec![Level::default(); LEVELS];
        let of_list = if list[26] & 1 == 1 { 1 } else { LEVELS };
        for level in &mut levels[..of_list] {
            let Some((read, end)) = level_at(tables, next) else { return Some(lists) };
            (*level, next) = (read, end);
        }
        lists.push(List::new(size_at(list, 0)?.to_string(), levels));
    }
    Some(lists)
}

/// A level and where it ends. In its text the number of a level stands as a character of that code.
fn level_at(tables: &[u8], place: usize) -> Option<(Level, usize)> {
    let head = part(tables, place, LEVEL_SIZE)?;
    let words = place + LEVEL_SIZE + usize::from(head[24]) + usize::from(head[25]);
    let length = usize::from(u16_at(tables, words)?) * 2;
    let mut text = String::new();
    for c in utf16(part(tables, words + 2, length)?).chars() {
        match c as u32 {
            shown @ 0..9 => text.push_str(&format!("%{}", shown + 1)),
            _ => text.push(c),
        }
    }
    let format = match head[4] {
        3 => "upperLetter",
        4 => "lowerLetter",
        0x0a | 0x0b | 0x21 | 0x23 | 0x25 | 0x27 => "chineseCounting",
        0x0e => "decimalFullWidth",
        0x12 | 0x1c => "decimalEnclosedCircle",
        0x17 => "bullet",
        0xff => "none",
        _ => "decimal",
    };
    let start = u32::try_from(size_at(head, 0)?).unwrap_or(1);
    Some((Level { start, format: format.to_string(), text }, words + 2 + length))
}

/// What paragraphs name, counted from one: a list, and behind all of them where its levels start anew.
fn uses(main: &[u8], tables: &[u8]) -> Option<Vec<Number>> {
    let place = size_at(main, at::USES)?;
    size_at(main, at::USES + 4).filter(|size| *size > 0)?;
    let count = size_at(tables, place)?.min(MOST);
    let mut next = place + 4 + count * USE_SIZE;
    let mut numbers = Vec::new();
    for index in 0..count {
        let one = part(tables, place + 4 + index * USE_SIZE, USE_SIZE)?;
        let mut number = Number::new((index + 1).to_string(), size_at(one, 0)?.to_string());
        next += 4;
        for _ in 0..one[12] {
            let (Some(start), Some(flags)) = (size_at(tables, next), size_at(tables, next + 4)) else { break };
            next += 8;
            if flags & 0x10 != 0 && flags & 0xf < LEVELS {
                number.starts.push((flags & 0xf, u32::try_from(start).unwrap_or(1)));
            }
            if flags & 0x20 != 0 {
                next = level_at(tables, next).map_or(next, |(_, end)| end);
            }
        }
        numbers.push(number);
    }
    Some(numbers)
}

/// The styles by their places, which are their ids too.
fn styles(main: &[u8], tables: &[u8], number: impl Fn(&[u8]) -> (Option<u16>, Option<u8>)) -> Option<Vec<Style>> {
    let place = size_at(main, at::STYLES)?;
    let all = part(tables, place, size_at(main, at::STYLES + 4)?)?;
    let head = usize::from(u16_at(all, 0)?);
    let (count, base_size) = (usize::from(u16_at(all, 2)?).min(MOST), usize::from(u16_at(all, 4)?));
    let mut next = 2 + head;
    let mut styles = Vec::new();
    for index in 0..count {
        let Some(size) = u16_at(all, next).map(usize::from) else { break };
        let style = part(all, next + 2, size).unwrap_or_default();
        next += 2 + size + size % 2;
        let is_of_paragraphs = u16_at(style, 2).is_some_and(|kind| kind & 0xf == 1);
        let name = u16_at(style, base_size).map_or(0, usize::from);
        let settings = base_size + 2 + name * 2 + 2;
        let settings = u16_at(style, settings).and_then(|size| part(style, settings + 2, usize::from(size)));
        let settings = settings.filter(|_| is_of_paragraphs).and_then(|settings| settings.get(2..));
        let (number, level) = settings.map(&number).unwrap_or_default();
        styles.push(Style {
            id: index.to_string(),
            based_on: u16_at(style, 2).map(|kind| (kind >> 4).to_string()).unwrap_or_default(),
            number: number.map(|number| number.to_string()),
            level: level.map(usize::from),
        });
    }
    Some(styles)
}
