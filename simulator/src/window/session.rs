//! Stores the session in the tab's session storage, to survive a reload.

use gloo_events::EventListener;
use web_sys::{PerformanceNavigation, Storage};

use crate::model::SavedSession;

const KEY: &str = "yew-livechat-simulator";

/// Returns the session before this reload. A page that was opened by its address starts a new session, so that it looks
/// the same to everyone.
pub(crate) fn restored_session() -> Option<SavedSession> {
    let navigation = web_sys::window()?.performance()?.navigation();
    let text =
        (navigation.type_() == PerformanceNavigation::TYPE_RELOAD).then(|| storage()?.get_item(KEY).ok()?)??;
    // A session of another version of the simulator is discarded.
    serde_json::from_str(&text).ok()
}

/// Stores the session. If that fails, the session is lost at the reload.
pub(crate) fn save_session(session: &SavedSession) {
    if let (Some(storage), Ok(text)) = (storage(), serde_json::to_string(session)) {
        let _ = storage.set_item(KEY, &text);
    }
}

/// Calls back when the page is being left.
pub(crate) fn on_leaving(left: impl Fn() + 'static) -> Option<EventListener> {
    let window = web_sys::window()?;
    Some(EventListener::new(&window, "pagehide", move |_| left()))
}

fn storage() -> Option<Storage> {
    web_sys::window()?.session_storage().ok()?
}
