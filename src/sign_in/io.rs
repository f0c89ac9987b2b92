//! The interface to `static/sign-in.js`: popup, requests, storage, the other iframes, the timer.
//!
//! It is JavaScript because the same code in WebAssembly would be ten times as large, and because the page that
//! LiveChat sends the agent back to needs it before the application has loaded.

use js_sys::Function;
use wasm_bindgen::{JsValue, prelude::wasm_bindgen};

/// The popup has posted a message; the text is its origin.
pub(super) const MESSAGE: u32 = 0;
/// The popup was checked; the number is 1 if it is closed.
pub(super) const LOOK: u32 = 1;
/// The answer to a request of a sign-in in progress; the number is the status.
pub(super) const ANSWER: u32 = 2;
/// The answer to a renewal.
pub(super) const RENEWAL: u32 = 3;
/// Another iframe has sent a message; the number is 0 if there is no storage.
pub(super) const HEARD: u32 = 4;
/// Another iframe of this browser tab has stored its sign-in, or removed it.
pub(super) const STORED: u32 = 5;
/// The lock was acquired; the value is the stored sign-in.
pub(super) const LOCKED: u32 = 6;
/// The timer has fired.
pub(super) const TIMER: u32 = 7;

/// For a request whose answer is not needed.
pub(super) const UNHEARD: u32 = 0;
/// The status of a request without an answer.
pub(super) const UNREACHABLE: u16 = 0;
/// The status of an answer that the browser does not let the page read.
pub(super) const UNREADABLE: u16 = 1;

#[wasm_bindgen]
extern "C" {
    /// The object that the script returns for one sign-in.
    pub(super) type Io;

    /// Throws on a page without the script.
    #[wasm_bindgen(js_name = yewLivechatSignIn, catch)]
    pub(super) fn io(key: &str, on: &Function) -> Result<Io, JsValue>;

    /// The situation at the start.
    #[wasm_bindgen(method)]
    pub(super) fn start(this: &Io) -> JsValue;

    /// The address that a sign-in returns to.
    #[wasm_bindgen(method)]
    pub(super) fn address(this: &Io, is_popup: bool) -> String;

    /// That many random bytes, in base64url; `None` on a page without secure random numbers and SHA-256, such as one
    /// over HTTP.
    #[wasm_bindgen(method)]
    pub(super) fn random(this: &Io, length: u32) -> Option<String>;

    /// Opens the accounts server's page in a popup; `false` if the browser blocks it.
    #[wasm_bindgen(method)]
    pub(super) fn open(this: &Io, server: &str, parameters: &JsValue, attempt: &JsValue) -> bool;

    #[wasm_bindgen(method)]
    pub(super) fn close(this: &Io);

    /// Redirects the iframe to that page; `false` if the attempt cannot be stored.
    #[wasm_bindgen(method)]
    pub(super) fn leave(this: &Io, server: &str, parameters: &JsValue, attempt: &JsValue) -> bool;

    #[wasm_bindgen(method)]
    pub(super) fn send(this: &Io, kind: u32, method: &str, url: &str, token: Option<&str>, body: &JsValue);

    #[wasm_bindgen(method)]
    pub(super) fn lock(this: &Io);

    #[wasm_bindgen(method)]
    pub(super) fn unlock(this: &Io);

    /// Stores the sign-in and notifies the other iframes of it, or of its end.
    #[wasm_bindgen(method)]
    pub(super) fn keep(this: &Io, session: &JsValue, ended: Option<&str>);

    /// Waits that many milliseconds; forever if negative.
    #[wasm_bindgen(method)]
    pub(super) fn after(this: &Io, wait: f64);

    #[wasm_bindgen(method)]
    pub(super) fn end(this: &Io);
}
