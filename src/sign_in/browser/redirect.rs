//! A redirect in this iframe: what has to survive it, and the address that it comes back with.
//!
//! State and verifier are in `sessionStorage`, under the state, so that two placements can be away at once. Where that is
//! blocked they are in the iframe's name, which survives navigation. `sessionStorage` alone would not do: browsers block it in
//! third-party iframes. The name alone would not do either: a host may have taken it.

use web_sys::Window;

use super::store::Store;
use crate::{
    bridge::window,
    sign_in::{attempt::Attempt, options::SignIn, window_name},
};

/// In place of an attempt: the iframe has been redirected and is back.
const BACK: &str = "-";

/// Where a sign-in of this kind returns to: the address, and query and fragment of the page that is left.
pub(super) fn return_address(options: &SignIn, window: &Window, is_popup: bool) -> (String, String) {
    let location = window.location();
    let path = location.pathname().unwrap_or_default();
    let path = if is_popup { window::base_path(window).unwrap_or(path) } else { path };
    let default = || [&*window::own_origin(window), &*path].concat();
    (options.redirect_uri.clone().unwrap_or_else(default), address(window))
}

/// The query and the fragment of the page.
pub(super) fn address(window: &Window) -> String {
    let location = window.location();
    [location.search().unwrap_or_default(), location.hash().unwrap_or_default()].concat()
}

/// Has the address be another query and fragment, without loading it.
pub(super) fn replace_address(window: &Window, to: &str) {
    let path = window.location().pathname().unwrap_or_default();
    if let Ok(history) = window.history() {
        // It fails where the browser thinks that it is called too often.
        let _ = history.replace_state_with_url(&wasm_bindgen::JsValue::NULL, "", Some(&[&path, to].concat()));
    }
}

/// Stores an attempt. Returns whether it will be there when the iframe is back.
pub(super) fn leave(options: &SignIn, window: &Window, attempt: &Attempt) -> bool {
    let text = attempt.to_text();
    if Store::set(&attempt_key(options, &attempt.state), &text) {
        let path = window.location().pathname().unwrap_or_default();
        return Store::set(&mark_key(options), &path);
    }
    set_name(window, &text)
}

/// Takes out the attempt that an answer with this state belongs to.
pub(super) fn come_back(options: &SignIn, window: &Window, state: &str) -> Option<Attempt> {
    let key = attempt_key(options, state);
    let stored = Store::get(&key);
    Store::remove(&key);
    if stored.is_some() {
        Store::set(&mark_key(options), BACK);
    }
    let text = stored.or_else(|| {
        let text = name_text(window)?;
        set_name(window, BACK);
        Some(text)
    })?;
    Attempt::from_text(&text)
}

/// Whether an iframe of the extension has been redirected before: it is done by itself once.
pub(super) fn was_redirected(options: &SignIn, window: &Window) -> bool {
    Store::get(&mark_key(options)).or_else(|| name_text(window)).is_some()
}

/// Whether this page has been redirected, and has not come back with an answer.
pub(super) fn is_unfinished(options: &SignIn, window: &Window) -> bool {
    match Store::get(&mark_key(options)) {
        Some(path) => window.location().pathname().is_ok_and(|own| own == path),
        None => name_text(window).is_some_and(|text| text != BACK),
    }
}

fn attempt_key(options: &SignIn, state: &str) -> String {
    [&options.key(), " ", state].concat()
}

fn mark_key(options: &SignIn) -> String {
    [&options.key(), " redirected"].concat()
}

fn name_text(window: &Window) -> Option<String> {
    window_name::text(&window.name().ok()?)
}

fn set_name(window: &Window, text: &str) -> bool {
    let name = window.name().ok().and_then(|name| window_name::with(&name, text));
    name.is_some_and(|name| window.set_name(&name).is_ok())
}
