//! The fewest things done wrong, where one of them may change several cells: two cells exchanged, a row shifted, a row moved.
//!
//! Of the acts that together make all sums hold, one as a rule stands alone in some sum that is off, so that this sum says how much
//! it changes there. The search takes the sums one by one, either for such a sum or for one that is shared and waits.

use std::collections::BTreeMap;

use super::act::{Act, Displaced, Shape, displaced};
use super::grid::{Content, Effort, Residual, System};

/// Returns every set of exactly so many acts, at least one of which changes several cells, that makes all sums hold with no number
/// below 0.
pub fn acts(system: &System, count: usize, effort: &mut Effort) -> Vec<Vec<Act>> {
    let displaced = displaced(system.grid);
    let mut by_value: BTreeMap<i64, Vec<usize>> = BTreeMap::new();
    for (cell, state) in system.grid.cells.iter().enumerate() {
        if state.content != Content::Unknown {
            by_value.entry(system.grid.value(cell)).or_default().push(cell);
        }
    }
    let mut order: Vec<usize> = (0..system.nodes.len()).collect();
    order.sort_by_key(|&node| (system.across >> node & 1 == 0, system.nodes[node].terms.len()));
    let touches = |act: &Displaced| act.deltas.iter().fold(0, |set, (cell, _)| set | system.masks[*cell]);
    let reach = displaced.iter().map(|act| (touches(act) & system.across).count_ones() as usize).max().unwrap_or(0);
    let at_node = (0..system.nodes.len())
        .map(|node| {
            let vacated = |act: &Displaced| act.vacated.map_or(0, |vacated| system.masks[vacated.cell]);
            let reaches = |act: &Displaced| (touches(act) | vacated(act)) >> node & 1 == 1;
            (0..displaced.len()).filter(|&index| reaches(&displaced[index])).collect()
        })
        .collect();
    let mut found = Vec::new();
    for rows in 0..=count {
        let uses = vec![Use::None; system.grid.cells.len()];
        let mut search = Search {
            system,
            effort,
            order: &order,
            displaced: &displaced,
            at_node: &at_node,
            by_value: &by_value,
            reach,
            uses,
            acts: Vec::new(),
            found: &mut found,
        };
        search.descend(&State { residual: system.residual, closed: 0, shared: 0, left: count, rows });
    }
    found
}

/// More solutions than anybody looks at.
const ENOUGH: usize = 2_000;

struct Search<'a, 'b> {
    system: &'a System<'a>,
    effort: &'b mut Effort,
    order: &'a [usize],
    displaced: &'a [Displaced],
    /// For each sum the shifts and moves that change it.
    at_node: &'a Vec<Vec<usize>>,
    by_value: &'a BTreeMap<i64, Vec<usize>>,
    /// The most sums along rows that one shift or move changes.
    reach: usize,
    uses: Vec<Use>,
    acts: Vec<Act>,
    found: &'b mut Vec<Vec<Act>>,
}

/// What the acts so far do to a cell.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Use {
    None,
    Cell,
    Swap,
    Row,
    /// Shifted or moved, and wrong by itself.
    RowAndCell,
}

struct State {
    residual: Residual,
    /// Sums that no further act may change.
    closed: u64,
    /// Sums that at least two further acts have to change.
    shared: u64,
    /// How many more acts there are, and how many of them shift or move a row.
    left: usize,
    rows: usize,
}

impl Search<'_, '_> {
    fn descend(&mut self, state: &State) {
        let failing = self.system.failing(&state.residual);
        if state.left == 0 && failing == 0 {
            return self.accept();
        }
        if failing == 0 || !self.is_within_reach(failing, state) || self.found.len() > ENOUGH {
            return;
        }
        let mut shared = state.shared;
        for index in 0..self.order.len() {
            let node = self.order[index];
            if (failing & !shared) >> node & 1 == 0 {
                continue;
            }
            if !self.effort.spend(1) {
                return;
            }
            let waiting = State { residual: state.residual, shared, ..*state };
            self.cells(node, &waiting);
            self.swaps(node, &waiting);
            self.rows(node, &waiting);
            shared |= 1 << node;
            let all_shared = State { residual: state.residual, shared, ..*state };
            if !self.is_within_reach(failing, &all_shared) {
                return;
            }
        }
    }

