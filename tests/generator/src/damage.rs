//! Damage to a finished text: what a copy, an extractor or a hurried hand destroys. The truth follows from the pieces left.

use gouji::text::Number;

use crate::dice::Dice;
use crate::ink::{Ink, Kind, Piece, Shown};
use crate::layouts::{Demand, Layout, Line};
use crate::noise::remove_cell;

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Damage {
    RowDeleted,
    RowDoubled,
    RowMoved,
    EndCut,
    StartCut,
    CellDeleted,
    CharactersReplaced,
    RowsShuffled,
    StrayNumber,
    NumberLost,
    ExtraCell,
    RowCut,
}

impl Damage {
    pub const ALL: [Damage; 12] = [
        Damage::RowDeleted,
        Damage::RowDoubled,
        Damage::RowMoved,
        Damage::EndCut,
        Damage::StartCut,
        Damage::CellDeleted,
        Damage::CharactersReplaced,
        Damage::RowsShuffled,
        Damage::StrayNumber,
        Damage::NumberLost,
        Damage::ExtraCell,
        Damage::RowCut,
    ];
    /// Damages to the text as a whole, to its rows and to single cells.
    pub const LOSSES: &[Damage] = Damage::ALL.split_at(8).0;
    /// Damages inside a row, after which its numbers or its cells are not as many as its columns.
    pub const TORN_ROWS: &[Damage] = Damage::ALL.split_at(8).1;

    /// One of these damages that means something in that layout; characters can be replaced in any.
    pub fn draw(damages: &[Damage], layout: &Layout, dice: &mut Dice) -> Damage {
        let fitting: Vec<Damage> = damages.iter().copied().filter(|damage| damage.fits(layout)).collect();
        if fitting.is_empty() { Damage::CharactersReplaced } else { *dice.pick(&fitting) }
    }

    /// Rows are shuffled where a row is a line; where repeated numbers are gone, rows that run together cannot be told apart.
    pub fn fits(self, layout: &Layout) -> bool {
        match self {
            Damage::RowsShuffled => layout.line == Line::Row,
            Damage::EndCut | Damage::StartCut | Damage::CharactersReplaced => true,
            Damage::StrayNumber => layout.demand != Demand::Determined && layout.id != "A26",
            Damage::ExtraCell => layout.shows_ends,
            Damage::NumberLost => layout.shows_ends && layout.line == Line::Row,
            Damage::RowCut => layout.line == Line::Row && has_bars(layout),
            _ => layout.id != "A26",
        }
    }
}

/// Whether bars part the cells of a row on one line.
fn has_bars(layout: &Layout) -> bool {
    ["A10", "A11", "A12", "A21", "A23", "A24"].contains(&layout.id)
}

/// Characters that replace others; none is a numeral or part of the form's own words.
const OTHERS: &str =
    "春风山水花鸟鱼虫桥船灯纸茶米盐布竹梅松石沙雪雨云星月光影声色香味甜苦冷暖早晚左右前后东西南北快慢轻重长短高低";

pub fn apply(damage: Damage, ink: &mut Ink, layout: &Layout) {
    match damage {
        Damage::RowDeleted => {
            for _ in 0..ink.dice.between(1, 3) {
                if let Some(row) = some_row(ink) {
                    ink.pieces.retain(|piece| piece.row != Some(row));
                }
            }
        }
        Damage::RowDoubled => {
            if let Some(row) = some_row(ink) {
                let copy: Vec<Piece> = ink.pieces.iter().filter(|piece| piece.row == Some(row)).cloned().collect();
                let near = ink.dice.percent(60);
                let at = if near { end_of(ink, row) } else { start_of_some_row(ink) };
                ink.pieces.splice(at..at, copy);
            }
        }
        Damage::RowMoved => {
            if let Some(row) = some_row(ink) {
                let (moved, kept): (Vec<Piece>, Vec<Piece>) =
                    std::mem::take(&mut ink.pieces).into_iter().partition(|piece| piece.row == Some(row));
                ink.pieces = kept;
                let at = start_of_some_row(ink);
                ink.pieces.splice(at..at, moved);
            }
        }
        Damage::EndCut | Damage::StartCut => cut(ink, damage == Damage::EndCut),
        Damage::CellDeleted => cells_deleted(ink, layout),
        Damage::CharactersReplaced => characters_replaced(ink),
        Damage::RowsShuffled => rows_shuffled(ink),
        Damage::StrayNumber | Damage::NumberLost | Damage::ExtraCell | Damage::RowCut => {
            for _ in 0..ink.dice.between(1, 3) {
                torn_row(damage, ink);
            }
        }
    }
}

