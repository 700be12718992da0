//! The sound report that tests start from, and the one place where the edits of `gouji::rules::Edit` are applied.
//!
//! The engine's own tests compile these files once more as a module of the engine, so nothing here says `crate::`.

mod apply;
mod draft;
mod fixes;
mod sound;

pub use apply::{build, build_on, cell, figures, options, say, sound};
pub use fixes::unfixed;
pub use sound::said_last_year;
