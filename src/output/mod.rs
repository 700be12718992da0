//! What was found, as data for people and programs. Shows, decides nothing.

pub mod csv;
mod data;
mod handbook;
mod pages;
pub mod terminal;
mod verdict;

pub use data::{Offsets, Output, Places, ReportData, severity_id, unreadable_file};
pub use handbook::{Handbook, handbook};
pub use pages::{rule_pages, write_rule_pages};
pub use verdict::{Verdict, verdict};
