//! Ruled tables: lines that hang together, the grid they make, and the cells between them.

use super::lines::words_in;
use super::{Glyph, Rule};
use crate::table::{Block, Cell, Table};

/// Lines closer than this are one, in points.
const NEAR: f64 = 2.5;
/// How far the end of a rule may be from the rule it meets, and two pieces of one rule apart: rules may be thick or double.
const GAP: f64 = 4.0;
/// Rows or columns are wider than this.
const THIN: f64 = 5.0;

/// Rules that lie on one another put together, and what is too short to part cells left out.
pub fn merged(mut rules: Vec<Rule>) -> Vec<Rule> {
    rules.retain(|rule| rule.at.is_finite() && rule.from.is_finite() && rule.to.is_finite());
    rules.sort_by(|one, other| one.at.total_cmp(&other.at));
    let mut done: Vec<Rule> = Vec::new();
    let mut start = 0;
    while start < rules.len() {
        // All rules of one height or one place.
        let mut end = start + 1;
        while end < rules.len() && rules[end].at - rules[end - 1].at < NEAR && rules[end].at - rules[start].at < THIN {
            end += 1;
        }
        let group = &mut rules[start..end];
        let at = group.iter().map(|rule| rule.at).sum::<f64>() / group.len() as f64;
        group.sort_by(|one, other| one.from.total_cmp(&other.from));
        let mut open: Option<Rule> = None;
        for rule in group {
            match &mut open {
                Some(before) if rule.from <= before.to + GAP => before.to = before.to.max(rule.to),
                _ => done.extend(open.replace(Rule { at, ..*rule })),
            }
        }
        done.extend(open);
        start = end;
    }
    done.retain(|rule| rule.to - rule.from > THIN);
    done
}

/// A table and the places of its columns.
pub struct Ruled {
    columns: Vec<f64>,
    pub table: Table,
    /// Cells of the last row whose words reach the right side, so that they may go on below, by their columns.
    at_brim: Vec<u32>,
}

impl Ruled {
    /// Whether both begin and end at the same places, so that one can be the rest of the other.
    pub fn is_as_wide_as(&self, other: &Ruled) -> bool {
        let (one, other) = (&self.columns[..], &other.columns[..]);
        match (one, other) {
            ([first, .., last], [other_first, .., other_last]) => {
                (first - other_first).abs() < THIN && (last - other_last).abs() < THIN
            }
            _ => false,
        }
    }

    /// Counts columns by these places.
    fn measure_by(&mut self, columns: &[f64]) {
        let place = |old: u32| {
            let at = self.columns.get(old as usize).copied().unwrap_or_default();
            columns.partition_point(|&known| known < at - THIN) as u32
        };
        for cell in self.table.rows.iter_mut().flatten() {
            (cell.column, cell.end) = (place(cell.column), place(cell.end));
        }
        self.at_brim = self.at_brim.iter().map(|&column| place(column)).collect();
        self.columns = columns.to_vec();
    }

    /// Adds the rows of the next page, the first of which may be the rest of the last one here.
    pub fn go_on(&mut self, mut next: Ruled) {
        let columns = apart(self.columns.iter().chain(&next.columns).copied().collect());
        self.measure_by(&columns);
        next.measure_by(&columns);
        if next.table.rows.first().is_some_and(|first| self.at_brim_goes_on(first)) {
            for cell in next.table.rows.remove(0) {
                let mut above = self.table.rows.iter_mut().rev().flatten();
                if let Some(above) = above.find(|above| above.column == cell.column && !above.below) {
                    above.blocks.extend(cell.blocks);
                }
            }
        }
        self.table.rows.extend(next.table.rows);
        self.at_brim = next.at_brim;
    }

    /// Whether every word of the row can be the rest of a cell that was full, none of which begins with a number of its own.
    fn at_brim_goes_on(&self, row: &[Cell]) -> bool {
        let mut filled = row.iter().filter(|cell| !cell.is_empty()).peekable();
        filled.peek().is_some()
            && filled.all(|cell| self.at_brim.contains(&cell.column) && !cell.is_figure() && !cell.is_numbered())
    }
}

/// Rules that hang together, with the grid they make.
pub struct Frame {
    columns: Vec<f64>,
    rows: Vec<f64>,
    lying: Vec<Rule>,
    standing: Vec<Rule>,
}

