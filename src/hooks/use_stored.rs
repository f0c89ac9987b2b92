//! A value that this browser remembers.

use std::{ops::Deref, rc::Rc};

use serde::{Serialize, de::DeserializeOwned};
use yew::{html::IntoPropValue, prelude::*};
use yew_livechat_components::Bind;

use super::stored::{self, Entry};
use crate::platform::warn;

/// A stored value, and the methods to set and clear it. Dereferences to the value.
pub struct UseStoredHandle<T> {
    value: Rc<T>,
    is_persistent: bool,
    entry: Rc<Entry>,
}

impl<T> UseStoredHandle<T> {
    /// Whether the value survives a reload of the page. `false` in native tests, and if storage is blocked or full:
    /// the value is then in memory only.
    #[must_use]
    pub fn is_persistent(&self) -> bool {
        self.is_persistent
    }

    /// Removes the stored value; the default replaces it.
    pub fn clear(&self) {
        self.entry.set(None);
    }
}

impl<T: Serialize> UseStoredHandle<T> {
    /// Stores a value. A value that cannot be written as JSON changes nothing, and the console reports it.
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

/// Lets `bind={&stored}` bind a field: it shows the stored value and stores the person's input.
impl<T: Clone + Serialize + 'static> IntoPropValue<Bind<T>> for &UseStoredHandle<T> {
    fn into_prop_value(self) -> Bind<T> {
        let handle = self.clone();
        Bind::new((**self).clone(), move |value| handle.set(value))
    }
}

/// Lets a choice among `AttrValue`s, such as the selected tab of `Tabs`, be stored as a `String`.
impl IntoPropValue<Bind<AttrValue>> for &UseStoredHandle<String> {
    fn into_prop_value(self) -> Bind<AttrValue> {
        let text: Bind<String> = self.into_prop_value();
        text.into_prop_value()
    }
}

/// Returns a value that this browser remembers, in `localStorage` under `key`, as JSON; `default` until one is
/// stored.
///
/// All components of the page that use the same key share the value, and so do the extension's other iframes on the
/// same origin. A stored text that is not a valid `T` is treated as absent, and the console reports it.
///
/// Reading `localStorage` throws if the user blocks third-party data, and writing throws if it is full. This hook
/// never does: the value is then in memory, [`is_persistent`](UseStoredHandle::is_persistent) is `false`, and the
/// console shows the reason. In native tests every value is in memory, separately for each thread.
///
/// Anyone with access to the browser profile can read the stored value. Keep secrets, and data of the whole account,
/// on your server.
///
/// Re-renders when the value changes, in this or another iframe, and when `is_persistent` does. Needs no provider.
///
/// Bind it to a field with `bind={&stored}`, or bind a part of a larger value with [`Bind::new`].
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
            // A change between rendering and subscribing notified no one here.
            tell();
            let subscription = entry.subscribe(tell);
            move || drop(subscription)
        }
    });
    let (text, is_persistent) = entry.state();
    *latest.borrow_mut() = Some((text.clone(), is_persistent));
    let value = use_memo((key.to_owned(), text), |(key, text)| {
        let read = |text: &Rc<str>| {
            let unreadable =
                |error: &_| warn(&format!("`use_stored` cannot read `{key}` and uses the default: {error}"));
            serde_json::from_str(text).inspect_err(unreadable).ok()
        };
        text.as_ref().and_then(read).unwrap_or_else(default)
    });
    UseStoredHandle { value, is_persistent, entry: Rc::clone(&entry) }
}
