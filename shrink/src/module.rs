//! Reads a WebAssembly module, and writes it with new names in a new order.

mod likeness;
mod memory;
mod names;
pub mod panics;
mod rewrite;
mod summary;

pub use self::likeness::by_likeness;
pub use self::memory::is_low_memory_unused;
pub use self::names::{MODULE, Renamed, prune, rename};

/// Validates the module.
///
/// # Errors
/// [`crate::Error::Module`] if it is invalid.
pub fn validate(module: &[u8]) -> Result<(), crate::Error> {
    wasmparser::Validator::new().validate_all(module)?;
    Ok(())
}
