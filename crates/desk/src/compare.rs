//! Two papers that should be one report, such as the approved file and the published page, compared by meaning: what is read in the
//! cells, then every sentence. How they are set, wrapped and spaced does not count, nor how a number is written.

use std::collections::BTreeMap;
use std::ops::Range;

use gouji::form;
use gouji::text::{chinese_value, is_chinese_numeral};
use serde::{Deserialize, Serialize};
use similar::{Algorithm, DiffOp, capture_diff_slices};

/// A report as the contract's JSON has it, as far as it is compared. Places count bytes of `text`.
#[derive(Clone, Default, Debug, Deserialize)]
#[serde(default)]
pub struct Paper {
    pub text: String,
    pub title: Option<String>,
    pub organization: Option<String>,
    pub year: Option<u16>,
    pub form: Option<String>,
    pub signed: Option<String>,
    pub sections: Vec<Section>,
    pub off_prose: Vec<Place>,
    pub cells: BTreeMap<String, Cell>,
    pub facts: Vec<Fact>,
}

#[derive(Clone, Debug, Deserialize)]
pub struct Section {
    pub number: u8,
    pub found: bool,
    pub end: Option<usize>,
}

#[derive(Clone, Debug, Deserialize)]
pub struct Place {
    pub start: usize,
    pub end: usize,
}

#[derive(Clone, Debug, Deserialize)]
pub struct Cell {
    pub status: String,
    pub value: Option<f64>,
    pub text: Option<String>,
    pub start: Option<usize>,
    pub end: Option<usize>,
}

#[derive(Clone, Debug, Deserialize)]
pub struct Fact {
    pub subject: Vec<String>,
    pub start: usize,
    pub end: usize,
}

impl Paper {
    /// Counts its places in another unit.
    pub fn lead_places(&mut self, lead: &impl Fn(usize) -> usize) {
        self.off_prose.iter_mut().for_each(|place| *place = Place { start: lead(place.start), end: lead(place.end) });
        self.facts.iter_mut().for_each(|fact| (fact.start, fact.end) = (lead(fact.start), lead(fact.end)));
        self.sections.iter_mut().for_each(|section| section.end = section.end.map(lead));
        for cell in self.cells.values_mut() {
            (cell.start, cell.end) = (cell.start.map(lead), cell.end.map(lead));
        }
    }
}

impl Comparison {
    /// Counts the places of both papers in another unit.
    pub fn lead_places(&mut self, left: &impl Fn(usize) -> usize, right: &impl Fn(usize) -> usize) {
        for difference in &mut self.differences {
            difference.left.start = difference.left.start.map(left);
            difference.left.end = difference.left.end.map(left);
            difference.right.start = difference.right.start.map(right);
            difference.right.end = difference.right.end.map(right);
        }
    }
}

/// What differs.
#[derive(Clone, Default, PartialEq, Debug, Serialize)]
pub struct Comparison {
    pub same: bool,
    pub differences: Vec<Difference>,
    /// What could not be compared, in sentences.
    pub not_compared: Vec<String>,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Matter {
    Title,
    Body,
    Year,
    Signature,
    Section,
    Cell,
    /// A number in prose that counts what cells count.
    Quantity,
    Date,
    Sentence,
}

#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct Difference {
    pub matter: Matter,
    /// What a clerk calls it.
    pub name: String,
    /// The full name of the cell, where it is one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cell: Option<String>,
    pub left: Side,
    pub right: Side,
}

/// How it stands in one of the papers.
#[derive(Clone, Default, PartialEq, Debug, Serialize)]
pub struct Side {
    /// As written, with the words around it; empty where it is not there.
    pub text: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub start: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub end: Option<usize>,
    /// From 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub line: Option<usize>,
}

/// Changes that stand so near to one another are one.
const NEAR: usize = 4;
/// As many characters are quoted on each side of a change.
const AROUND: usize = 20;

