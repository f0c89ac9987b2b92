//! Names of members as JavaScript strings.
//!
//! Every event is read with the same forty names. Creating a JavaScript string for each, for every event, takes
//! longer than reading the event.

use std::cell::RefCell;

use wasm_bindgen::JsValue;

/// How many are cached: more than the protocol has. Others are created when needed.
const MOST: usize = 128;

thread_local! {
    static NAMES: RefCell<Vec<(Box<str>, JsValue)>> = const { RefCell::new(Vec::new()) };
}

/// Calls back with the name.
pub(super) fn with<T>(name: &str, then: impl FnOnce(&JsValue) -> T) -> T {
    NAMES.with_borrow_mut(|names| {
        if let Some((_, name)) = names.iter().find(|(known, _)| **known == *name) {
            return then(name);
        }
        let made = JsValue::from_str(name);
        let result = then(&made);
        if names.len() < MOST {
            names.push((name.into(), made));
        }
        result
    })
}
