//! The browser's door to the comparison of two papers.

use gouji::output::{Offsets, Places as Units};
use gouji_desk::compare::{Paper, compare as compared};
use gouji_files::utf16::Places;
use serde::Serialize;
use serde_wasm_bindgen::{Serializer, from_value};
use wasm_bindgen::prelude::*;

/// What differs between two reports that should be one, as `gouji compare --format json` says it; places count UTF-16 code units.
/// Each report is one of the engine's, with its `text`. Fails where it is none.
#[wasm_bindgen]
pub fn compare(left: JsValue, right: JsValue) -> Result<JsValue, JsValue> {
    let (left, right) = (paper(left)?, paper(right)?);
    let mut found = compared(&left, &right);
    let units = [&left, &right].map(|paper| Units::new(&paper.text, Offsets::Utf16));
    found.lead_places(&|at| units[0].offset(at), &|at| units[1].offset(at));
    Ok(found.serialize(&Serializer::json_compatible())?)
}

/// A report with its places in bytes.
fn paper(given: JsValue) -> Result<Paper, JsValue> {
    let mut paper: Paper = from_value(given)?;
    let text = paper.text.clone();
    let places = Places::of(&text);
    paper.lead_places(&|at| places.bytes(at).unwrap_or(text.len()));
    Ok(paper)
}
