//! The recording of this page, from the framework's recorder.

use js_sys::{Function, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};

/// The largest recording that is stored for the report; browsers limit what a page may store.
const LIMIT: usize = 600_000;

/// Returns the recording with made-up values, as the text of a scenario. `None` if it is too large to be stored, in
/// native tests, and without the recorder.
pub(crate) fn text() -> Option<String> {
    if !cfg!(target_family = "wasm") {
        return None;
    }
    record().ok().filter(|text| text.len() <= LIMIT)
}

/// Calls `yewLivechat.record({ text: true })`.
fn record() -> Result<String, JsValue> {
    let recorder = Reflect::get(&js_sys::global(), &"yewLivechat".into())?;
    let function: Function = Reflect::get(&recorder, &"record".into())?.dyn_into()?;
    let options = Object::new();
    Reflect::set(&options, &"text".into(), &JsValue::TRUE)?;
    function.call1(&recorder, &options)?.as_string().ok_or(JsValue::NULL)
}
