//! A sentence as classes of words and numbers.

use std::ops::Range;

use super::lexicons::WORDS;
use super::numbers::{self, Read};
use crate::report::{Explanation, FactKind};
use crate::text::Normalized;

/// What a word of a sentence is for the grammar. The words of each class stand in `lexicons`.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Class {
    /// Characters that no list knows.
    Unknown,
    Comma,
    /// 、
    Pause,
    Mark,
    /// A number that counts something.
    Number(Figure),
    /// A number that counts nothing: a date, an ordinal, a percentage.
    Explained(Explanation),
    Year(u16),
    Skip,
    All,
    Each,
    Join,
    Person,
    Own,
    OtherBody,
    Negation,
    None,
    Condition,
    LastYear,
    NextYear,
    SeveralYears,
    Disclosure,
    Application,
    /// 申请, which may be for something else.
    WeakApplication,
    /// 依申请公开文件, which may be what was published.
    LooseApplication,
    Receive,
    NewlyReceive,
    Accept,
    Close,
    Handle,
    Timely,
    Late,
    Carry,
    Rest,
    Part,
    Outcome(FactKind),
    Review,
    Suit,
    SuitDirect,
    SuitAfterReview,
    Result(&'static str),
    /// What is done with cases that others bring, or their losing.
    CompulsoryWays,
    Applicant(FactKind),
    Issue,
    Repeal,
    InForce,
    Document,
    Rule,
    License,
    Penalty,
    Coercion,
    Decide,
    /// 清单, 目录: what is listed was not decided.
    Listed,
    Collect,
    AdminFee,
    Fee,
    Publish,
    Info,
    Thing,
    Topic,
    Affairs,
    Channel,
    Ways,
    Through,
    Compare,
    Rate,
    Cause,
    EndsCause,
    Other,
    /// Numerals that are part of a word.
    Name,
}

/// A counting number and its unit.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Figure {
    /// None for a rounded number, or one with decimals.
    pub value: Option<i64>,
    pub unit: Unit,
    /// Where the unit begins, as an index of the sentence's characters.
    pub unit_start: usize,
}

/// What a number counts by its unit.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Unit {
    /// 件 份 宗 起 例: what is handled singly.
    Case,
    /// 条 项 个 次 篇 人次: cases, and much else.
    Loose,
    /// 元, with the number already in 元.
    Money,
    /// 名 场 期: never a case.
    Measure,
    None,
}

/// A word or number of a sentence, from its first character to the one after its last.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Token {
    pub class: Class,
    pub start: usize,
    pub end: usize,
}

impl Token {
    pub fn range(&self) -> Range<usize> {
        self.start..self.end
    }
}

/// Returns the tokens of a sentence, in order and without gaps.
pub fn tokens(flat: &Normalized) -> Vec<Token> {
    let words = words(flat);
    let mut next_word = words.iter().peekable();
    let mut found: Vec<Token> = Vec::new();
    let mut index = 0;
    while index < flat.len() {
        while next_word.peek().is_some_and(|word| word.start < index) {
            next_word.next();
        }
        let word = next_word.peek().filter(|word| word.start == index).copied();
        let number = || numbers::read_at(flat, index);
        let token = match (word, number()) {
            // 一件 in 一件事 is none, 五公开 neither; 3件 in 3件事 is one.
            (Some(word), Some((_, end))) if word.end >= end && word.class != Class::None => *word,
            (_, Some((read, end))) => Token { class: class_of(read), start: index, end },
            (Some(word), None) => *word,
            (None, None) => Token { class: mark(flat.at(index)), start: index, end: index + 1 },
        };
        index = token.end;
        match found.last_mut() {
            Some(last) if last.class == Class::Unknown && token.class == Class::Unknown => last.end = token.end,
            _ => found.push(token),
        }
    }
    found
}

fn class_of(read: Read) -> Class {
    match read {
        Read::Year(year) => Class::Year(year),
        Read::Figure(figure) => Class::Number(figure),
        Read::Explained(explanation) => Class::Explained(explanation),
    }
}

fn mark(c: Option<char>) -> Class {
    match c {
        Some(',') => Class::Comma,
        Some('、') => Class::Pause,
        Some('(' | ')' | ':' | '-' | '.' | '/' | '·' | '+' | '=' | '\'' | '"' | '*' | '#' | '…') => Class::Mark,
        _ => Class::Unknown,
    }
}

/// Returns the known words of a sentence by the indices of its characters.
fn words(flat: &Normalized) -> Vec<Token> {
    let line: String = flat.chars().iter().collect();
    let mut found = Vec::new();
    let mut chars = line.char_indices().map(|(at, _)| at).enumerate().peekable();
    // The index of the character that begins at a byte; asked for in order.
    let mut index_of = |byte: usize| {
        while chars.peek().is_some_and(|&(_, at)| at < byte) {
            chars.next();
        }
        chars.peek().map_or(flat.len(), |&(index, _)| index)
    };
    for (class, range) in WORDS.find_all(&line) {
        let start = index_of(range.start);
        let end = index_of(range.end);
        // 12345 is no name within 123456.
        let digit = |index: Option<char>| index.is_some_and(|c| c.is_ascii_digit());
        let cut = digit(flat.at(start)) && digit(flat.before(start)) || digit(flat.before(end)) && digit(flat.at(end));
        if !cut {
            found.push(Token { class, start, end });
        }
    }
    found
}
