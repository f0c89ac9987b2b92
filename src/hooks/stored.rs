//! Texts in the browser's storage by key, shared by all components of the page.
//!
//! An iframe may have no storage: when the user blocks third-party data, even reading `window.localStorage` throws.
//! Texts that cannot be stored stay in memory until the page is closed.

use std::{
    cell::{Cell, RefCell},
    rc::Rc,
};

use gloo_events::EventListener;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::StorageEvent;

use crate::platform::{self, HAS_STORAGE, storage};

thread_local! {
    static PAGE: Page = Page::new();
}

type OnChange = Rc<dyn Fn()>;

struct Page {
    entries: RefCell<Vec<Rc<Entry>>>,
    /// Reports what the other pages of this origin store.
    _listener: Option<EventListener>,
}

/// The text of one key.
pub(crate) struct Entry {
    key: String,
    text: RefCell<Option<Rc<str>>>,
    /// Whether the browser's storage holds the same text.
    is_persistent: Cell<bool>,
    subscribers: RefCell<Vec<OnChange>>,
}

/// Ends a subscription when it is dropped.
#[must_use = "dropping the subscription ends it"]
pub(crate) struct Subscription {
    entry: Rc<Entry>,
    on_change: OnChange,
}

/// Returns the entry of this key, the same one for all callers.
pub(crate) fn entry(key: &str) -> Rc<Entry> {
    PAGE.with(|page| page.entry(key))
}

impl Page {
    fn new() -> Self {
        let listener = platform::window().map(|window| {
            EventListener::new(&window, "storage", |event| {
                if let Some(event) = event.dyn_ref::<StorageEvent>() {
                    PAGE.with(|page| page.stored_elsewhere(event.key().as_deref()));
                }
            })
        });
        Self { entries: RefCell::default(), _listener: listener }
    }

    fn entry(&self, key: &str) -> Rc<Entry> {
        let mut entries = self.entries.borrow_mut();
        // These are unused, and the storage has their text.
        entries.retain(|entry| Rc::strong_count(entry) > 1 || entry.is_only_in_memory());
        if let Some(entry) = entries.iter().find(|entry| entry.key == key) {
            return Rc::clone(entry);
        }
        let entry = Rc::new(Entry {
            key: key.to_owned(),
            text: RefCell::default(),
            is_persistent: Cell::new(HAS_STORAGE),
            subscribers: RefCell::default(),
        });
        entry.read();
        entries.push(Rc::clone(&entry));
        entry
    }

    /// Handles a change by another page: of one key, or of all.
    fn stored_elsewhere(&self, key: Option<&str>) {
        let entries = self.entries.borrow().clone();
        for entry in entries.iter().filter(|entry| key.is_none_or(|key| key == entry.key)) {
            entry.read();
            entry.notify();
        }
    }
}

impl Entry {
    pub(crate) fn key(&self) -> &str {
        &self.key
    }

    /// The text, and whether the browser's storage holds it as well.
    pub(crate) fn state(&self) -> (Option<Rc<str>>, bool) {
        (self.text.borrow().clone(), self.is_persistent.get())
    }

    /// Stores the text, or removes it, and notifies the subscribers.
    pub(crate) fn set(&self, text: Option<&str>) {
        self.note(storage().and_then(|storage| match text {
            Some(text) => storage.set_item(&self.key, text),
            None => storage.remove_item(&self.key),
        }));
        self.text.replace(text.map(Rc::from));
        self.notify();
    }

    pub(crate) fn subscribe(self: &Rc<Self>, on_change: impl Fn() + 'static) -> Subscription {
        let on_change: OnChange = Rc::new(on_change);
        self.subscribers.borrow_mut().push(Rc::clone(&on_change));
        Subscription { entry: Rc::clone(self), on_change }
    }

    fn read(&self) {
        let stored = storage().and_then(|storage| storage.get_item(&self.key));
        if let Some(text) = self.note(stored) {
            self.text.replace(text.map(Rc::from));
        }
    }

    /// Notes whether the storage operation succeeded.
    fn note<T>(&self, result: Result<T, JsValue>) -> Option<T> {
        let was_persistent = self.is_persistent.replace(result.is_ok());
        result
            .inspect_err(|error| {
                if was_persistent {
                    let text =
                        ["yew-livechat: `", &self.key, "` is stored in memory only: localStorage failed"].concat();
                    web_sys::console::warn_2(&text.into(), error);
                }
            })
            .ok()
    }

    fn notify(&self) {
        // A copy: subscribers may be added or removed meanwhile.
        let subscribers = self.subscribers.borrow().clone();
        for on_change in subscribers {
            on_change();
        }
    }

    fn is_only_in_memory(&self) -> bool {
        !self.is_persistent.get() && self.text.borrow().is_some()
    }
}

impl Drop for Subscription {
    fn drop(&mut self) {
        self.entry.subscribers.borrow_mut().retain(|other| !Rc::ptr_eq(other, &self.on_change));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn natively_a_text_stays_in_memory() {
        let first = entry("memory");
        assert_eq!(first.state(), (None, false));
        first.set(Some("1"));
        drop(first);
        assert_eq!(entry("memory").state(), (Some("1".into()), false));
        assert_eq!(entry("other").state(), (None, false));
        entry("memory").set(None);
        assert_eq!(entry("memory").state(), (None, false));
    }

    #[test]
    fn an_entry_that_nobody_uses_is_dropped_unless_it_is_the_only_copy() {
        let kept = || PAGE.with(|page| page.entries.borrow().len());
        drop(entry("unused"));
        entry("used").set(Some("1"));
        drop(entry("another"));
        assert_eq!(kept(), 2, "the only copy of `used`, and `another`");
    }

    #[test]
    fn subscribers_are_notified_until_they_leave() {
        let calls = Rc::new(Cell::new(0));
        let entry = entry("subscribed");
        let count = Rc::clone(&calls);
        let subscription = entry.subscribe(move || count.set(count.get() + 1));
        entry.set(Some("1"));
        entry.set(None);
        drop(subscription);
        entry.set(Some("2"));
        assert_eq!(calls.get(), 2);
    }
}