/// Tears a row of numbers; which of them stand in which cell can then no longer be told for certain.
fn torn_row(damage: Damage, ink: &mut Ink) {
    let Some(row) = some_row(ink) else { return };
    let of_row = |piece: &Piece| piece.row == Some(row) && piece.is_figure();
    let figures: Vec<usize> = (0..ink.pieces.len()).filter(|&at| of_row(&ink.pieces[at])).collect();
    let whole = figures.iter().all(|&at| !ink.pieces[at].text.is_empty());
    let Some(between) = gap_between(ink, &figures).filter(|_| whole) else { return };
    for &figure in &figures {
        if let Kind::Figure { sure, .. } = &mut ink.pieces[figure].kind {
            *sure = false;
        }
    }
    let which = ink.dice.below(figures.len());
    let (at, last) = (figures[which], figures[figures.len() - 1]);
    match damage {
        Damage::StrayNumber => {
            let number = stray(ink, &figures);
            let stray = Piece { text: number, kind: Kind::Page, ..ink.pieces[at].clone() };
            // Before a number, before the row's label, or behind the last number.
            if ink.dice.percent(20) {
                let first = ink.pieces.iter().position(|piece| piece.row == Some(row)).unwrap_or(at);
                let label = (first..at).find(|&at| ink.pieces[at].kind == Kind::Label).unwrap_or(at);
                ink.pieces.splice(label..label, [stray].into_iter().chain(between));
            } else if at == last && ink.dice.percent(60) {
                ink.pieces.splice(at + 1..at + 1, between.into_iter().chain([stray]));
            } else {
                ink.pieces.splice(at..at, [stray].into_iter().chain(between));
            }
        }
        Damage::ExtraCell => {
            let place = if at == last && ink.dice.percent(60) { at + 1 } else { at };
            ink.pieces.splice(place..place, between);
        }
        Damage::NumberLost => number_lost(ink, &figures, which),
        _ => {
            let bar = (at..ink.pieces.len()).find(|&at| ink.pieces[at].text.contains('|'));
            if let Some(bar) = bar.filter(|_| at != last) {
                let text = (*ink.dice.pick(&["\n", "\n|", "\n| "])).to_string();
                let cut = Piece { text, kind: Kind::Gap, ..ink.pieces[bar].clone() };
                ink.pieces.insert(bar + 1, cut);
            }
        }
    }
}

/// Takes a number out of a row; those that follow move up, or those before it move on, and an empty cell is left at that end.
fn number_lost(ink: &mut Ink, figures: &[usize], which: usize) {
    let (at, last) = (figures[which], figures[figures.len() - 1]);
    let moves_up = which + 1 < figures.len() && ink.dice.percent(70);
    let in_table_two = ink.rows[ink.pieces[at].row.unwrap_or_default()].starts_with("disclosure");
    let nothing = [Shown::Placeholder, Shown::Value(Number::ZERO)];
    let is_nothing = |piece: &Piece| matches!(&piece.kind, Kind::Figure { shown, .. } if nothing.contains(shown));
    let zeros = figures.iter().filter(|&&figure| figure != at).all(|&figure| is_nothing(&ink.pieces[figure]));
    if !in_table_two && !zeros {
        ink.pieces[at].text.clear();
    } else {
        // No sum tells that these have moved: they are what the cells show.
        let shown: Vec<Kind> = figures.iter().map(|&figure| ink.pieces[figure].kind.clone()).collect();
        let moved = if moves_up { which + 1..figures.len() } else { 0..which };
        let mut seen: Vec<Piece> = Vec::new();
        for from in moved {
            let to = if moves_up { from - 1 } else { from + 1 };
            if let (Kind::Figure { cells, .. }, Kind::Figure { shown, .. }) = (&shown[to], &shown[from]) {
                let kind = Kind::Figure { cells: cells.clone(), shown: *shown, sure: false };
                seen.push(Piece { text: String::new(), kind, ..ink.pieces[at].clone() });
            }
        }
        ink.pieces[at].text.clear();
        ink.pieces.splice(last + 1..last + 1, seen);
    }
    if moves_up {
        let gap: Vec<Piece> = ink.pieces.drain(at + 1..figures[which + 1]).collect();
        let end = last + 1 - gap.len();
        ink.pieces.splice(end..end, gap);
    } else if which > 0 {
        let gap: Vec<Piece> = ink.pieces.drain(figures[which - 1] + 1..at).collect();
        ink.pieces.splice(figures[0]..figures[0], gap);
    }
}

/// What stands between two numbers of a row; of a row with one number, what stands between two of any other.
fn gap_between(ink: &Ink, figures: &[usize]) -> Option<Vec<Piece>> {
    let gap = |pair: &[usize]| {
        let between = &ink.pieces[pair[0] + 1..pair[1]];
        let is_gap = !between.is_empty() && between.iter().all(|piece| piece.kind == Kind::Gap);
        is_gap.then(|| between.to_vec())
    };
    let all: Vec<usize> = (0..ink.pieces.len()).filter(|&at| ink.pieces[at].is_figure()).collect();
    let of_one_row = |pair: &&[usize]| ink.pieces[pair[0]].row == ink.pieces[pair[1]].row;
    let own = figures.windows(2).find_map(gap);
    own.or_else(|| all.windows(2).filter(of_one_row).find_map(gap)).filter(|_| !figures.is_empty())
}

