//! The browser's door: free functions without logic. What it keeps from one call to the next is last year's report and the table of
//! divisions, as they were read.

use std::cell::RefCell;
use std::sync::Arc;

use js_sys::Uint8Array;
use serde::Serialize;
use wasm_bindgen::prelude::*;
use web_sys::{TextDecoder, TextDecoderOptions};

use gouji::Checked;
use gouji::options::CheckOptions;
use gouji::output::{Offsets, Output, Places, ReportData, SettingsData};
use gouji::rules::{Divisions, LastYear, Options};
use gouji::text::{Source, SourceError};

/// The types of all that crosses the door, as `gouji schema --typescript` writes them.
#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = include_str!("../../www/src/engine/contract.ts");

#[wasm_bindgen(start)]
fn start() {
    console_error_panic_hook::set_once();
}

thread_local! {
    /// Last year's report is the same from check to check while this year's is being written.
    static LAST_YEAR: RefCell<Option<Arc<LastYear>>> = const { RefCell::new(None) };
    static DIVISIONS: RefCell<Option<Arc<Divisions>>> = const { RefCell::new(None) };
}

/// Returns last year's report, read anew only when its text has changed.
fn last_year(text: String) -> Result<Arc<LastYear>, SourceError> {
    LAST_YEAR.with_borrow_mut(|kept| match kept {
        Some(last) if last.text == text => Ok(last.clone()),
        _ => Ok(kept.insert(gouji::last_year(&Source::from_text(text)?)).clone()),
    })
}

/// Returns the table of divisions, read anew only when another one is handed in.
fn divisions(text: String) -> Result<Arc<Divisions>, JsError> {
    DIVISIONS.with_borrow_mut(|kept| match kept {
        Some(table) if table.text == text => Ok(table.clone()),
        _ => {
            let table = Divisions::read(text).ok_or_else(|| JsError::new("divisions 不是行政区划表。"))?;
            Ok(kept.insert(Arc::new(table)).clone())
        }
    })
}

/// Returns the engine's own options, and whether every number's account is asked for; a wrong option is an error that names it.
fn options(given: JsValue) -> Result<(Options, bool), JsError> {
    let mut given: CheckOptions = serde_wasm_bindgen::from_value::<Option<CheckOptions>>(given)?.unwrap_or_default();
    let table = given.divisions.take().map(divisions).transpose()?;
    let numbers = given.numbers;
    let options = given.into_options(last_year).map_err(|error| JsError::new(&format!("previous：{error}")))?;
    Ok((Options { divisions: table, ..options }, numbers))
}

fn to_js(value: &impl Serialize) -> Result<JsValue, JsValue> {
    value.serialize(&serde_wasm_bindgen::Serializer::json_compatible()).map_err(JsValue::from)
}

/// Reads and judges a text. Places in the answer count UTF-16 code units of `text`. A wrong option is thrown as an error that names it.
#[wasm_bindgen(unchecked_return_type = "CheckResult")]
pub fn check(
    text: String,
    #[wasm_bindgen(unchecked_optional_param_type = "CheckOptions")] options: JsValue,
) -> Result<JsValue, JsValue> {
    let (options, numbers) = self::options(options)?;
    let reports = match Source::from_text(text) {
        Ok(document) => {
            let places = Places::new(&document.text, Offsets::Utf16);
            let data = |one: &Checked| {
                let data = ReportData::of(None, &document, one, &places);
                if numbers { data.with_numbers(&one.report, &places) } else { data }
            };
            gouji::check(&document, &options).iter().map(data).collect()
        }
        Err(error) => vec![ReportData::of_error(None, error)],
    };
    to_js(&Output::new(Offsets::Utf16, reports, SettingsData::of(&options, None)))
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
