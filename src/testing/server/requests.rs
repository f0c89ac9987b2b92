//! Pending requests, and standing answers.

use std::{cell::RefCell, panic::Location};

use js_sys::Function;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Request, RequestInit};

use super::{answer::Answer, pattern::Pattern, received::Received, waiting::Waiting};
use crate::testing::wait;

/// Pending requests, and standing answers.
pub(in crate::testing) struct Requests {
    /// The browser's own `fetch`.
    pub(super) original: JsValue,
    /// Oldest first.
    waiting: RefCell<Vec<Waiting>>,
    /// Later ones take precedence.
    standing: RefCell<Vec<(Pattern, Answer)>>,
}

impl Requests {
    pub(super) fn instead_of(original: JsValue) -> Self {
        Self { original, waiting: RefCell::default(), standing: RefCell::default() }
    }

    /// Handles the arguments of the replaced `fetch`.
    pub(super) fn fetch(&self, input: &JsValue, init: &JsValue, resolve: Function, reject: Function) {
        let none = RequestInit::new();
        let init = if init.is_object() { init.unchecked_ref() } else { &none };
        let request = match input.dyn_ref::<Request>() {
            Some(request) => Request::new_with_request_and_init(request, init),
            // An address, or a `URL`, which gives its address as text.
            None => Request::new_with_str_and_init(&String::from(js_sys::JsString::from(input.clone())), init),
        };
        let request = match request {
            Ok(request) => request,
            Err(error) => {
                // A promise's function does not throw.
                let _ = reject.call1(&JsValue::NULL, &error);
                return;
            }
        };
        let waiting = Waiting::new(request, resolve, reject);
        match self.standing.borrow().iter().rev().find(|(pattern, _)| waiting.is(pattern)) {
            Some((_, answer)) => waiting.answer(answer),
            None => self.waiting.borrow_mut().push(waiting),
        }
    }

    /// Waits for a request, and leaves it pending.
    pub(super) async fn next(&self, pattern: &Pattern, at: &'static Location<'static>) -> Received {
        let look = || self.waiting.borrow().iter().find(|waiting| waiting.is(pattern)).map(Waiting::received);
        wait::comes(look).await.unwrap_or_else(|| self.fail(pattern, at))
    }

    /// Waits for a request, and answers it.
    pub(in crate::testing) async fn answer(&self, request: &str, answer: &Answer, at: &'static Location<'static>) {
        let pattern = Pattern::new(request);
        let waiting = wait::comes(|| self.take(&pattern)).await.unwrap_or_else(|| self.fail(&pattern, at));
        waiting.answer(answer);
    }

    pub(super) fn always(&self, pattern: Pattern, answer: Answer) {
        while let Some(waiting) = self.take(&pattern) {
            waiting.answer(&answer);
        }
        self.standing.borrow_mut().push((pattern, answer));
    }

    pub(super) fn count(&self) -> usize {
        self.waiting.borrow().iter().filter(|waiting| waiting.is_wanted()).count()
    }

    fn take(&self, pattern: &Pattern) -> Option<Waiting> {
        let mut waiting = self.waiting.borrow_mut();
        let index = waiting.iter().position(|waiting| waiting.is(pattern))?;
        Some(waiting.remove(index))
    }

    fn fail(&self, pattern: &Pattern, at: &'static Location<'static>) -> ! {
        let waiting = self.waiting.borrow();
        let names: Vec<_> = waiting.iter().filter(|waiting| waiting.is_wanted()).map(ToString::to_string).collect();
        let there =
            if names.is_empty() { "none is pending".to_owned() } else { format!("pending: {}", names.join(", ")) };
        panic!("{at}: no request matches {pattern}: {there}")
    }
}
