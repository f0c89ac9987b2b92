//! Ids that connect a label, a hint or a panel to its element.

use std::cell::Cell;

use yew::prelude::*;

/// An id that is unique on the page and the same at every render.
#[hook]
pub(crate) fn use_id() -> AttrValue {
    thread_local! {
        static NEXT: Cell<u32> = const { Cell::new(0) };
    }
    let id = use_memo((), |()| AttrValue::from(format!("lc-id-{}", NEXT.replace(NEXT.get() + 1))));
    (*id).clone()
}
