//! Yields to the browser. Natively there is none, and waiting changes nothing.

#[cfg(target_family = "wasm")]
mod browser;
#[cfg(not(target_family = "wasm"))]
mod native;

#[cfg(target_family = "wasm")]
pub(super) use self::browser::{for_rendering, pause};
#[cfg(not(target_family = "wasm"))]
pub(super) use self::native::{for_rendering, pause};