pub fn frames(lying: &[Rule], standing: &[Rule]) -> Vec<Frame> {
    let touches = |lying: &Rule, standing: &Rule| {
        let within = |at: f64, rule: &Rule| at >= rule.from - GAP && at <= rule.to + GAP;
        within(standing.at, lying) && within(lying.at, standing)
    };
    let mut taken_lying = vec![false; lying.len()];
    let mut taken_standing = vec![false; standing.len()];
    let mut frames = Vec::new();
    for first in 0..lying.len() {
        if std::mem::replace(&mut taken_lying[first], true) {
            continue;
        }
        let (mut of_lying, mut of_standing) = (vec![lying[first]], Vec::new());
        let mut waiting = vec![lying[first]];
        while let Some(rule) = waiting.pop() {
            for (index, other) in standing.iter().enumerate() {
                if taken_standing[index] || !touches(&rule, other) {
                    continue;
                }
                taken_standing[index] = true;
                of_standing.push(*other);
                for (index, further) in lying.iter().enumerate() {
                    if !taken_lying[index] && touches(further, other) {
                        taken_lying[index] = true;
                        of_lying.push(*further);
                        waiting.push(*further);
                    }
                }
            }
        }
        let ends = |rules: &[Rule]| -> Vec<f64> { rules.iter().flat_map(|rule| [rule.from, rule.to]).collect() };
        let outer = |mut places: Vec<f64>, others: Vec<f64>| {
            let (first, last) = others.iter().fold((f64::MAX, f64::MIN), |(a, b), &at| (a.min(at), b.max(at)));
            places.extend([first, last]);
            places
        };
        // A table may be open at its sides: there the lying rules say where it ends.
        let columns = apart(outer(of_standing.iter().map(|rule| rule.at).collect(), ends(&of_lying)));
        let rows = apart(outer(of_lying.iter().map(|rule| rule.at).collect(), ends(&of_standing)));
        if of_standing.len() > 1 && of_lying.len() > 1 && columns.len() > 2 && rows.len() > 1 {
            frames.push(Frame { columns, rows, lying: of_lying, standing: of_standing });
        }
    }
    frames
}

/// Places in order, those that are one taken as one.
fn apart(mut places: Vec<f64>) -> Vec<f64> {
    places.retain(|place| place.abs() < 1e6);
    places.sort_by(f64::total_cmp);
    places.dedup_by(|next, before| *next - *before < THIN);
    places
}

impl Frame {
    pub fn top(&self) -> f64 {
        self.rows.first().copied().unwrap_or_default()
    }

    /// How many squares are held against how many rules.
    pub fn effort(&self) -> usize {
        let rules = self.lying.len() + self.standing.len();
        (self.columns.len() * self.rows.len()).saturating_mul(rules)
    }

    /// The table with the characters in it, which are taken from the page.
    pub fn fill(&self, glyphs: &mut Vec<Glyph>) -> Ruled {
        let (across, down) = (self.columns.len() - 1, self.rows.len() - 1);
        let areas = self.areas();
        let index = |row: usize, column: usize| row * across + column;
        let mut words: Vec<Vec<Glyph>> = vec![Vec::new(); across * down];
        let mut rest = Vec::new();
        for glyph in glyphs.drain(..) {
            let (x, y) = glyph.middle();
            let column = self.columns.partition_point(|&at| at <= x).checked_sub(1).filter(|&column| column < across);
            let row = self.rows.partition_point(|&at| at <= y).checked_sub(1).filter(|&row| row < down);
            match row.zip(column) {
                Some((row, column)) => words[areas[index(row, column)].0].push(glyph),
                None => rest.push(glyph),
            }
        }
        *glyphs = rest;
        let mut table = Table::default();
        for row in 0..down {
            let mut cells = Vec::new();
            let mut column = 0;
            while column < across {
                let (owner, end) = areas[index(row, column)];
                let below = owner / across < row;
                let blocks = if below { Vec::new() } else { vec![Block::Paragraph(words_in(&words[owner]).into())] };
                cells.push(Cell { column: column as u32, end: end as u32, below, blocks, ..Cell::default() });
                column = end.max(column + 1);
            }
            table.rows.push(cells);
        }
        let at_brim = (0..across).filter(|&column| {
            let (owner, end) = areas[index(down - 1, column)];
            owner % across == column
                && words[owner].iter().any(|glyph| glyph.x1 + glyph.height() * 1.6 > self.columns[end])
        });
        let at_brim = at_brim.map(|column| column as u32).collect();
        Ruled { columns: self.columns.clone(), table, at_brim }
    }

    /// For every square of the grid: the square that owns it, which is the first of its cell, and the column where the cell ends.
    fn areas(&self) -> Vec<(usize, usize)> {
        let (across, down) = (self.columns.len() - 1, self.rows.len() - 1);
        let covers = |rules: &[Rule], at: f64, from: f64, to: f64| {
            let (length, mut covered) = (to - from, 0.0);
            for rule in rules.iter().filter(|rule| (rule.at - at).abs() < THIN) {
                covered += (rule.to.min(to) - rule.from.max(from)).max(0.0);
            }
            covered > length * 0.6
        };
        let mut areas = vec![(usize::MAX, 0); across * down];
        for row in 0..down {
            let (top, bottom) = (self.rows[row], self.rows[row + 1]);
            for column in 0..across {
                if areas[row * across + column].0 != usize::MAX {
                    continue;
                }
                let mut end = column + 1;
                while end < across
                    && areas[row * across + end].0 == usize::MAX
                    && !covers(&self.standing, self.columns[end], top, bottom)
                {
                    end += 1;
                }
                let mut low = row + 1;
                while low < down
                    && (column..end).all(|square| areas[low * across + square].0 == usize::MAX)
                    && !covers(&self.lying, self.rows[low], self.columns[column], self.columns[end])
                    && !(column + 1..end)
                        .any(|inner| covers(&self.standing, self.columns[inner], self.rows[low], self.rows[low + 1]))
                {
                    low += 1;
                }
                for line in row..low {
                    for square in column..end {
                        areas[line * across + square] = (row * across + column, end);
                    }
                }
            }
        }
        areas
    }
}
