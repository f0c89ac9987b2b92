//! Keeps a panic in one callback from affecting others.
//!
//! A panic in wasm is a trap: it unwinds everything up to the calling JavaScript, and skips the remaining work on the
//! way. So an app's callbacks are called through JavaScript, which catches the trap there: the stack frames below
//! continue, and restore the stack pointer when they return.

use std::{cell::RefCell, rc::Rc};

use js_sys::Function;
use wasm_bindgen::{JsCast, JsValue, closure::Closure};

thread_local! {
    static NEXT: RefCell<Option<Rc<dyn Fn()>>> = const { RefCell::new(None) };
    static TRAMPOLINE: Closure<dyn Fn()> = Closure::new(|| {
        if let Some(callback) = NEXT.take() {
            callback();
        }
    });
}

/// Calls the function; a panic ends only that call. The panic hook has reported it by then.
pub(crate) fn isolated(callback: impl Fn() + 'static) {
    NEXT.set(Some(Rc::new(callback)));
    TRAMPOLINE.with(|trampoline| {
        let trampoline: &Function = trampoline.as_ref().unchecked_ref();
        // Its exception was reported where it was thrown.
        let _ = trampoline.call0(&JsValue::NULL);
    });
}
