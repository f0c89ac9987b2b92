//! Sign in with LiveChat.

use gloo_net::http::Request;
use serde_json::Value;
use yew::prelude::*;
use yew_livechat::prelude::*;

// ANCHOR: component
/// The number of tags in the organization, for a signed-in agent.
#[component]
pub fn Tags() -> Html {
    let sign_in = use_sign_in();
    let count = use_resource(sign_in.account().is_some(), {
        let sign_in = sign_in.clone();
        move |_| count_tags(sign_in.clone())
    });
    if sign_in.account().is_none() {
        return html! { <SignInButton /> };
    }
    let shown = match &*count {
        Resource::Ready { value, .. } => format!("{value} tags"),
        Resource::Failed(error) => error.to_string(),
        Resource::Idle | Resource::Loading => "Loading…".to_owned(),
    };
    let sign_out = move |_| sign_in.sign_out();
    html! {
        <>
            <p>{ shown }</p>
            <Button onclick={sign_out}>{ "Sign out" }</Button>
        </>
    }
}
// ANCHOR_END: component

// ANCHOR: request
/// Calls LiveChat's API, and repeats the call after a 401.
async fn count_tags(sign_in: UseSignInHandle) -> Result<usize, String> {
    let token = sign_in.token().await.map_err(|error| error.to_string())?;
    let mut answer = list_tags(&token).await?;
    if answer.0 == 401 {
        let token = sign_in.token_after(&token).await.map_err(|error| error.to_string())?;
        answer = list_tags(&token).await?;
    }
    match answer {
        (200, Value::Array(tags)) => Ok(tags.len()),
        (status, _) => Err(format!("LiveChat answered with status {status}")),
    }
}

async fn list_tags(token: &AccessToken) -> Result<(u16, Value), String> {
    let request = Request::post("https://api.livechatinc.com/v3.6/configuration/action/list_tags")
        .header("authorization", &format!("Bearer {}", token.as_str()))
        .json(&serde_json::json!({}));
    let answer = request.map_err(|error| error.to_string())?.send().await.map_err(|error| error.to_string())?;
    Ok((answer.status(), answer.json().await.unwrap_or_default()))
}
// ANCHOR_END: request
