//! Shared by the tests of hooks, provider and bridge in a real browser. The tests are in `tests/`.

#![cfg(target_arch = "wasm32")]
#![allow(
    clippy::expect_used,
    clippy::missing_panics_doc,
    clippy::unwrap_used,
    reason = "in a test, what fails to be there is the failure"
)]

pub mod frame;
pub mod host;
pub mod page;
pub mod panic_message;
mod parent;

pub use self::parent::Parent;
