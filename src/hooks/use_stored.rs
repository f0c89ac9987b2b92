//! A value that this browser remembers.

use std::{ops::Deref, rc::Rc};

use serde::{Serialize, de::DeserializeOwned};
use yew::{html::IntoPropValue, prelude::*};
use yew_livechat_components::Bind;

use super::stored::{self, Entry};
use crate::platform::warn;

/// A stored value, and how to change it. Dereferences to the value.
pub struct UseStoredHandle<T> {
    value: Rc<T>,
    is_persistent: bool,
    entry: Rc<Entry>,
}

impl<T> UseStoredHandle<T> {
    /// Whether a reload of the page keeps the value. `false` where the browser refuses to store it, because storage is
    /// blocked or full, and in native tests: the value is in memory then.
    #[must_use]
    pub fn is_persistent(&self) -> bool {
        self.is_persistent
    }

    /// Removes the stored value: the default takes its place.
    pub fn clear(&self) {
        self.entry.set(None);
    }
}

impl<T: Serialize> UseStoredHandle<T> {
    /// Stores a value. One that JSON cannot express changes nothing; the console says so.
    pub fn set(&self, value: T) {
        match serde_json::to_string(&value) {
            Ok(text) => self.entry.set(Some(&text)),
            Err(error) => warn(&format!("`use_stored` cannot write `{}` as JSON: {error}", self.entry.key())),
        }
    }
}

impl<T> Clone for UseStoredHandle<T> {
    fn clone(&self) -> Self {
        Self { value: Rc::clone(&self.value), is_persistent: self.is_persistent, entry: Rc::clone(&self.entry) }
    }
}

impl<T: PartialEq> PartialEq for UseStoredHandle<T> {
    fn eq(&self, other: &Self) -> bool {
        self.value == other.value && self.is_persistent == other.is_persistent && Rc::ptr_eq(&self.entry, &other.entry)
    }
}

impl<T> Deref for UseStoredHandle<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.value
    }
}

/// So that a field is bound by `bind={&stored}`: it shows the stored value, and stores what the person enters.
impl<T: Clone + Serialize + 'static> IntoPropValue<Bind<T>> for &UseStoredHandle<T> {
    fn into_prop_value(self) -> Bind<T> {
        let handle = self.clone();
        Bind::new((**self).clone(), move |value| handle.set(value))
    }
}

/// For a choice among `AttrValue`s, such as the selected one of `Tabs`.
impl IntoPropValue<Bind<AttrValue>> for &UseStoredHandle<String> {
    fn into_prop_value(self) -> Bind<AttrValue> {
        let text: Bind<String> = self.into_prop_value();
        text.into_prop_value()
    }
}

/// A value that this browser remembers, in `localStorage` under `key`, as JSON; `default` until one is stored.
///
/// Every component of the page that uses the same key shows the same value, and so do the other iframes of the
/// extension: those on the same origin. A stored text that is not a `T` counts as nothing stored, and the console says so.
///
/// Reading `localStorage` throws where the user blocks third-party data, and writing to it throws when it is full. This hook
/// never does: the value is in memory then, [`is_persistent`](UseStoredHandle::is_persistent) is `false`, and the console
/// says why. In native tests every value is in memory, one for each thread.
///
/// Everybody who uses the browser profile can read what is stored. Keep secrets, and what belongs to the whole account, on
/// your server.
///
/// Re-renders when the value changes, here or in another iframe, and when `is_persistent` does. It needs no provider.
///
/// A field takes it as it is, as `bind={&stored}`. A part of a larger value is a [`Bind::new`].
///
/// ```
/// use serde::{Deserialize, Serialize};
/// use yew::prelude::*;
/// use yew_livechat::prelude::*;
///
/// #[derive(Clone, Default, Serialize, Deserialize)]
/// struct View {
///     compact: bool,
/// }
///
/// #[component]
/// fn Density() -> Html {
///     let view = use_stored("orders-view", View::default);
///     let compact = {
///         let view = view.clone();
///         Bind::new(view.compact, move |compact| view.set(View { compact }))
///     };
///     let signature = use_stored("signature", String::new);
///     html! {
///         <>
///             <ToggleSwitch label="Compact list" bind={compact} />
///             <TextField label="Signature" bind={&signature} />
///             if !view.is_persistent() {
///                 <InlineMessage>{ "Your browser blocks storage. This setting is lost when you close the page." }</InlineMessage>
///             }
///         </>
///     }
/// }
/// ```
#[hook]
pub fn use_stored<T, F>(key: &str, default: F) -> UseStoredHandle<T>
where
    T: Serialize + DeserializeOwned + 'static,
    F: FnOnce() -> T,
{
    let entry = use_memo(key.to_owned(), |key| stored::entry(key));
    let update = use_force_update();
    let latest = use_mut_ref(|| None);
    use_effect_with(key.to_owned(), {
        let (entry, latest) = (Rc::clone(&entry), latest.clone());
        move |_| {
            let tell = {
                let entry = Rc::clone(&entry);
                move || {
                    let changed = latest.borrow().as_ref() != Some(&entry.state());
                    if changed {
                        update.force_update();
                    }
                }
            };
            // A change between rendering and subscribing notified nobody here.
            tell();
            let subscription = entry.subscribe(tell);
            move || drop(subscription)
        }
    });
    let (text, is_persistent) = entry.state();
    *latest.borrow_mut() = Some((text.clone(), is_persistent));
    let value = use_memo((key.to_owned(), text), |(key, text)| {
        let read = |text: &Rc<str>| {
            let unreadable = |error: &_| warn(&format!("`use_stored` cannot read `{key}`, and starts again: {error}"));
            serde_json::from_str(text).inspect_err(unreadable).ok()
        };
        text.as_ref().and_then(read).unwrap_or_else(default)
    });
    UseStoredHandle { value, is_persistent, entry: Rc::clone(&entry) }
}
