//! The fewest things done wrong, where one of them may change several cells: two cells exchanged, a row shifted, a row moved.
//!
//! Rows are put back first: what they change is known, and the other acts are looked for in the numbers as they are after it. Of
//! those, one as a rule stands alone in some sum that is off, so that this sum says how much it changes there. The search takes the
//! sums one by one, either for such a sum or for one that is shared and waits. Where all are shared, it tries the exchanges that stay
//! in one row or in one column.

use std::collections::BTreeMap;

use super::act::{Act, Displaced, Shape, Vacated, displaced};
use super::grid::{Content, Effort, NODES, Residual, System, bits};

/// What can be done to a table, whatever the other acts are.
pub struct Catalogue {
    displaced: Vec<Placed>,
    at_node: Vec<AtNode>,
    /// The cells by the numbers they have before any act.
    by_value: BTreeMap<i64, Vec<usize>>,
    /// The sums in the order in which they are taken: those along rows first, then those with few cells.
    order: Vec<usize>,
    /// The most sums along rows that one shift or move changes.
    reach: usize,
}

impl Catalogue {
    pub fn of(system: &System) -> Catalogue {
        let displaced: Vec<Placed> =
            displaced(system.grid).into_iter().flat_map(|act| Placed::of(system, act)).collect();
        let mut by_value: BTreeMap<i64, Vec<usize>> = BTreeMap::new();
        for (cell, state) in system.grid.cells.iter().enumerate() {
            if state.content != Content::Unknown {
                by_value.entry(system.grid.value(cell)).or_default().push(cell);
            }
        }
        let mut order: Vec<usize> = (0..system.nodes.len()).collect();
        order.sort_by_cached_key(|&node| (usize::from(system.across >> node & 1 == 0), system.nodes[node].terms.len()));
        let at_node = (0..system.nodes.len()).map(|node| AtNode::of(&displaced, node)).collect();
        let rows = |act: &Placed| (act.moves & system.across).count_ones() as usize;
        let reach = displaced.iter().map(rows).max().unwrap_or(0);
        Catalogue { displaced, at_node, by_value, order, reach }
    }
}

/// Returns every set of exactly so many acts, at least one of which changes several cells, that makes all sums hold with no number
/// below 0, and changes the fewest cells.
pub fn acts(system: &System, catalogue: &Catalogue, count: usize, effort: &mut Effort) -> Vec<Vec<Act>> {
    let mut search = Search {
        system,
        effort,
        catalogue,
        rows: Vec::new(),
        tried: vec![false; catalogue.displaced.len()],
        values: (0..system.grid.cells.len()).map(|cell| system.grid.value(cell)).collect(),
        moved: Vec::new(),
        uses: vec![Use::None; system.grid.cells.len()],
        acts: Vec::new(),
        found: Vec::new(),
        fewest: usize::MAX,
    };
    for rows in 0..=count {
        let put = Put { residual: system.residual, open: 0, shared: 0, moves: 0, cells: 0 };
        search.rows(&put, rows, count - rows);
    }
    search.found
}

/// More solutions than anybody looks at.
const ENOUGH: usize = 2_000;

struct Search<'a> {
    system: &'a System<'a>,
    effort: &'a mut Effort,
    catalogue: &'a Catalogue,
    /// The shifts and moves so far, and those that were tried in this place.
    rows: Vec<usize>,
    tried: Vec<bool>,
    /// The numbers of the cells after the shifts and moves so far, and the cells these changed.
    values: Vec<i64>,
    moved: Vec<usize>,
    uses: Vec<Use>,
    acts: Vec<Act>,
    found: Vec<Vec<Act>>,
    /// How many cells change in each of those found.
    fewest: usize,
}

/// A shift or a move, and what it does to the sums.
struct Placed {
    shape: Shape,
    deltas: Vec<(usize, i64)>,
    /// The cell that a shift leaves empty, where its number is still open: another act changes the sum of its row as well.
    vacated: Option<Vacated>,
    /// By how much it changes what each sum is off by, but for that cell.
    effect: Residual,
    /// The sums with a cell that moves, as bits.
    moves: u64,
    /// The sums with that cell, and those of its row, as bits.
    open: u64,
    shared: u64,
}

