//! The rules: each declares itself once, reads the report only, and speaks through its context.

/// The examples of a rule. Tests run them and the rules' pages show them; the module for browsers is built without.
macro_rules! examples {
    ($($example:expr),* $(,)?) => {
        if cfg!(feature = "handbook") { &[$($example),*] } else { &[] }
    };
}
mod across;
mod arithmetic;
mod cells;
mod context;
mod dates;
mod dismissal;
mod divisions;
mod documents;
mod doubts;
mod finding;
mod identity;
mod local;
#[cfg(test)]
mod made_up;
mod options;
mod passages;
pub mod prescribed;
mod privacy;
mod prose;
/// The rule of `docs/adding-a-rule.md`, which the tests try as a rule.
#[cfg(test)]
#[path = "../../docs/adding-a-rule/exclamation_marks.rs"]
mod recipe;
mod registry;
mod rule;
pub mod sources;
mod structure;
mod tables;
mod wording;
mod years;

pub use crate::report::Level;
pub use context::RuleContext;
pub use dismissal::{DecidedBy, Decision, Dismissal, Dismissed, Kept, Words, settle};
pub use divisions::Divisions;
pub use finding::{Alike, Finding, Findings, Fix, Place, Role, Tally, Term, Unchecked};
pub use options::{BlankCells, Correction, LastYear, OWN_GROUND, Options, OwnDeadline, Profile, Setting};
pub use privacy::{Personal, is_personal};
pub use registry::{is_arithmetic, is_rule, judge, needs_divisions, registry};
pub use rule::{Edit, Example, Rule, Severity, told};
pub use years::{is_same_over_years, last_year};
