//! Prose composed of classes of words by chance, planted into plausible reports, and how its numbers come out.

mod frames;
pub mod measure;
pub mod passage;
pub mod quantities;
mod words;
