//! What a person does on the page.

use std::{future::Future, panic::Location};

use wasm_bindgen::JsCast;
use web_sys::{
    Element, Event, EventInit, HtmlElement, HtmlInputElement, HtmlOptionElement, HtmlSelectElement, HtmlTextAreaElement,
};

use super::{
    finding::{CHOICES, CLICKABLE, FIELDS, find, label_of, said},
    mounted::Mounted,
    wait,
};

impl Mounted {
    /// Clicks the button, link or other clickable element with this text, as soon as it exists, and waits until the
    /// result has rendered. It matches the whole text or the `aria-label`, and takes the first match. Otherwise it
    /// matches the beginning of the text, such as the title of a list item, if that is unique.
    ///
    /// # Panics
    /// If there is none within ten seconds, or it is disabled; the message lists what can be clicked.
    #[track_caller]
    pub fn click(&self, says: &str) -> impl Future<Output = ()> {
        let at = Location::caller();
        async move {
            self.host().settle().await;
            let found = wait::comes(|| find(&self.all(CLICKABLE), says)).await;
            let Some(element) = found else {
                panic!("{at}: nothing to click has the text {says:?}: {}", self.what_there_is(CLICKABLE, said))
            };
            let is_disabled =
                element.has_attribute("disabled") || element.get_attribute("aria-disabled").as_deref() == Some("true");
            assert!(!is_disabled, "{at}: {says:?} is disabled: a click does nothing");
            focus(&element);
            element.unchecked_into::<HtmlElement>().click();
            self.host().settle().await;
        }
    }

    /// Replaces the content of the field with this label, as soon as it exists, and waits until the result has
    /// rendered.
    ///
    /// # Panics
    /// If there is no such field within ten seconds; the message lists the fields.
    #[track_caller]
    pub fn fill(&self, label: &str, text: &str) -> impl Future<Output = ()> {
        let at = Location::caller();
        async move {
            let field = self.labeled(FIELDS, label, at).await;
            focus(&field);
            match field.dyn_ref::<HtmlInputElement>() {
                Some(input) => input.set_value(text),
                None => field.unchecked_ref::<HtmlTextAreaElement>().set_value(text),
            }
            changed(&field);
            self.host().settle().await;
        }
    }

    /// Chooses an option, by its text, in the select with this label, as soon as it exists, and waits until the
    /// result has rendered.
    ///
    /// # Panics
    /// If there is no such select within ten seconds, or no such option; the message lists them.
    #[track_caller]
    pub fn choose(&self, label: &str, option: &str) -> impl Future<Output = ()> {
        let at = Location::caller();
        async move {
            let select = self.labeled(CHOICES, label, at).await.unchecked_into::<HtmlSelectElement>();
            focus(&select);
            let options = select.options();
            let texts = (0..options.length()).filter_map(|index| options.get_with_index(index));
            let texts: Vec<_> = texts.map(|option| option.unchecked_into::<HtmlOptionElement>().text()).collect();
            match texts.iter().position(|text| text == option).and_then(|index| i32::try_from(index).ok()) {
                Some(index) => select.set_selected_index(index),
                None => panic!("{at}: {label:?} has no option {option:?}: it has {texts:?}"),
            }
            changed(&select);
            self.host().settle().await;
        }
    }

    async fn labeled(&self, selector: &str, label: &str, at: &Location<'_>) -> Element {
        self.host().settle().await;
        let found = wait::comes(|| self.all(selector).into_iter().find(|field| label_of(field) == label)).await;
        found.unwrap_or_else(|| {
            panic!("{at}: there is no field called {label:?}: {}", self.what_there_is(selector, label_of))
        })
    }
}

/// Clicking or typing moves the focus, as it does for a person.
pub(super) fn focus(element: &Element) {
    // An element that cannot be focused leaves the focus where it is.
    let _ = element.unchecked_ref::<HtmlElement>().focus();
}

fn changed(field: &Element) {
    for name in ["input", "change"] {
        let bubbles = EventInit::new();
        bubbles.set_bubbles(true);
        if let Ok(event) = Event::new_with_event_init_dict(name, &bubbles) {
            // It fails only for an event that is being dispatched already.
            let _ = field.dispatch_event(&event);
        }
    }
}
