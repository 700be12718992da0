//! What was found, as data for people and programs. Shows, decides nothing.

#[cfg(not(target_arch = "wasm32"))]
pub mod csv;
mod data;
#[cfg(not(target_arch = "wasm32"))]
mod handbook;
#[cfg(not(target_arch = "wasm32"))]
mod pages;
#[cfg(not(target_arch = "wasm32"))]
pub mod terminal;
mod verdict;

pub use data::{Offsets, Output, Places, ReportData, severity_id, unreadable_file};
#[cfg(not(target_arch = "wasm32"))]
pub use handbook::{Handbook, handbook};
#[cfg(not(target_arch = "wasm32"))]
pub use pages::{rule_pages, write_rule_pages};
pub use verdict::{Verdict, verdict};
