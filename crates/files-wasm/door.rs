//! Plain objects of JavaScript, put together and taken apart.

use std::fmt::Display;

use gouji_files::utf16::Places;
use js_sys::{Array, Object, Reflect, Uint8Array};
use wasm_bindgen::prelude::*;

pub fn object(fields: &[(&str, JsValue)]) -> JsValue {
    let object = Object::new();
    for (name, value) in fields.iter().filter(|(_, value)| !value.is_undefined()) {
        // Setting a field of a fresh object cannot fail.
        let _ = Reflect::set(&object, &(*name).into(), value);
    }
    object.into()
}

pub fn refused(why: &impl Display, code: &str) -> JsValue {
    object(&[("error", why.to_string().into()), ("code", code.into())])
}

pub fn bytes(bytes: &[u8]) -> JsValue {
    Uint8Array::from(bytes).into()
}

pub fn sentences(list: &[impl Display]) -> JsValue {
    list.iter().map(|one| JsValue::from(one.to_string())).collect::<Array>().into()
}

pub fn list<Item>(array: &Array, item: impl Fn(&JsValue) -> Item) -> Vec<Item> {
    array.iter().map(|one| item(&one)).collect()
}

pub fn field(object: &JsValue, name: &str) -> JsValue {
    Reflect::get(object, &name.into()).unwrap_or_default()
}

/// A field's words; none where it has none.
pub fn words(object: &JsValue, name: &str) -> String {
    field(object, name).as_string().unwrap_or_default()
}

/// Where something with a `start` and an `end` lies, in bytes. What is no place lies where nothing can be changed.
pub fn range(places: &Places, given: &JsValue) -> (usize, usize) {
    let place = |name| {
        let unit = field(given, name).as_f64().filter(|unit| unit.fract() == 0.0 && *unit >= 0.0);
        unit.and_then(|unit| places.bytes(unit as usize)).unwrap_or(usize::MAX)
    };
    (place("start"), place("end"))
}
