//! Pages of two columns of prose, as gazettes have them: what stands left is read before what stands right.

use super::lines::{Field, Line};
use crate::table::is_figure;

/// Lines of prose that stand side by side before they are taken for columns.
const FEWEST: usize = 10;

/// The lines in the order in which they are read, each with where it belongs on the page and the edges of its column.
pub fn in_order(mut lines: Vec<Line>) -> Vec<(f64, Line)> {
    let gutter = gutter(&lines).unwrap_or(f64::MAX);
    let mut done = Vec::new();
    while !lines.is_empty() {
        // What goes over both columns parts what is above it from what is below.
        let goes_over = |line: &Line| line.fields.iter().any(|field| field.x0 < gutter && gutter < field.x1);
        let end = lines.iter().position(goes_over).unwrap_or(lines.len()).max(1);
        let below = lines.split_off(end);
        let top = lines[0].y0;
        let mut others = Vec::new();
        for line in &mut lines {
            let left = line.fields.iter().take_while(|field| field.x0 < gutter).count();
            let fields = line.fields.split_off(left);
            others.push(Line { fields, ..*line });
        }
        for mut half in [std::mem::replace(&mut lines, below), others] {
            half.retain(|line| !line.fields.is_empty());
            let left = half.iter().map(Line::x0).fold(f64::MAX, f64::min);
            let right = half.iter().map(Line::x1).fold(f64::MIN, f64::max);
            for mut line in half {
                (line.left, line.right) = (left, right);
                // Where there is but one column, each line stands for itself.
                done.push((if gutter < f64::MAX { top } else { line.y0 }, line));
            }
        }
    }
    done
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
