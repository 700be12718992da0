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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_part_is_listed_with_its_sum_and_what_it_uses() {
        let part = |name: &str, uses: &[&str]| Part {
            url: format!("pkg:cargo/{name}@1.0.0"),
            name: name.to_owned(),
            version: "1.0.0".to_owned(),
            licence: "MIT OR Apache-2.0".to_owned(),
            sum: Some(("SHA-256", "ab".repeat(32))),
            uses: uses.iter().map(|used| format!("pkg:cargo/{used}@1.0.0")).collect(),
            folder: Default::default(),
        };
        let list = of("gouji", "0.1.0", &[part("inner", &[]), part("outer", &["inner"])]);
        assert_eq!(list["components"][0]["licenses"][0]["expression"], "MIT OR Apache-2.0");
        assert_eq!(list["components"][1]["hashes"][0]["content"], "ab".repeat(32));
        let uses: Vec<_> = list["dependencies"].as_array().unwrap().iter().map(|one| &one["dependsOn"]).collect();
        assert_eq!(uses, [&json!(["pkg:cargo/outer@1.0.0"]), &json!([]), &json!(["pkg:cargo/inner@1.0.0"])]);
    }
}