impl Placed {
    /// Returns the act as the only one in its row, and as one of several there.
    fn of(system: &System, act: Displaced) -> Vec<Placed> {
        let Displaced { shape, deltas, vacated } = act;
        let place = |deltas: Vec<(usize, i64)>, vacated: Option<Vacated>| {
            let mut effect = [0; NODES];
            deltas.iter().for_each(|&(cell, delta)| system.add(&mut effect, cell, delta));
            let moves = deltas.iter().fold(0, |set, (cell, _)| set | system.masks[*cell]);
            let open = vacated.map_or(0, |vacated| system.masks[vacated.cell]);
            Placed { shape, deltas, vacated, effect, moves, open, shared: open & system.across }
        };
        let Some(empty) = vacated else { return vec![place(deltas, None)] };
        let open = place(deltas.clone(), vacated);
        let touches = &system.touches[empty.cell];
        let along = touches.iter().find(|(node, _)| open.shared >> node & 1 == 1);
        let number = match along {
            Some(&(node, by)) => asked(system, &system.residual, open.effect[node], empty.cell, (node, by)),
            None if touches.is_empty() => sum_of_parts(system, &deltas, empty.cell),
            None => None,
        };
        let alone = number.filter(|number| empty.allows(*number)).map(|number| {
            let delta = number - system.grid.value(empty.cell);
            place(deltas.into_iter().chain((delta != 0).then_some((empty.cell, delta))).collect(), None)
        });
        let alone = alone.filter(|placed| placed.deltas.len() > 1);
        alone.into_iter().chain((!touches.is_empty()).then_some(open)).collect()
    }
}

impl Vacated {
    fn allows(&self, number: i64) -> bool {
        number >= 0 && (self.dropped == 0 || self.many || number == self.dropped)
    }
}

/// Returns the number that a sum asks for in a cell, with what the sum changes besides.
fn asked(system: &System, residual: &Residual, by: i64, cell: usize, (node, sign): (usize, i64)) -> Option<i64> {
    let off = residual[node] + by;
    (off % sign == 0).then(|| system.grid.value(cell) - off / sign)
}

/// A total that is blank gets what its parts add up to after the shift.
fn sum_of_parts(system: &System, deltas: &[(usize, i64)], total: usize) -> Option<i64> {
    let after = |cell: &usize| {
        let delta = deltas.iter().find(|(of, _)| of == cell).map_or(0, |(_, delta)| *delta);
        system.grid.value(*cell) + delta
    };
    let row = system.grid.cells[total].row;
    let sums = system.grid.equations.iter().filter(|sum| sum.total && sum.left == [total]);
    let mut along = sums.filter(|sum| sum.right.iter().all(|cell| system.grid.cells[*cell].row == row));
    along.next().map(|sum| sum.right.iter().map(after).sum())
}

/// The shifts and moves at a sum: those with a cell there that is still open, and the others by how much they change it.
#[derive(Default)]
struct AtNode {
    open: Vec<usize>,
    by_effect: BTreeMap<i64, Vec<usize>>,
}

