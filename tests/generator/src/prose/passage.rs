//! The prose of a report, composed by chance, and what is true of every number in it.

use std::collections::BTreeMap;
use std::ops::Range;

use gouji::form::{CellId, Edition};

use super::frames::{self, Frames};
use super::quantities::{cells, number};
use super::words::class;
use crate::dice::Dice;
use crate::sound::Report;

/// What a number, or a statement that there was none, speaks of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Meaning {
    /// The sum of these cells, for each quantity that is named.
    Cells(Vec<Vec<CellId>>),
    /// Nothing that the tables hold.
    Beside,
}

/// A number as the prose says it.
#[derive(Clone, Debug)]
pub struct Said {
    /// Where the number stands in its paragraph; the whole clause where none is said without a number.
    pub range: Range<usize>,
    pub value: i64,
    pub meaning: Meaning,
    /// Whether digits or numerals stand there.
    pub in_numerals: bool,
    /// The frame it came from, and where the words of that frame stand.
    pub frame: &'static str,
    pub words: Range<usize>,
}

impl Said {
    /// Returns the cells of each quantity that is named.
    pub fn sums(&self) -> &[Vec<CellId>] {
        match &self.meaning {
            Meaning::Cells(sums) => sums,
            Meaning::Beside => &[],
        }
    }
}

/// A paragraph with the numbers it says.
#[derive(Clone, Debug, Default)]
pub struct Paragraph {
    pub text: String,
    pub said: Vec<Said>,
}

/// The prose of one report.
#[derive(Clone, Debug)]
pub struct Passage {
    pub paragraphs: Vec<Paragraph>,
    /// Whether every number agrees with the tables.
    pub agrees: bool,
}

/// What belongs together in section one, paragraph by paragraph.
const HEADS: [[&str; 5]; 3] = [
    ["（一）主动公开。", "（二）依申请公开。", "（三）政府信息管理。", "（四）平台建设。", "（五）监督保障。"],
    ["1.主动公开情况。", "2.依申请公开情况。", "3.政府信息管理情况。", "4.平台建设情况。", "5.监督保障情况。"],
    ["主动公开方面，", "依申请公开方面，", "政府信息管理方面，", "平台建设方面，", "监督保障方面，"],
];
const FILLING: [&str; 5] = [
    "围绕群众关心的事项及时公开",
    "畅通渠道、规范流程",
    "公文拟制时确定公开属性，发布前经过保密审查",
    "维护网站专栏，做好便民查询",
    "把公开工作纳入年度考核，社会评议良好，没有责任追究的情形",
];

impl Passage {
    /// Composes the prose of a report. Where it does not agree, some of the numbers are others than those of the tables.
    pub fn draw(report: &Report, agrees: bool, dice: &mut Dice) -> Passage {
        let mut writer = Writer { report, agrees, dice, numbers: BTreeMap::new(), paragraph: Paragraph::default() };
        let heads = *writer.dice.pick(&HEADS);
        let mut paragraphs = Vec::new();
        for (index, head) in heads.into_iter().enumerate() {
            writer.plain(head);
            writer.sentence(FILLING[index]);
            writer.perhaps_beside();
            match index {
                0 => writer.decisions(),
                1 => {
                    writer.requests();
                    writer.perhaps_beside();
                    writer.disputes();
                }
                2 => writer.documents(),
                3 => {}
                _ => writer.fees(),
            }
            writer.perhaps_beside();
            paragraphs.push(std::mem::take(&mut writer.paragraph));
        }
        // A number that was drawn and never said does not differ.
        let agrees = |said: &Said| {
            said.sums().iter().all(|sum| sum.iter().map(|cell| report.number(*cell)).sum::<i64>() == said.value)
        };
        let agrees = paragraphs.iter().flat_map(|paragraph: &Paragraph| &paragraph.said).all(agrees);
        Passage { paragraphs, agrees }
    }
}

struct Writer<'a> {
    report: &'a Report,
    agrees: bool,
    dice: &'a mut Dice,
    /// What the prose says of each quantity: the same wherever it is said again.
    numbers: BTreeMap<&'static str, i64>,
    paragraph: Paragraph,
}

