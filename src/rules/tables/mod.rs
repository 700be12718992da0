//! TC: whether the tables of the form are there, with all their rows and columns.

mod all_blank;
mod bare_pictures;
mod extra_rows;
mod headings;
mod missing_rows;
mod missing_table;
mod repeated;
mod short_rows;

pub use all_blank::is_all_blank;

use super::Rule;

pub const RULES: &[&Rule] = &[
    &missing_table::RULE,
    &missing_rows::RULE,
    &short_rows::RULE,
    &headings::COLUMNS,
    &extra_rows::RULE,
    &all_blank::RULE,
    &repeated::RULE,
    &headings::CORNER_NOTE,
    &bare_pictures::RULE,
];
