//! PF: what the county's own profile asks for beside the law. Without a profile these rules are silent.

mod figures;

use super::Rule;

pub const RULES: &[&Rule] = &[&figures::RULE];
