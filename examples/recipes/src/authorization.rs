//! Identifies the agent through a session that the extension's own server opened.

use std::{cell::Cell, rc::Rc};

use gloo_net::http::Request;
use serde::Deserialize;
use yew::{platform::spawn_local, prelude::*};
use yew_livechat::prelude::*;

// ANCHOR: api
/// The server's response about a session.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct Agent {
    /// The agent's email address.
    pub login: String,
}

/// The header that sends a session id to the server.
pub fn authorization(session: &str) -> (&'static str, String) {
    ("Authorization", format!("Bearer {session}"))
}

/// Requests the agent; `None` if the session has ended.
async fn agent(session: &str) -> Result<Option<Agent>, gloo_net::Error> {
    let (name, value) = authorization(session);
    let answer = Request::get("/session").header(name, &value).send().await?;
    if answer.status() == 401 { Ok(None) } else { Ok(Some(answer.json().await?)) }
}
// ANCHOR_END: api

// ANCHOR: component
/// The agent's name, once they are signed in.
#[component]
pub fn SignedIn() -> Html {
    let session = use_session();
    let known = use_state(|| None::<Result<Agent, &'static str>>);
    let has_refreshed = use_mut_ref(|| false);
    let id = session.id().map(ToString::to_string);

    use_effect_with(id, {
        let (session, known) = (session.clone(), known.clone());
        move |id| {
            known.set(None);
            // Results for an earlier session are discarded, whether a name or the end of the session.
            let is_current = Rc::new(Cell::new(true));
            let still = Rc::clone(&is_current);
            if let Some(id) = id.clone() {
                spawn_local(async move {
                    let answer = agent(&id).await;
                    match answer {
                        _ if !still.get() => {}
                        Ok(Some(agent)) => {
                            has_refreshed.replace(false);
                            known.set(Some(Ok(agent)));
                        }
                        // The host requests another session from the server, which arrives here as a new id. Only once:
                        // a server that refuses its own new session would cause an endless loop.
                        Ok(None) if !has_refreshed.replace(true) => drop(session.refresh()),
                        Ok(None) => known.set(Some(Err("Your session has ended: reload the page."))),
                        Err(_) => known.set(Some(Err("Couldn't reach the server."))),
                    }
                });
            }
            move || is_current.set(false)
        }
    });
    match (&*session, &*known) {
        (Session::Refused, _) => html! {
            <InlineMessage kind={MessageKind::Warning}>{ "Your account has no access." }</InlineMessage>
        },
        (_, Some(Ok(agent))) => html! { <p>{ format!("Signed in as {}", agent.login) }</p> },
        (_, Some(Err(reason))) => html! { <InlineMessage kind={MessageKind::Error}>{ *reason }</InlineMessage> },
        (_, None) => html! { <Loader label="Signing in…" /> },
    }
}
// ANCHOR_END: component
