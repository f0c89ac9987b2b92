//! The smallest extension that calls LiveChat's API.

use yew::{platform::spawn_local, prelude::*};
use yew_livechat::{api::SendEvent, prelude::*};

#[component]
fn Sidebar() -> Html {
    let sign_in = use_sign_in();
    let api = use_livechat_api();
    let send = move |_| {
        let api = api.clone();
        spawn_local(async move {
            let _ = api.call(&SendEvent::message("chat", "Hello")).await;
        });
    };
    match sign_in.account() {
        Some(account) => html! { <p onclick={send}>{ account.organization_id.clone() }</p> },
        None => html! { <SignInButton /> },
    }
}

fn main() {
    Extension::details().sign_in(SignIn::new("your-client-id")).mount::<Sidebar>();
}
