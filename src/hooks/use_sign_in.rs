//! Whether the agent has signed in with LiveChat.

use std::{ops::Deref, rc::Rc};

use livechat_protocol::PlacementKind;
use yew::prelude::*;

use super::context::use_extension_context;
use crate::sign_in::{AccessToken, SignInClient, SignInError, SignInState};

/// The sign-in, and the methods to start and end it. Dereferences to the [`SignInState`].
#[derive(Clone, PartialEq, Debug)]
pub struct UseSignInHandle {
    state: Rc<SignInState>,
    client: SignInClient,
}

impl UseSignInHandle {
    /// Starts the sign-in: opens LiveChat's page in a popup, or with [`SignIn::redirect`](crate::SignIn::redirect) in
    /// this iframe. Call it from a click handler, before any `await`: browsers block popups at other times.
    ///
    /// Does nothing if a sign-in is in progress or the agent is signed in. The state reports the outcome.
    pub fn sign_in(&self) {
        self.client.sign_in(false);
    }

    /// Starts the sign-in with a redirect of this iframe even if it normally uses a popup, for browsers that block
    /// popups. The page is unloaded, and loaded again with LiveChat's answer; `plugin_id`, `theme` and `connection`
    /// are preserved.
    pub fn sign_in_by_redirect(&self) {
        self.client.sign_in(true);
    }

    /// Signs out: drops the tokens in all placements immediately and revokes this token at LiveChat. The agent's
    /// LiveChat session and the tokens of other apps are unaffected. If LiveChat cannot be reached, a warning in the
    /// console reports that the token was not revoked; it then expires by itself.
    pub fn sign_out(&self) {
        self.client.sign_out();
    }

    /// Returns a valid token for LiveChat's API. Renews an expired one first, in one iframe of the extension at a
    /// time.
    ///
    /// # Errors
    /// If the agent is not signed in, the sign-in has expired, or the token could not be renewed.
    pub async fn token(&self) -> Result<AccessToken, SignInError> {
        self.client.token(None).await
    }

    /// Returns a replacement for a token that LiveChat's API refused with status 401: a newer one if there is one, or
    /// a renewed one.
    ///
    /// # Errors
    /// Like [`token`](Self::token).
    pub async fn token_after(&self, refused: &AccessToken) -> Result<AccessToken, SignInError> {
        self.client.token(Some(refused)).await
    }
}

impl Deref for UseSignInHandle {
    type Target = SignInState;

    fn deref(&self) -> &SignInState {
        &self.state
    }
}

/// Returns whether the agent has signed in with LiveChat: signed out, with the reason if there is one; signing in; or
/// signed in, with the account. Configure it with [`Extension::sign_in`](crate::Extension::sign_in).
///
/// Re-renders when the state changes, in this or another placement. A renewed token changes the account's expiry.
///
/// # Panics
/// If there is no [`ExtensionProvider`](crate::ExtensionProvider) above it, or the extension does not sign in.
///
/// # Examples
/// ```
/// use yew::{platform::spawn_local, prelude::*};
/// use yew_livechat::prelude::*;
///
/// /// A request of your own.
/// async fn load(token: &AccessToken) {
///     let header = format!("Bearer {}", token.as_str());
///     # let _ = header;
/// }
///
/// #[component]
/// fn Agents() -> Html {
///     let sign_in = use_sign_in();
///     if sign_in.account().is_none() {
///         return html! { <SignInButton /> };
///     }
///     let sign_out = {
///         let sign_in = sign_in.clone();
///         move |_| sign_in.sign_out()
///     };
///     let onclick = move |_| {
///         let sign_in = sign_in.clone();
///         spawn_local(async move {
///             if let Ok(token) = sign_in.token().await {
///                 load(&token).await;
///             }
///         });
///     };
///     html! {
///         <>
///             <Button {onclick}>{ "Load agents" }</Button>
///             <Button onclick={sign_out}>{ "Sign out" }</Button>
///         </>
///     }
/// }
/// ```
#[hook]
pub fn use_sign_in() -> UseSignInHandle {
    let client = use_sign_in_client("use_sign_in");
    let update = use_force_update();
    // Subscribed until the component is destroyed. An effect would add code, and would miss changes before it runs.
    use_mut_ref(|| {
        let on_change: Rc<dyn Fn()> = Rc::new(move || update.force_update());
        client.watch().subscribe(&on_change);
        on_change
    });
    UseSignInHandle { state: client.watch().state(), client }
}

/// The sign-in of the extension.
///
/// # Panics
/// If there is no provider, or the extension does not sign in: a mistake in the app.
#[hook]
pub(super) fn use_sign_in_client(hook: &'static str) -> SignInClient {
    let context = use_extension_context(hook, PlacementKind::default());
    context.sign_in.unwrap_or_else(|| {
        panic!("`{hook}` needs an extension that signs in: add `.sign_in(SignIn::new(\"…\"))` to it")
    })
}
