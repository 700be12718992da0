//! The commands of `cargo xtask`, one file each.

pub mod accuracy;
pub mod bench;
pub mod browsers;
pub mod build;
pub mod divisions;
pub mod docs;
pub mod fuzz;
pub mod growth;
pub mod serve;
pub mod test;
pub mod verify;
