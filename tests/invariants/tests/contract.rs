//! The contract that is committed is held: additions are written by `cargo xtask docs`, all else needs a higher number.

use gouji_invariants::contract::{broken, number};
use serde_json::Value;

#[test]
fn the_answer_keeps_what_its_schema_promised() {
    let promised: Value = serde_json::from_str(include_str!("../../../docs/schema.json")).expect("the schema is JSON");
    let given = gouji::output::output_schema();
    assert_eq!(broken(&promised, given.as_value()), Vec::<String>::new(), "raise SCHEMA in src/output/contract.rs");
    assert_eq!(number(given.as_value()), Some(u64::from(gouji::output::SCHEMA)));
}
