//! A table as the search sees it: cells by index, where they stand, what they hold, and the sums over them.

use std::collections::BTreeMap;

/// What a cell holds.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Content {
    Number(i64),
    /// Empty: counts as 0, as a total as the sum of its parts.
    Blank,
    /// Not there, or not read for certain: no sum with it can be checked, and no repair changes it.
    Unknown,
}

/// A cell and its place among its neighbours.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Cell {
    pub content: Content,
    pub row: usize,
    pub column: usize,
}

/// A sum: the cells at the left add up to as much as the cells at the right.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Equation {
    pub left: Vec<usize>,
    pub right: Vec<usize>,
    /// The left side is one total, the right side its parts.
    pub total: bool,
}

/// One table.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Grid {
    pub cells: Vec<Cell>,
    pub equations: Vec<Equation>,
}

impl Grid {
    /// Returns the parts whose sum a total is; None for other cells. A cell that is the total of a column and of a row has the
    /// parts of the first of its sums.
    pub fn parts_of(&self, cell: usize) -> Option<&[usize]> {
        self.equations.iter().find(|sum| sum.total && sum.left == [cell]).map(|sum| &sum.right[..])
    }

    /// Returns the terms of a sum that can be checked, each cell once, those at the right with a minus; None for other sums.
    pub fn terms(&self, equation: &Equation) -> Option<Vec<(usize, i64)>> {
        let blank = |cell: &usize| self.cells[*cell].content == Content::Blank;
        if equation.total && equation.left.iter().all(blank) {
            return None;
        }
        let mut terms = BTreeMap::new();
        for (side, sign) in [(&equation.left, 1), (&equation.right, -1)] {
            for cell in side {
                match self.parts_of(*cell).filter(|_| blank(cell)) {
                    Some(parts) => parts.iter().for_each(|part| *terms.entry(*part).or_default() += sign),
                    None => *terms.entry(*cell).or_default() += sign,
                }
            }
        }
        let known = terms.keys().all(|cell| self.cells[*cell].content != Content::Unknown);
        known.then(|| terms.into_iter().filter(|(_, coefficient)| *coefficient != 0).collect())
    }

    /// Returns what a cell counts for by itself.
    pub fn value(&self, cell: usize) -> i64 {
        match self.cells[cell].content {
            Content::Number(number) => number,
            Content::Blank | Content::Unknown => 0,
        }
    }

    /// Returns whether all sums that can be checked hold.
    pub fn holds(&self) -> bool {
        self.equations.iter().filter_map(|sum| self.terms(sum)).all(|terms| self.total(&terms) == 0)
    }

    fn total(&self, terms: &[(usize, i64)]) -> i64 {
        terms.iter().map(|&(cell, coefficient)| self.value(cell) * coefficient).sum()
    }

    /// Returns the table with these numbers in it.
    pub fn with(&self, numbers: impl IntoIterator<Item = (usize, i64)>) -> Grid {
        let mut grid = self.clone();
        numbers.into_iter().for_each(|(cell, number)| grid.cells[cell].content = Content::Number(number));
        grid
    }

    pub fn is_blank_total(&self, cell: usize) -> bool {
        self.cells[cell].content == Content::Blank && self.parts_of(cell).is_some()
    }

    /// Returns the rows as cells from left to right.
    pub fn rows(&self) -> BTreeMap<usize, Vec<usize>> {
        let mut rows: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        (0..self.cells.len()).for_each(|cell| rows.entry(self.cells[cell].row).or_default().push(cell));
        rows.values_mut().for_each(|row| row.sort_by_cached_key(|&cell| (self.cells[cell].column, cell)));
        rows
    }
}

/// How much each sum is off, in the order of `System::nodes`.
pub type Residual = [i64; NODES];

/// More sums than any table of the form has.
pub const NODES: usize = 48;

/// The sums of a table that can be checked, as a linear system.
pub struct System<'a> {
    pub grid: &'a Grid,
    pub nodes: Vec<Node>,
    /// For each cell the sums it stands in, with its sign there.
    pub touches: Vec<Vec<(usize, i64)>>,
    /// The same as bits.
    pub masks: Vec<u64>,
    /// The sums whose cells all stand in one row, as bits.
    pub across: u64,
    /// For each column the sums that run down it, as bits.
    pub down: Vec<u64>,
    pub residual: Residual,
}

/// A sum that can be checked.
pub struct Node {
    /// Its index in `Grid::equations`.
    pub equation: usize,
    pub terms: Vec<(usize, i64)>,
}

impl<'a> System<'a> {
    /// Returns the system of a table; None for a table with more sums than fit.
    pub fn new(grid: &'a Grid) -> Option<System<'a>> {
        let mut system = System {
            grid,
            nodes: Vec::new(),
            touches: vec![Vec::new(); grid.cells.len()],
            masks: vec![0; grid.cells.len()],
            across: 0,
            down: Vec::new(),
            residual: [0; NODES],
        };
        for (equation, sum) in grid.equations.iter().enumerate() {
            let Some(terms) = grid.terms(sum) else { continue };
            let node = system.nodes.len();
            if node == NODES {
                return None;
            }
            let alike = |of: fn(&Cell) -> usize| {
                let mut places = terms.iter().map(|(cell, _)| of(&grid.cells[*cell]));
                places.next().filter(|first| places.all(|place| place == *first))
            };
            let row = alike(|cell| cell.row);
            system.across |= u64::from(row.is_some()) << node;
            system.residual[node] = grid.total(&terms);
            for &(cell, coefficient) in &terms {
                system.touches[cell].push((node, coefficient));
                system.masks[cell] |= 1 << node;
            }
            if let (None, Some(column)) = (row, alike(|cell| cell.column)) {
                system.down.resize(system.down.len().max(column + 1), 0);
                system.down[column] |= 1 << node;
            }
            system.nodes.push(Node { equation, terms });
        }
        Some(system)
    }

    /// Returns the sums that are off, as bits.
    pub fn failing(&self, residual: &Residual) -> u64 {
        (0..self.nodes.len()).fold(0, |bits, node| bits | u64::from(residual[node] != 0) << node)
    }

    /// Returns how many columns have one of these sums.
    pub fn columns(&self, nodes: u64) -> usize {
        self.down.iter().filter(|column| **column & nodes != 0).count()
    }

    /// Changes what the sums are off by as if the cell's number grew by `delta`.
    pub fn add(&self, residual: &mut Residual, cell: usize, delta: i64) {
        self.touches[cell].iter().for_each(|&(node, coefficient)| residual[node] += coefficient * delta);
    }
}

/// Returns the places of the bits that are set.
pub fn bits(mut set: u64) -> impl Iterator<Item = usize> {
    std::iter::from_fn(move || {
        let first = set.trailing_zeros() as usize;
        (set != 0).then(|| {
            set &= set - 1;
            first
        })
    })
}

/// How much work may be spent on a table, so that no table, however broken, holds anybody up.
pub struct Effort(u32);

impl Effort {
    pub const WHOLE: Effort = Effort(4_000_000);

    /// Counts some work; false when all is spent.
    pub fn spend(&mut self, work: u32) -> bool {
        self.0 = self.0.saturating_sub(work);
        self.0 > 0
    }

    pub fn is_spent(&self) -> bool {
        self.0 == 0
    }
}
