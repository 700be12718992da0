//! What a reader of the answer may rely on: names stay, new ones are added.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

/// What a schema says of a value, whichever way it is written.
#[derive(Default)]
struct Shape<'a> {
    types: BTreeSet<String>,
    /// The words it can be; none where it can be any.
    words: BTreeSet<String>,
    fields: BTreeMap<&'a str, &'a Value>,
    required: BTreeSet<&'a str>,
    items: Vec<&'a Value>,
}

/// Returns the number of a schema.
pub fn number(schema: &Value) -> Option<u64> {
    schema["properties"]["schema"]["const"].as_u64()
}

/// Returns what a reader of the schema before would miss in the one after, unless that has a higher number.
pub fn broken(before: &Value, after: &Value) -> Vec<String> {
    if number(after) > number(before) {
        return Vec::new();
    }
    let mut broken = Vec::new();
    let mut seen = BTreeSet::new();
    let mut open = vec![("answer".to_string(), before, after)];
    while let Some((place, one, other)) = open.pop() {
        // Schemas may hold themselves.
        if !seen.insert((one.to_string(), other.to_string())) {
            continue;
        }
        let (old, new) = (shape(before, one), shape(after, other));
        broken.extend(new.types.difference(&old.types).map(|kind| format!("{place} can now be {kind}")));
        broken.extend(old.words.difference(&new.words).map(|word| format!("{place} is never {word} any more")));
        for (name, field) in &old.fields {
            let place = format!("{place}.{name}");
            match new.fields.get(name) {
                None => broken.push(format!("{place} is gone")),
                Some(_) if old.required.contains(name) && !new.required.contains(name) => {
                    broken.push(format!("{place} may now be left out"));
                }
                Some(new) => open.push((place, field, new)),
            }
        }
        open.extend(old.items.iter().zip(&new.items).map(|(one, other)| (format!("{place}[]"), *one, *other)));
    }
    broken.sort();
    broken
}

/// Puts together what all choices of a schema say.
fn shape<'a>(root: &'a Value, schema: &'a Value) -> Shape<'a> {
    let mut shape = Shape::default();
    let mut open = vec![schema];
    while let Some(schema) = open.pop() {
        if let Some(name) = schema["$ref"].as_str() {
            open.extend(root.pointer(name.trim_start_matches('#')));
        }
        let list = |name: &str| schema[name].as_array().into_iter().flatten();
        open.extend(["anyOf", "oneOf"].into_iter().flat_map(list));
        match &schema["type"] {
            Value::String(kind) => drop(shape.types.insert(kind.clone())),
            Value::Array(kinds) => shape.types.extend(kinds.iter().filter_map(Value::as_str).map(str::to_string)),
            _ => {}
        }
        shape.words.extend(list("enum").chain(schema.get("const")).map(Value::to_string));
        let fields = schema["properties"].as_object().into_iter().flatten();
        shape.fields.extend(fields.map(|(name, field)| (name.as_str(), field)));
        shape.required.extend(list("required").filter_map(Value::as_str));
        shape.items.extend(["items", "additionalProperties"].into_iter().filter_map(|name| schema.get(name)));
    }
    shape
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn schema(number: u64, report: Value) -> Value {
        json!({
            "type": "object",
            "properties": { "schema": { "type": "integer", "const": number }, "report": { "$ref": "#/$defs/Report" } },
            "required": ["schema", "report"],
            "$defs": { "Report": report },
        })
    }

    fn report() -> Value {
        json!({
            "type": "object",
            "properties": {
                "year": { "type": ["integer", "null"] },
                "verdict": { "oneOf": [{ "type": "string", "const": "clean" }, { "type": "string", "enum": ["errors"] }] },
                "parts": { "type": "array", "items": { "$ref": "#/$defs/Report" } },
            },
            "required": ["year"],
        })
    }

    #[test]
    fn additions_break_nothing() {
        let mut after = report();
        after["properties"]["title"] = json!({ "type": "string" });
        after["properties"]["verdict"]["oneOf"][1]["enum"] = json!(["errors", "warnings"]);
        after["required"] = json!(["year", "title"]);
        assert_eq!(broken(&schema(1, report()), &schema(1, after)), Vec::<String>::new());
    }

    #[test]
    fn what_goes_or_changes_is_named_until_the_number_is_raised() {
        let mut after = report();
        after["properties"]["year"]["type"] = json!(["string", "null"]);
        after["properties"]["verdict"]["oneOf"].as_array_mut().expect("choices").pop();
        after["properties"].as_object_mut().expect("fields").remove("parts");
        after["required"] = json!([]);
        let found = broken(&schema(1, report()), &schema(1, after.clone()));
        assert_eq!(
            found,
            [
                "answer.report.parts is gone",
                "answer.report.verdict is never \"errors\" any more",
                "answer.report.year may now be left out",
            ]
        );
        after["required"] = json!(["year"]);
        let found = broken(&schema(1, report()), &schema(1, after.clone()));
        assert!(found.contains(&"answer.report.year can now be string".to_string()), "{found:?}");
        assert_eq!(broken(&schema(1, report()), &schema(2, after)), Vec::<String>::new());
    }
}
