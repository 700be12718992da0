//! The browser's door to the readers of files: free functions, no state, no logic.
#![cfg(target_arch = "wasm32")]

mod desk;

use gouji_files::Content;
use js_sys::{Object, Reflect};
use wasm_bindgen::prelude::*;

#[wasm_bindgen(start)]
fn start() {
    console_error_panic_hook::set_once();
}

fn object(fields: &[(&str, &str)]) -> JsValue {
    let object = Object::new();
    for &(name, value) in fields {
        // Setting a field of a fresh object cannot fail.
        let _ = Reflect::set(&object, &name.into(), &value.into());
    }
    object.into()
}

/// A file's text: `{text, kind, encoding?}`, or `{error, code}` with a sentence for the reader.
#[wasm_bindgen]
pub fn read(bytes: &[u8], encoding: Option<String>) -> JsValue {
    match gouji_files::read(bytes, encoding.as_deref()) {
        Ok(Content { text, kind, encoding }) => {
            let fields = [("text", text.as_str()), ("kind", kind.id()), ("encoding", encoding.unwrap_or_default())];
            object(&fields[..if encoding.is_some() { 3 } else { 2 }])
        }
        Err(error) => object(&[("error", &error.to_string()), ("code", error.code())]),
    }
}

/// The text of HTML that an office program or a browser put on the clipboard; none when it is too much.
#[wasm_bindgen]
pub fn pasted(html: &str) -> String {
    gouji_files::html::read(html).map(gouji_files::radicals::as_characters).unwrap_or_default()
}
