//! What survives a reload of the page, in the browser's storage for this tab.

use gloo_events::EventListener;
use web_sys::{PerformanceNavigation, Storage};

use crate::model::SavedSession;

const KEY: &str = "yew-livechat-simulator";

/// The session before this reload. A page that was opened by its address begins a new one: it is to look the same to
/// everybody who opens it.
pub(crate) fn restored_session() -> Option<SavedSession> {
    let navigation = web_sys::window()?.performance()?.navigation();
    let text =
        (navigation.type_() == PerformanceNavigation::TYPE_RELOAD).then(|| storage()?.get_item(KEY).ok()?)??;
    // A session of another version of the simulator is of no use.
    serde_json::from_str(&text).ok()
}

/// Stores the session. Without storage it is only lost.
pub(crate) fn save_session(session: &SavedSession) {
    if let (Some(storage), Ok(text)) = (storage(), serde_json::to_string(session)) {
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
