//! Cuts a text into what the tables are read from: the characters of labels, in one stream, and the figures between them.
//!
//! What a layout adds is only how figures are cut and how far apart they stand; nothing here knows the form.

use super::super::number::{self, CellText, Written};
use crate::text::TextRange;
use crate::text::{digit, folded, is_han, lines, trimmed};

/// A character of a label: Chinese and simplified, or the digit of an item number such as `4.`
#[derive(Clone, Copy, Debug)]
pub struct Key {
    pub c: char,
    pub span: TextRange,
    pub line: u32,
    /// Which cell of its line it stands in, from 0.
    pub field: u32,
    /// Blank lines and row ends before it, counted from the start.
    pub gaps: u32,
    /// Inside round brackets.
    pub bracketed: bool,
}

/// How far a figure stands from what comes before it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Break {
    /// No character between.
    None,
    /// Spaces, a tab or a pipe on the same line.
    Inline,
    /// The next line.
    Line,
    /// A blank line, or the mark of a row's end.
    Gap,
}

/// Something that can fill a cell.
#[derive(Clone, Debug)]
pub struct Figure {
    pub kind: FigureKind,
    pub span: TextRange,
    /// How many keys stand before it.
    pub keys_before: usize,
    pub gap: Break,
    pub gaps: u32,
    pub line: u32,
    /// Which cell of its line it stands in, from 0.
    pub field: u32,
}

#[derive(Clone, Debug)]
pub enum FigureKind {
    Number(Written),
    /// Digits that are no number of their own: leading zeros, or more digits than a number can have.
    Digits(Vec<u8>),
    /// A lone Chinese numeral without a mark of its cell: a number, or a letter of a vertical label.
    Numeral(Written),
    Placeholder,
    /// An empty cell.
    Blank,
    /// What a merged cell leaves between two pipes: no cell at all.
    Swallowed,
}

impl Figure {
    /// Whether it stands for a cell with something in it.
    pub fn is_filled(&self) -> bool {
        matches!(self.kind, FigureKind::Number(_) | FigureKind::Digits(_) | FigureKind::Placeholder)
    }

    pub fn has_digits(&self) -> bool {
        matches!(self.kind, FigureKind::Number(_) | FigureKind::Digits(_))
    }

    /// Its digits, when it is nothing but digits.
    pub fn digits(&self) -> Option<Vec<u8>> {
        match &self.kind {
            FigureKind::Number(Written { value, unit: None, .. }) => {
                let value = value.as_whole().filter(|value| *value >= 0)?;
                Some(value.to_string().bytes().map(|b| b - b'0').collect())
            }
            FigureKind::Digits(digits) => Some(digits.clone()),
            _ => None,
        }
    }

    /// The whole number it is.
    pub fn whole(&self) -> Option<i64> {
        match &self.kind {
            FigureKind::Number(written) | FigureKind::Numeral(written) => written.value.as_whole(),
            _ => None,
        }
    }
}

/// A text cut into keys and figures.
#[derive(Default, Debug)]
pub struct Scan {
    pub keys: Vec<Key>,
    pub figures: Vec<Figure>,
    /// Cells of each line; 0 where nothing parts them.
    pub fields: Vec<u32>,
    /// Most numbers are parted from the next by blank lines.
    pub gap_style: bool,
    /// Digits of neighbouring cells are run together.
    pub glued: bool,
    /// Most numbers stand on a line of their own.
    pub stacked: bool,
    /// Numbers are written in Chinese numerals: there are more of them than letters of vertical labels.
    pub numerals: bool,
}

/// A vertical label has one or two letters that are numerals.
const MANY_NUMERALS: usize = 6;

/// Cuts the shaped text within a place.
pub fn scan(text: &str, within: TextRange) -> Scan {
    let mut scanner = Scanner {
        text,
        scan: Scan::default(),
        pending: Break::Gap,
        gaps: 0,
        line: 0,
        field: 0,
        brackets: 0,
        last_pipe: LastPipe::NoPipe,
        parted: false,
        outer_pipes: outer_pipes(text, within),
    };
    for line in lines(text, within) {
        scanner.line(line);
        scanner.line += 1;
        scanner.scan.fields.push(scanner.field);
        scanner.field = 0;
        scanner.pending = scanner.pending.max(Break::Line);
    }
    let mut scan = scanner.scan;
    scan.gap_style = mostly(&scan.figures, |gap| gap == Break::Gap);
    scan.stacked = mostly(&scan.figures, |gap| gap >= Break::Line);
    scan.glued = is_glued(&scan.figures);
    scan.numerals =
        scan.figures.iter().filter(|figure| matches!(figure.kind, FigureKind::Numeral(_))).count() >= MANY_NUMERALS;
    scan
}

