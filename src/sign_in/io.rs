//! The interface to `static/sign-in.js`.

use js_sys::{Function, Promise};
use wasm_bindgen::{JsValue, prelude::wasm_bindgen};

#[wasm_bindgen]
extern "C" {
    /// The object that the script returns for one sign-in.
    pub(super) type Io;

    /// Throws on a page without the script. The function receives every state: see `report`.
    #[wasm_bindgen(js_name = yewLivechatSignIn, catch)]
    pub(super) fn io(options: &JsValue, on: &Function) -> Result<Io, JsValue>;

    /// Continues a sign-in from before the page was loaded.
    #[wasm_bindgen(method)]
    pub(super) fn start(this: &Io);

    #[wasm_bindgen(method)]
    pub(super) fn sign_in(this: &Io, is_redirect: bool);

    #[wasm_bindgen(method)]
    pub(super) fn sign_out(this: &Io);

    /// A token, or the reason for its absence.
    #[wasm_bindgen(method)]
    pub(super) fn token(this: &Io, refused: Option<&str>) -> Promise;

    #[wasm_bindgen(method)]
    pub(super) fn end(this: &Io);
}