/// Compares two papers.
pub fn compare(left: &Paper, right: &Paper) -> Comparison {
    let mut found = Comparison::default();
    cells(left, right, &mut found);
    let sections = left.sections.iter().zip(&right.sections).filter(|(a, b)| a.found != b.found);
    found.differences.extend(sections.map(|(a, b)| {
        let said = |found: bool| Side { text: if found { "有" } else { "没有" }.to_string(), ..Side::default() };
        let name = form::SECTIONS.iter().find(|one| one.number == a.number).map_or("", |one| one.heading);
        Difference {
            matter: Matter::Section,
            name: name.to_string(),
            cell: None,
            left: said(a.found),
            right: said(b.found),
        }
    }));
    sentences(left, right, &mut found);
    fields(left, right, &mut found);
    found.same = found.differences.is_empty();
    found
}

fn side(paper: &Paper, place: Option<Range<usize>>, text: String) -> Side {
    let line = |at: usize| paper.text.get(..at).unwrap_or_default().matches('\n').count() + 1;
    Side {
        text,
        line: place.as_ref().map(|place| line(place.start)),
        start: place.as_ref().map(|place| place.start),
        end: place.map(|place| place.end),
    }
}

fn cells(left: &Paper, right: &Paper, found: &mut Comparison) {
    if left.form != right.form {
        found.not_compared.push("两份的表不是同一版本，或者有一份没有表，只比较了两份都有的格。".to_string());
    }
    let mut unsure = Vec::new();
    for (name, a) in &left.cells {
        let Some(b) = right.cells.get(name) else { continue };
        let shown = |cell: &Cell| match (cell.status.as_str(), cell.value) {
            ("value", Some(value)) => value.to_string(),
            ("blank", _) => "（空）".to_string(),
            ("missing", _) => "（没有这一格）".to_string(),
            ("uncertain", _) => "（读不准）".to_string(),
            _ => cell.text.clone().unwrap_or_default().split_whitespace().collect(),
        };
        let cell = form::cell_named(name);
        if [a, b].iter().any(|cell| cell.status == "uncertain") {
            unsure.extend(cell);
        } else if shown(a) != shown(b) {
            let side = |paper: &Paper, cell: &Cell| {
                let place = cell.start.zip(cell.end).map(|(start, end)| start..end);
                self::side(paper, place, shown(cell))
            };
            found.differences.push(Difference {
                matter: Matter::Cell,
                name: cell.map_or_else(|| name.clone(), form::cell_name),
                cell: Some(name.clone()),
                left: side(left, a),
                right: side(right, b),
            });
        }
    }
    if !unsure.is_empty() {
        found.not_compared.push(format!(
            "有{}格在其中一份里读不准，没有比较：{}。",
            unsure.len(),
            form::cell_list(&unsure, 8)
        ));
    }
}

/// A character, or digits together, with its place; how wide it is written does not count.
struct Token {
    word: String,
    place: Range<usize>,
}

/// Words printed over the tables besides the names of columns.
const HEADS: [&str; 10] = [
    "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）",
    "申请人情况",
    "信息内容",
    "第二十条第（一）项",
    "第二十条第（五）项",
    "第二十条第（六）项",
    "第二十条第（八）项",
    "第二十条第（九）项",
    "行政复议",
    "行政诉讼",
];

/// Whether a line is the head of a table, in pieces of any size: readers cut heads in their own ways.
fn is_head(line: &str) -> bool {
    let columns = form::FORMS.iter().flat_map(|form| form.rows()).flat_map(|row| row.columns);
    let printed = columns.flat_map(|column| [Some(column.label), column.group]).flatten().chain(HEADS);
    let printed: Vec<String> = printed.map(|words| words.chars().map(folded).collect()).collect();
    let pieces = line.split(|c: char| is_setting(folded(c)));
    let mut pieces = pieces.map(|piece| piece.chars().map(folded).collect::<String>());
    pieces.all(|piece| printed.iter().any(|words| words.contains(&piece)))
}

