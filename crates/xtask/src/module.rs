//! Looks into a built WebAssembly module: do the oldest browsers know all that is in it?

use anyhow::{Context, Result};
use wasmparser::{Validator, WasmFeatures};

/// Refuses a module that asks for more than the first WebAssembly and mutable globals: no reference types, bulk memory,
/// sign extension, saturating floats, multiple values or vectors.
pub fn check_features(module: &[u8]) -> Result<()> {
    Validator::new_with_features(WasmFeatures::WASM1)
        .validate_all(module)
        .map(drop)
        .context("the module asks for more than the oldest browsers know; were the flags of .cargo/config.toml and wasm-opt applied?")
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A module whose one function has this type and this body.
    fn module(function_type: &[u8], body: &[u8]) -> Vec<u8> {
        let mut module = b"\0asm\x01\0\0\0".to_vec();
        let mut section = |id: u8, content: &[u8]| {
            module.extend([id, content.len() as u8]);
            module.extend(content);
        };
        section(1, &[&[1], function_type].concat());
        section(3, &[1, 0]);
        section(5, &[1, 0, 1]);
        section(10, &[&[1, body.len() as u8 + 2, 0], body, &[0x0b]].concat());
        module
    }

    const NOTHING_TO_NOTHING: [u8; 3] = [0x60, 0, 0];
    const NUMBER: [u8; 2] = [0x41, 0];
    const DROP: [u8; 1] = [0x1a];

    #[test]
    fn plain_instructions_pass() {
        let body = [&NUMBER[..], &DROP].concat();
        check_features(&module(&NOTHING_TO_NOTHING, &body)).unwrap();
    }

    #[test]
    fn newer_instructions_are_refused() {
        let sign_extension = [&NUMBER[..], &[0xc0], &DROP].concat();
        let bulk_memory = [&NUMBER[..], &NUMBER, &NUMBER, &[0xfc, 11, 0]].concat();
        let saturating = [&[0x43, 0, 0, 0, 0, 0xfc, 0][..], &DROP].concat();
        let external_reference = [&[0xd0, 0x6f][..], &DROP].concat();
        let vector = [&NUMBER[..], &[0xfd, 15], &DROP].concat();
        for body in [sign_extension, bulk_memory, saturating, external_reference, vector] {
            check_features(&module(&NOTHING_TO_NOTHING, &body)).unwrap_err();
        }
    }

    #[test]
    fn several_results_are_refused() {
        let two_numbers = [0x60, 0, 2, 0x7f, 0x7f];
        check_features(&module(&two_numbers, &[NUMBER, NUMBER].concat())).unwrap_err();
    }
}