/// Where the last line with anything on it left the question what a lone pipe means.
#[derive(Clone, Copy, PartialEq, Eq)]
enum LastPipe {
    /// The last line with content had no pipe: a lone pipe parts two cells.
    NoPipe,
    /// A lone pipe that parts cells was the last line: one more means an empty cell.
    Separator,
    /// Cells end with a pipe of their own: a lone pipe is an empty cell.
    CellEnd,
}

struct Scanner<'a> {
    text: &'a str,
    scan: Scan,
    pending: Break,
    gaps: u32,
    line: u32,
    field: u32,
    /// Brackets left open by the line before.
    brackets: i32,
    last_pipe: LastPipe,
    /// Tabs or pipes part the cells of this line, or close the one on it.
    parted: bool,
    /// Rows begin with a pipe of their own, not with an empty cell.
    outer_pipes: bool,
}

impl Scanner<'_> {
    fn gap(&mut self) {
        if self.pending < Break::Gap {
            self.gaps += 1;
        }
        self.pending = Break::Gap;
    }

    fn line(&mut self, line: TextRange) {
        let content = line.of(self.text);
        let pipes = content.matches('|').count();
        let tabs = content.matches('\t').count();
        self.parted = pipes + tabs > usize::from(content.starts_with('\t'));
        if content.chars().all(|c| c == '|' || c.is_whitespace()) {
            match (pipes, tabs) {
                (0, 0) => self.gap(),
                (0, 1) => self.figure(FigureKind::Blank, line),
                (0, _) => self.tab_fields(line),
                (1, _) => self.lone_pipe(line),
                _ if is_empty_row(content) => self.pipe_fields(line),
                _ => self.gap(),
            }
            return;
        }
        if pipes > 0 {
            self.last_pipe = LastPipe::CellEnd;
            self.pipe_fields(line);
        } else {
            self.last_pipe = LastPipe::NoPipe;
            if tabs > 0 { self.tab_fields(line) } else { self.field(line) }
        }
    }

    fn lone_pipe(&mut self, line: TextRange) {
        match self.last_pipe {
            LastPipe::NoPipe => self.last_pipe = LastPipe::Separator,
            LastPipe::Separator | LastPipe::CellEnd => self.figure(FigureKind::Blank, line),
        }
    }

    /// Fields between tabs. A single tab before the only words is indentation.
    fn tab_fields(&mut self, line: TextRange) {
        let content = line.of(self.text);
        if content.starts_with('\t') && content.matches('\t').count() == 1 {
            return self.field(line);
        }
        for field in split(line, content, '\t') {
            if field.of(self.text).trim().is_empty() {
                self.figure(FigureKind::Blank, field)
            } else {
                self.field(field)
            }
            self.next_field();
        }
    }

    fn pipe_fields(&mut self, line: TextRange) {
        let content = line.of(self.text);
        let mut fields: Vec<TextRange> = split(line, content, '|').collect();
        let empty = |span: &TextRange| span.of(self.text).trim().is_empty();
        if self.outer_pipes && fields.first().is_some_and(empty) {
            fields.remove(0);
        }
        if fields.last().is_some_and(empty) {
            fields.pop();
        }
        // Bare pipes at the end of a row are what merged cells left, together with the space before them: `0 | ||`. Where no cell
        // has a space before its pipe, bare pipes without one may be empty cells.
        let trailing = fields.iter().rposition(|field| !empty(field)).map_or(0, |last| last + 1);
        let spaced = fields.iter().any(|field| !empty(field) && field.of(self.text).ends_with(char::is_whitespace));
        let space = (trailing..fields.len()).rev().find(|&index| !fields[index].is_empty());
        let merged_from = match space {
            // In a row without any number every cell that is set apart is an empty one.
            Some(index) if index + 1 < fields.len() => index + usize::from(trailing == 1 && index > 1),
            None if spaced => trailing,
            _ => fields.len(),
        };
        for (index, field) in fields.into_iter().enumerate() {
            match field.of(self.text).trim().is_empty() {
                true if index >= merged_from => self.figure(FigureKind::Swallowed, field),
                true => self.figure(FigureKind::Blank, field),
                false if field.of(self.text).contains('\t') => self.tab_fields(field),
                false => self.field(field),
            }
            self.next_field();
        }
    }

    fn next_field(&mut self) {
        self.pending = self.pending.max(Break::Inline);
        self.field += 1;
    }

    /// One cell, or one line of prose.
    fn field(&mut self, field: TextRange) {
        let place = trimmed(self.text, field);
        let words = place.of(self.text);
        match number::read(words) {
            Some(CellText::Placeholder) => return self.figure(FigureKind::Placeholder, place),
            Some(CellText::Number(written)) => {
                let kind =
                    if !self.parted && written.chinese && words.chars().count() == 1 && !matches!(words, "〇" | "零")
                    {
                        FigureKind::Numeral(written)
                    } else {
                        number_kind(words, written)
                    };
                return self.figure(kind, place);
            }
            None => {}
        }
        let parts: Vec<TextRange> = split_at_spaces(place, words).collect();
        let mut brackets = self.brackets;
        for (index, part) in parts.iter().enumerate() {
            let next = parts.get(index + 1).map_or("", |next| next.of(self.text));
            self.part(*part, next, index + 2 >= parts.len(), &mut brackets);
            self.pending = self.pending.max(Break::Inline);
        }
        self.brackets = if brackets > 0 && self.closes_soon(place.end) { brackets } else { 0 };
    }

    /// Whether a bracket left open at the end of a line is closed a little later, with nothing but words between.
    fn closes_soon(&self, from: usize) -> bool {
        const NEAR: usize = 60;
        let rest = self.text.get(from..).unwrap_or_default();
        let Some((end, _)) = rest.char_indices().take(NEAR).find(|&(_, c)| matches!(c, '(' | '（' | ')' | '）'))
        else {
            return false;
        };
        let figure = |word: &str| word.contains(|c| digit(c).is_some()) || matches!(word, "O" | "o" | "〇" | "零");
        rest.get(end..).unwrap_or_default().starts_with([')', '）'])
            && !rest.get(..end).unwrap_or_default().split_whitespace().any(figure)
    }

    /// A piece without spaces: a number by itself, or words with digits among them.
    fn part(&mut self, part: TextRange, next: &str, next_is_last: bool, brackets: &mut i32) {
        let words = part.of(self.text);
        if *brackets == 0 {
            let unit_follows = number::is_counted_in_prose(next) && !(next_is_last && is_unit(next));
            match number::read(words) {
                Some(CellText::Number(written)) if !written.chinese && !unit_follows => {
                    return self.figure(number_kind(words, written), part);
                }
                Some(CellText::Placeholder) if words.chars().all(|c| !is_han(c)) => {
                    return self.figure(FigureKind::Placeholder, part);
                }
                _ => {}
            }
        }
        self.words(part, next, brackets);
    }

    /// Words with digits among them: item numbers belong to labels, counts in a sentence to nobody, other digits are figures.
    fn words(&mut self, part: TextRange, next: &str, brackets: &mut i32) {
        let words = part.of(self.text);
        let mut characters = words.char_indices().peekable();
        let mut previous = None;
        // Where the last number that counts something ends.
        let mut counted: Option<usize> = None;
        while let Some((start, c)) = characters.next() {
            let here = |from: usize, to: usize| TextRange::new(part.start + from, part.start + to);
            match c {
                '(' | '（' | '〔' | '《' | '[' | '【' => *brackets += 1,
                ')' | '）' | '〕' | '》' | ']' | '】' => *brackets = (*brackets - 1).max(0),
                _ => {}
            }
            if digit(c).is_some() {
                let mut end = start + c.len_utf8();
                let mut last = (start, c);
                while let Some(&(at, d)) = characters.peek() {
                    let decimal_point =
                        d == '.' && words.get(at + 1..).unwrap_or_default().starts_with(|e| digit(e).is_some());
                    if digit(d).is_none() && !decimal_point && !counts_thousands(words.get(at..).unwrap_or_default()) {
                        break;
                    }
                    last = (at, d);
                    end = at + d.len_utf8();
                    characters.next();
                }
                let after = words.get(end..).unwrap_or_default();
                let mut following = after.chars();
                let is_item = following.next().is_some_and(|d| matches!(d, '.' | '．' | '、'))
                    && following.next().is_none_or(|e| digit(e).is_none());
                let number_end = if is_item { last.0 } else { end };
                let next = if after.is_empty() && next.is_empty() { self.wrapped_count(part.end) } else { next };
                let goes_on = counted.is_some_and(|end| start - end <= LISTED) && is_listed(after);
                if number::is_counted_in_prose(after) || goes_on {
                    counted = Some(end);
                }
                if number_end > start && *brackets == 0 && !goes_on && is_free(previous, after, next, is_item) {
                    let span = here(start, number_end);
                    let digits = span.of(self.text);
                    let kind = match number::read(digits) {
                        Some(CellText::Number(written)) => number_kind(digits, written),
                        _ => FigureKind::Digits(number::digits_of(digits)),
                    };
                    self.figure(kind, span);
                }
                if is_item && *brackets == 0 {
                    self.key(char::from(b'0' + digit(last.1).unwrap_or(0)), here(last.0, end), false);
                }
                previous = Some(last.1);
                continue;
            }
            let plain = folded(c);
            if is_han(plain) {
                self.key(plain, here(start, start + c.len_utf8()), *brackets > 0);
            } else if !c.is_whitespace() {
                self.pending = Break::None;
            }
            previous = Some(c);
        }
    }

    /// What follows a number that goes on at the beginning of the next line and counts something: 行政处罚12⏎8件.
    fn wrapped_count(&self, from: usize) -> &str {
        let rest = self.text.get(from..).unwrap_or_default().trim_start();
        let after = rest.trim_start_matches(|c| digit(c).is_some());
        let unit = after.chars().next().map_or(0, char::len_utf8);
        if after.len() < rest.len() && is_unit(after.get(..unit).unwrap_or_default()) { after } else { "" }
    }

    fn key(&mut self, c: char, span: TextRange, bracketed: bool) {
        let (line, field, gaps) = (self.line, self.field, self.gaps);
        self.scan.keys.push(Key { c, span, line, field, gaps, bracketed });
        self.pending = Break::None;
    }

    fn figure(&mut self, kind: FigureKind, span: TextRange) {
        let Scanner { pending: gap, gaps, line, field, .. } = *self;
        self.scan.figures.push(Figure { kind, span, keys_before: self.scan.keys.len(), gap, gaps, line, field });
        self.pending = Break::None;
    }
}

