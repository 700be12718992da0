//! What a careful reader finds at each cell of a text, read off its pieces, and how an answer compares with it.

use std::collections::BTreeMap;

use gouji::form::{CellId, Form};
use gouji::report::{Content, Report};
use gouji::text::Number;

use crate::ink::{Kind, Piece, Shown};

/// What is asked for a cell.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Asked {
    /// This, and a reader should find it.
    Shown(Shown),
    /// The text has no such cell.
    Nothing,
    /// Which number belongs to it cannot be told.
    Untold,
}

/// A cell's truth: what is asked, and the numbers that are no mistake when given.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Truth {
    pub asked: Asked,
    pub acceptable: Vec<Number>,
}

pub type Truths = BTreeMap<CellId, Truth>;

/// The truth of one report of a text.
pub fn of(pieces: &[Piece], report: usize, form: &Form) -> Truths {
    let mut shown: BTreeMap<CellId, [Vec<Shown>; 2]> = form.cells().map(|cell| (cell, Default::default())).collect();
    for piece in pieces.iter().filter(|piece| piece.report == report) {
        let Kind::Figure { cells, shown: content, sure } = &piece.kind else { continue };
        for cell in cells {
            if let Some(contents) = shown.get_mut(cell).map(|sides| &mut sides[usize::from(!sure)])
                && !contents.contains(content)
            {
                contents.push(*content);
            }
        }
    }
    shown.into_iter().map(|(cell, [sure, unsure])| (cell, truth(&sure, &unsure))).collect()
}

fn truth(sure: &[Shown], unsure: &[Shown]) -> Truth {
    let acceptable = |contents: &[Shown]| contents.iter().copied().filter_map(number).collect();
    match (sure, unsure) {
        ([], []) => Truth { asked: Asked::Nothing, acceptable: vec![] },
        ([one], []) => Truth { asked: Asked::Shown(*one), acceptable: acceptable(&[*one]) },
        // Two plain numbers for one cell are none.
        ([_, _, ..], _) => Truth { asked: Asked::Untold, acceptable: vec![] },
        _ => Truth { asked: Asked::Untold, acceptable: acceptable(&[sure, unsure].concat()) },
    }
}

/// The truth of two reports that are read as one: what both say, or what only one says, is no mistake.
pub fn merged(one: &Truths, other: &Truths) -> Truths {
    one.iter()
        .map(|(cell, truth)| {
            let second = other.get(cell).unwrap_or(truth);
            let acceptable = match (truth.asked, second.asked) {
                (Asked::Nothing, _) => second.acceptable.clone(),
                (_, Asked::Nothing) => truth.acceptable.clone(),
                _ if truth.acceptable == second.acceptable => truth.acceptable.clone(),
                _ => Vec::new(),
            };
            (*cell, Truth { asked: Asked::Untold, acceptable })
        })
        .collect()
}

fn number(shown: Shown) -> Option<Number> {
    match shown {
        Shown::Value(number) => Some(number),
        Shown::Blank | Shown::Placeholder => None,
    }
}

/// How a reader did with one cell.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Outcome {
    Right,
    Uncertain,
    Missing,
    /// Taken for a blank, a stroke or words where it is not.
    Misread,
    /// A number the text does not show there: the one thing that must not happen.
    Wrong,
}

/// A cell that went wrong, for the report.
#[derive(Clone, Debug)]
pub struct Fault {
    pub cell: CellId,
    pub expected: Truth,
    pub got: Content,
    pub outcome: Outcome,
}

/// How each cell went that was asked for, and every answer that is not acceptable.
pub fn compare(truths: &Truths, report: &Report) -> Vec<(CellId, Asked, Outcome)> {
    let mut outcomes: Vec<(CellId, Asked, Outcome)> = truths
        .iter()
        .map(|(cell, truth)| {
            (*cell, truth.asked, outcome(truth, report.cell(*cell).map_or(&Content::Missing, |cell| &cell.content)))
        })
        .collect();
    // A number for a cell that this form does not have.
    outcomes.extend(
        report
            .cells
            .iter()
            .filter(|(cell, read)| {
                !truths.contains_key(cell) && read.value().is_some() && !cell.row.starts_with("statistics")
            })
            .map(|(cell, _)| (*cell, Asked::Nothing, Outcome::Wrong)),
    );
    outcomes
}

pub fn outcome(truth: &Truth, got: &Content) -> Outcome {
    let wanted = match truth.asked {
        Asked::Shown(Shown::Value(number)) => Some(Content::Value(number)),
        Asked::Shown(Shown::Blank) => Some(Content::Blank),
        Asked::Shown(Shown::Placeholder) => Some(Content::Placeholder),
        Asked::Nothing => Some(Content::Missing),
        Asked::Untold => None,
    };
    match got {
        got if wanted.as_ref() == Some(got) => Outcome::Right,
        Content::Value(number) if truth.acceptable.contains(number) => Outcome::Right,
        Content::Value(_) => Outcome::Wrong,
        // To be in doubt is as good as to see that there is no cell.
        Content::Uncertain if truth.asked == Asked::Nothing => Outcome::Right,
        Content::Uncertain => Outcome::Uncertain,
        Content::Missing => Outcome::Missing,
        Content::Blank | Content::Placeholder | Content::Text if wanted.is_some() && truth.asked != Asked::Nothing => {
            Outcome::Misread
        }
        Content::Blank | Content::Placeholder | Content::Text => Outcome::Uncertain,
    }
}
