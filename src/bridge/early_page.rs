//! What `static/prelude.js` and `static/start.js` put on the page before the application started.

use js_sys::{Array, Function, Reflect};
use livechat_protocol::TakeOver;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, UrlSearchParams, Window};

use crate::platform::warn;

/// The member of the window that both scripts use.
const NAME: &str = "yewLivechat";

/// The id of a panic's notice, which stays if the application still takes over.
pub(crate) const PANIC_NOTICE_ID: &str = "yew-livechat-panic";

/// The page's scripts, as the application finds them. A page may have neither, or older ones.
pub(crate) struct EarlyPage(JsValue);

impl EarlyPage {
    /// The scripts of the window; `None` once the application has taken over.
    pub(crate) fn of(window: &Window) -> Option<Self> {
        let page = Reflect::get(window, &NAME.into()).ok().filter(JsValue::is_object).map(Self);
        page.filter(|page| !cfg!(feature = "recorder") || !page.is_recorder())
    }

    /// Whether this is the object that the recorder puts there once the application has taken over.
    fn is_recorder(&self) -> bool {
        self.member("record").is_some_and(|record| record.is_function())
    }

    fn member(&self, name: &str) -> Option<JsValue> {
        Reflect::get(&self.0, &name.into()).ok()
    }

    /// The launch parameters that the prelude stored.
    pub(super) fn query(&self) -> Option<UrlSearchParams> {
        self.member("query").filter(JsValue::is_object).map(JsCast::unchecked_into)
    }

    /// The message events that the prelude buffered, oldest first.
    pub(super) fn messages(&self) -> impl Iterator<Item = JsValue> {
        self.list("messages").filter(JsValue::is_object)
    }

    fn list(&self, name: &str) -> impl Iterator<Item = JsValue> + use<> {
        let list = self.member(name).filter(Array::is_array).map(JsCast::unchecked_into::<Array>);
        list.into_iter().flat_map(|list| list.to_vec())
    }

    /// Removes the prelude's listener, the notice of a failure, and the scripts' member of the window.
    pub(super) fn leave(&self, window: &Window) -> TakeOver {
        if let Some(hear) = self.member("hear").filter(JsValue::is_function) {
            // It does not fail for a function.
            let _ = window.remove_event_listener_with_callback("message", hear.unchecked_ref());
        }
        if let Some(notice) = self.member("notice").filter(JsValue::is_object) {
            let notice = notice.unchecked_ref::<Element>();
            // A task of `main` may have panicked although `main` continued.
            if notice.id() != PANIC_NOTICE_ID {
                notice.remove();
            }
        }
        let _ = Reflect::delete_property(window, &NAME.into());
        self.warn_of_other_version();
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "it counts up from 0")]
        let dropped = self.member("dropped").and_then(|count| count.as_f64()).unwrap_or_default() as u64;
        TakeOver { inited_at: self.list("inited").filter_map(|origin| origin.as_string()).collect(), dropped }
    }

    /// The prelude's version; `None` without a prelude.
    pub(crate) fn version(&self) -> Option<String> {
        self.member("version").and_then(|version| version.as_string())
    }

    /// The version of the script that starts the application.
    #[cfg(all(feature = "csr", debug_assertions))]
    pub(crate) fn start_version(&self) -> Option<String> {
        self.member("startVersion").and_then(|version| version.as_string())
    }

    /// The version of the script that passes on LiveChat's answer; it must come after the prelude.
    #[cfg(all(feature = "csr", debug_assertions))]
    pub(crate) fn sign_in_version(&self) -> Option<String> {
        self.member("signInVersion").and_then(|version| version.as_string())
    }

    /// Whether the page has that script, in any version.
    #[cfg(all(feature = "csr", debug_assertions))]
    pub(crate) fn has_start(&self) -> bool {
        self.member("start").is_some_and(|start| start.is_function())
    }

    /// The application only knows the rules of the prelude in its own version.
    fn warn_of_other_version(&self) {
        let version = self.version();
        if version.as_deref() != Some(env!("CARGO_PKG_VERSION")) {
            warn(
                &[
                    "static/prelude.js is version ",
                    version.as_deref().unwrap_or("(unknown)"),
                    ", but the application uses yew-livechat ",
                    env!("CARGO_PKG_VERSION"),
                    ": update it with `cargo run -- page-files`",
                ]
                .concat(),
            );
        }
    }

    /// Notes that the application has begun to mount an extension, so that `main` did not end without one.
    #[cfg(feature = "csr")]
    pub(crate) fn mounts(&self) {
        // It fails only for an object that accepts no members.
        let _ = Reflect::set(&self.0, &"mounts".into(), &JsValue::TRUE);
    }

    /// Makes the host remove its loader, now or when it connects, because the application shows a notice and does not
    /// connect. The page then shows no notice of its own above it. A host with the plain driver may not have sent
    /// anything yet: `host` is the origin that the browser reports. `static/start.js` knows more.
    #[cfg(feature = "csr")]
    pub(crate) fn give_way(&self, host: Option<String>, notice: &Element) {
        // It fails only for an object that accepts no members.
        let _ = Reflect::set(&self.0, &"notice".into(), notice);
        if let Some(give_way) = self.member("giveWay").filter(JsValue::is_function) {
            let guesses = Array::of1(&host.map_or(JsValue::UNDEFINED, JsValue::from));
            let _ = give_way.unchecked_ref::<Function>().call1(&self.0, &guesses);
        }
    }

    /// Shows on the page that the application cannot start.
    pub(crate) fn failed(&self, error: &str) -> Option<()> {
        let failed = self.member("failed").filter(JsValue::is_function)?;
        failed.unchecked_ref::<Function>().call1(&self.0, &error.into()).ok().map(drop)
    }
}
