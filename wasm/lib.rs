//! The browser's module: the engine's door `gouji::wasm`, and nothing else.
//!
//! A package of its own, because cargo optimises across crates only where a library is a module alone; the engine is also a library
//! for the command line and the tests. It makes the module an eighth smaller.

#[cfg(target_arch = "wasm32")]
pub use gouji::wasm::*;
