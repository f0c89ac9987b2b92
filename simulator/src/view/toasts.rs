//! Toasts, above everything else.

use std::rc::Rc;

use livechat_protocol::ToastKind;
use yew::prelude::*;

use super::icon::{Icon, icon};
use crate::model::{Msg, ShownToast};

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct ToastsProps {
    pub(crate) toasts: Rc<[ShownToast]>,
    pub(crate) dispatch: Callback<Msg>,
}

/// The visible toasts, stacked.
#[component]
pub(crate) fn Toasts(props: &ToastsProps) -> Html {
    html! {
        <section class="sim-toasts" aria-label="Notifications">
            if !props.toasts.is_empty() {
                <ul>
                    for shown in props.toasts.iter() {
                        { toast(shown, &props.dispatch) }
                    }
                </ul>
            }
        </section>
    }
}

fn toast(shown: &ShownToast, dispatch: &Callback<Msg>) -> Html {
    let (class, role) = match shown.toast.kind() {
        ToastKind::Success => ("sim-toast-success", "status"),
        ToastKind::Error => ("sim-toast-error", "alert"),
    };
    let number = shown.number;
    html! {
        <li key={number} class={classes!("sim-toast", class)}>
            <span {role} dir="auto">{ shown.toast.content() }</span>
            <button
                type="button"
                class="sim-quiet"
                aria-label="Close notification"
                onclick={dispatch.reform(move |_| Msg::ToastClosed(number))}
            >
                { icon(Icon::Close) }
            </button>
        </li>
    }
}
