//! A brief message.

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
    /// Whether it is shown.
    pub open: bool,
    /// The kind of the message.
    #[prop_or_default]
    pub kind: MessageKind,
    /// Called when it should close: the person closed it, or its time is up.
    #[prop_or_default]
    pub onclose: Callback<()>,
    /// How long it is shown, in seconds; with 0, until the person closes it. The time pauses while the pointer or the
    /// focus is on it.
    #[prop_or(6)]
    pub seconds: u32,
    /// The label of the close button; [`KitTexts::close`](crate::KitTexts::close) unless set.
    #[prop_or_default]
    pub close_label: Option<AttrValue>,
    /// The text.
    #[prop_or_default]
    pub children: Html,
}

/// A message at the bottom of the extension's page that disappears by itself. For one in the whole Agent App, use the
/// host's: the placement handles' `set_toast`.
///
/// Keep the component on the page and change `open`: some screen readers do not announce a message that is inserted
/// together with its container.
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
        // A hidden element can be neither hovered nor left.
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