/// Whether most lines of several cells begin with a pipe.
fn outer_pipes(text: &str, within: TextRange) -> bool {
    let rows = lines(text, within)
        .map(|line| line.of(text).trim())
        .filter(|row| row.matches('|').count() > 1 && row.contains(|c: char| c != '|' && !c.is_whitespace()));
    let (with, without): (Vec<bool>, Vec<bool>) = rows.map(|row| row.starts_with('|')).partition(|&with| with);
    with.len() >= without.len()
}

/// Empty cells set apart by spaces, a row of them; bare pipes only mark its end.
fn is_empty_row(content: &str) -> bool {
    const FEWEST: usize = 3;
    let cells = content.trim().split('|').filter(|cell| !cell.is_empty()).count();
    cells >= FEWEST && !content.contains("||")
}

/// A run of digits with leading zeros is no number of its own.
fn number_kind(words: &str, written: Written) -> FigureKind {
    let digits = number::digits_of(words);
    let leading_zero = digits.len() > 1 && digits[0] == 0 && !words.contains(['.', '．']);
    if leading_zero { FigureKind::Digits(digits) } else { FigureKind::Number(written) }
}

/// Whether digits among words can be figures at all: not part of a word, a date, a document number or a counted thing.
fn is_free(previous: Option<char>, after: &str, next: &str, is_item: bool) -> bool {
    let joins = |c: char| c.is_ascii_alphabetic() || "第〔(（《./-—_:=?&@#%～~。；".contains(c);
    if previous.is_some_and(joins) {
        return false;
    }
    if is_item {
        return true;
    }
    match after.chars().next() {
        None => !number::is_counted_in_prose(next),
        Some(c) => {
            !number::is_counted_in_prose(after) && !c.is_ascii_alphanumeric() && !"〕)）》”\"'-—_:=?&@～~".contains(c)
        }
    }
}