impl Writer<'_> {
    fn plain(&mut self, words: &str) {
        self.paragraph.text.push_str(words);
    }

    fn sentence(&mut self, frame: &'static str) {
        self.frame(frame);
        self.plain("。");
    }

    fn perhaps_beside(&mut self) {
        for _ in 0..self.dice.below(3) {
            self.one_of(frames::BESIDE);
            self.plain("。");
        }
    }

    fn stop(&mut self, stops: &[&str]) {
        let stop = *self.dice.pick(stops);
        self.plain(stop);
    }

    /// What the prose says of a quantity.
    fn value(&mut self, name: &'static str) -> i64 {
        if let Some(known) = self.numbers.get(name) {
            return *known;
        }
        let own = number(name, self.report);
        let value = if self.agrees || self.dice.percent(70) { own } else { self.other_than(own) };
        self.numbers.insert(name, value);
        value
    }

    fn other_than(&mut self, own: i64) -> i64 {
        match own {
            0 => self.dice.between(1, 12),
            _ if self.dice.percent(15) => 0,
            _ if self.dice.percent(50) => own + self.dice.between(1, 9),
            _ => own * 10 + self.dice.between(0, 9),
        }
    }

    fn is_none(&mut self, name: &'static str) -> bool {
        self.value(name) == 0
    }

    fn one_of(&mut self, frames: Frames) {
        let fitting: Vec<&'static str> = frames.iter().copied().filter(|frame| self.fits(frame)).collect();
        if !fitting.is_empty() {
            let frame = *self.dice.pick(&fitting);
            self.frame(frame);
        }
    }

    /// Whether the form has the quantities of a frame, and whether what it says of several at once is true.
    fn fits(&mut self, frame: &'static str) -> bool {
        let holes = holes(frame);
        holes.into_iter().all(|hole| match hole {
            Hole::Number(names) => {
                let values: Vec<i64> = names.iter().map(|name| self.value(name)).collect();
                let known = names.iter().all(|name| !cells(name, self.report.form).is_empty());
                known && values.iter().all(|value| *value == values[0])
            }
            Hole::None(name) => self.is_none(name) && !cells(name, self.report.form).is_empty(),
            Hole::Beside(_) | Hole::Sum(_) | Hole::Part(_) | Hole::Rest(_) | Hole::Class(_) | Hole::Words(_) => true,
        })
    }

    /// Writes a frame with its holes filled.
    fn frame(&mut self, frame: &'static str) {
        let (start, first) = (self.paragraph.text.len(), self.paragraph.said.len());
        let mut nones = Vec::new();
        let holes = holes(frame);
        let others: Vec<i64> = holes.iter().map(|hole| self.other(hole)).collect();
        let mut part = 0;
        let is_share = |words: &Hole| matches!(words, Hole::Words(words) if words.starts_with('%'));
        let shares: Vec<bool> = (1..=holes.len()).map(|next| holes.get(next).is_some_and(is_share)).collect();
        for (index, hole) in holes.into_iter().enumerate() {
            match hole {
                Hole::Beside(_) if shares[index] => {
                    let start = self.paragraph.text.len();
                    self.plain(&others[index].to_string());
                    self.say(start..self.paragraph.text.len(), others[index], Meaning::Beside, true);
                }
                Hole::Words(words) => self.plain(words),
                Hole::Class(name) => self.word(name),
                Hole::Beside(_) => self.number(others[index], Meaning::Beside),
                Hole::Sum(_) => self.number(others[index..].iter().sum(), Meaning::Beside),
                Hole::Part(name) => {
                    let whole = self.value(name);
                    part = self.dice.between(0, whole);
                    self.number(part, Meaning::Beside);
                }
                Hole::Rest(name) => {
                    let whole = self.value(name);
                    self.number(whole - part, Meaning::Beside);
                }
                Hole::Number(names) => {
                    let value = self.value(names[0]);
                    let sums = names.iter().map(|name| cells(name, self.report.form)).collect();
                    self.number(value, Meaning::Cells(sums));
                }
                Hole::None(name) => nones.push(cells(name, self.report.form)),
            }
        }
        let words = start..self.paragraph.text.len();
        if !nones.is_empty() {
            self.say(words.clone(), 0, Meaning::Cells(nones), false);
        }
        for said in &mut self.paragraph.said[first..] {
            (said.frame, said.words) = (frame, words.clone());
        }
    }

    /// Draws a number that belongs to no table; 0 for any other hole.
    fn other(&mut self, hole: &Hole) -> i64 {
        match hole {
            Hole::Beside(most) => self.dice.between(1, *most),
            Hole::Sum(more) => self.dice.between(0, *more),
            _ => 0,
        }
    }

    /// Writes a word of a class; the words may have classes of their own.
    fn word(&mut self, name: &str) {
        let year = i64::from(self.report.year);
        let written = match name {
            "year" => year.to_string(),
            "last" => (year - 1).to_string(),
            "next" => (year + 1).to_string(),
            "org" => self.report.organization.clone(),
            "镇" => if self.report.organization.contains('镇') { "镇" } else { "乡" }.to_string(),
            _ => {
                let words = class(name).unwrap_or_else(|| panic!("{name} is no class"));
                let chosen = *self.dice.pick(words);
                for hole in holes(chosen) {
                    match hole {
                        Hole::Class(inner) => self.word(inner),
                        Hole::Words(words) => self.plain(words),
                        _ => {}
                    }
                }
                return;
            }
        };
        self.plain(&written);
    }

    fn say(&mut self, range: Range<usize>, value: i64, meaning: Meaning, in_numerals: bool) {
        self.paragraph.said.push(Said { range, value, meaning, in_numerals, frame: "", words: 0..0 });
    }

    fn number(&mut self, value: i64, meaning: Meaning) {
        let written = self.written(value);
        let bare = written.trim();
        let start = self.paragraph.text.len() + written.len() - written.trim_start().len();
        let range = start..start + bare.len();
        self.paragraph.text.push_str(&written);
        self.say(range, value, meaning, true);
    }

    /// A number as clerks write it.
    fn written(&mut self, value: i64) -> String {
        let plain = value.to_string();
        match self.dice.below(100) {
            0..8 if (1..100).contains(&value) => in_chinese(value),
            8..13 => plain.chars().filter_map(|digit| char::from_u32(u32::from(digit) + 0xfee0)).collect(),
            13..18 => format!(" {plain} "),
            18..60 if value >= 1000 => format!("{},{:03}", value / 1000, value % 1000),
            _ => plain,
        }
    }

    fn requests(&mut self) {
        let none = self.is_none("received") && self.is_none("all");
        if none && self.is_none("closed") {
            self.one_of(frames::NONE_RECEIVED);
            match self.dice.below(4) {
                0 => {
                    self.plain("，");
                    self.carried_in();
                }
                1 => {
                    self.plain("，");
                    self.carried_out();
                }
                _ => {}
            }
            self.plain("。");
            return;
        }
        if self.is_none("received") {
            self.one_of(frames::NONE_RECEIVED);
        } else if self.is_none("carried_in") && self.dice.percent(30) {
            self.one_of(frames::ACCEPTED);
        } else if !self.is_none("carried_in") && self.dice.percent(30) {
            self.one_of(frames::RECEIVED_AND_CARRIED);
        } else {
            self.one_of(frames::RECEIVED);
            if self.dice.percent(30) {
                self.one_of(frames::ABOUT_RECEIVED);
            } else if self.dice.percent(35) {
                self.applicants();
            } else if self.dice.percent(40) {
                self.stop(&["，", "；", "，"]);
                self.carried_in();
            }
        }
        self.stop(&["。", "。", "；", "，"]);
        if self.dice.percent(80) {
            self.closed();
        } else {
            self.outcomes();
        }
        if self.dice.percent(50) {
            self.stop(&["，", "。", "；"]);
            self.carried_out();
        }
        self.plain("。");
    }

    fn applicants(&mut self) {
        self.stop(&["，其中", "，其中：", "。其中，", "。其中", "，按申请人分，"]);
        self.one_of(frames::INDIVIDUALS);
        self.stop(&["，", "、", "；"]);
        let all = self.value("organizations") == self.value("company") && self.dice.percent(60);
        self.one_of(if all { frames::COMPANIES } else { frames::ORGANIZATIONS });
    }

    fn carried_in(&mut self) {
        let none = self.is_none("carried_in");
        self.one_of(if none { frames::NONE_CARRIED_IN } else { frames::CARRIED_IN });
    }

    fn carried_out(&mut self) {
        let none = self.is_none("carried_out");
        self.one_of(if none { frames::NONE_CARRIED_OUT } else { frames::CARRIED_OUT });
    }

    fn closed(&mut self) {
        self.one_of(frames::CLOSED);
        match self.dice.below(6) {
            0 => {}
            1 => {
                self.plain("（");
                self.outcomes();
                self.plain("）");
            }
            2 => {
                self.plain("。其中");
                self.outcomes();
            }
            _ => {
                self.stop(&["，其中", "，其中：", "，具体为：", "，具体为", "。其中，", "：", "，分别为："]);
                self.outcomes();
            }
        }
    }

    /// The outcomes that occurred, one or two rows of the form by name, sometimes one that did not occur.
    fn outcomes(&mut self) {
        let groups: [(&'static str, Frames); 6] = [
            ("granted", frames::GRANTED),
            ("granted_in_part", frames::GRANTED_IN_PART),
            ("denied", frames::DENIED),
            ("unavailable", frames::UNAVAILABLE),
            ("declined", frames::DECLINED),
            ("other_handling", frames::OTHER_HANDLING),
        ];
        let comma = *self.dice.pick(&["、", "，", "，", "；"]);
        let mut first = true;
        let together = self.dice.percent(12) && !self.is_none("granted_at_all");
        for (name, ways) in groups {
            if together && name.starts_with("granted") {
                if name == "granted" {
                    self.one_of(frames::GRANTED_AT_ALL);
                    first = false;
                }
                continue;
            }
            if self.is_none(name) && !self.dice.percent(15) {
                continue;
            }
            if !std::mem::take(&mut first) {
                self.plain(comma);
            }
            // A single reason is said by the name of its row.
            let all = self.value(name);
            let only = |writer: &mut Self, frame: &str| {
                let row = frame.split(['<', '>']).nth(1).filter(|row| row.starts_with(&format!("{name}_")));
                all > 0 && row.is_some_and(|row| number(row, writer.report) == all)
            };
            let row = frames::ROWS.iter().copied().find(|frame| only(self, frame));
            match row.filter(|_| self.dice.percent(60)) {
                Some(row) => self.frame(row),
                None => self.one_of(ways),
            }
        }
        if first {
            self.one_of(frames::GRANTED);
        }
    }

    fn disputes(&mut self) {
        if self.is_none("reviews") && self.is_none("suits") {
            self.one_of(frames::NO_DISPUTES);
        } else if self.dice.percent(55) {
            self.one_of(frames::DISPUTES);
        } else {
            self.one_of(frames::REVIEWS);
            if !self.is_none("reviews") && self.dice.percent(60) {
                self.stop(&["，其中", "，其中：", "。其中"]);
                self.one_of(frames::REVIEW_RESULTS);
            }
            self.stop(&["。", "；"]);
            self.one_of(frames::SUITS);
            if !self.is_none("suits") && self.dice.percent(60) {
                self.stop(&["，其中", "，其中：", "。其中"]);
                self.one_of(frames::SUITS_BY_WAY);
            }
        }
        self.plain("。");
    }

    fn documents(&mut self) {
        if self.report.form.edition == Edition::Of2021 && self.dice.percent(80) {
            let none = self.is_none("documents_issued");
            self.one_of(if none { frames::NO_DOCUMENTS } else { frames::DOCUMENTS });
            self.plain("。");
        }
    }

    fn decisions(&mut self) {
        if self.dice.percent(50) {
            let none = self.is_none("penalties") || self.is_none("licenses") || self.is_none("compulsory");
            let denied = none && self.dice.percent(60);
            self.one_of(if denied { frames::NO_DECISIONS } else { frames::DECISIONS });
            self.plain("。");
        }
    }

    fn fees(&mut self) {
        if self.report.form.edition == Edition::Of2021 && self.dice.percent(40) {
            let none = self.is_none("fees");
            self.one_of(if none { frames::NO_FEES } else { frames::FEES });
            self.plain("。");
        }
    }
}

