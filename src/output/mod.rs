//! What was found, as data for people and programs. Shows, decides nothing.

mod data;
#[cfg(not(target_arch = "wasm32"))]
pub mod terminal;
mod verdict;

pub use data::{Forms, Offsets, Output, Places, ReportData, RuleData, forms, rules, severity_id, unreadable_file};
pub use verdict::{Verdict, verdict};
