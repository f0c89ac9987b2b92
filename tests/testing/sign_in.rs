//! A sign-in in a snapshot.

use yew::prelude::*;
use yew_livechat::{prelude::*, testing::Snapshot};

#[component]
fn Sidebar() -> Html {
    let sign_in = use_sign_in();
    match sign_in.account() {
        Some(account) => html! { <p>{ &account.account_id }</p> },
        None => html! { <SignInButton /> },
    }
}

fn shown(state: SignInState) -> String {
    Snapshot::details().sign_in(state).render::<Sidebar>()
}

#[test]
fn a_snapshot_has_the_agent_signed_in_or_not() {
    assert_eq!(shown(SignInState::SignedIn(Account::new("ann", "org"))), "<p>ann</p>");
    let busy = shown(SignInState::SigningIn);
    assert!(busy.contains("aria-busy=\"true\"") && busy.contains("Sign in with LiveChat"), "{busy}");
    let failed = shown(SignInState::SignedOut { reason: Some(SignInError::PopupClosed) });
    assert!(failed.contains("The sign-in window was closed too early; try again."), "{failed}");
}

#[test]
fn the_reason_is_shown_in_the_extension_s_own_words() {
    let html =
        Snapshot::details().sign_in(SignInState::SignedOut { reason: Some(SignInError::TimedOut) }).render_html(|| {
            let reason = Callback::from(|error: SignInError| AttrValue::from(format!("Fehler: {error:?}")));
            html! { <SignInButton label="Anmelden" reason={Some(reason)} /> }
        });
    assert!(html.contains("Anmelden") && html.contains("Fehler: TimedOut"), "{html}");
}

#[test]
#[should_panic(expected = "`use_sign_in` needs an extension that signs in: add `.sign_in(SignIn::new(\"…\"))` to it")]
fn an_extension_without_a_sign_in_is_named_by_the_hook() {
    let _ = Snapshot::details().render::<Sidebar>();
}

#[test]
fn debug_output_of_a_sign_in_has_no_token_in_it() {
    #[component]
    fn Debugged() -> Html {
        let sign_in = use_sign_in();
        html! { format!("{sign_in:?} {:?}", AccessToken::new("dal:secret")) }
    }
    let html = Snapshot::details().sign_in(SignInState::SignedIn(Account::new("ann", "org"))).render::<Debugged>();
    assert!(html.contains("ann") && html.contains("AccessToken(…)"), "{html}");
    assert!(!html.contains("secret") && !html.contains("token-1"), "{html}");
}
