//! The region that LiveChat has sent calls to.

use std::cell::RefCell;

thread_local! {
    static REGION: RefCell<Option<String>> = const { RefCell::new(None) };
}

/// What LiveChat has said; `None` as long as it has said nothing.
pub(super) fn known() -> Option<String> {
    REGION.with_borrow(Clone::clone)
}

/// From now on, calls go there.
pub(super) fn learn(region: &str) {
    REGION.set(Some(region.to_owned()));
}
