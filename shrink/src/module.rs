//! Reads a WebAssembly module and writes it again, with other names and in another order.

mod likeness;
mod memory;
mod names;
pub mod panics;
mod rewrite;
mod summary;

pub use self::likeness::by_likeness;
pub use self::memory::is_low_memory_unused;
pub use self::names::{MODULE, Renamed, prune, rename};

/// Fails unless the module is valid.
///
/// # Errors
/// [`crate::Error::Module`] says why not, and at which byte.
pub fn validate(module: &[u8]) -> Result<(), crate::Error> {
    wasmparser::Validator::new().validate_all(module)?;
    Ok(())
}
