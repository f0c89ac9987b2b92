//! Panics on request in a development build, for people and tests. A script sets `window.demoPanics` to the name of a
//! place.

use js_sys::Reflect;

/// Panics if this place was named.
pub(crate) fn at(place: &str) {
    // Outside a browser nobody can name one.
    if cfg!(target_family = "wasm") {
        let named = web_sys::window().and_then(|window| Reflect::get(&window, &"demoPanics".into()).ok()?.as_string());
        assert!(named.as_deref() != Some(place), "the demo panics on request: {place}");
    }
}
