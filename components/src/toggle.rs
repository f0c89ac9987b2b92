//! The shared part of checkbox and switch.

use web_sys::HtmlInputElement;
use yew::prelude::*;

/// A box that is on or off, with its label.
pub(crate) struct Toggle<'a> {
    pub(crate) id: &'a AttrValue,
    pub(crate) class: &'static str,
    pub(crate) role: Option<&'static str>,
    pub(crate) label: &'a AttrValue,
    pub(crate) hint: Option<&'a AttrValue>,
    pub(crate) checked: bool,
    pub(crate) onchange: &'a Callback<bool>,
    pub(crate) disabled: bool,
}

impl Toggle<'_> {
    pub(crate) fn view(&self) -> Html {
        let hint_id = format!("{}-hint", self.id);
        let onchange = {
            let (onchange, shown) = (self.onchange.clone(), self.checked);
            move |event: Event| {
                if let Some(input) = event.target_dyn_into::<HtmlInputElement>() {
                    // Reverts the box until the owner changes the state.
                    input.set_checked(shown);
                    onchange.emit(!shown);
                }
            }
        };
        html! {
            <div class="lc-toggle">
                <input
                    type="checkbox"
                    id={self.id}
                    class={self.class}
                    role={self.role}
                    checked={self.checked}
                    disabled={self.disabled}
                    aria-describedby={self.hint.map(|_| hint_id.clone())}
                    {onchange}
                />
                <label for={self.id} dir="auto">{ self.label }</label>
                if let Some(hint) = self.hint {
                    <p id={hint_id.clone()} class="lc-field-hint" dir="auto">{ hint }</p>
                }
            </div>
        }
    }
}