/// Heads of tables that the reader took for prose: lines right before a table.
fn heads(paper: &Paper) -> Vec<Range<usize>> {
    let mut heads = Vec::new();
    for place in &paper.off_prose {
        let mut end = place.start;
        while let Some(before) = paper.text.get(..end).map(|text| text.trim_end_matches(['\n', '\r'])) {
            let start = before.rfind('\n').map_or(0, |at| at + 1);
            if start >= before.len() || !is_head(&before[start..]) {
                break;
            }
            heads.push(start..before.len());
            end = start;
        }
    }
    heads
}

/// The prose in tokens, from the title to the end of the last section.
fn tokens(paper: &Paper) -> Vec<Token> {
    let end = paper.sections.iter().filter_map(|section| section.end).max().unwrap_or(paper.text.len());
    let heads = heads(paper);
    let is_prose = |at: usize| {
        at < end
            && !heads.iter().any(|head| head.contains(&at))
            && !paper.off_prose.iter().any(|place| (place.start..place.end).contains(&at))
    };
    let mut tokens: Vec<Token> = Vec::new();
    for (at, c) in paper.text.char_indices().filter(|(at, _)| is_prose(*at)) {
        let c = folded(c);
        if is_setting(c) {
            continue;
        }
        let after = at + paper.text.get(at..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8);
        let is_digit = |c: char| c.is_ascii_digit() || c == '.';
        match tokens
            .last_mut()
            .filter(|last| c.is_ascii_digit() && last.word.chars().all(is_digit) && last.place.end == at)
        {
            Some(last) => {
                last.word.push(c);
                last.place.end = after;
            }
            None => tokens.push(Token { word: c.to_string(), place: at..after }),
        }
    }
    let title: Vec<char> = paper.title.iter().flat_map(|title| title.chars()).map(folded).collect();
    tokens.split_off(start_of(&title, &tokens))
}

/// Where a title begins among the tokens, 0 where it is not found.
fn start_of(title: &[char], tokens: &[Token]) -> usize {
    let starts = |from: usize| {
        let said = tokens[from..].iter().flat_map(|token| token.word.chars()).take(title.len());
        said.eq(title.iter().copied())
    };
    if title.is_empty() { 0 } else { (0..tokens.len()).find(|&from| starts(from)).unwrap_or(0) }
}

/// What only sets words apart: white space, borders of cells, and quotation marks, which programs add and turn as they like.
fn is_setting(c: char) -> bool {
    c.is_whitespace() || matches!(c, '|' | '│' | '"')
}

/// One of the characters that are the same for a reader.
fn folded(c: char) -> char {
    match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(c as u32 - 0xfee0).unwrap_or(c),
        '“' | '”' | '„' => '"',
        '‘' | '’' => '\'',
        '—' | '–' | '―' => '-',
        _ => c,
    }
}

fn sentences(left: &Paper, right: &Paper, found: &mut Comparison) {
    let (a, b) = (tokens(left), tokens(right));
    let words = |tokens: &[Token]| tokens.iter().map(|token| token.word.clone()).collect::<Vec<_>>();
    let ops = capture_diff_slices(Algorithm::Myers, &words(&a), &words(&b));
    let mut changes: Vec<(Range<usize>, Range<usize>)> = Vec::new();
    for op in ops.iter().filter(|op| !matches!(op, DiffOp::Equal { .. })) {
        let (old, new) = (op.old_range(), op.new_range());
        match changes.last_mut().filter(|(last, _)| old.start - last.end < NEAR) {
            Some((last_old, last_new)) => {
                last_old.end = old.end;
                last_new.end = new.end;
            }
            None => changes.push((old, new)),
        }
    }
    for (old, new) in changes {
        let (before, after) = (said(&a, &old), said(&b, &new));
        if meaning(&before) == meaning(&after) {
            continue;
        }
        let (matter, name) = matter(left, right, (&a, &old), (&b, &new));
        found.differences.push(Difference {
            matter,
            name,
            cell: None,
            left: quoted(left, &a, &old),
            right: quoted(right, &b, &new),
        });
    }
}

