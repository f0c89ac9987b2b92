//! A button that copies text.

use std::rc::Rc;

use gloo_timers::callback::Timeout;
use web_sys::{Element, HtmlElement, HtmlTextAreaElement};
use yew::{platform::spawn_local, prelude::*};

use crate::{
    clipboard, icon,
    kit_texts::{text_or, use_kit_texts},
};

/// How long success is shown, in milliseconds.
const SUCCESS_SHOWN: u32 = 4_000;

/// The properties of [`CopyButton`].
#[derive(Clone, PartialEq, Properties)]
pub struct CopyButtonProps {
    /// The text to copy.
    pub text: AttrValue,
    /// What it copies, such as `Copy the order number`: the button's name and tooltip.
    /// [`KitTexts::copy`](crate::KitTexts::copy) unless set.
    #[prop_or_default]
    pub label: Option<AttrValue>,
    /// Shown after the text was copied; [`KitTexts::copied`](crate::KitTexts::copied) unless set.
    #[prop_or_default]
    pub copied_label: Option<AttrValue>,
    /// Shown above the selected text if the browser refuses; [`KitTexts::not_copied`](crate::KitTexts::not_copied)
    /// unless set.
    #[prop_or_default]
    pub failed_label: Option<AttrValue>,
    /// Called with whether the text was copied, and again if it is copied manually after a refusal.
    #[prop_or_default]
    pub oncopy: Callback<bool>,
}

/// The outcome of the last attempt, while it is shown.
#[derive(Clone, Default, PartialEq)]
struct Outcome {
    copied: Option<bool>,
    /// The text of the attempt.
    text: AttrValue,
    /// Counts the attempts.
    attempt: u32,
}

impl Outcome {
    /// Whether this text was copied, while that is shown; `None` for any other text, such as the previous customer's.
    fn of(&self, text: &AttrValue) -> Option<bool> {
        self.copied.filter(|_| self.text == *text)
    }
}

enum Change {
    Attempted(AttrValue, bool),
    /// The outcome of this attempt has been shown for long enough.
    Shown(u32),
}

impl Reducible for Outcome {
    type Action = Change;

    fn reduce(self: Rc<Self>, change: Change) -> Rc<Self> {
        match change {
            Change::Attempted(text, copied) => {
                Rc::new(Self { copied: Some(copied), text, attempt: self.attempt.wrapping_add(1) })
            }
            Change::Shown(attempt) if attempt == self.attempt => {
                Rc::new(Self { copied: None, text: AttrValue::default(), attempt })
            }
            Change::Shown(_) => self,
        }
    }
}

/// A small button that copies a text, and shows whether that worked.
///
/// An iframe may use the clipboard API only if the page around it allows `clipboard-write`. Without that permission
/// the button copies a selection. If the browser refuses that too, the button shows the selected text, for the agent
/// to copy manually.
///
/// ```rust
/// use yew::prelude::*;
/// use yew_livechat_components::{CopyButton, Property, PropertyList};
///
/// #[component]
/// fn Order() -> Html {
///     html! {
///         <PropertyList>
///             <Property label="Number">
///                 { "A-1024 " }<CopyButton text="A-1024" label="Copy the order number" />
///             </Property>
///         </PropertyList>
///     }
/// }
/// ```
#[component]
pub fn CopyButton(props: &CopyButtonProps) -> Html {
    let texts = use_kit_texts();
    let label = text_or(props.label.as_ref(), texts.copy);
    let outcome = use_reducer_eq(Outcome::default);
    let [place, button, field] = [use_node_ref(), use_node_ref(), use_node_ref()];
    let (copied, attempt) = (outcome.of(&props.text), outcome.attempt);
    use_effect_with((copied, attempt), {
        let (outcome, field) = (outcome.dispatcher(), field.clone());
        move |&(copied, attempt)| {
            if let Some(field) = field.cast::<HtmlTextAreaElement>().filter(|_| copied == Some(false)) {
                clipboard::select(&field);
            }
            let shown = move || outcome.dispatch(Change::Shown(attempt));
            let timeout = (copied == Some(true)).then(|| Timeout::new(SUCCESS_SHOWN, shown));
            move || drop(timeout)
        }
    });
    let attempted = {
        let (outcome, text, oncopy) = (outcome.dispatcher(), props.text.clone(), props.oncopy.clone());
        Callback::from(move |copied| {
            outcome.dispatch(Change::Attempted(text.clone(), copied));
            oncopy.emit(copied);
        })
    };
    let onclick = {
        let (text, place, attempted) = (props.text.clone(), place.clone(), attempted.clone());
        move |_| {
            let Some(place) = place.cast::<Element>() else { return };
            let (text, attempted) = (text.clone(), attempted.clone());
            spawn_local(async move { attempted.emit(clipboard::copy(&text, &place).await) });
        }
    };
    let oncopy = {
        let button = button.clone();
        move |_| {
            let (attempted, button) = (attempted.clone(), button.clone());
            // The browser copies the selection after this event, so the field must remain until then. Removing it
            // would also lose the focus.
            let copied = move || {
                attempted.emit(true);
                if let Some(button) = button.cast::<HtmlElement>() {
                    let _ = button.focus();
                }
            };
            Timeout::new(0, copied).forget();
        }
    };
    let onblur = move |_| outcome.dispatch(Change::Shown(attempt));
    let (picture, class, said) = match copied {
        None => (icon::copy(), "lc-copied", None),
        Some(true) => (icon::check(), "lc-copied", Some(text_or(props.copied_label.as_ref(), texts.copied))),
        Some(false) => (icon::copy(), "lc-not-copied", Some(text_or(props.failed_label.as_ref(), texts.not_copied))),
    };
    html! {
        <span ref={place} class="lc-copy">
            <button
                ref={button}
                type="button"
                class="lc-icon-button"
                aria-label={&label}
                title={&label}
                {onclick}
            >
                { picture }
            </button>
            <span {class} role="status" dir="auto">{ said }</span>
            if copied == Some(false) {
                <textarea
                    ref={field}
                    class="lc-input lc-copy-text"
                    readonly={true}
                    rows="1"
                    aria-label={label}
                    value={&props.text}
                    {oncopy}
                    {onblur}
                />
            }
        </span>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_outcome_is_never_shown_beside_another_text() {
        let [ann, bob] = ["ann@example.com", "bob@example.com"].map(AttrValue::from);
        let none = Rc::new(Outcome::default());
        assert_eq!((none.of(&ann), none.of(&AttrValue::default())), (None, None));
        // The clipboard may answer after another customer is shown.
        let copied = none.reduce(Change::Attempted(ann.clone(), true));
        assert_eq!((copied.of(&ann), copied.of(&bob)), (Some(true), None));
        let attempt = copied.attempt;
        let refused = copied.reduce(Change::Attempted(bob.clone(), false));
        assert_eq!((refused.of(&ann), refused.of(&bob)), (None, Some(false)));
        let refused = refused.reduce(Change::Shown(attempt));
        assert_eq!(refused.of(&bob), Some(false), "an earlier attempt has been shown for long enough, not this one");
        let attempt = refused.attempt;
        assert_eq!(refused.reduce(Change::Shown(attempt)).of(&bob), None);
    }
}
