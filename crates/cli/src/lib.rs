//! One source checked and written in every format: what the commands share, as a library, so that other programs can ask it.

pub mod document;
pub mod inputs;
pub mod json;
pub mod outcome;
pub mod pairs;
pub mod print;
pub mod read;
pub mod settings;
pub mod since;
pub mod text;
pub mod why;
