//! The fewest cells that have to change, each to any number: found whole, up to four cells.
//!
//! Some cell of every sum that is off has to change. The search takes such a sum, tries each of its cells, and adds the sum to the
//! others the cell stands in, so that the number the cell will get need not be known yet; what is left is a smaller table.

use super::grid::{Effort, NODES, Residual, System, bits};
use super::linear::{Solution, solve};

/// Returns every set of exactly so many changes that makes all sums hold with no number below 0.
pub fn changes(system: &System, count: usize, effort: &mut Effort) -> Vec<Vec<(usize, i64)>> {
    let mut search = Search {
        system,
        effort,
        opened: Vec::new(),
        merged: 0,
        banned: vec![false; system.grid.cells.len()],
        found: Vec::new(),
        blocked: Vec::new(),
    };
    search.descend(&system.residual, count);
    if search.found.is_empty() {
        let blocked = std::mem::take(&mut search.blocked);
        blocked.into_iter().for_each(|(mut cells, left)| search.extend(&mut cells, left));
    }
    search.found
}

/// More solutions than anybody looks at.
const ENOUGH: usize = 2_000;

struct Search<'a> {
    system: &'a System<'a>,
    effort: &'a mut Effort,
    opened: Vec<Opened>,
    /// The sums that others were added to, as bits.
    merged: u64,
    banned: Vec<bool>,
    found: Vec<Vec<(usize, i64)>>,
    /// Cells that would make all sums hold but for a number below 0, and how many more may change.
    blocked: Vec<(Vec<usize>, usize)>,
}

/// A cell whose number is free, and the sum that was spent on it.
struct Opened {
    cell: usize,
    pivot: usize,
    /// The cell's signs in the sums, as they are after those opened before.
    signs: Residual,
}

impl Search<'_> {
    fn descend(&mut self, residual: &Residual, left: usize) {
        let failing = self.system.failing(residual);
        if failing == 0 {
            return self.settle(left);
        }
        let pure = failing & !self.merged;
        let rows = (pure & self.system.across).count_ones() as usize;
        let columns = self.system.columns(pure);
        if rows.max(columns).max(1) > left || self.found.len() > ENOUGH || !self.effort.spend(1) {
            return;
        }
        let Some(node) = bits(failing).min_by_key(|&node| self.touching(node).count()) else { return };
        let cells: Vec<usize> = self.touching(node).filter(|&cell| !self.banned[cell]).collect();
        let mut tried = Vec::new();
        for cell in cells {
            let signs = self.signs(cell);
            if signs[node] == 0 || self.banned[cell] || self.opened.iter().any(|opened| opened.cell == cell) {
                continue;
            }
            let mut rest = *residual;
            eliminate(&mut rest, &signs, node);
            if left == 1 && rest != [0; NODES] {
                continue;
            }
            let merged = self.merged;
            self.merged |= self.system.failing(&signs) & !(1 << node);
            self.opened.push(Opened { cell, pivot: node, signs });
            self.descend(&rest, left - 1);
            self.opened.pop();
            self.merged = merged;
            self.banned[cell] = true;
            tried.push(cell);
        }
        tried.into_iter().for_each(|cell| self.banned[cell] = false);
    }

    /// The cells that stand in a sum, or in one that was added to it.
    fn touching(&self, node: usize) -> impl Iterator<Item = usize> + '_ {
        let mut nodes = 1_u64 << node;
        for opened in self.opened.iter().rev() {
            if bits(nodes).any(|node| opened.signs[node] != 0) {
                nodes |= 1 << opened.pivot;
            }
        }
        bits(nodes).flat_map(|node| self.system.nodes[node].terms.iter().map(|(cell, _)| *cell))
    }

    fn signs(&self, cell: usize) -> Residual {
        let mut signs = [0; NODES];
        self.system.add(&mut signs, cell, 1);
        self.opened.iter().for_each(|opened| eliminate(&mut signs, &opened.signs, opened.pivot));
        signs
    }

    fn settle(&mut self, left: usize) {
        let cells: Vec<usize> = self.opened.iter().map(|opened| opened.cell).collect();
        let Solution::One(deltas) = solve(self.system, &cells) else { return };
        if !self.is_allowed(&cells, &deltas) {
            self.blocked.push((cells, left));
        } else if left == 0 && deltas.iter().all(|delta| *delta != 0) {
            self.found.push(cells.into_iter().zip(deltas).collect());
        }
    }

    fn is_allowed(&self, cells: &[usize], deltas: &[i64]) -> bool {
        cells.iter().zip(deltas).all(|(cell, delta)| self.system.grid.value(*cell) + delta >= 0)
    }

    /// Changes more cells than the sums ask for, where the numbers would otherwise fall below 0: four cells at the corners of a
    /// rectangle, say, of which each may take a part of the change.
    fn extend(&mut self, cells: &mut Vec<usize>, left: usize) {
        let touched = cells.iter().fold(0, |set, cell| set | self.system.masks[*cell]);
        if left == 0 {
            if let Solution::Line(base, direction) = solve(self.system, cells) {
                self.along(cells, &base, &direction);
            }
            return;
        }
        for cell in 0..self.system.masks.len() {
            let mask = self.system.masks[cell];
            let fits = if left == 1 { mask & !touched == 0 } else { mask & touched != 0 };
            if mask == 0 || !fits || cells.contains(&cell) {
                continue;
            }
            if !self.effort.spend(1) {
                return;
            }
            cells.push(cell);
            self.extend(cells, left - 1);
            cells.pop();
        }
    }

    /// Adds the solutions at both ends of a line on which no number is below 0.
    fn along(&mut self, cells: &[usize], base: &[i64], direction: &[i64]) {
        let (mut low, mut high) = (i64::MIN / 4, i64::MAX / 4);
        for ((cell, base), step) in cells.iter().zip(base).zip(direction) {
            let room = self.system.grid.value(*cell) + base;
            match step {
                0 if room < 0 => return,
                0 => {}
                1.. => low = low.max(-room.div_euclid(*step)),
                _ => high = high.min(room.div_euclid(-step)),
            }
        }
        for times in [low, low + 1, high - 1, high] {
            if times < low || times > high || times.abs() > i64::MAX / 8 {
                continue;
            }
            let deltas: Vec<i64> = base.iter().zip(direction).map(|(base, step)| base + times * step).collect();
            let mut solution: Vec<(usize, i64)> = cells.iter().copied().zip(deltas).collect();
            solution.sort_unstable();
            if solution.iter().all(|(_, delta)| *delta != 0) && !self.found.contains(&solution) {
                self.found.push(solution);
            }
        }
    }
}

/// Adds so much of `signs` that nothing is left at the pivot.
fn eliminate(vector: &mut Residual, signs: &Residual, pivot: usize) {
    let (at, by) = (vector[pivot], signs[pivot]);
    if at == 0 {
        return;
    }
    if by.abs() == 1 {
        vector.iter_mut().zip(signs).for_each(|(number, sign)| *number -= sign * at * by);
    } else {
        vector.iter_mut().zip(signs).for_each(|(number, sign)| *number = *number * by - sign * at);
    }
}
