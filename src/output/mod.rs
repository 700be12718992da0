//! What was found, as data for people and programs. Shows, decides nothing.

mod assemble;
mod contract;
pub mod csv;
mod groups;
mod handbook;
mod pages;
mod places;
mod schema;
mod verdict;

pub use assemble::{between, unreadable_file};
pub use contract::*;
pub use handbook::{Handbook, handbook};
pub use pages::rule_pages;
pub use places::Places;
pub use schema::{contract_schema, output_schema};
pub use verdict::{Gap, GapKind, State, Verdict, gaps, verdict};
