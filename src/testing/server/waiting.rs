//! A pending request.

use gloo_events::EventListener;
use js_sys::Function;
use wasm_bindgen::JsValue;
use web_sys::Request;

use super::{answer::Answer, pattern::Pattern, received::Received};

/// A pending request.
pub(super) struct Waiting {
    request: Request,
    resolve: Function,
    reject: Function,
    /// Rejects it when the page aborts it.
    _aborted: EventListener,
}

impl Waiting {
    pub(super) fn new(request: Request, resolve: Function, reject: Function) -> Self {
        let signal = request.signal();
        let aborted = {
            let (signal, reject) = (signal.clone(), reject.clone());
            EventListener::once(&signal.clone(), "abort", move |_| {
                let _ = reject.call1(&JsValue::NULL, &signal.reason());
            })
        };
        Self { request, resolve, reject, _aborted: aborted }
    }

    /// Whether the answer is still needed.
    pub(super) fn is_wanted(&self) -> bool {
        !self.request.signal().aborted()
    }

    pub(super) fn is(&self, pattern: &Pattern) -> bool {
        self.is_wanted() && pattern.matches(&self.request.method(), &self.request.url())
    }

    pub(super) fn received(&self) -> Received {
        Received::new(&self.request)
    }

    pub(super) fn answer(self, answer: &Answer) {
        // A promise's functions do not throw.
        let _ = match answer.to_response() {
            Ok(response) => self.resolve.call1(&JsValue::NULL, &response),
            Err(error) => self.reject.call1(&JsValue::NULL, &error),
        };
    }
}

impl std::fmt::Display for Waiting {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "`{} {}`", self.request.method(), self.request.url())
    }
}
