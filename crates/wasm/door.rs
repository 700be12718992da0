//! The browser's door: free functions, no state, no logic.

use js_sys::{Array, Object, Reflect, Uint8Array};
use serde::Serialize;
use wasm_bindgen::prelude::*;
use web_sys::{TextDecoder, TextDecoderOptions};

use gouji::output::{Offsets, Output, Places, ReportData};
use gouji::rules::{Correction, Level, Options, Setting};
use gouji::text::Source;
use gouji::text::{Date, Number};

#[wasm_bindgen(start)]
fn start() {
    console_error_panic_hook::set_once();
}

/// What the page may say beside the text: `{published?: "YYYY-MM-DD", level?: string, corrections?: {[key]: number},
/// rules?: {[rule]: "off" | "on" | "error" | "warning" | "info"}, previous?: string}`, where `previous` is the text of last year's
/// report. The key of a correction is a cell's name, or in a text of several reports `index:name`, the first having the index 0.
/// Unknown names and impossible values are ignored.
fn options(given: &JsValue) -> Options {
    let field = |name: &str| Reflect::get(given, &name.into()).unwrap_or_default();
    let word = |name: &str| field(name).as_string();
    let mut options = Options {
        published: word("published").as_deref().and_then(Date::parse),
        level: word("level").as_deref().and_then(Level::parse),
        previous: word("previous").and_then(|text| Source::from_text(text).ok()),
        ..Options::default()
    };
    for (name, value) in entries(field("corrections")) {
        let correction = value.as_f64().and_then(number).and_then(|number| Correction::named(&name, number));
        options.corrections.extend(correction);
    }
    for (rule, value) in entries(field("rules")) {
        if let Some(setting) = value.as_string().as_deref().and_then(Setting::parse) {
            options.rules.push((rule, setting));
        }
    }
    options
}

/// The names and values of an object; none of anything else.
fn entries(given: JsValue) -> Vec<(String, JsValue)> {
    let mut found = Vec::new();
    if let Ok(given) = given.dyn_into::<Object>() {
        for entry in Object::entries(&given) {
            let entry = Array::from(&entry);
            if let Some(name) = entry.get(0).as_string() {
                found.push((name, entry.get(1)));
            }
        }
    }
    found
}

fn number(value: f64) -> Option<Number> {
    let scaled = (value * 1e6).round();
    if !scaled.is_finite() || scaled.abs() >= 1e15 {
        return None;
    }
    Number::decimal(scaled as i64, 6)
}

fn to_js(value: &impl Serialize) -> Result<JsValue, JsValue> {
    value.serialize(&serde_wasm_bindgen::Serializer::json_compatible()).map_err(JsValue::from)
}

/// Reads and judges a text. Places in the answer count UTF-16 code units of `text`.
#[wasm_bindgen]
pub fn check(text: String, options: JsValue) -> Result<JsValue, JsValue> {
    let options = self::options(&options);
    let reports = match Source::from_text(text) {
        Ok(document) => {
            let places = Places::new(&document.text, Offsets::Utf16);
            let checked = gouji::check(&document, &options);
            checked.iter().map(|one| ReportData::of(None, &document, one, &places)).collect()
        }
        Err(error) => vec![ReportData::of_error(None, error)],
    };
    to_js(&Output::new(Offsets::Utf16, reports))
}

#[wasm_bindgen]
pub fn version() -> String {
    env!("CARGO_PKG_VERSION").to_string()
}

/// What a fault in the engine looks like from outside, for the tests of the page; the page itself never asks for it.
#[wasm_bindgen]
pub fn panic() {
    panic!("on purpose");
}

#[derive(Serialize)]
struct Decoded<'a> {
    text: String,
    encoding: &'a str,
}

/// A text file's bytes as text, by the browser's own decoder: the named encoding, else the first that fits.
#[wasm_bindgen]
pub fn decode(bytes: Uint8Array, label: Option<String>) -> Result<JsValue, JsValue> {
    let decode_as = |encoding: &str, strict: bool| -> Result<String, JsValue> {
        let options = TextDecoderOptions::new();
        options.set_fatal(strict);
        TextDecoder::new_with_label_and_options(encoding, &options)?.decode_with_buffer_source(&bytes)
    };
    if let Some(label) = label {
        return to_js(&Decoded { text: decode_as(&label, false)?, encoding: &label });
    }
    let first = |index: u32| {
        if index < bytes.length() { bytes.get_index(index) } else { 0 }
    };
    let guesses: &[&'static str] = match (first(0), first(1)) {
        (0xff, 0xfe) => &["utf-16le"],
        (0xfe, 0xff) => &["utf-16be"],
        _ => &["utf-8", "gb18030"],
    };
    for &encoding in guesses {
        if let Ok(text) = decode_as(encoding, true) {
            return to_js(&Decoded { text, encoding });
        }
    }
    to_js(&Decoded { text: decode_as("gb18030", false)?, encoding: "gb18030" })
}