    /// Whether the acts that are left can change as many sums as have to change.
    fn is_within_reach(&self, failing: u64, state: &State) -> bool {
        let State { left, rows, .. } = *state;
        let across = (failing & self.system.across).count_ones() + (state.shared & self.system.across).count_ones();
        if left == 0 || across as usize > 2 * (left - rows) + self.reach.max(1) * rows || state.shared != 0 && left < 2 {
            return false;
        }
        rows > 0 || self.system.columns(failing & !self.system.across).count_ones() as usize <= 2 * left
    }

    /// One wrong number in this sum.
    fn cells(&mut self, node: usize, state: &State) {
        let compound = self.acts.iter().any(|act| act.shape != Shape::Cell);
        if state.left == state.rows || state.left == 1 && !compound {
            return;
        }
        let system = self.system;
        for &(cell, coefficient) in &system.nodes[node].terms {
            if state.residual[node] % coefficient == 0 {
                let deltas = [(cell, -state.residual[node] / coefficient)];
                self.take(node, Shape::Cell, &deltas, state);
            }
        }
    }

    /// Two cells with each other's number, of which this sum has one, or a total and a part.
    fn swaps(&mut self, node: usize, state: &State) {
        if state.left == state.rows {
            return;
        }
        let (system, by_value, wanted) = (self.system, self.by_value, -state.residual[node]);
        let terms = &system.nodes[node].terms;
        for &(cell, coefficient) in terms {
            if wanted % coefficient != 0 {
                continue;
            }
            let delta = wanted / coefficient;
            for &other in by_value.get(&(system.grid.value(cell) + delta)).map_or(&[][..], Vec::as_slice) {
                if system.masks[other] >> node & 1 == 0 {
                    self.take(node, Shape::Swap, &[(cell, delta), (other, -delta)], state);
                }
            }
        }
        for (index, &(cell, sign)) in terms.iter().enumerate() {
            for &(other, its_sign) in &terms[index + 1..] {
                let delta = system.grid.value(other) - system.grid.value(cell);
                if delta * (sign - its_sign) == wanted && delta != 0 {
                    self.take(node, Shape::Swap, &[(cell, delta), (other, -delta)], state);
                }
            }
        }
    }

    /// A row shifted or moved.
    fn rows(&mut self, node: usize, state: &State) {
        if state.rows == 0 {
            return;
        }
        let (all, at_node) = (self.displaced, self.at_node);
        for act in at_node[node].iter().map(|index| &all[*index]) {
            for number in self.put_into_vacated(act, node, state) {
                let vacated = act.vacated.map(|vacated| (vacated.cell, number - self.system.grid.value(vacated.cell)));
                let deltas: Vec<(usize, i64)> =
                    act.deltas.iter().copied().chain(vacated).filter(|(_, delta)| *delta != 0).collect();
                if deltas.len() > 1 {
                    self.take(node, act.shape, &deltas, state);
                }
            }
        }
    }

    /// The numbers for the cell that a shift leaves empty: what this sum asks for when it has the cell, else what one of the cell's
    /// own sums asks for. One number that means nothing for a move.
    fn put_into_vacated(&self, act: &Displaced, node: usize, state: &State) -> Vec<i64> {
        let system = self.system;
        let Some(vacated) = act.vacated else { return vec![0] };
        let mut after = state.residual;
        act.deltas.iter().for_each(|&(cell, delta)| system.add(&mut after, cell, delta));
        let touches = &system.touches[vacated.cell];
        let own = |(of, coefficient): &(usize, i64)| {
            let delta = -after[*of] / coefficient;
            (after[*of] % coefficient == 0).then(|| system.grid.value(vacated.cell) + delta)
        };
        let mut numbers: Vec<i64> = match touches.iter().find(|(of, _)| *of == node) {
            Some(here) => own(here).into_iter().collect(),
            None if after[node] != 0 => Vec::new(),
            None if touches.is_empty() => self.sum_of_parts(act, vacated.cell).into_iter().collect(),
            None => touches.iter().filter_map(own).collect(),
        };
        numbers.dedup();
        numbers.retain(|number| *number >= 0 && (vacated.dropped == 0 || vacated.many || *number == vacated.dropped));
        numbers
    }

