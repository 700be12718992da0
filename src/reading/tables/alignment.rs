//! The alignment of one table: the best order-keeping choice of one binding per row, and how far the next best choice is.

use super::rows::{Binding, Filling, extent, same_values};
use super::scan::Scan;

/// What a bound row earns, and what a row that is missing costs.
const REWARD: f32 = 6.0;
const MISSING_ROW: f32 = 3.2;
/// A figure between two rows that belongs to neither.
const UNCLAIMED: f32 = 0.3;
/// A second reading of a row this close is as likely.
const CLOSE: f32 = 1.0;

/// The chosen binding of each row, if any.
pub struct Chain {
    pub rows: Vec<Option<Choice>>,
    pub score: f32,
}

#[derive(Clone)]
pub struct Choice {
    pub binding: usize,
    /// Another reading of this row that comes close.
    pub rival: Option<usize>,
}

/// One binding as the alignment sees it.
#[derive(Clone, Copy)]
struct Edge {
    start: usize,
    end: usize,
    first_figure: usize,
    end_figure: usize,
    row: usize,
    gain: f32,
}

pub fn align(scan: &Scan, bindings: &[Binding], rows: usize) -> Chain {
    let edges: Vec<Edge> = bindings
        .iter()
        .map(|binding| {
            let (start, end) = extent(scan, binding);
            let (first_figure, end_figure) = match binding.claimed {
                (a, b) if a < b => (a, b),
                _ => {
                    let here = scan.figures.partition_point(|figure| figure.keys_before < binding.label.end);
                    (here, here)
                }
            };
            Edge { start, end, first_figure, end_figure, row: binding.row, gain: REWARD - binding.cost }
        })
        .collect();
    let forward = best_paths(&edges, rows);
    let length = edges.iter().map(|edge| edge.end).max().unwrap_or(0);
    let figures = scan.figures.len();
    let mirrored: Vec<Edge> = edges
        .iter()
        .map(|edge| Edge {
            start: length - edge.end,
            end: length - edge.start,
            first_figure: figures - edge.end_figure,
            end_figure: figures - edge.first_figure,
            row: rows - 1 - edge.row,
            gain: edge.gain,
        })
        .collect();
    let backward = best_paths(&mirrored, rows);
    // Both directions count the edge itself.
    let through: Vec<f32> = (0..edges.len()).map(|i| forward[i].0 + backward[i].0 - edges[i].gain).collect();
    let last = (0..edges.len()).max_by(|&a, &b| {
        let whole = |i: usize| forward[i].0 - MISSING_ROW * (rows - 1 - edges[i].row) as f32;
        whole(a).total_cmp(&whole(b))
    });
    let mut chain = Chain { rows: vec![None; rows], score: 0.0 };
    let Some(last) = last else { return chain };
    chain.score = through[last];
    let mut next = Some(last);
    while let Some(index) = next {
        chain.rows[edges[index].row] = Some(Choice { binding: index, rival: None });
        next = forward[index].1;
    }
    for (row, choice) in chain.rows.iter_mut().enumerate() {
        let Some(choice) = choice else { continue };
        let chosen = &bindings[choice.binding];
        choice.rival = (0..edges.len())
            .filter(|&i| edges[i].row == row && !matches!(bindings[i].filling, Filling::Bare))
            .filter(|&i| chain.score - through[i] < CLOSE && !same_values(scan, &bindings[i], chosen))
            .max_by(|&a, &b| through[a].total_cmp(&through[b]));
    }
    chain
}

/// For each edge the best score of a path that ends with it, and the edge before it. Edges keep the order of text and of rows.
fn best_paths(edges: &[Edge], rows: usize) -> Vec<(f32, Option<usize>)> {
    let mut by_start: Vec<usize> = (0..edges.len()).collect();
    by_start.sort_by_cached_key(|&i| (edges[i].start, edges[i].end));
    let mut by_end: Vec<usize> = (0..edges.len()).collect();
    by_end.sort_by_cached_key(|&i| (edges[i].end, 0));
    let mut result = vec![(f32::NEG_INFINITY, None); edges.len()];
    // For each row the best path that ended with it, with the costs that depend on its end already taken in.
    let mut best: Vec<(f32, Option<usize>)> = vec![(f32::NEG_INFINITY, None); rows];
    let mut ended = 0;
    for &index in &by_start {
        let edge = edges[index];
        while let Some(&done) = by_end.get(ended).filter(|&&done| edges[done].end <= edge.start) {
            let finished = edges[done];
            let value =
                result[done].0 + UNCLAIMED * finished.end_figure as f32 + MISSING_ROW * (finished.row + 1) as f32;
            if value > best[finished.row].0 {
                best[finished.row] = (value, Some(done));
            }
            ended += 1;
        }
        let fresh = (-MISSING_ROW * edge.row as f32, None);
        let (before, previous) = best[..edge.row]
            .iter()
            .map(|&(value, previous)| {
                (value - UNCLAIMED * edge.first_figure as f32 - MISSING_ROW * edge.row as f32, previous)
            })
            .fold(fresh, |a, b| if b.0 > a.0 { b } else { a });
        result[index] = (before + edge.gain, previous);
    }
    result
}
