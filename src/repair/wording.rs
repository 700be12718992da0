//! Repairs in a sentence for a person.

use super::act::{Act, Shape, put_back};
use super::bind::Bound;
use super::grid::{Content, Grid};
use super::{Candidate, Kind};
use crate::form::{CellId, cell_name, locate, row_name};

/// Where the evidence for a repair comes from.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Sources {
    prose: bool,
    last_year: bool,
}

impl Sources {
    /// Returns the sources of these pieces of evidence, each a fact or, as None, last year's report.
    pub fn of(sources: &[Option<usize>], used: &[usize]) -> Sources {
        let any = |of: fn(&Option<usize>) -> bool| used.iter().any(|index| of(&sources[*index]));
        Sources { prose: any(Option::is_some), last_year: any(Option::is_none) }
    }
}

/// Returns one sentence: what to change, what went wrong, what agrees with it, and whether something else is as likely.
pub fn because(bound: &Bound, one: &Candidate, sources: &Sources, equal: usize) -> String {
    let found = put_back(&bound.grid, &one.acts);
    let acts: Vec<String> = one.acts.iter().map(|act| in_words(bound, &found, act)).collect();
    let several = if acts.len() > 1 { format!("共{}处：", acts.len()) } else { String::new() };
    let off = off_by(bound, one);
    let agrees = match (sources.prose, sources.last_year) {
        (true, true) => "，与正文和上年报告一致",
        (true, false) => "，与正文一致",
        (false, true) => "，与上年报告一致",
        (false, false) => "",
    };
    let others =
        if equal > 1 { format!("；这样改的可能有{equal}种，请对照台账") } else { String::new() };
    format!("{several}{}{off}{agrees}{others}。", acts.join("；"))
}

/// ：两个算式各差9
fn off_by(bound: &Bound, one: &Candidate) -> String {
    let off = |sum: &usize| {
        let terms = bound.grid.terms(&bound.grid.equations[*sum]).unwrap_or_default();
        terms.iter().map(|&(cell, by)| bound.grid.value(cell) * by).sum::<i64>().abs()
    };
    let all: Vec<u64> = one.settles.iter().map(|sum| off(sum).unsigned_abs()).collect();
    match all[..] {
        [] => String::new(),
        [one] => format!("，改后算式不再差{one}"),
        [first, ..] if all.iter().all(|other| *other == first) => format!("，{}个算式各差{first}", all.len()),
        _ => format!("，{}个算式都平", all.len()),
    }
}

/// `found` is the table as cells and exchanges find it: after its rows are put back.
fn in_words(bound: &Bound, found: &Grid, act: &Act) -> String {
    let name = |cell: usize| format!("“{}”", cell_name(bound.cells[cell]));
    match (act.shape, &act.deltas[..]) {
        (Shape::Swap, &[(a, _), (b, _)]) => {
            let (from, to) = if found.value(a) == 0 { (b, a) } else { (a, b) };
            match Kind::of(found, act) {
                Kind::ValueMoved => format!("{}的{}应填在旁边的{}", name(from), found.value(from), name(to)),
                _ => format!("{}的{}与{}的{}两格互换了", name(a), found.value(a), name(b), found.value(b)),
            }
        }
        (Shape::Shift, deltas) => shifted(bound, deltas),
        (Shape::Move, deltas) => {
            let rows: Vec<String> =
                ends(bound, deltas).map(|cell| locate(cell).map_or(String::new(), |(row, _)| row_name(row))).collect();
            format!("“{}”两行的数上下填反了一行", rows.join("”与“"))
        }
        (_, deltas) => deltas.iter().map(|&(cell, delta)| one_cell(bound, found, act, cell, delta)).collect(),
    }
}

/// The first and the last of the cells.
fn ends(bound: &Bound, deltas: &[(usize, i64)]) -> impl Iterator<Item = CellId> {
    let first = deltas.iter().map(|(cell, _)| *cell).min();
    let last = deltas.iter().map(|(cell, _)| *cell).max();
    first.into_iter().chain(last).map(|cell| bound.cells[cell]).collect::<Vec<_>>().into_iter()
}

fn shifted(bound: &Bound, deltas: &[(usize, i64)]) -> String {
    let names: Vec<String> = ends(bound, deltas).map(cell_name).collect();
    let mut cells: Vec<(usize, i64)> = deltas.to_vec();
    cells.sort_unstable();
    let right: Vec<String> = cells.iter().map(|&(cell, delta)| (bound.grid.value(cell) + delta).to_string()).collect();
    format!("从“{}”的数都错了一格，有改动的各格依次应为{}", names.join("”到“"), right.join("、"))
}

fn one_cell(bound: &Bound, found: &Grid, act: &Act, cell: usize, delta: i64) -> String {
    let (name, to) = (cell_name(bound.cells[cell]), found.value(cell) + delta);
    let Content::Number(from) = found.cells[cell].content else {
        return format!("“{name}”空着，应填{to}");
    };
    let why = match Kind::of(found, act) {
        Kind::DigitsSwapped => "（数字前后颠倒）",
        Kind::DigitChanged => "（一位数字写错）",
        Kind::DigitLost => "（少写一位数字）",
        Kind::DigitAdded => "（多写一位数字）",
        Kind::TotalFromParts => "（总计与各项不符）",
        _ => "（按总计推算）",
    };
    format!("“{name}”{from}应为{to}{why}")
}
