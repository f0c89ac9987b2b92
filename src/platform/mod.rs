//! What the program runs on: a browser, or nothing but the operating system, as native tests and `cargo run` do.
//!
//! The two are the same to the rest of the crate, which asks for neither: each has what is re-exported here, and natively
//! there is no window, time stands still, nothing is ever due, and values are JSON.

#[cfg(target_family = "wasm")]
mod browser;
#[cfg(not(target_family = "wasm"))]
mod native;

#[cfg(target_family = "wasm")]
pub use self::browser::HostValue;
#[cfg(target_family = "wasm")]
pub(crate) use self::browser::*;
#[cfg(not(target_family = "wasm"))]
pub use self::native::HostValue;
#[cfg(not(target_family = "wasm"))]
pub(crate) use self::native::*;
