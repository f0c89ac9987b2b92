//! An extension that signs agents in with LiveChat: with a popup in the details and message box placements, which share
//! the sign-in, and by redirecting its iframe in the fullscreen placement.

use yew::prelude::*;
use yew_livechat::prelude::*;

#[component]
fn App() -> Html {
    let sign_in = use_sign_in();
    let Some(account) = sign_in.account() else { return html! { <SignInButton /> } };
    let text = format!("Signed in: {} of {}", account.account_id, account.organization_id);
    let sign_out = move |_| sign_in.sign_out();
    html! {
        <Stack>
            <p>{ text }</p>
            <Button onclick={sign_out}>{ "Sign out" }</Button>
        </Stack>
    }
}

fn main() {
    // The client id of your app, from Developer Console.
    let sign_in = SignIn::new("my-client-id").scopes(["chats--access:ro", "customers:ro"]);
    Extensions::new()
        .at::<App>("", Extension::details().sign_in(sign_in.clone()))
        .at::<App>("message-box", Extension::message_box().sign_in(sign_in.clone()))
        .at::<App>("page", Extension::fullscreen().sign_in(sign_in.redirect()))
        .mount();
}
