//! Keeps a panic in one callback from taking others along.
//!
//! A panic in wasm is a trap: it unwinds everything up to the JavaScript that called in, and skips what is left
//! to do on the way. So callbacks of an app are called by way of JavaScript, which catches the trap right there:
//! the frames below it go on, and restore the stack pointer when they return.

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

/// Calls back; a panic ends that call alone. The panic hook has told of it by then.
pub(crate) fn isolated(callback: impl Fn() + 'static) {
    NEXT.set(Some(Rc::new(callback)));
    TRAMPOLINE.with(|trampoline| {
        let trampoline: &Function = trampoline.as_ref().unchecked_ref();
        // What it throws has been reported where it was thrown.
        let _ = trampoline.call0(&JsValue::NULL);
    });
}
