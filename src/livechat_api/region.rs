//! The region that LiveChat redirects calls to.

use std::cell::RefCell;

thread_local! {
    static REGION: RefCell<Option<String>> = const { RefCell::new(None) };
}

/// The known region; `None` until LiveChat names one.
pub(super) fn known() -> Option<String> {
    REGION.with_borrow(Clone::clone)
}

/// Sends calls to this region from now on.
pub(super) fn learn(region: &str) {
    REGION.set(Some(region.to_owned()));
}
