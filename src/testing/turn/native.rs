//! Waiting natively, where it changes nothing.

use std::future::{Future, ready};

/// Does not wait. Returns whether something may have happened meanwhile.
pub(crate) fn pause(_: u32) -> impl Future<Output = bool> {
    ready(false)
}

/// Nothing to wait for: rendering completes synchronously.
pub(crate) fn for_rendering() -> impl Future<Output = ()> {
    ready(())
}
