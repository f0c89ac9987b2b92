//! A button.

use yew::prelude::*;

/// The emphasis of a button.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ButtonKind {
    /// The main action of the page; at most one in view.
    Primary,
    /// Any other action.
    #[default]
    Secondary,
    /// An action that cannot be undone.
    Destructive,
}

/// The properties of [`Button`].
#[derive(Clone, PartialEq, Properties)]
pub struct ButtonProps {
    /// Called when it is pressed, unless it is disabled or busy.
    #[prop_or_default]
    pub onclick: Callback<MouseEvent>,
    /// The emphasis.
    #[prop_or_default]
    pub kind: ButtonKind,
    /// Whether it is disabled: it cannot be pressed or focused.
    #[prop_or_default]
    pub disabled: bool,
    /// Whether its action is in progress: it keeps the focus but cannot be pressed again.
    #[prop_or_default]
    pub busy: bool,
    /// A tooltip.
    #[prop_or_default]
    pub title: Option<AttrValue>,
    /// The text.
    #[prop_or_default]
    pub children: Html,
}

/// A button with a text. It never submits a form.
///
/// ```rust
/// use yew::prelude::*;
/// use yew_livechat_components::{Button, ButtonKind};
///
/// #[component]
/// fn Save() -> Html {
///     let saving = use_state(|| false);
///     let onclick = {
///         let saving = saving.clone();
///         move |_| saving.set(true)
///     };
///     html! { <Button kind={ButtonKind::Primary} busy={*saving} {onclick}>{ "Save" }</Button> }
/// }
/// ```
#[component]
pub fn Button(props: &ButtonProps) -> Html {
    let kind = match props.kind {
        ButtonKind::Primary => "lc-button-primary",
        ButtonKind::Secondary => "lc-button-secondary",
        ButtonKind::Destructive => "lc-button-destructive",
    };
    // A button that is disabled while busy would lose the focus.
    let onclick = if props.busy { Callback::noop() } else { props.onclick.clone() };
    let busy = props.busy.then_some("true");
    html! {
        <button
            type="button"
            class={classes!("lc-button", kind)}
            disabled={props.disabled}
            aria-busy={busy}
            aria-disabled={busy}
            title={props.title.clone()}
            {onclick}
        >
            if props.busy {
                <span class="lc-spinner" aria-hidden="true"></span>
            }
            { props.children.clone() }
        </button>
    }
}
