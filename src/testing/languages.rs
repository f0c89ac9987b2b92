//! The languages of the browser that runs the tests.

use js_sys::{Array, Object, Reflect};
use wasm_bindgen::JsValue;
use web_sys::{Event, Window};

use crate::platform;

/// Changes the preferred languages until it is dropped: [`use_locale`](crate::use_locale) returns them and
/// re-renders. Only in a browser.
///
/// ```no_run
/// use yew::prelude::*;
/// use yew_livechat::{prelude::*, testing::{Languages, mount}};
///
/// # #[component]
/// # fn Greeting() -> Html { html! {} }
/// // #[wasm_bindgen_test]
/// async fn a_german_agent_reads_german() {
///     let _languages = Languages::set(["de-AT", "en"]);
///     let page = mount::<Greeting>(Extension::details()).await;
///     page.shows("Guten Tag").await;
/// }
/// ```
#[derive(Debug)]
#[must_use = "dropping it restores the browser's languages"]
pub struct Languages {
    window: Window,
}

impl Languages {
    /// Sets the languages, the most preferred first.
    ///
    /// # Panics
    /// If there is no browser.
    #[track_caller]
    pub fn set<'a>(languages: impl IntoIterator<Item = &'a str>) -> Self {
        let window = platform::window()
            .unwrap_or_else(|| panic!("`Languages` sets the browser's languages: run the test in a browser"));
        let languages: Array = languages.into_iter().map(JsValue::from).collect();
        let property = Object::new();
        let navigator = navigator(&window);
        let is_set = Reflect::set(&property, &"value".into(), &languages).is_ok()
            && Reflect::set(&property, &"configurable".into(), &true.into()).is_ok()
            && Reflect::define_property(&navigator, &"languages".into(), &property) == Ok(true);
        assert!(is_set, "the browser does not allow replacing its languages");
        let this = Self { window };
        this.tell();
        this
    }

    fn tell(&self) {
        if let Ok(event) = Event::new("languagechange") {
            // It fails only for an event that is being dispatched already.
            let _ = self.window.dispatch_event(&event);
        }
    }
}

impl Drop for Languages {
    fn drop(&mut self) {
        // A property defined as configurable can be deleted, which uncovers the browser's own.
        let _ = Reflect::delete_property(&navigator(&self.window), &"languages".into());
        self.tell();
    }
}

fn navigator(window: &Window) -> Object {
    Reflect::get(window, &"navigator".into()).unwrap_or_default().into()
}