    /// A total that is blank gets what its parts add up to after the shift.
    fn sum_of_parts(&self, act: &Displaced, total: usize) -> Option<i64> {
        let after = |cell: &usize| {
            let delta = act.deltas.iter().find(|(of, _)| of == cell).map_or(0, |(_, delta)| *delta);
            self.system.grid.value(*cell) + delta
        };
        let row = self.system.grid.cells[total].row;
        let sums = self.system.grid.equations.iter().filter(|sum| sum.total && sum.left == [total]);
        let mut along = sums.filter(|sum| sum.right.iter().all(|cell| self.system.grid.cells[*cell].row == row));
        along.next().map(|sum| sum.right.iter().map(after).sum())
    }

    /// Takes an act as the only one that changes this sum, if the others allow it.
    fn take(&mut self, node: usize, shape: Shape, deltas: &[(usize, i64)], state: &State) {
        let touched = deltas.iter().fold(0, |set, (cell, _)| set | self.system.masks[*cell]);
        let left = state.left - 1;
        let rows = if matches!(shape, Shape::Cell | Shape::Swap) { state.rows } else { state.rows - 1 };
        let failing = self.system.failing(&state.residual);
        if left == 0 && failing & !touched != 0 || !deltas.iter().all(|(cell, _)| self.is_free(*cell, shape)) {
            return;
        }
        let mut residual = state.residual;
        deltas.iter().for_each(|&(cell, delta)| self.system.add(&mut residual, cell, delta));
        let changed = (0..self.system.nodes.len())
            .filter(|&node| residual[node] != state.residual[node])
            .fold(0_u64, |set, node| set | 1 << node);
        if changed & state.closed != 0 || residual[node] != 0 || !self.effort.spend(1) {
            return;
        }
        if left == 0 && self.system.failing(&residual) != 0 {
            return;
        }
        let next = State { residual, closed: state.closed | 1 << node, shared: state.shared & !changed, left, rows };
        let before: Vec<Use> = deltas.iter().map(|(cell, _)| self.uses[*cell]).collect();
        deltas.iter().for_each(|(cell, _)| self.uses[*cell] = used(self.uses[*cell], shape));
        self.acts.push(Act { shape, deltas: deltas.to_vec() });
        self.descend(&next);
        self.acts.pop();
        deltas.iter().zip(before).for_each(|((cell, _), before)| self.uses[*cell] = before);
    }

    /// Whether a cell may also be changed by an act of this shape: a number in a shifted row may be wrong besides.
    fn is_free(&self, cell: usize, shape: Shape) -> bool {
        match (self.uses[cell], shape) {
            (Use::None, _) | (Use::Row, Shape::Cell) => true,
            (Use::Cell, Shape::Shift | Shape::Move) => true,
            _ => false,
        }
    }

    fn accept(&mut self) {
        let numbers = numbers(self.system, &self.acts);
        let new = self.acts.iter().any(|act| act.shape != Shape::Cell);
        if new && numbers.values().all(|number| *number >= 0) && self.system.grid.with(numbers).holds() {
            let mut acts = self.acts.clone();
            acts.sort_by(|a, b| a.deltas.cmp(&b.deltas));
            if !self.found.contains(&acts) {
                self.found.push(acts);
            }
        }
    }
}

fn used(before: Use, shape: Shape) -> Use {
    match (before, shape) {
        (Use::None, Shape::Cell) => Use::Cell,
        (_, Shape::Swap) => Use::Swap,
        (Use::None, _) => Use::Row,
        _ => Use::RowAndCell,
    }
}

/// Returns the numbers that cells have after some acts.
pub fn numbers(system: &System, acts: &[Act]) -> BTreeMap<usize, i64> {
    let mut numbers = BTreeMap::new();
    for &(cell, delta) in acts.iter().flat_map(|act| &act.deltas) {
        *numbers.entry(cell).or_insert(system.grid.value(cell)) += delta;
    }
    numbers
}
