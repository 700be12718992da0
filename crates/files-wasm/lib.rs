//! The browser's door to the files: free functions, no state, no logic. Places count UTF-16 code units of the text that `read` gives.
//! What cannot be done is an answer with a sentence for the user, `{error, code}`, and never an exception.
#![cfg(target_arch = "wasm32")]

mod door;

use gouji_files::Content;
use gouji_files::template::{Extent, Format, Year};
use gouji_files::utf16::Places;
use gouji_files::write::{self, Author, Change, Comment, Options};
use js_sys::{Array, Object, Reflect};
use wasm_bindgen::prelude::*;

use door::{bytes, field, list, object, range, refused, sentences, words};

/// The types of all that crosses the door.
#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = include_str!("../../www/src/engine/file-types.ts");

#[wasm_bindgen(start)]
fn start() {
    console_error_panic_hook::set_once();
}

/// A file's text: `{text, kind, encoding?, writable}`, or `{error, code}`.
#[wasm_bindgen(unchecked_return_type = "FileContent")]
pub fn read(bytes: &[u8], encoding: Option<String>) -> JsValue {
    match gouji_files::read(bytes, encoding.as_deref()) {
        Ok(Content { text, kind, encoding }) => object(&[
            ("text", text.into()),
            ("kind", kind.id().into()),
            ("encoding", encoding.map_or(JsValue::UNDEFINED, JsValue::from)),
            ("writable", write::can_write(kind).into()),
        ]),
        Err(error) => refused(&error, error.code()),
    }
}

/// The text of HTML that an office program or a browser put on the clipboard; none when it is too much.
#[wasm_bindgen]
pub fn pasted(html: &str) -> String {
    gouji_files::html::read(html).map(gouji_files::radicals::as_characters).unwrap_or_default()
}

/// A corrected copy, read again before it is given. With an author, a Word document has the changes as revisions.
#[wasm_bindgen(unchecked_return_type = "WrittenCopy | Refused")]
pub fn write(
    original: &[u8],
    #[wasm_bindgen(unchecked_param_type = "TextChange[]")] changes: &Array,
    encoding: Option<String>,
    #[wasm_bindgen(unchecked_optional_param_type = "ChangeAuthor")] tracked: JsValue,
) -> JsValue {
    let content = match gouji_files::read(original, encoding.as_deref()) {
        Ok(content) => content,
        Err(error) => return refused(&error, error.code()),
    };
    let places = Places::of(&content.text);
    let changes = list(changes, |change| {
        let (start, end) = range(&places, change);
        Change { start, end, text: words(change, "text") }
    });
    let options = Options { encoding, tracked: author(&tracked) };
    match write::write(original, &changes, &options) {
        Ok(written) => {
            let refusal = |one: &write::Refusal| {
                let (code, message) = (one.reason.code(), one.reason.to_string());
                object(&[("change", (one.change as u32).into()), ("code", code.into()), ("message", message.into())])
            };
            object(&[
                ("bytes", bytes(&written.bytes)),
                ("done", written.done.iter().map(|&number| JsValue::from(number as u32)).collect::<Array>().into()),
                ("refused", written.refused.iter().map(refusal).collect::<Array>().into()),
                ("notes", sentences(&written.notes)),
                ("parts", sentences(&written.parts)),
            ])
        }
        Err(error) => refused(&error, "not-written"),
    }
}

/// A copy with comments: of the file itself where its kind has them, else a Word document with its text.
#[wasm_bindgen(unchecked_return_type = "AnnotatedCopy | Refused")]
pub fn annotate(
    original: &[u8],
    #[wasm_bindgen(unchecked_param_type = "TextChange[]")] comments: &Array,
    #[wasm_bindgen(unchecked_param_type = "ChangeAuthor")] by: JsValue,
    encoding: Option<String>,
) -> JsValue {
    let content = match gouji_files::read(original, encoding.as_deref()) {
        Ok(content) => content,
        Err(error) => return refused(&error, error.code()),
    };
    let comments = comments_of(&content.text, comments);
    match write::annotate(original, &comments, &commenter(&by), encoding.as_deref()) {
        Ok(copy) => {
            object(&[("bytes", bytes(&copy.bytes)), ("kind", copy.kind.id().into()), ("notes", sentences(&copy.notes))])
        }
        Err(error) => refused(&error, "not-written"),
    }
}

/// A Word document with a text, a paragraph per line, and with comments where there are some.
// Named `document`, it would hide the browser's own in the glue.
#[wasm_bindgen(js_name = textDocument, unchecked_return_type = "MadeFile | Refused")]
pub fn text_document(
    text: &str,
    #[wasm_bindgen(unchecked_optional_param_type = "TextChange[]")] comments: Option<Array>,
    #[wasm_bindgen(unchecked_optional_param_type = "ChangeAuthor")] by: JsValue,
) -> JsValue {
    let Some(comments) = comments else { return made(write::document(text)) };
    made(write::commented_document(text, &comments_of(text, &comments), &commenter(&by)))
}

/// The official form: its tables, or with `report` the whole report, in `docx`, `html`, `xlsx` or as `txt`. The values are named as in the templates:
/// cells by their ids, words such as `office` and `year`; what has no value is left open.
#[wasm_bindgen(unchecked_return_type = "MadeFile | Refused")]
pub fn form(
    #[wasm_bindgen(unchecked_param_type = "FormChoice")] choice: JsValue,
    #[wasm_bindgen(unchecked_param_type = "Record<string, string>")] values: &Object,
) -> JsValue {
    let year = if words(&choice, "edition") == "2019" { Year::Of2019 } else { Year::Of2021 };
    let extent = if field(&choice, "report").is_truthy() { Extent::Report } else { Extent::Tables };
    let format = words(&choice, "format");
    let file = match format.as_str() {
        "html" => Format::Html,
        "xlsx" => Format::Xlsx,
        _ => Format::Docx,
    };
    let value = |name: &str| Reflect::get(values, &name.into()).ok()?.as_string();
    let filled = gouji_files::template::fill(year, extent, file, &value);
    match (format.as_str(), filled) {
        ("txt", Ok(form)) => match gouji_files::read(&form, None) {
            Ok(content) => object(&[("bytes", bytes(content.text.as_bytes()))]),
            Err(error) => refused(&error, error.code()),
        },
        (_, filled) => made(filled),
    }
}

fn made(file: Result<Vec<u8>, write::WriteError>) -> JsValue {
    match file {
        Ok(file) => object(&[("bytes", bytes(&file))]),
        Err(error) => refused(&error, "not-written"),
    }
}

fn comments_of(text: &str, comments: &Array) -> Vec<Comment> {
    let places = Places::of(text);
    list(comments, |comment| {
        let (start, end) = range(&places, comment);
        Comment { start, end, text: words(comment, "text") }
    })
}

/// Who comments; the program where nobody is named.
fn commenter(given: &JsValue) -> Author {
    author(given).unwrap_or_else(|| Author { name: "勾稽".to_string(), date: String::new() })
}

fn author(given: &JsValue) -> Option<Author> {
    given.is_object().then(|| Author { name: words(given, "name"), date: words(given, "date") })
}
