//! Who the agent is, by the session that the extension's own server opened.

use std::{cell::Cell, rc::Rc};

use gloo_net::http::Request;
use serde::Deserialize;
use yew::{platform::spawn_local, prelude::*};
use yew_livechat::prelude::*;

// ANCHOR: api
/// What the server says of a session.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct Agent {
    /// The agent's email address.
    pub login: String,
}

/// The header that shows a session to the server.
pub fn authorization(session: &str) -> (&'static str, String) {
    ("Authorization", format!("Bearer {session}"))
}

/// Asks who the agent is; `None` when the session has ended.
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
            // Of an earlier session nothing is wanted any more, be it a name or that it has ended.
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
                        // The host asks the server for another session, which arrives here as a new id. Once: a
                        // server that refuses what it has just opened would be asked for ever.
                        Ok(None) if !has_refreshed.replace(true) => drop(session.refresh()),
                        Ok(None) => known.set(Some(Err("Your session has ended: reload the page."))),
                        Err(_) => known.set(Some(Err("The server cannot be reached."))),
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
