//! The browser's storage.

use wasm_bindgen::JsValue;
use web_sys::Storage;

/// Whether there is storage at all, though it may be refused.
pub(crate) const HAS_STORAGE: bool = true;

/// The storage of this origin. If the user blocks it, even reading it throws.
pub(crate) fn storage() -> Result<Storage, JsValue> {
    let window = web_sys::window().ok_or(JsValue::UNDEFINED)?;
    window.local_storage()?.ok_or(JsValue::NULL)
}