/// The next number of a list follows the last within so many bytes: 许可9件、行政处罚12件.
const LISTED: usize = 30;

/// Whether one strange character stands between a number and the next of a list, as what is left of its unit: 4194轻、
fn is_listed(after: &str) -> bool {
    let mut following = after.chars();
    let strange = following.next().is_some_and(|c| is_han(c) && !crate::text::is_chinese_numeral(c));
    strange && following.next().is_some_and(|c| "、，。；".contains(c))
}

/// The rest of a number of thousands that counts something: ,236件.
fn counts_thousands(rest: &str) -> bool {
    let digits = |end: usize| rest.get(1..end).is_some_and(|digits| digits.bytes().all(|byte| byte.is_ascii_digit()));
    let after = rest.get(4..).unwrap_or_default();
    rest.starts_with(',') && digits(4) && (number::is_counted_in_prose(after) || counts_thousands(after))
}

fn is_unit(word: &str) -> bool {
    matches!(number::read(&format!("1{word}")), Some(CellText::Number(_)))
}

fn split(within: TextRange, content: &str, separator: char) -> impl Iterator<Item = TextRange> + '_ {
    let mut start = within.start;
    content.split(separator).map(move |field| {
        let span = TextRange::new(start, start + field.len());
        start = span.end + separator.len_utf8();
        span
    })
}