impl AtNode {
    fn of(displaced: &[Placed], node: usize) -> AtNode {
        let mut at = AtNode::default();
        for (index, act) in displaced.iter().enumerate() {
            match (act.open >> node & 1, act.moves >> node & 1) {
                (1, _) => at.open.push(index),
                (_, 1) => at.by_effect.entry(act.effect[node]).or_default().push(index),
                _ => {}
            }
        }
        at
    }
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

/// The rows put back so far.
struct Put {
    residual: Residual,
    /// Sums with a cell that is still open, as bits.
    open: u64,
    /// Sums of rows that another act has to change, as bits.
    shared: u64,
    /// Sums with a cell that moved, as bits.
    moves: u64,
    /// How many cells moved.
    cells: usize,
}

#[derive(Clone, Copy)]
struct State {
    residual: Residual,
    /// Sums that no further act may change.
    closed: u64,
    todo: Todo,
    /// How many cells change at least.
    cells: usize,
}

/// What is still to be mended, and with how much.
#[derive(Clone, Copy)]
struct Todo {
    /// Sums that are off, as bits.
    failing: u64,
    /// Sums that at least two further acts have to change.
    shared: u64,
    /// How many more acts there are.
    left: usize,
}

impl Todo {
    /// Returns what is left in the best case after an act that changes these sums.
    fn after(self, touched: u64) -> Todo {
        Todo { failing: self.failing & !touched, shared: self.shared & !touched, left: self.left - 1 }
    }
}

impl Search<'_> {
    /// Puts back so many rows, and looks for so many other acts. Each of the other acts changes two rows and two columns at most;
    /// where more are off, one of the rows has to mend some of these.
    fn rows(&mut self, placed: &Put, rows: usize, others: usize) {
        let (system, catalogue) = (self.system, self.catalogue);
        if rows == 0 {
            return self.fill(placed, others);
        }
        let failing = system.failing(&placed.residual) & !placed.open | placed.shared;
        let mut tried = Vec::new();
        for index in self.candidates(placed, failing, rows, others) {
            let act = &catalogue.displaced[index];
            let off = |node: usize| placed.residual[node] + act.effect[node];
            if self.tried[index] {
                continue;
            }
            self.tried[index] = true;
            tried.push(index);
            let open = placed.open | act.open;
            let shared = placed.shared & !act.moves | act.shared & !placed.moves;
            let broken = bits(act.moves & !open).filter(|node| off(*node) != 0).fold(0, |set, node| set | 1 << node);
            let failing = (failing & !act.moves | broken) & !open | shared;
            let across = (failing & system.across).count_ones() as usize;
            // Each of the other acts leaves two of the cells as they were at most.
            let cells = placed.cells + act.deltas.len();
            if cells > self.fewest.saturating_add(2 * others)
                || across > 2 * others + self.catalogue.reach * (rows - 1)
                || rows == 1 && system.columns(failing) > 2 * others
                || !act.deltas.iter().all(|(cell, _)| self.uses[*cell] == Use::None)
            {
                continue;
            }
            if !self.effort.spend(1) {
                break;
            }
            let mut after = Put { residual: placed.residual, open, shared, moves: placed.moves | act.moves, cells };
            after.residual.iter_mut().zip(&act.effect).for_each(|(number, by)| *number += by);
            act.deltas.iter().for_each(|(cell, _)| self.uses[*cell] = Use::Row);
            self.rows.push(index);
            self.rows(&after, rows - 1, others);
            self.rows.pop();
            act.deltas.iter().for_each(|(cell, _)| self.uses[*cell] = Use::None);
        }
        tried.into_iter().for_each(|index| self.tried[index] = false);
    }

    /// Returns the shifts and moves of which one has to come next: all, or those that mend one of the sums that the other acts do not
    /// reach, where it is the last.
    fn candidates(&self, placed: &Put, failing: u64, rows: usize, others: usize) -> Vec<usize> {
        let needed = self.needed(failing, 2 * others + 1);
        if needed == 0 {
            return (0..self.catalogue.displaced.len()).collect();
        }
        let mut all = Vec::new();
        for node in bits(needed) {
            let at = &self.catalogue.at_node[node];
            all.extend(&at.open);
            if rows == 1 && placed.shared >> node & 1 == 0 {
                all.extend(at.by_effect.get(&-placed.residual[node]).into_iter().flatten());
            } else {
                all.extend(at.by_effect.values().flatten());
            }
        }
        all
    }

    /// Returns so many rows that are off, else so many columns, as bits of their sums; none where fewer are off.
    fn needed(&self, failing: u64, count: usize) -> u64 {
        let first = |sums: &mut dyn Iterator<Item = usize>| sums.take(count).fold(0_u64, |set, node| set | 1 << node);
        let rows = first(&mut bits(failing & self.system.across));
        let columns = self.system.down.iter().map(|column| column & failing).filter(|sums| *sums != 0);
        let columns = first(&mut columns.map(|sums| sums.trailing_zeros() as usize));
        [rows, columns].into_iter().find(|set| set.count_ones() as usize == count).unwrap_or(0)
    }

