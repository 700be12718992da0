//! The browser's door to the engine: free functions, no state, no logic.
#![cfg(target_arch = "wasm32")]

mod door;

pub use door::*;

/// Smaller and faster in a browser than the allocator of the standard library.
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();
