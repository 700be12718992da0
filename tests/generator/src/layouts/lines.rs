//! Cells on lines with empty lines between (A19).

use crate::grid::{Content, Grid};
use crate::ink::Ink;
use crate::words::wrapped;

/// A19: cells apart by empty lines; wrapped headers and the numbers of groups fall apart the same way.
pub fn apart(ink: &mut Ink, grid: &Grid) {
    let split_groups = ink.dice.percent(60);
    let indent = *ink.dice.pick(&["", " ", "  ", "\u{a0}"]);
    for row in &grid.rows {
        ink.row(row.id, |ink| {
            for slot in &row.slots {
                match &slot.content {
                    Content::Words(words) => {
                        for part in parts(ink, words, split_groups) {
                            ink.label(&part);
                            ink.gap("\n\n");
                        }
                    }
                    content => {
                        ink.gap(indent);
                        ink.content(content);
                        ink.gap("\n\n");
                    }
                }
            }
        });
    }
}

/// A label in the pieces it falls into: 本年新 and 制作数量, （三） and 不予公开.
fn parts(ink: &mut Ink, words: &str, split_groups: bool) -> Vec<String> {
    let count = words.chars().count();
    if split_groups && words.starts_with(['（', '(']) && count <= 8 {
        let end = words.find(['）', ')']).map_or(0, |at| at + words[at..].chars().next().map_or(0, char::len_utf8));
        return [&words[..end], words[end..].trim_start()]
            .iter()
            .filter(|part| !part.is_empty())
            .map(|part| part.to_string())
            .collect();
    }
    if words.starts_with("本年新") && count >= 6 && ink.dice.percent(70) {
        return wrapped(words, 3.max(count / 2)).into_iter().collect();
    }
    if ["商业企业", "科研机构"].contains(&words) && ink.dice.percent(40) {
        return wrapped(words, 2);
    }
    vec![words.to_string()]
}
