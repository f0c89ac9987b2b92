//! Replaces the page's parent with another window.

use js_sys::{Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::Window;

/// While this value exists, the test's page regards another window as its parent, although it is at top level.
/// Browsers let a page replace `window.parent`; messages still use the real window.
pub struct Parent {
    original: JsValue,
}

impl Parent {
    /// Replaces the parent with this window until the value is dropped.
    pub fn replaced_by(parent: &Window) -> Self {
        let window = web_sys::window().unwrap();
        let original = Object::get_own_property_descriptor(&window, &"parent".into());
        Reflect::set(&window, &"parent".into(), parent).unwrap();
        assert!(window.parent().unwrap().is_some_and(|present| &present == parent), "the parent is replaced");
        Self { original }
    }
}

impl Drop for Parent {
    fn drop(&mut self) {
        let window = web_sys::window().unwrap();
        Object::define_property(&window, &"parent".into(), self.original.as_ref().unchecked_ref());
    }
}