    /// Fills the cells that shifts left empty, and looks for the other acts.
    fn fill(&mut self, placed: &Put, others: usize) {
        let mut all = Vec::new();
        self.numbers(placed, &placed.residual, &mut vec![None; self.rows.len()], &mut all);
        for numbers in all {
            let mut filled = Vec::new();
            for (index, number) in self.rows.iter().zip(&numbers) {
                let act = &self.catalogue.displaced[*index];
                filled.extend(act.vacated.map(|empty| (empty.cell, number - self.system.grid.value(empty.cell))));
            }
            let mut residual = placed.residual;
            filled.iter().for_each(|&(cell, delta)| self.system.add(&mut residual, cell, delta));
            let todo = Todo { failing: self.system.failing(&residual), shared: 0, left: others };
            let state = State { residual, closed: 0, todo, cells: placed.cells };
            filled.retain(|(_, delta)| *delta != 0);
            let clash = filled.iter().any(|(cell, _)| self.uses[*cell] != Use::None);
            if clash || !self.is_within_reach(&todo) || !self.are_paired(&state) {
                continue;
            }
            for index in &self.rows {
                let act = &self.catalogue.displaced[*index];
                let own = |(cell, _): &&(usize, i64)| act.vacated.is_some_and(|empty| empty.cell == *cell);
                let deltas = act.deltas.iter().chain(filled.iter().filter(own)).copied().collect();
                self.acts.push(Act { shape: act.shape, deltas });
            }
            self.moved = self.acts.iter().flat_map(|act| &act.deltas).map(|(cell, _)| *cell).collect();
            filled.iter().for_each(|(cell, _)| self.uses[*cell] = Use::Row);
            let before = self.values.clone();
            for (cell, delta) in self.acts.iter().flat_map(|act| &act.deltas) {
                self.values[*cell] += delta;
            }
            if self.acts.iter().all(|act| act.deltas.len() > 1) {
                self.descend(&state);
            }
            self.values = before;
            filled.iter().for_each(|(cell, _)| self.uses[*cell] = Use::None);
            self.acts.clear();
        }
        self.moved.clear();
    }

    /// Finds the numbers for the cells that shifts left empty, one after the other: what one of the cell's own sums asks for, but
    /// not one that another act has to change. One number that means nothing for the other acts.
    fn numbers(&self, placed: &Put, residual: &Residual, given: &mut Vec<Option<i64>>, all: &mut Vec<Vec<i64>>) {
        let system = self.system;
        if given.iter().all(Option::is_some) {
            let numbers: Vec<i64> = given.iter().copied().flatten().collect();
            if !all.contains(&numbers) {
                all.push(numbers);
            }
            return;
        }
        for at in 0..given.len() {
            if given[at].is_some() {
                continue;
            }
            let Some(empty) = self.catalogue.displaced[self.rows[at]].vacated else {
                given[at] = Some(0);
                self.numbers(placed, residual, given, all);
                given[at] = None;
                return;
            };
            let sums = system.touches[empty.cell].iter().filter(|(node, _)| placed.shared >> node & 1 == 0);
            for sum in sums {
                let number = asked(system, residual, 0, empty.cell, *sum).filter(|number| empty.allows(*number));
                let Some(number) = number else { continue };
                let mut residual = *residual;
                system.add(&mut residual, empty.cell, number - system.grid.value(empty.cell));
                given[at] = Some(number);
                self.numbers(placed, &residual, given, all);
                given[at] = None;
            }
        }
    }

    fn descend(&mut self, state: &State) {
        let failing = state.todo.failing;
        if failing == 0 {
            if state.todo.left == 0 {
                self.accept();
            }
            return;
        }
        if !self.is_within_reach(&state.todo) || !self.are_paired(state) || self.found.len() > ENOUGH {
            return;
        }
        let mut waiting = *state;
        for &node in &self.catalogue.order {
            if (failing & !waiting.todo.shared) >> node & 1 == 0 {
                continue;
            }
            if self.effort.is_spent() {
                return;
            }
            self.cells(node, &waiting);
            self.swaps(node, &waiting);
            waiting.todo.shared |= 1 << node;
            if !self.is_within_reach(&waiting.todo) {
                return;
            }
        }
        if let Some(node) = bits(failing).min_by_key(|&node| self.system.nodes[node].terms.len()) {
            self.near_swaps(node, &waiting);
        }
    }

    /// Whether the acts that are left can change as many sums as have to change: two rows and two columns each.
    fn is_within_reach(&self, todo: &Todo) -> bool {
        let Todo { failing, shared, left } = *todo;
        if failing == 0 {
            return true;
        }
        let across = (failing & self.system.across).count_ones() + (shared & self.system.across).count_ones();
        left > usize::from(shared != 0)
            && across as usize <= 2 * left
            && self.system.columns(failing) + self.system.columns(shared) <= 2 * left
    }

