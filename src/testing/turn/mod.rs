//! Giving the browser its turn. Natively there is no browser, and nothing happens by waiting.

#[cfg(target_family = "wasm")]
mod browser;
#[cfg(not(target_family = "wasm"))]
mod native;

#[cfg(target_family = "wasm")]
pub(super) use self::browser::{for_rendering, pause};
#[cfg(not(target_family = "wasm"))]
pub(super) use self::native::{for_rendering, pause};
