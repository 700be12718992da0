//! The browser's door to the desk: many reports at once, as the engine's contract has them.
#![cfg(target_arch = "wasm32")]

mod compare;

use gouji::report::Level;
use gouji_desk::letter::Letter;
use gouji_desk::report::Given;
use gouji_desk::{Choice, Report};
use serde::Serialize;
use serde_wasm_bindgen::{Serializer, from_value};
use wasm_bindgen::prelude::*;

#[wasm_bindgen(start)]
fn start() {
    console_error_panic_hook::set_once();
}

fn reports(given: JsValue) -> Result<Vec<Report>, JsValue> {
    let given: Vec<Given> = from_value(given)?;
    Ok(given.into_iter().map(Report::from).collect())
}

fn data(value: &impl Serialize) -> Result<JsValue, JsValue> {
    Ok(value.serialize(&Serializer::json_compatible())?)
}

/// The sum of reports `[{file, organization, year, form, cells}]` in the cells of the form, as `gouji sum --format json` gives it.
/// `against` is the index of the government's own report, null where it is to be found among them, -1 for none. The choice is
/// `{year?, level?, include?, exclude?}`, the last two by index. Fails where that is no choice.
#[wasm_bindgen]
pub fn sum(given: JsValue, against: Option<i32>, choice: JsValue) -> Result<JsValue, JsValue> {
    let reports = reports(given)?;
    let choice: Choice =
        if choice.is_undefined() || choice.is_null() { Choice::default() } else { from_value(choice)? };
    let own = match against {
        None => gouji_desk::own_report(&reports, &choice),
        Some(index) => usize::try_from(index).ok(),
    };
    data(&gouji_desk::sum(&reports, own, &choice))
}

/// What is to be said across reports `[{file, organization, year, form, cells, text}]`: `[{kind, reports, message}]`, the reports by
/// index. `list` names the bodies that should have a report; empty where there is no list. `prescribed` has the sentences that the
/// local notice prescribes.
#[wasm_bindgen]
pub fn across(given: JsValue, list: Vec<String>, prescribed: Vec<String>) -> Result<JsValue, JsValue> {
    data(&gouji_desk::across(&reports(given)?, &list, &prescribed))
}

/// What is wrong with a county's profile, the text of a `gouji.json`, and on which line; nothing where it is right.
#[wasm_bindgen]
pub fn fault_of_profile(text: &str) -> Option<String> {
    gouji_desk::profile::read(text).err()
}

/// The letter to a body, a paragraph per line: of its report as the engine's contract has it, with what became of an earlier round.
#[wasm_bindgen]
pub fn letter(report: JsValue) -> Result<String, JsValue> {
    let letter: Letter = from_value(report)?;
    Ok(letter.text())
}

/// The levels of bodies, by their names: the ids of the engine's options, empty where a name does not show it.
#[wasm_bindgen]
pub fn levels(names: Vec<String>) -> Vec<String> {
    let id = |level| Level::ALL.iter().find(|(one, _)| *one == level).map_or("", |(_, id)| id);
    let level = |name: String| Report { organization: Some(name), ..Report::default() }.level();
    names.into_iter().map(|name| level(name).map_or("", id).to_string()).collect()
}
