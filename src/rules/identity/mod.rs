//! ID: whose report it is. A text taken over from another office names that office somewhere.

mod elsewhere;
mod nobody;
mod other_body;

pub use elsewhere::{Elsewhere, elsewhere};

use super::Rule;

pub const RULES: &[&Rule] =
    &[&other_body::SIGNED, &other_body::PREFACE, &elsewhere::NAMES, &elsewhere::CONTACT, &nobody::RULE];

/// The rules about names and numbers of other places.
pub const NAMES: &str = elsewhere::NAMES.id;
pub const CONTACT: &str = elsewhere::CONTACT.id;
