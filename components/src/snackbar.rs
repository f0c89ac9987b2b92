//! A word in passing.

use gloo_timers::callback::Timeout;
use yew::prelude::*;

use crate::{
    icon,
    inline_message::MessageKind,
    kit_texts::{text_or, use_kit_texts},
};

/// The properties of [`Snackbar`].
#[derive(Clone, PartialEq, Properties)]
pub struct SnackbarProps {
    /// Whether it is in view.
    pub open: bool,
    /// How it is meant.
    #[prop_or_default]
    pub kind: MessageKind,
    /// Called when it wants to go: closed by the person, or shown long enough.
    #[prop_or_default]
    pub onclose: Callback<()>,
    /// How long it stays, in seconds; 0 until the person closes it. It waits while the pointer or the focus is on it.
    #[prop_or(6)]
    pub seconds: u32,
    /// The label of the button that closes it; [`KitTexts::close`](crate::KitTexts::close) unless set.
    #[prop_or_default]
    pub close_label: Option<AttrValue>,
    /// What it says.
    #[prop_or_default]
    pub children: Html,
}

/// A notice at the lower edge of the page that goes by itself, within the extension. The host has one of its own,
/// for all of the Agent App: the details placement's `set_toast`.
///
/// Keep it in the page and set `open`: what appears together with its place is not read out everywhere.
///
/// ```rust
/// use yew::prelude::*;
/// use yew_livechat_components::{Button, MessageKind, Snackbar};
///
/// #[component]
/// fn Save() -> Html {
///     let saved = use_state(|| false);
///     let set = |value| {
///         let saved = saved.clone();
///         move || saved.set(value)
///     };
///     let (save, close) = (set(true), set(false));
///     html! {
///         <>
///             <Button onclick={move |_| save()}>{ "Save" }</Button>
///             <Snackbar open={*saved} kind={MessageKind::Success} onclose={move |()| close()}>{ "Saved." }</Snackbar>
///         </>
///     }
/// }
/// ```
#[component]
pub fn Snackbar(props: &SnackbarProps) -> Html {
    let close = text_or(props.close_label.as_ref(), use_kit_texts().close);
    let held = use_state_eq(|| false);
    let onclose = use_mut_ref(Callback::noop);
    onclose.replace(props.onclose.clone());
    {
        let onclose = onclose.clone();
        use_effect_with((props.open && !*held, props.seconds), move |(passing, seconds)| {
            let timeout = (*passing && *seconds > 0).then(|| {
                Timeout::new(seconds.saturating_mul(1_000), move || {
                    let onclose = onclose.borrow().clone();
                    onclose.emit(());
                })
            });
            move || drop(timeout)
        });
    }
    {
        // What is gone can neither be pointed at nor left.
        let held = held.clone();
        use_effect_with(props.open, move |open| {
            if !open {
                held.set(false);
            }
        });
    }
    let hold = |value: bool| {
        let held = held.clone();
        move || held.set(value)
    };
    let (enter, leave, focus, blur) = (hold(true), hold(false), hold(true), hold(false));
    let role = if props.kind == MessageKind::Error { "alert" } else { "status" };
    let kind = match props.kind {
        MessageKind::Info => "lc-snackbar-info",
        MessageKind::Success => "lc-snackbar-success",
        MessageKind::Warning => "lc-snackbar-warning",
        MessageKind::Error => "lc-snackbar-error",
    };
    html! {
        <div class="lc-snackbar-place" {role}>
            if props.open {
                <div
                    class={classes!("lc-snackbar", kind)}
                    onmouseenter={move |_| enter()}
                    onmouseleave={move |_| leave()}
                    onfocusin={move |_| focus()}
                    onfocusout={move |_| blur()}
                >
                    <span class="lc-snackbar-text" dir="auto">{ props.children.clone() }</span>
                    <button
                        type="button"
                        class="lc-icon-button"
                        aria-label={&close}
                        title={&close}
                        onclick={props.onclose.reform(|_| ())}
                    >
                        { icon::close() }
                    </button>
                </div>
            }
        </div>
    }
}