fn said(tokens: &[Token], range: &Range<usize>) -> String {
    tokens.get(range.clone()).unwrap_or_default().iter().map(|token| token.word.as_str()).collect()
}

/// Numbers in numerals are the numbers that they say.
fn meaning(words: &str) -> String {
    let is_whole = !words.is_empty() && words.chars().all(is_chinese_numeral);
    let value = if is_whole { chinese_value(words) } else { None };
    value.map_or_else(|| words.to_string(), |value| value.to_string())
}

/// The bytes of some tokens; where there are none, the place between their neighbours.
fn place(tokens: &[Token], range: &Range<usize>) -> Range<usize> {
    match tokens.get(range.clone()) {
        Some([first, .., last]) => first.place.start..last.place.end,
        Some([only]) => only.place.clone(),
        _ => {
            let at =
                range.start.checked_sub(1).and_then(|before| tokens.get(before)).map_or(0, |before| before.place.end);
            at..at
        }
    }
}

fn matter(left: &Paper, right: &Paper, a: (&[Token], &Range<usize>), b: (&[Token], &Range<usize>)) -> (Matter, String) {
    let fact = [(left, a), (right, b)].into_iter().find_map(|(paper, (tokens, range))| {
        let place = place(tokens, range);
        let is_here = |fact: &&Fact| fact.start < place.end && place.start < fact.end;
        paper.facts.iter().find(is_here).filter(|_| said(tokens, range).contains(|c: char| c.is_ascii_digit()))
    });
    if let Some(fact) = fact {
        let cells: Vec<form::CellId> = fact.subject.iter().filter_map(|name| form::cell_named(name)).collect();
        return (Matter::Quantity, form::cell_list(&cells, 3));
    }
    let is_date = [a, b].into_iter().all(|(tokens, range)| {
        let is_number = said(tokens, range).chars().all(|c| c.is_ascii_digit());
        let next = tokens.get(range.end).map_or("", |token| token.word.as_str());
        is_number && !range.is_empty() && matches!(next, "年" | "月" | "日")
    });
    if is_date { (Matter::Date, "日期".to_string()) } else { (Matter::Sentence, "文字".to_string()) }
}

/// What differs with the words around it.
fn quoted(paper: &Paper, tokens: &[Token], range: &Range<usize>) -> Side {
    let around = range.start.saturating_sub(AROUND)..(range.end + AROUND).min(tokens.len());
    let text: String = tokens.get(around).into_iter().flatten().map(|token| &paper.text[token.place.clone()]).collect();
    side(paper, Some(place(tokens, range)), text)
}

/// What stands outside the sentences that were compared, or was read otherwise.
fn fields(left: &Paper, right: &Paper, found: &mut Comparison) {
    let year = |paper: &Paper| paper.year.map(|year| year.to_string());
    let all = [
        (Matter::Title, "标题", left.title.clone(), right.title.clone()),
        (Matter::Body, "单位", left.organization.clone(), right.organization.clone()),
        (Matter::Year, "年度", year(left), year(right)),
        (Matter::Signature, "落款日期", left.signed.clone(), right.signed.clone()),
    ];
    for (matter, name, a, b) in all {
        // Said once: what a sentence has shown is not shown again.
        let is_said = matter != Matter::Signature
            && found.differences.iter().any(|one| one.matter == Matter::Sentence || one.matter == Matter::Date)
            || matter == Matter::Signature && found.differences.iter().any(|one| one.matter == Matter::Date);
        let folded = |text: &Option<String>| text.as_ref().map(|text| text.chars().map(folded).collect::<String>());
        if folded(&a) != folded(&b) && !is_said {
            let said = |text: Option<String>| Side {
                text: text.unwrap_or_else(|| "（没有）".to_string()),
                ..Side::default()
            };
            found.differences.push(Difference {
                matter,
                name: name.to_string(),
                cell: None,
                left: said(a),
                right: said(b),
            });
        }
    }
}
