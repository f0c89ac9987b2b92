//! The smallest extension that signs agents in.

use yew::prelude::*;
use yew_livechat::prelude::*;

#[component]
fn Sidebar() -> Html {
    let sign_in = use_sign_in();
    match sign_in.account() {
        Some(account) => html! { <p>{ account.organization_id.clone() }</p> },
        None => html! { <SignInButton /> },
    }
}

fn main() {
    Extension::details().sign_in(SignIn::new("your-client-id")).mount::<Sidebar>();
}
