//! What a reload of the page keeps, in the browser's storage for this tab.

use gloo_events::EventListener;
use web_sys::{PerformanceNavigation, Storage};

use crate::model::Kept;

const KEY: &str = "yew-livechat-simulator";

/// What was kept, if this is a reload. A page that was opened by its address begins anew: it is to look the same to
/// everybody who opens it.
pub(crate) fn restored() -> Option<Kept> {
    let navigation = web_sys::window()?.performance()?.navigation();
    let text =
        (navigation.type_() == PerformanceNavigation::TYPE_RELOAD).then(|| storage()?.get_item(KEY).ok()?)??;
    // What another version of the simulator kept is of no use.
    serde_json::from_str(&text).ok()
}

/// Keeps it. Without storage it is only lost.
pub(crate) fn keep(kept: &Kept) {
    if let (Some(storage), Ok(text)) = (storage(), serde_json::to_string(kept)) {
        let _ = storage.set_item(KEY, &text);
    }
}

/// Calls back when the page is left.
pub(crate) fn on_leaving(left: impl Fn() + 'static) -> Option<EventListener> {
    let window = web_sys::window()?;
    Some(EventListener::new(&window, "pagehide", move |_| left()))
}

fn storage() -> Option<Storage> {
    web_sys::window()?.session_storage().ok()?
}
