//! What stands around every control that holds a value.

use yew::prelude::*;

/// The words around a control.
pub(crate) struct Field<'a> {
    /// The control's id.
    pub(crate) id: &'a AttrValue,
    pub(crate) label: &'a AttrValue,
    pub(crate) label_hidden: bool,
    pub(crate) hint: Option<&'a AttrValue>,
    pub(crate) error: Option<&'a AttrValue>,
}

impl Field<'_> {
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

    /// The control between its label and what is said of it.
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