/// A piece of a frame.
enum Hole {
    Words(&'static str),
    Class(&'static str),
    Number(Vec<&'static str>),
    Beside(i64),
    /// Up to so many more than the numbers that follow and belong to no table either.
    Sum(i64),
    Part(&'static str),
    Rest(&'static str),
    None(&'static str),
}

fn holes(frame: &'static str) -> Vec<Hole> {
    let mut found = Vec::new();
    let mut rest = frame;
    while let Some(open) = rest.find(['{', '<', '[']) {
        let close = rest[open..].find(['}', '>', ']']).map_or(rest.len(), |length| open + length);
        found.push(Hole::Words(&rest[..open]));
        let inside = &rest[open + 1..close];
        found.push(match (rest.as_bytes()[open], inside.as_bytes()) {
            (b'{', _) => Hole::Class(inside),
            (b'[', _) => Hole::None(inside),
            (_, [b'~', ..]) => Hole::Beside(inside[1..].parse().unwrap_or_default()),
            (_, [b'+', ..]) => Hole::Sum(inside[1..].parse().unwrap_or_default()),
            _ => match inside.split_once(' ') {
                Some(("part", name)) => Hole::Part(name),
                Some((_, name)) => Hole::Rest(name),
                None => Hole::Number(inside.split(',').collect()),
            },
        });
        rest = &rest[(close + 1).min(rest.len())..];
    }
    found.push(Hole::Words(rest));
    found
}

/// A number from 1 to 99 in Chinese numerals.
fn in_chinese(value: i64) -> String {
    const NUMERALS: [&str; 10] = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
    let numeral = |digit: i64| NUMERALS[digit.clamp(0, 9) as usize];
    match (value / 10, value % 10) {
        (0, 2) => "两".to_string(),
        (0, ones) => numeral(ones).to_string(),
        (1, ones) => format!("十{}", numeral(ones)),
        (tens, ones) => format!("{}十{}", numeral(tens), numeral(ones)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_stand_where_they_are_said_to_stand() {
        for seed in 0..60 {
            let report = Report::draw(seed);
            let passage = Passage::draw(&report, seed % 2 == 0, &mut Dice::new(seed));
            for paragraph in &passage.paragraphs {
                for said in paragraph.said.iter().filter(|said| said.in_numerals) {
                    let written: String = paragraph.text[said.range.clone()].chars().filter(|c| *c != ',').collect();
                    let chinese = if (1..100).contains(&said.value) { in_chinese(said.value) } else { String::new() };
                    let narrow: String = written
                        .chars()
                        .map(|c| {
                            char::from_u32((c as u32).wrapping_sub(0xfee0)).filter(char::is_ascii_digit).unwrap_or(c)
                        })
                        .collect();
                    assert!(narrow == said.value.to_string() || written == chinese, "{written} {said:?}");
                }
            }
        }
    }

    #[test]
    fn a_passage_that_agrees_says_the_numbers_of_the_tables() {
        for seed in 0..60 {
            let report = Report::draw(seed);
            let passage = Passage::draw(&report, true, &mut Dice::new(seed));
            assert!(passage.agrees);
            for said in passage.paragraphs.iter().flat_map(|paragraph| &paragraph.said) {
                let Meaning::Cells(sums) = &said.meaning else { continue };
                for sum in sums {
                    assert_eq!(sum.iter().map(|cell| report.number(*cell)).sum::<i64>(), said.value, "{said:?}");
                }
            }
        }
    }

    #[test]
    fn frames_and_words_name_known_classes_and_quantities() {
        let of_report = ["year", "last", "next", "org", "镇"];
        let forms = &gouji::form::FORMS;
        for hole in frames::ALL.iter().flat_map(|frames| frames.iter()).flat_map(|frame| holes(frame)) {
            match hole {
                Hole::Class(name) => assert!(class(name).is_some() || of_report.contains(&name), "{name}"),
                Hole::Number(names) => {
                    assert!(
                        names.iter().all(|name| forms.iter().any(|form| !cells(name, form).is_empty())),
                        "{names:?}"
                    );
                }
                Hole::Part(name) | Hole::Rest(name) | Hole::None(name) => {
                    assert!(forms.iter().any(|form| !cells(name, form).is_empty()), "{name}");
                }
                Hole::Words(_) | Hole::Beside(_) | Hole::Sum(_) => {}
            }
        }
        assert_eq!(holes("{全年}<received,closed>{件}[suits]<~9>").len(), 11);
        assert_eq!(["一", "两", "十", "二十一", "九十"], [1, 2, 10, 21, 90].map(in_chinese));
    }
}
