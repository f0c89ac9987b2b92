//! Waiting, where nothing happens by it.

use std::future::{Future, ready};

/// Does not wait. Returns whether something may have happened meanwhile.
pub(crate) fn pause(_: u32) -> impl Future<Output = bool> {
    ready(false)
}

/// There is nothing to wait for: rendering runs to its end by itself.
pub(crate) fn for_rendering() -> impl Future<Output = ()> {
    ready(())
}
