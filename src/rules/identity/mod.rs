//! ID: whose report it is. A text taken over from another office names that office somewhere.

mod nobody;
mod other_body;

use super::Rule;

pub const RULES: &[&Rule] = &[&other_body::SIGNED, &other_body::PREFACE, &nobody::RULE];
