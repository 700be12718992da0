//! From the sets of acts that mend a table to proposals: independent faults apart, each with its own candidates, the best first.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::act::{Act, put_back};
use super::compound::numbers;
use super::grid::{Grid, System, bits};
use super::kind::Kind;

/// Something known from elsewhere: these cells add up to this number.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Evidence {
    pub cells: Vec<usize>,
    pub number: i64,
}

impl Evidence {
    pub(super) fn agrees(&self, grid: &Grid) -> bool {
        self.cells.iter().map(|cell| grid.value(*cell)).sum::<i64>() == self.number
    }
}

/// The most candidates shown for one group of faults.
pub const CANDIDATES: usize = 8;

/// A set of changes that makes every sum of its group hold.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Candidate {
    /// The cells and the numbers they should have.
    pub changes: Vec<(usize, i64)>,
    pub acts: Vec<Act>,
    pub kind: Kind,
    /// Sums that were off and hold now, by their index in the table.
    pub settles: Vec<usize>,
    /// Evidence that speaks of a changed cell and agrees with the change.
    pub supported_by: Vec<usize>,
    pub group: usize,
    /// Where it stands in its group: candidates of one rank are equally likely.
    pub rank: usize,
}

/// Groups solutions of a table: faults are independent when no solution mixes them.
pub fn candidates(system: &System, solutions: &[Vec<Act>], evidence: &[Evidence]) -> Vec<Candidate> {
    let failing = system.failing(&system.residual);
    let pieces: Vec<Vec<Piece>> = solutions.iter().map(|acts| pieces(system, acts, failing)).collect();
    let mut groups: Vec<u64> = Vec::new();
    for piece in pieces.iter().flatten() {
        join(&mut groups, piece.failing);
    }
    loop {
        let lists: Vec<Vec<Candidate>> =
            groups.iter().map(|group| of_group(system, &pieces, *group, evidence)).collect();
        // Groups whose first candidates change the same cell are not independent after all.
        let clash = (0..lists.len()).find_map(|a| {
            let cells = |list: &[Candidate]| list.first().map_or(Vec::new(), |first| first.changes.clone());
            let of_a = cells(&lists[a]);
            let meets = |b: &usize| cells(&lists[*b]).iter().any(|(cell, _)| of_a.iter().any(|(own, _)| own == cell));
            (a + 1..lists.len()).find(meets).map(|b| groups[a] | groups[b])
        });
        match clash {
            Some(both) => join(&mut groups, both),
            None => {
                let number = |(group, list): (usize, Vec<Candidate>)| {
                    list.into_iter().take(CANDIDATES).map(move |one| Candidate { group, ..one })
                };
                return lists.into_iter().enumerate().flat_map(number).collect();
            }
        }
    }
}

fn join(groups: &mut Vec<u64>, set: u64) {
    let (meeting, mut apart): (Vec<u64>, Vec<u64>) = groups.iter().partition(|group| **group & set != 0);
    apart.push(meeting.into_iter().fold(set, |all, group| all | group));
    apart.sort_by_cached_key(|group| (group.trailing_zeros() as usize, 0));
    *groups = apart;
}

/// Acts of a solution that share sums, and the sums that were off among them.
struct Piece {
    acts: Vec<Act>,
    failing: u64,
}

fn pieces(system: &System, acts: &[Act], failing: u64) -> Vec<Piece> {
    let mut all: Vec<(u64, Vec<Act>)> = Vec::new();
    for act in acts {
        let mut effect = [0; super::grid::NODES];
        act.deltas.iter().for_each(|&(cell, delta)| system.add(&mut effect, cell, delta));
        let cells = |acts: &[Act]| acts.iter().flat_map(|act| &act.deltas).map(|(cell, _)| *cell).collect::<Vec<_>>();
        let own = cells(std::slice::from_ref(act));
        let (mut touched, mut together) = (system.failing(&effect), vec![act.clone()]);
        let mut rest = Vec::new();
        for (others, piece) in all {
            if others & touched != 0 || cells(&piece).iter().any(|cell| own.contains(cell)) {
                touched |= others;
                together.extend(piece);
            } else {
                rest.push((others, piece));
            }
        }
        rest.push((touched, together));
        all = rest;
    }
    all.into_iter().map(|(touched, acts)| Piece { acts, failing: touched & failing }).collect()
}

fn of_group(system: &System, solutions: &[Vec<Piece>], group: u64, evidence: &[Evidence]) -> Vec<Candidate> {
    let mut candidates = BTreeMap::new();
    for pieces in solutions {
        let own = pieces.iter().filter(|piece| piece.failing & group != 0);
        let acts: Vec<Act> = own.flat_map(|piece| piece.acts.iter().cloned()).collect();
        let mut changes: Vec<(usize, i64)> = numbers(system, &acts).into_iter().collect();
        changes.retain(|(cell, number)| *number != system.grid.value(*cell));
        let weighed = weigh(system.grid, acts, changes.clone(), evidence);
        let kept = candidates.entry(changes).or_insert_with(|| weighed.clone());
        if weighed.0 < kept.0 {
            *kept = weighed;
        }
    }
    let settles: Vec<usize> = bits(group).map(|node| system.nodes[node].equation).collect();
    let mut list: Vec<(Weight, Candidate)> = candidates.into_values().collect();
    list.sort_by(|(a, one), (b, other)| a.cmp(b).then_with(|| one.changes.cmp(&other.changes)));
    let weights: Vec<Weight> = list.iter().map(|(weight, _)| *weight).collect();
    list.into_iter()
        .map(|(weight, one)| {
            let rank = weights.iter().position(|other| *other == weight).unwrap_or_default();
            Candidate { settles: settles.clone(), rank, ..one }
        })
        .collect()
}

/// The less the better: how rare the slips are, then how much evidence speaks for it and how much against.
type Weight = (u32, Reverse<i64>);

fn weigh(grid: &Grid, acts: Vec<Act>, changes: Vec<(usize, i64)>, evidence: &[Evidence]) -> (Weight, Candidate) {
    let after = grid.with(changes.iter().copied());
    let concerns = |one: &Evidence| changes.iter().any(|(cell, _)| one.cells.contains(cell));
    let spoken: Vec<usize> = (0..evidence.len()).filter(|&index| concerns(&evidence[index])).collect();
    let supported_by: Vec<usize> = spoken.iter().copied().filter(|&index| evidence[index].agrees(&after)).collect();
    let against = spoken.iter().filter(|&&index| evidence[index].agrees(grid) && !evidence[index].agrees(&after));
    let support = supported_by.len() as i64 - against.count() as i64;
    let found = put_back(grid, &acts);
    let kinds: Vec<Kind> = acts.iter().map(|act| Kind::of(&found, act)).collect();
    let kind = kinds.first().copied().filter(|first| kinds.iter().all(|kind| kind == first)).unwrap_or(Kind::Other);
    let rarity = kinds.iter().map(|kind| kind.rarity()).sum();
    let candidate = Candidate { changes, acts, kind, settles: Vec::new(), supported_by, group: 0, rank: 0 };
    ((rarity, Reverse(support)), candidate)
}
