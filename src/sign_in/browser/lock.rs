//! One iframe at a time: the Web Locks API.

use std::{
    cell::{Cell, RefCell},
    rc::Rc,
};

use futures_channel::oneshot;
use js_sys::{Function, Promise};
use wasm_bindgen::{JsCast, JsValue, closure::Closure, prelude::wasm_bindgen};
use wasm_bindgen_futures::{JsFuture, spawn_local};

#[wasm_bindgen]
extern "C" {
    type Locks;

    /// `undefined` in older browsers, and outside of a secure context.
    #[wasm_bindgen(thread_local_v2, js_namespace = navigator, js_name = locks)]
    static LOCKS: Option<Locks>;

    #[wasm_bindgen(method, catch)]
    fn request(this: &Locks, name: &str, then: &Function) -> Result<Promise, JsValue>;
}

/// Holds a lock until it is dropped.
#[must_use = "dropping the lock releases it"]
pub(super) struct Lock {
    release: Rc<Cell<Option<Function>>>,
}

/// Waits for the lock of this name. Where the browser has no locks or refuses them, it waits for nobody.
pub(super) async fn lock(name: &str) -> Lock {
    let release: Rc<Cell<Option<Function>>> = Rc::default();
    let (sender, granted) = oneshot::channel();
    let sender = RefCell::new(Some(sender));
    let then = Closure::<dyn Fn() -> Promise>::new({
        let release = Rc::clone(&release);
        move || {
            // The browser holds the lock until this promise is kept.
            let held = Promise::new(&mut |resolve, _| release.set(Some(resolve)));
            let is_wanted = sender.take().is_some_and(|sender| sender.send(()).is_ok());
            if !is_wanted && let Some(resolve) = release.take() {
                let _ = resolve.call0(&JsValue::NULL);
            }
            held
        }
    });
    let requested = LOCKS.with(|locks| locks.as_ref()?.request(name, then.as_ref().unchecked_ref()).ok());
    if let Some(requested) = requested {
        spawn_local(async move {
            // A refusal drops the closure, and the sender in it with it.
            let _ = JsFuture::from(requested).await;
            drop(then);
        });
        let _ = granted.await;
    }
    Lock { release }
}

impl Drop for Lock {
    fn drop(&mut self) {
        if let Some(resolve) = self.release.take() {
            // A promise's own function does not throw.
            let _ = resolve.call0(&JsValue::NULL);
        }
    }
}
