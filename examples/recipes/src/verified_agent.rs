//! An agent whose identity the extension's own backend verifies with LiveChat.

use gloo_net::http::{Request, Response};
use serde::Deserialize;
use yew::prelude::*;
use yew_livechat::prelude::*;

// ANCHOR: request
/// The agent, as verified by the backend.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct Agent {
    /// The account id at LiveChat.
    pub account_id: String,
}

/// Why the backend refused or failed.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum BackendError {
    /// There is no token, or it could not be renewed.
    #[error(transparent)]
    SignIn(#[from] SignInError),
    /// The backend accepts neither the token nor a renewed one.
    #[error("The server doesn't accept your sign-in.")]
    Refused,
    /// The token is valid, but the agent may not use this backend.
    #[error("Your organization has no access.")]
    NoAccess,
    /// The backend, or LiveChat behind it, cannot be reached.
    #[error("Couldn't reach the server.")]
    Unreachable,
}

/// Sends a request with the agent's token, and once more with a renewed one after a 401.
async fn me(sign_in: UseSignInHandle) -> Result<Agent, BackendError> {
    let token = sign_in.token().await?;
    let mut answer = send(&token).await?;
    if answer.status() == 401 {
        let token = sign_in.token_after(&token).await?;
        answer = send(&token).await?;
    }
    match answer.status() {
        200 => answer.json().await.map_err(|_| BackendError::Unreachable),
        401 => Err(BackendError::Refused),
        403 => Err(BackendError::NoAccess),
        _ => Err(BackendError::Unreachable),
    }
}

/// The token is sent only to the extension's own origin, and in a header because addresses are logged.
async fn send(token: &AccessToken) -> Result<Response, BackendError> {
    let request = Request::get("/me").header("Authorization", &format!("Bearer {}", token.as_str()));
    request.send().await.map_err(|_| BackendError::Unreachable)
}
// ANCHOR_END: request

// ANCHOR: component
/// The backend's response about the signed-in agent.
#[component]
pub fn VerifiedAgent() -> Html {
    let sign_in = use_sign_in();
    let account = sign_in.account().map(|account| account.account_id.clone());
    let agent = use_resource(account, {
        let sign_in = sign_in.clone();
        move |_| me(sign_in.clone())
    });
    let sign_out = {
        let sign_in = sign_in.clone();
        move |_| sign_in.sign_out()
    };
    let retry = {
        let agent = agent.clone();
        move |_| agent.reload()
    };
    match &*agent {
        _ if sign_in.account().is_none() => html! { <SignInButton /> },
        Resource::Idle | Resource::Loading => html! { <Loader /> },
        Resource::Ready { value, .. } => html! { <p>{ format!("Verified: {}", value.account_id) }</p> },
        Resource::Failed(error) => html! {
            <Stack>
                <InlineMessage kind={MessageKind::Error}>{ error.to_string() }</InlineMessage>
                if **error == BackendError::Unreachable { <Button onclick={retry}>{ "Try again" }</Button> }
                if **error == BackendError::Refused { <Button onclick={sign_out}>{ "Sign out" }</Button> }
            </Stack>
        },
    }
}
// ANCHOR_END: component
