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
    /// Clicks what says this, as soon as it is there, and waits until what came of it has rendered: a button, a link, or
    /// whatever else is clicked, by all of its text or by its `aria-label`; of several the first. If there is none, by what
    /// its text begins with, as an item of a list by its title, if that is one thing's alone.
    ///
    /// # Panics
    /// If there is no such thing within ten seconds, or if it is disabled; the message says what there is to click.
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

    /// Types into the field of this label, as soon as it is there, in the place of what it contains, and waits until what
    /// came of it has rendered.
    ///
    /// # Panics
    /// If there is no such field within ten seconds; the message says which there are.
    #[track_caller]
    pub fn fill(&self, label: &str, text: &str) -> impl Future<Output = ()> {
        let at = Location::caller();
        async move {
            let field = self.labelled(FIELDS, label, at).await;
            focus(&field);
            match field.dyn_ref::<HtmlInputElement>() {
                Some(input) => input.set_value(text),
                None => field.unchecked_ref::<HtmlTextAreaElement>().set_value(text),
            }
            changed(&field);
            self.host().settle().await;
        }
    }

    /// Chooses an option, by its text, in the select of this label, as soon as it is there, and waits until what came of it
    /// has rendered.
    ///
    /// # Panics
    /// If there is no such select within ten seconds, or no such option; the message says which there are.
    #[track_caller]
    pub fn choose(&self, label: &str, option: &str) -> impl Future<Output = ()> {
        let at = Location::caller();
        async move {
            let select = self.labelled(CHOICES, label, at).await.unchecked_into::<HtmlSelectElement>();
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

    async fn labelled(&self, selector: &str, label: &str, at: &Location<'_>) -> Element {
        self.host().settle().await;
        let found = wait::comes(|| self.all(selector).into_iter().find(|field| label_of(field) == label)).await;
        found.unwrap_or_else(|| {
            panic!("{at}: there is no field called {label:?}: {}", self.what_there_is(selector, label_of))
        })
    }
}

/// A person who clicks or types moves the focus there.
pub(super) fn focus(element: &Element) {
    // What cannot have the focus leaves it where it is.
    let _ = element.unchecked_ref::<HtmlElement>().focus();
}

fn changed(field: &Element) {
    for name in ["input", "change"] {
        let bubbles = EventInit::new();
        bubbles.set_bubbles(true);
        if let Ok(event) = Event::new_with_event_init_dict(name, &bubbles) {
            // It fails only for an event that is under way already.
            let _ = field.dispatch_event(&event);
        }
    }
}
