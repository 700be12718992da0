//! The contract as TypeScript, made from its JSON Schema, which is made from its Rust types.

use serde_json::{Map, Value};

/// Returns the types of all that crosses the browser's door.
pub fn typescript() -> String {
    let mut types = Map::new();
    for schema in gouji::output::contract_schema() {
        let Value::Object(mut root) = schema.to_value() else { continue };
        let definitions = root.remove("$defs");
        let name = root.get("title").and_then(Value::as_str).unwrap_or_default().to_string();
        types.insert(name, Value::Object(root));
        types.extend(definitions.and_then(|found| found.as_object().cloned()).into_iter().flatten());
    }
    let declared: String = types.iter().map(|(name, schema)| declaration(name, schema)).collect();
    format!("// Written by `cargo xtask docs` from the engine's own types; a test compares them.\n{declared}")
}

fn declaration(name: &str, schema: &Value) -> String {
    let comment = comment(schema, "");
    match properties(schema) {
        Some(properties) if schema.get("additionalProperties").is_none_or(Value::is_boolean) => {
            format!("\n{comment}export interface {name} {{\n{}}}\n", fields(schema, properties))
        }
        _ => format!("\n{comment}export type {name} = {};\n", type_of(schema)),
    }
}

fn properties(schema: &Value) -> Option<&Map<String, Value>> {
    schema.get("properties").and_then(Value::as_object)
}

fn fields(schema: &Value, properties: &Map<String, Value>) -> String {
    let required: Vec<&str> =
        schema.get("required").and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str).collect();
    let field = |(name, schema): (&String, &Value)| {
        // What may be left out is left out, never null.
        let (mark, kind) = match type_of(schema) {
            kind if required.contains(&name.as_str()) => ("", kind),
            kind => ("?", kind.trim_end_matches(" | null").to_string()),
        };
        let written =
            if name.chars().all(|c| c.is_ascii_alphabetic() || c == '_') { name.clone() } else { format!("{name:?}") };
        format!("{}  {written}{mark}: {kind};\n", comment(schema, "  "))
    };
    properties.iter().map(field).collect()
}

fn comment(schema: &Value, indent: &str) -> String {
    let said = schema.get("description").and_then(Value::as_str);
    said.map_or_else(String::new, |said| format!("{indent}/** {} */\n", said.replace('\n', " ")))
}

/// Returns a schema as a type; one that only describes another is that other.
fn type_of(schema: &Value) -> String {
    let choices = |key: &str| schema.get(key).and_then(Value::as_array);
    if let Some(name) = schema.get("$ref").and_then(Value::as_str) {
        return name.rsplit('/').next().unwrap_or_default().to_string();
    }
    if let Some(values) = choices("enum") {
        return union(values.iter().map(Value::to_string));
    }
    if let Some(value) = schema.get("const") {
        return value.to_string();
    }
    if let Some(kinds) = choices("oneOf").or(choices("anyOf")) {
        return union(kinds.iter().map(type_of));
    }
    match schema.get("type") {
        Some(Value::Array(kinds)) => union(kinds.iter().map(|kind| plain(kind.as_str().unwrap_or_default(), schema))),
        Some(Value::String(kind)) => plain(kind, schema),
        _ => "unknown".to_string(),
    }
}

fn plain(kind: &str, schema: &Value) -> String {
    match kind {
        "integer" | "number" => "number".to_string(),
        "array" => {
            let item = schema.get("items").map_or_else(|| "unknown".to_string(), type_of);
            if item.contains(' ') { format!("({item})[]") } else { format!("{item}[]") }
        }
        "object" => match (properties(schema), schema.get("additionalProperties")) {
            (Some(properties), _) => format!("{{ {} }}", fields(schema, properties).trim().replace('\n', " ")),
            (None, values) => format!("Record<string, {}>", values.map_or_else(|| "unknown".to_string(), type_of)),
        },
        kind => kind.to_string(),
    }
}

fn union(kinds: impl Iterator<Item = String>) -> String {
    kinds.collect::<Vec<_>>().join(" | ")
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_types_of_the_page_are_those_of_the_engine() {
        let written = include_str!("../../../www/src/engine/contract.ts");
        assert!(written == super::typescript(), "run `cargo xtask docs`");
    }

    #[test]
    fn the_schema_in_the_docs_is_that_of_the_engine() {
        let written: serde_json::Value =
            serde_json::from_str(include_str!("../../../docs/schema.json")).expect("the schema is JSON");
        assert!(&written == gouji::output::output_schema().as_value(), "run `cargo xtask docs`");
    }
}
