//! Sign in with LiveChat, and what only signed-in agents see.

use yew::prelude::*;
use yew_livechat::prelude::*;

use crate::{App, {{file}}::{{component}}};

/// The client id of your app, from Developer Console. It is not a secret.
const CLIENT_ID: &str = "your-client-id";

/// The requested permissions: only what the calls to LiveChat's API need.
const SCOPES: [&str; 1] = ["{{scope}}"];

/// The sign-in's settings.
pub fn sign_in() -> SignIn {
    SignIn::new(CLIENT_ID).scopes(SCOPES)
}

/// The extension, followed by the section that needs LiveChat's API.
#[component]
pub fn AppWithSignIn() -> Html {
    html! {
        <Stack gap={Gap::Large}>
            // In a separate block: as an item of the stack, `.app` would be as narrow as its content.
            <div><App /></div>
            <aside><div class="app"><{{component}} /></div></aside>
        </Stack>
    }
}

/// The properties of [`SignedInSection`].
#[derive(Clone, PartialEq, Properties)]
pub struct SignedInSectionProps {
    /// The title of the section.
    pub heading: AttrValue,
    /// What an agent gains by signing in.
    pub invitation: AttrValue,
    /// The content, for signed-in agents.
    pub children: Html,
}

/// A section for signed-in agents. Other agents see the button to sign in.
#[component]
pub fn SignedInSection(props: &SignedInSectionProps) -> Html {
    let sign_in = use_sign_in();
    let content = if sign_in.account().is_none() {
        html! {
            <>
                <p>{ &props.invitation }</p>
                <SignInButton />
            </>
        }
    } else {
        let sign_out = move |_| sign_in.sign_out();
        html! {
            <>
                { props.children.clone() }
                <Button onclick={sign_out}>{ "Sign out" }</Button>
            </>
        }
    };
    html! { <Section heading={&props.heading}>{ content }</Section> }
}