    /// Where every act that is left has to mend two columns, or two rows, none of them shares one: each changes its two by as much.
    fn are_paired(&self, state: &State) -> bool {
        let Todo { failing, left, .. } = state.todo;
        let size = |sums: u64| state.residual[sums.trailing_zeros() as usize].abs();
        let paired = |lines: &dyn Fn() -> Vec<i64>, count: usize| {
            count < 2 * left || {
                let sizes = lines();
                sizes.iter().all(|size| sizes.iter().filter(|other| *other == size).count() % 2 == 0)
            }
        };
        let columns =
            || self.system.down.iter().map(|sums| sums & failing).filter(|sums| *sums != 0).map(size).collect();
        let rows = || bits(failing & self.system.across).map(|node| size(1 << node)).collect();
        paired(&columns, self.system.columns(failing))
            && paired(&rows, (failing & self.system.across).count_ones() as usize)
    }

    /// One wrong number in this sum.
    fn cells(&mut self, node: usize, state: &State) {
        let compound = self.acts.iter().any(|act| act.shape != Shape::Cell);
        if state.todo.left == 1 && !compound {
            return;
        }
        let system = self.system;
        for &(cell, coefficient) in &system.nodes[node].terms {
            if state.residual[node] % coefficient == 0 {
                let deltas = [(cell, -state.residual[node] / coefficient)];
                self.take(Some(node), Shape::Cell, &deltas, state);
            }
        }
    }

    /// Two cells with each other's number, of which this sum has one, or a total and a part.
    fn swaps(&mut self, node: usize, state: &State) {
        let (system, by_value, wanted) = (self.system, &self.catalogue.by_value, -state.residual[node]);
        let terms = &system.nodes[node].terms;
        for &(cell, coefficient) in terms {
            let number = self.values[cell] + wanted / coefficient;
            if wanted % coefficient != 0 || number < 0 || !self.is_free(cell, Shape::Swap) {
                continue;
            }
            // The other cell stands in one row and in one column, and the acts after it reach two of each.
            let rest = state.todo.failing & !system.masks[cell];
            let most = 2 * (state.todo.left - 1);
            let (rows, columns) = ((rest & system.across).count_ones() as usize, system.columns(rest));
            if rows.max(columns) > most + 1 {
                continue;
            }
            let in_row = if rows > most { rest & system.across } else { !0 };
            let in_column = if columns > most { rest & !system.across } else { !0 };
            let unmoved = by_value.get(&number).map_or(&[][..], Vec::as_slice);
            for at in 0..unmoved.len() + self.moved.len() {
                let other = unmoved.get(at).copied().unwrap_or_else(|| self.moved[at - unmoved.len()]);
                let mask = system.masks[other];
                if mask & in_row == 0 || mask & in_column == 0 {
                    continue;
                }
                if self.values[other] == number && mask >> node & 1 == 0 {
                    let delta = wanted / coefficient;
                    self.take(Some(node), Shape::Swap, &[(cell, delta), (other, -delta)], state);
                }
            }
        }
        for (index, &(cell, sign)) in terms.iter().enumerate() {
            for &(other, its_sign) in &terms[index + 1..] {
                let delta = self.values[other] - self.values[cell];
                if delta * (sign - its_sign) == wanted && delta != 0 {
                    self.take(Some(node), Shape::Swap, &[(cell, delta), (other, -delta)], state);
                }
            }
        }
    }

    /// Two cells of a row or of a column with each other's number, of which this sum, shared with another act, has one. Those that
    /// change all sums alike are tried once.
    fn near_swaps(&mut self, node: usize, state: &State) {
        let (system, cells) = (self.system, &self.system.grid.cells);
        let mut seen: Vec<Residual> = Vec::new();
        for &(cell, _) in &system.nodes[node].terms {
            for other in 0..cells.len() {
                let near = cells[cell].row == cells[other].row || cells[cell].column == cells[other].column;
                let delta = self.values[other] - self.values[cell];
                let after = state.todo.after(system.masks[cell] | system.masks[other]);
                if !near || delta == 0 || !self.is_within_reach(&after) || cells[other].content == Content::Unknown {
                    continue;
                }
                let deltas = [(cell, delta), (other, -delta)];
                let mut effect = [0; NODES];
                deltas.iter().for_each(|&(cell, delta)| system.add(&mut effect, cell, delta));
                if effect[node] != 0 && !seen.contains(&effect) {
                    seen.push(effect);
                    self.take(None, Shape::Swap, &deltas, state);
                }
            }
        }
    }

