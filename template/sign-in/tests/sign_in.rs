//! Tests natively what agents see before and after sign-in, as HTML: `cargo test`.

#![cfg(not(target_arch = "wasm32"))]

use app::AppWithSignIn;
use yew_livechat::{Account, SignInError, SignInState, testing::Snapshot};

fn shown(state: SignInState) -> String {
    let snapshot = Snapshot::{{placement}}().sign_in(state);
    snapshot.render::<AppWithSignIn>()
}

#[test]
fn an_agent_who_has_not_signed_in_sees_the_button() {
    let html = shown(SignInState::SignedOut { reason: None });
    assert!(html.contains("Sign in with LiveChat"), "{html}");
    assert!(!html.contains("Sign out"), "{html}");
}

#[test]
fn a_sign_in_that_has_ended_says_why() {
    let reason = Some(SignInError::Expired);
    let html = shown(SignInState::SignedOut { reason });
    assert!(html.contains("The sign-in has expired"), "{html}");
    assert!(html.contains("Sign in with LiveChat"), "{html}");
}

#[test]
fn an_agent_who_has_signed_in_can_sign_out() {
    let html = shown(SignInState::SignedIn(Account::new("ann", "org")));
    assert!(html.contains("Sign out"), "{html}");
    assert!(!html.contains("Sign in with LiveChat"), "{html}");
}
