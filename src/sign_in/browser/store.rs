//! Texts in `sessionStorage`, which all iframes of the extension in one browser tab share, where the browser lets them.

use web_sys::Storage;

use crate::platform;

/// Texts of this browser tab. Where the user blocks storage, even reading it throws, and nothing is stored.
pub(super) struct Store;

impl Store {
    fn storage() -> Option<Storage> {
        platform::window()?.session_storage().ok()?
    }

    /// Whether there is a storage to use.
    pub(super) fn works() -> bool {
        Self::storage().is_some()
    }

    pub(super) fn get(key: &str) -> Option<String> {
        Self::storage()?.get_item(key).ok()?
    }

    /// Stores the text. Returns whether it is stored.
    pub(super) fn set(key: &str, text: &str) -> bool {
        Self::storage().is_some_and(|storage| storage.set_item(key, text).is_ok())
    }

    pub(super) fn remove(key: &str) {
        if let Some(storage) = Self::storage() {
            // It fails for no key.
            let _ = storage.remove_item(key);
        }
    }
}
