//! What the benchmark measures against: one pass of one regular expression over a text, natively and in WebAssembly.

use std::sync::LazyLock;

use regex::Regex;
#[cfg(target_arch = "wasm32")]
use wasm_bindgen::prelude::*;

static NUMBER_WITH_UNIT: LazyLock<Regex> =
    LazyLock::new(|| Regex::new("[0-9]+(?:[.][0-9]+)?(?:件|条|次|项|人|年|万元)").expect("the pattern is fixed"));

/// How many numbers with a unit the text says.
#[cfg_attr(target_arch = "wasm32", wasm_bindgen)]
pub fn pass(text: &str) -> usize {
    NUMBER_WITH_UNIT.find_iter(text).count()
}