fn split_at_spaces(within: TextRange, content: &str) -> impl Iterator<Item = TextRange> + '_ {
    content.split_whitespace().map(move |part| {
        let start = within.start + (part.as_ptr() as usize - content.as_ptr() as usize);
        TextRange::new(start, start + part.len())
    })
}

/// Whether most filled figures that directly follow another one are parted from it in that way.
fn mostly(figures: &[Figure], way: impl Fn(Break) -> bool) -> bool {
    let neighbours = figures
        .windows(2)
        .filter(|pair| pair[0].keys_before == pair[1].keys_before && pair[0].is_filled() && pair[1].is_filled());
    let (so, otherwise): (Vec<bool>, Vec<bool>) = neighbours.map(|pair| way(pair[1].gap)).partition(|&so| so);
    so.len() > otherwise.len()
}

/// At least three runs with leading zeros, or three runs of seven digits and more.
fn is_glued(figures: &[Figure]) -> bool {
    const ENOUGH: usize = 3;
    let leading = figures.iter().filter(|figure| matches!(figure.kind, FigureKind::Digits(_))).count();
    let long = figures.iter().filter(|figure| figure.has_digits() && figure.span.end - figure.span.start >= 7).count();
    leading >= ENOUGH || long >= ENOUGH
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(text: &str) -> Scan {
        scan(text, TextRange::new(0, text.len()))
    }

    fn figures(text: &str) -> Vec<String> {
        cut(text)
            .figures
            .iter()
            .map(|figure| match &figure.kind {
                FigureKind::Number(written) => written.value.to_string(),
                FigureKind::Digits(_) => format!("#{}", figure.span.of(text)),
                FigureKind::Numeral(_) => "numeral".to_string(),
                FigureKind::Placeholder => "/".to_string(),
                FigureKind::Blank => "_".to_string(),
                FigureKind::Swallowed => "|".to_string(),
            })
            .collect()
    }

    fn keys(text: &str) -> String {
        cut(text).keys.iter().map(|key| key.c).collect()
    }

    #[test]
    fn the_digit_before_a_dot_belongs_to_the_label() {
        assert_eq!(figures("国家秘密00000004.保护第三方合法权益0000000"), ["#0000000", "#0000000"]);
        assert_eq!(keys("国家秘密00000004.保护"), "国家秘密4保护");
        assert_eq!(keys("1. 属于国家秘密"), "1属于国家秘密");
    }

    #[test]
    fn counts_in_sentences_are_no_figures() {
        assert!(figures("全年作出行政许可0件、行政处罚12件，共3类（其中2件）。").is_empty());
        assert!(figures("国办发〔2021〕30号，2021年1月1日，占51.8%").is_empty());
        assert!(figures("办理行政许可15,236件，行政处罚1,204,560元。").is_empty());
        assert!(
            figures("实施行政强制9个。12345热线满意。公示行政许可59件、行政处罚4194轻、行政强制516件。").is_empty()
        );
        assert_eq!(figures("行政许可15,236"), ["15", "236"]);
    }

    #[test]
    fn empty_cells_are_seen_between_separators() {
        assert_eq!(figures("规章\t0\t\t3"), ["0", "_", "3"]);
        assert_eq!(figures("\t规章\n\t0\n\t\n\t3"), ["0", "_", "3"]);
        assert_eq!(figures("| 规章 | 0 |   | 3 | ||"), ["0", "_", "3", "|", "|"]);
        assert_eq!(figures("规章 |\n0 |\n|\n3 |\n||"), ["0", "_", "3"]);
        assert_eq!(figures("规章\n|\n0\n|\n|\n3\n|"), ["0", "_", "3"]);
        assert_eq!(figures("规章 | 0 |\n规章 | 1 |\n| | 3 |"), ["0", "1", "_", "_", "3"]);
        assert_eq!(figures("规章 | 0 |\n| | | |\n||||"), ["0", "_", "_", "_", "_"]);
    }

    #[test]
    fn spaces_part_figures_and_units_stay_with_them() {
        assert_eq!(figures("三 2.其他法律 1 0 0 12"), ["1", "0", "0", "12"]);
        assert_eq!(figures("行政许可 12 件"), ["12"]);
        assert!(figures("作出行政许可 12 件、行政处罚 3 件。").is_empty());
    }
}