    /// Takes an act if the others allow it; `alone` is a sum that no further act may change.
    fn take(&mut self, alone: Option<usize>, shape: Shape, deltas: &[(usize, i64)], state: &State) {
        let system = self.system;
        let touched = deltas.iter().fold(0, |set, (cell, _)| set | system.masks[*cell]);
        let after = state.todo.after(touched);
        if !self.is_within_reach(&after) || !self.effort.spend(1) {
            return;
        }
        if !deltas.iter().all(|(cell, _)| self.is_free(*cell, shape)) {
            return;
        }
        let mut residual = state.residual;
        deltas.iter().for_each(|&(cell, delta)| system.add(&mut residual, cell, delta));
        let off = bits(touched).filter(|&node| residual[node] != 0).fold(0, |set, node| set | 1 << node);
        let changed = bits(touched)
            .filter(|&node| residual[node] != state.residual[node])
            .fold(0_u64, |set, node| set | 1 << node);
        let failing = after.failing | off;
        let wrong = alone.is_some_and(|node| residual[node] != 0) || after.left == 0 && failing != 0;
        if wrong || changed & state.closed != 0 || alone.is_some() && !mends(system, shape, deltas, state, failing) {
            return;
        }
        let closed = state.closed | alone.map_or(0, |node| 1 << node);
        let todo = Todo { failing, shared: state.todo.shared & !changed, ..after };
        // A cell that moved may get back the number it has; where none moved, every further act changes one more.
        let moved = deltas.iter().filter(|(cell, _)| self.uses[*cell] == Use::Row).count();
        let cells = (state.cells + deltas.len() - moved).saturating_sub(moved);
        let least = if self.moved.is_empty() { cells + todo.left } else { cells.saturating_sub(2 * todo.left) };
        if least > self.fewest || !self.is_within_reach(&todo) {
            return;
        }
        let next = State { residual, closed, todo, cells };
        let before: Vec<Use> = deltas.iter().map(|(cell, _)| self.uses[*cell]).collect();
        deltas.iter().for_each(|(cell, _)| self.uses[*cell] = used(self.uses[*cell], shape));
        self.acts.push(Act { shape, deltas: deltas.to_vec() });
        self.descend(&next);
        self.acts.pop();
        deltas.iter().zip(before).for_each(|((cell, _), before)| self.uses[*cell] = before);
    }

    /// Whether a cell may also be changed by an act of this shape: a number in a shifted row may be wrong besides, or stand in
    /// another's cell.
    fn is_free(&self, cell: usize, shape: Shape) -> bool {
        matches!((self.uses[cell], shape), (Use::None, _) | (Use::Row, Shape::Cell | Shape::Swap))
    }

    fn accept(&mut self) {
        if self.acts.iter().all(|act| act.shape == Shape::Cell) {
            return;
        }
        let grid = self.system.grid;
        let numbers = numbers(self.system, &self.acts);
        // A cell that is no longer blank changes what the sums add up.
        let was_blank = numbers.keys().any(|cell| grid.cells[*cell].content == Content::Blank);
        if numbers.values().any(|number| *number < 0) || was_blank && !grid.with(numbers.clone()).holds() {
            return;
        }
        let changed = numbers.iter().filter(|(cell, number)| **number != grid.value(**cell)).count();
        if changed < self.fewest {
            self.fewest = changed;
            self.found.clear();
        }
        let is_known = |found: &Vec<Act>| self.acts.iter().all(|act| found.contains(act));
        if changed == self.fewest && !self.found.iter().any(is_known) {
            self.found.push(self.acts.clone());
        }
    }
}

/// Whether an exchange of two cells mends enough sums. One in a row or a column has to mend one more than it breaks; one across rows
/// and columns changes four sums at least, and shares two at most with the act that is still to come, hence two more. With two acts
/// or more to come, they may share all but the one it stands alone in.
fn mends(system: &System, shape: Shape, deltas: &[(usize, i64)], state: &State, failing: u64) -> bool {
    let [(a, _), (b, _)] = *deltas else { return true };
    if shape != Shape::Swap {
        return true;
    }
    let cells = &system.grid.cells;
    let far = cells[a].row != cells[b].row && cells[a].column != cells[b].column;
    let more = match (state.todo.left, far) {
        (3.., _) => 0,
        (_, true) => 2,
        (_, false) => 1,
    };
    failing.count_ones() + more <= state.todo.failing.count_ones()
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
