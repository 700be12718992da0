//! Pages of two columns of prose, as gazettes have them: what stands left is read before what stands right.

use super::lines::{Field, Line};
use crate::table::is_figure;

/// Lines of prose that stand side by side before they are taken for columns.
const FEWEST: usize = 10;

/// The lines in the order in which they are read, each with where it belongs on the page and the edges of its column.
pub fn in_order(lines: Vec<Line>) -> Vec<(f64, Line)> {
    let mut done = Vec::new();
    let Some(gutter) = gutter(&lines) else {
        let top = lines.iter().map(|line| line.y0).collect::<Vec<_>>();
        done.extend(top.into_iter().zip(with_edges(lines)));
        return done;
    };
    let mut halves = [Vec::new(), Vec::new()];
    for line in lines {
        // What goes over both columns parts what is above it from what is below.
        if line.fields.iter().any(|field| field.x0 < gutter && gutter < field.x1) {
            close(&mut halves, &mut done);
            done.extend(with_edges(vec![line]).into_iter().map(|line| (line.y0, line)));
            continue;
        }
        let (left, right): (Vec<Field>, Vec<Field>) = line.fields.iter().cloned().partition(|field| field.x0 < gutter);
        for (half, fields) in halves.iter_mut().zip([left, right]) {
            if !fields.is_empty() {
                half.push(Line { fields, ..line.clone() });
            }
        }
    }
    close(&mut halves, &mut done);
    done
}

fn close(halves: &mut [Vec<Line>; 2], done: &mut Vec<(f64, Line)>) {
    let top = halves.iter().flatten().map(|line| line.y0).fold(f64::MAX, f64::min);
    let lines = halves.iter_mut().flat_map(|half| with_edges(std::mem::take(half)));
    done.extend(lines.map(|line| (top, line)));
}

fn with_edges(mut lines: Vec<Line>) -> Vec<Line> {
    let left = lines.iter().map(Line::x0).fold(f64::MAX, f64::min);
    let right = lines.iter().map(Line::x1).fold(f64::MIN, f64::max);
    lines.iter_mut().for_each(|line| (line.left, line.right) = (left, right));
    lines
}

/// The middle between two columns, if most of the page is prose in two columns.
fn gutter(lines: &[Line]) -> Option<f64> {
    let left = lines.iter().map(Line::x0).fold(f64::MAX, f64::min);
    let right = lines.iter().map(Line::x1).fold(f64::MIN, f64::max);
    let is_wide = |field: &Field| field.x1 - field.x0 > (right - left) * 0.38 && !is_figure(&field.text);
    let (mut from, mut to, mut count) = (f64::MIN, f64::MAX, 0);
    for line in lines {
        if let [one, other] = &line.fields[..]
            && is_wide(one)
            && is_wide(other)
        {
            (from, to, count) = (from.max(one.x1), to.min(other.x0), count + 1);
        }
    }
    (count >= FEWEST && count * 3 >= lines.len() && from < to).then_some((from + to) / 2.0)
}
