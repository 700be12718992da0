//! The repair search: for sums that fail, the smallest sets of changes that make all sums of a table hold.
//!
//! It proposes, and never decides. Smallest means the fewest things done wrong (a number, two cells exchanged, a row shifted or moved),
//! then the fewest cells; what is equally small stands in the order in which clerks err, then by what prose and last year's report say.

mod act;
mod bind;
mod compound;
mod grid;
mod group;
mod kind;
mod linear;
mod single;
mod wording;

pub use act::{Act, Shape};
pub use bind::{Bound, Change, Repair, Repairs, bind, repairs};
pub use grid::{Cell, Content, Equation, Grid};
pub use group::{CANDIDATES, Candidate, Evidence};
pub use kind::Kind;

use compound::Catalogue;
use grid::{Effort, System};

/// The most things done wrong in one table that are looked for.
pub const MOST_ACTS: usize = 4;

/// What the search says of a table.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Search {
    /// All sums that can be checked hold, or this mends them: of each group of faults the candidates, the best first.
    Found(Vec<Candidate>),
    /// More than `MOST_ACTS` things are wrong.
    TooMuch,
}

/// Which acts are looked for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Acts {
    All,
    /// Single numbers only.
    Cells,
}

/// Returns the smallest repairs of a table.
pub fn search(grid: &Grid, evidence: &[Evidence], allowed: Acts) -> Search {
    let Some(system) = System::new(grid) else { return Search::TooMuch };
    if system.failing(&system.residual) == 0 {
        return Search::Found(Vec::new());
    }
    let mut effort = Effort::WHOLE;
    let mut catalogue = None;
    for count in 1..=MOST_ACTS {
        let single = single::changes(&system, count, &mut effort);
        let one = |(cell, delta): (usize, i64)| Act { shape: Shape::Cell, deltas: vec![(cell, delta)] };
        let mut solutions: Vec<Vec<Act>> =
            single.into_iter().map(|cells| cells.into_iter().map(one).collect()).collect();
        if solutions.is_empty() && allowed == Acts::All {
            let catalogue = catalogue.get_or_insert_with(|| Catalogue::of(&system));
            solutions = compound::acts(&system, catalogue, count, &mut effort);
        }
        if !solutions.is_empty() {
            return Search::Found(group::candidates(&system, &solutions, evidence));
        }
        if effort.is_spent() {
            break;
        }
    }
    Search::TooMuch
}
