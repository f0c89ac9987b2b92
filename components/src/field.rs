//! The parts around every control with a value.

use wasm_bindgen::JsCast;
use web_sys::{HtmlInputElement, HtmlTextAreaElement};
use yew::prelude::*;

use crate::bind::Bind;

/// The texts around a control.
pub(crate) struct Field<'a> {
    id: &'a AttrValue,
    label: &'a AttrValue,
    label_hidden: bool,
    hint: Option<&'a AttrValue>,
    error: Option<&'a AttrValue>,
}

impl<'a> Field<'a> {
    /// The texts around the control with this id.
    pub(crate) fn new(
        id: &'a AttrValue,
        label: &'a AttrValue,
        label_hidden: bool,
        hint: Option<&'a AttrValue>,
        error: Option<&'a AttrValue>,
    ) -> Self {
        Self { id, label, label_hidden, hint, error }
    }

    /// The control's `aria-describedby`.
    pub(crate) fn described_by(&self) -> Option<String> {
        let hint = self.hint.map(|_| self.hint_id());
        let error = self.error.map(|_| self.error_id());
        let ids: Vec<_> = hint.into_iter().chain(error).collect();
        (!ids.is_empty()).then(|| ids.join(" "))
    }

    /// The control's `aria-invalid`.
    pub(crate) fn invalid(&self) -> Option<&'static str> {
        self.error.map(|_| "true")
    }

    /// The control, between its label and its hint and error.
    pub(crate) fn around(&self, control: Html) -> Html {
        html! {
            <div class="lc-field">
                <label for={self.id} class={if self.label_hidden { "lc-visually-hidden" } else { "lc-label" }} dir="auto">
                    { self.label }
                </label>
                { control }
                if let Some(hint) = self.hint {
                    <p id={self.hint_id()} class="lc-field-hint" dir="auto">{ hint }</p>
                }
                if let Some(error) = self.error {
                    <p id={self.error_id()} class="lc-field-error" dir="auto">{ error }</p>
                }
            </div>
        }
    }

    fn hint_id(&self) -> String {
        format!("{}-hint", self.id)
    }

    fn error_id(&self) -> String {
        format!("{}-error", self.id)
    }
}

/// A listener that reports the text of the edited control.
pub(crate) fn text_listener(bind: &Bind<String>, oninput: &Callback<String>) -> Callback<InputEvent> {
    let oninput = bind.then(oninput);
    Callback::from(move |event: InputEvent| {
        let Some(control) = event.target() else { return };
        let line = control.dyn_ref().map(HtmlInputElement::value);
        if let Some(text) = line.or_else(|| control.dyn_ref().map(HtmlTextAreaElement::value)) {
            oninput.emit(text);
        }
    })
}
