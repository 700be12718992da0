//! Many reports at once: what a county, a city or a province adds up, held against its own report, and what is to be said across
//! bodies. Reads no files and judges no single report.

pub mod across;
pub mod alike;
pub mod compare;
pub mod explain;
pub mod letter;
pub mod profile;
pub mod report;
pub mod scope;
pub mod sum;

pub use across::{Note, NoteKind, across};
pub use report::{Cell, Report};
pub use scope::{Choice, LeftOut, own_report};
pub use sum::{Total, sum};