/// A number that belongs to no cell: of a page, of nothing, or one of the row's own once more.
fn stray(ink: &mut Ink, figures: &[usize]) -> String {
    match ink.dice.below(4) {
        0 => "0".to_string(),
        1 => {
            let at = *ink.dice.pick(figures);
            ink.pieces[at].text.clone()
        }
        _ => ink.dice.between(1, 99).to_string(),
    }
}

/// A row that is still there.
fn some_row(ink: &mut Ink) -> Option<usize> {
    let mut rows: Vec<usize> = ink.pieces.iter().filter_map(|piece| piece.row).collect();
    rows.dedup();
    (!rows.is_empty()).then(|| *ink.dice.pick(&rows))
}

fn end_of(ink: &Ink, row: usize) -> usize {
    ink.pieces.iter().rposition(|piece| piece.row == Some(row)).map_or(ink.pieces.len(), |at| at + 1)
}

fn start_of_some_row(ink: &mut Ink) -> usize {
    let starts: Vec<usize> = (0..ink.pieces.len())
        .filter(|&at| ink.pieces[at].row.is_some() && (at == 0 || ink.pieces[at - 1].row != ink.pieces[at].row))
        .collect();
    if starts.is_empty() { ink.pieces.len() } else { *ink.dice.pick(&starts) }
}

/// Cuts the text anywhere; a number cut in two shows the digits left of it, any other figure goes as a whole.
fn cut(ink: &mut Ink, end: bool) {
    let total: usize = ink.pieces.iter().map(|piece| piece.text.chars().count()).sum();
    let at = ink.dice.below(total);
    let mut seen = 0;
    let mut kept = Vec::new();
    for mut piece in ink.pieces.drain(..) {
        let characters: Vec<char> = piece.text.chars().collect();
        let inside = at.saturating_sub(seen).min(characters.len());
        seen += characters.len();
        if characters.is_empty() {
            if end == (seen <= at) {
                kept.push(piece);
            }
            continue;
        }
        let left: String =
            if end { characters[..inside].iter().collect() } else { characters[inside..].iter().collect() };
        if left.is_empty() {
            continue;
        }
        if left != piece.text
            && let Kind::Figure { shown, sure, .. } = &mut piece.kind
        {
            let plain = piece.text.bytes().all(|byte| byte.is_ascii_digit());
            let Some(whole) = left.parse().ok().filter(|_| plain) else { continue };
            *shown = Shown::Value(Number::whole(whole));
            *sure = false;
        }
        piece.text = left;
        kept.push(piece);
    }
    // Numbers whose label went with the cut stand beside none.
    if !end && let Some(first) = kept.first().and_then(|piece| piece.row) {
        let labelled = kept.iter().any(|piece| piece.row == Some(first) && piece.kind == Kind::Label);
        for piece in kept.iter_mut().filter(|piece| piece.row == Some(first) && !labelled) {
            if let Kind::Figure { sure, .. } = &mut piece.kind {
                *sure = false;
            }
        }
    }
    ink.pieces = kept;
}

/// Single numbers vanish, with the mark that sets them apart or without it.
fn cells_deleted(ink: &mut Ink, layout: &Layout) {
    for _ in 0..ink.dice.between(1, 4) {
        let figures: Vec<usize> = (0..ink.pieces.len()).filter(|&at| ink.pieces[at].is_figure()).collect();
        if figures.is_empty() {
            return;
        }
        let at = *ink.dice.pick(&figures);
        if ink.dice.percent(50) {
            ink.pieces.remove(at);
        } else {
            remove_cell(&mut ink.pieces, at, layout.line);
        }
    }
}

fn characters_replaced(ink: &mut Ink) {
    let others: Vec<char> = OTHERS.chars().collect();
    let Ink { pieces, dice, .. } = ink;
    for piece in pieces.iter_mut().filter(|piece| matches!(piece.kind, Kind::Prose | Kind::Label)) {
        let replaced = piece
            .text
            .chars()
            .map(|c| if gouji::text::is_han(c) && dice.below(100) == 0 { *dice.pick(&others) } else { c });
        piece.text = replaced.collect();
    }
}

/// The rows of table three in any order.
fn rows_shuffled(ink: &mut Ink) {
    let inside = |ink: &Ink, piece: &Piece| piece.row.is_some_and(|row| ink.rows[row].starts_with("requests"));
    let places: Vec<usize> = (0..ink.pieces.len()).filter(|&at| inside(ink, &ink.pieces[at])).collect();
    let (Some(&first), Some(&last)) = (places.first(), places.last()) else { return };
    let block: Vec<Piece> = ink.pieces.drain(first..=last).collect();
    let (rows, rest): (Vec<Piece>, Vec<Piece>) = block.into_iter().partition(|piece| piece.row.is_some());
    let mut units: Vec<Vec<Piece>> = rows.chunk_by(|a, b| a.row == b.row).map(<[Piece]>::to_vec).collect();
    ink.dice.shuffle(&mut units);
    let shuffled: Vec<Piece> = units.into_iter().flatten().chain(rest).collect();
    ink.pieces.splice(first..first, shuffled);
}
