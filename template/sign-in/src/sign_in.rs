//! Sign in with LiveChat, and what only agents who have signed in see.

use yew::prelude::*;
use yew_livechat::prelude::*;

use crate::{App, {{file}}::{{component}}};

/// The client id of your app, from Developer Console. It is not a secret.
const CLIENT_ID: &str = "your-client-id";

/// The permissions that the extension asks for: only what its calls of LiveChat's API need.
const SCOPES: [&str; 1] = ["{{scope}}"];

/// How agents sign in.
pub fn sign_in() -> SignIn {
    SignIn::new(CLIENT_ID).scopes(SCOPES)
}

/// The extension, and below it the section that needs LiveChat's API.
#[component]
pub fn AppWithSignIn() -> Html {
    html! {
        <Stack gap={Gap::Large}>
            // In a block of its own: as parts of the stack, `.app` would be as narrow as its content.
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
    /// What an agent gets by signing in.
    pub invitation: AttrValue,
    /// The content, for agents who have signed in.
    pub children: Html,
}

/// A section for agents who have signed in. Other agents see the button that signs them in.
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
