//! A button.

use yew::prelude::*;

/// How much weight a button has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ButtonKind {
    /// What the page is for; at most one in view.
    Primary,
    /// Everything else.
    #[default]
    Secondary,
    /// What cannot be undone.
    Destructive,
}

/// The properties of [`Button`].
#[derive(Clone, PartialEq, Properties)]
pub struct ButtonProps {
    /// Called when it is pressed, unless it is disabled or busy.
    #[prop_or_default]
    pub onclick: Callback<MouseEvent>,
    /// How much weight it has.
    #[prop_or_default]
    pub kind: ButtonKind,
    /// Cannot be pressed or focused.
    #[prop_or_default]
    pub disabled: bool,
    /// What it started is under way: it keeps the focus and cannot be pressed again.
    #[prop_or_default]
    pub busy: bool,
    /// A tooltip.
    #[prop_or_default]
    pub title: Option<AttrValue>,
    /// Its text.
    #[prop_or_default]
    pub children: Html,
}

/// A button with a text. Never submits a form.
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
    // A disabled button would lose the focus while it is busy.
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
