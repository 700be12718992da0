//! The list of parts of both worlds, Rust and npm, as CycloneDX: `dist/sbom.cdx.json`. Without a time or a number of its own, so that two
//! builds give the same file.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use crate::parts::Part;

/// Returns the list.
pub fn of(name: &str, version: &str, parts: &[Part]) -> Value {
    let own = format!("pkg:generic/{name}@{version}");
    let used: BTreeSet<&String> = parts.iter().flat_map(|part| &part.uses).collect();
    let direct: Vec<&String> = parts.iter().map(|part| &part.url).filter(|url| !used.contains(url)).collect();
    let uses = parts.iter().map(|part| json!({ "ref": part.url, "dependsOn": part.uses }));
    json!({
        "$schema": "http://cyclonedx.org/schema/bom-1.5.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.5",
        "version": 1,
        "metadata": { "component": {
            "type": "application",
            "bom-ref": own,
            "name": name,
            "version": version,
            "licenses": [{ "license": { "id": "MIT" } }],
        } },
        "components": parts.iter().map(component).collect::<Vec<_>>(),
        "dependencies": std::iter::once(json!({ "ref": own, "dependsOn": direct })).chain(uses).collect::<Vec<_>>(),
    })
}

fn component(part: &Part) -> Value {
    let mut component = json!({
        "type": "library",
        "bom-ref": part.url,
        "name": part.name,
        "version": part.version,
        "purl": part.url,
        "licenses": [{ "expression": part.licence }],
    });
    if let Some((algorithm, sum)) = &part.sum {
        component["hashes"] = json!([{ "alg": algorithm, "content": sum }]);
    }
    component
}
