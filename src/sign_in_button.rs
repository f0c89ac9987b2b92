//! The button that signs in.

use yew::prelude::*;

use crate::{
    hooks::use_sign_in,
    sign_in::{SignInError, SignInState},
};

/// The properties of [`SignInButton`].
#[derive(Clone, PartialEq, Properties)]
pub struct SignInButtonProps {
    /// The text on it.
    #[prop_or(AttrValue::Static("Sign in with LiveChat"))]
    pub label: AttrValue,
    /// The sentence below the button that explains why the sign-in failed, for example in another language; the
    /// error's text unless set.
    #[prop_or_default]
    pub reason: Option<Callback<SignInError, AttrValue>>,
}

/// A button that signs the agent in with LiveChat. It is busy while a sign-in is in progress, shows the error of the
/// last attempt below it, and renders nothing once the agent is signed in.
///
/// If the browser blocked the popup, the next click redirects this iframe instead.
///
/// # Panics
/// Like [`use_sign_in`](crate::use_sign_in).
///
/// ```
/// use yew::prelude::*;
/// use yew_livechat::prelude::*;
///
/// #[component]
/// fn Sidebar() -> Html {
///     let sign_in = use_sign_in();
///     match sign_in.account() {
///         Some(account) => html! { format!("Signed in as {}", account.account_id) },
///         None => html! { <SignInButton label="Anmelden mit LiveChat" /> },
///     }
/// }
/// ```
// Written out instead of using `Button` and `InlineMessage`: each component that an extension does not use itself
// would add a kilobyte.
#[component]
pub fn SignInButton(props: &SignInButtonProps) -> Html {
    let sign_in = use_sign_in();
    if let SignInState::SignedIn(_) = *sign_in {
        return Html::default();
    }
    let reason = sign_in.reason().map(|error| match &props.reason {
        Some(reason) => reason.emit(error.clone()),
        None => sentence(error).into(),
    });
    let is_busy = sign_in.is_signing_in();
    let busy = is_busy.then_some("true");
    let onclick = move |_| match sign_in.reason() {
        Some(SignInError::PopupBlocked) => sign_in.sign_in_by_redirect(),
        _ => sign_in.sign_in(),
    };
    html! {
        <div class="lc-stack">
            <button type="button" class="lc-button lc-button-primary" aria-busy={busy} aria-disabled={busy} {onclick}>
                if is_busy {
                    <span class="lc-spinner" aria-hidden="true"></span>
                }
                { &props.label }
            </button>
            if let Some(reason) = reason {
                <div class="lc-message lc-message-error" role="alert" dir="auto">{ reason }</div>
            }
        </div>
    }
}

/// Turns an error into a sentence.
fn sentence(error: &SignInError) -> String {
    let mut text = error.to_string();
    if let Some(first) = text.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    text.push('.');
    text
}
