//! The names of members as JavaScript's own strings.
//!
//! Every event is asked for the same forty names. To make a JavaScript string of each, anew for every event, takes longer
//! than to look into the event.

use std::cell::RefCell;

use wasm_bindgen::JsValue;

/// How many are cached: more than the protocol has. The others are made when they are needed.
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
