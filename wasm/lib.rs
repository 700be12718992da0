//! The browser's module: the engine's door `gouji::wasm`, and nothing else.
//!
//! A package of its own, because cargo optimises across crates only where a library is a module alone; the engine is also a library
//! for the command line and the tests. It makes the module an eighth smaller.

#[cfg(target_arch = "wasm32")]
pub use gouji::wasm::*;

/// Smaller and faster in a browser than the allocator of the standard library.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();
