//! The platform: a browser, or only the operating system, as in native tests and `cargo run`.
//!
//! Both provide the items re-exported here, so the rest of the crate does not distinguish them. Natively there is no
//! window, time does not pass, timers never fire, and values are JSON.

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
