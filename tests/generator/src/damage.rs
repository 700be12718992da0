//! Damage to a finished text: what a copy, an extractor or a hurried hand destroys. The truth follows from the pieces left.

use gouji::text::Number;

use crate::dice::Dice;
use crate::ink::{Ink, Kind, Piece, Shown};
use crate::layouts::{Layout, Line};
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
}

impl Damage {
    pub const ALL: [Damage; 8] = [
        Damage::RowDeleted,
        Damage::RowDoubled,
        Damage::RowMoved,
        Damage::EndCut,
        Damage::StartCut,
        Damage::CellDeleted,
        Damage::CharactersReplaced,
        Damage::RowsShuffled,
    ];

    /// One of the damages that mean something in that layout.
    pub fn draw(layout: &Layout, dice: &mut Dice) -> Damage {
        let fitting: Vec<Damage> = Damage::ALL.into_iter().filter(|damage| damage.fits(layout)).collect();
        *dice.pick(&fitting)
    }

    /// Rows are shuffled where a row is a line; where repeated numbers are gone, rows that run together cannot be told apart.
    pub fn fits(self, layout: &Layout) -> bool {
        match self {
            Damage::RowsShuffled => layout.line == Line::Row,
            Damage::EndCut | Damage::StartCut | Damage::CharactersReplaced => true,
            _ => layout.id != "A26",
        }
    }
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
