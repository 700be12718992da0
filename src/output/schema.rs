//! The contract described for programs: JSON Schema, made from its types.

use schemars::{Schema, SchemaGenerator, generate::SchemaSettings};

use super::{Handbook, Output};
use crate::options::CheckOptions;

/// Returns the schema of what a check answers.
pub fn output_schema() -> Schema {
    generator().into_root_schema_for::<Output>()
}

/// Returns the schemas of all that crosses a door: what is answered, what the page knows before, and what may be said beside the text.
pub fn contract_schema() -> [Schema; 3] {
    let given = SchemaSettings::draft2020_12().for_deserialize().into_generator();
    [output_schema(), generator().into_root_schema_for::<Handbook>(), given.into_root_schema_for::<CheckOptions>()]
}

fn generator() -> SchemaGenerator {
    SchemaSettings::draft2020_12().for_serialize().into_generator()
}
