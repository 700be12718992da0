//! Writes the schema of the answer into the docs, unless it breaks the one that stands there under the same number.
//! `cargo run -p gouji-invariants --example schema`

use std::fs;
use std::io;
use std::path::Path;

use gouji_invariants::contract::broken;
use serde_json::Value;

fn main() -> io::Result<()> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/schema.json");
    let before: Value = serde_json::from_slice(&fs::read(&path)?)?;
    let after = gouji::output::output_schema();
    let broken = broken(&before, after.as_value());
    if !broken.is_empty() {
        let broken = broken.join("\n  ");
        return Err(io::Error::other(format!("raise SCHEMA in src/output/contract.rs, for\n  {broken}")));
    }
    fs::write(path, gouji_cli::json::pretty(&after, 0)?.into_iter().chain(*b"\n").collect::<Vec<u8>>())
}
