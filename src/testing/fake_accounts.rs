//! A sign-in controlled by a test.

use std::{cell::Cell, rc::Rc};

use crate::{
    app::{Extension, setup::SignInSetup},
    placement::Placement,
    sign_in::{AccessToken, Account, Backend, SignInClient, SignInError, SignInState, TokenFuture, Watch},
};

/// LiveChat's accounts, controlled by a test: nothing is opened or requested, and the agent is signed in when the
/// test says so. Clones are the same accounts.
///
/// ```no_run
/// use yew::prelude::*;
/// use yew_livechat::{prelude::*, testing::{FakeAccounts, mount}};
///
/// #[component]
/// fn Sidebar() -> Html {
///     let sign_in = use_sign_in();
///     match sign_in.account() {
///         Some(account) => html! { format!("Hello {}", account.account_id) },
///         None => html! { <SignInButton /> },
///     }
/// }
///
/// // #[wasm_bindgen_test]
/// async fn an_agent_signs_in() {
///     let accounts = FakeAccounts::new();
///     let page = mount::<Sidebar>(Extension::details().signs_in_at(&accounts)).await;
///     page.click("Sign in with LiveChat").await;
///     assert_eq!(accounts.asked(), 1);
///     accounts.signed_in(Account::new("ann", "org"));
///     page.shows("Hello ann").await;
/// }
/// ```
#[derive(Clone)]
pub struct FakeAccounts(Rc<Fake>);

struct Fake {
    watch: Watch,
    asked: Cell<u32>,
    /// The number of the current token.
    token: Cell<u32>,
}

impl Default for FakeAccounts {
    fn default() -> Self {
        Self::new()
    }
}

impl FakeAccounts {
    /// Creates accounts where nobody is signed in.
    #[must_use]
    pub fn new() -> Self {
        Self::in_state(SignInState::SignedOut { reason: None })
    }

    pub(crate) fn in_state(state: SignInState) -> Self {
        Self(Rc::new(Fake { watch: Watch::new(state), asked: Cell::new(0), token: Cell::new(1) }))
    }

    /// Signs this agent in. The tokens are `test:token-1`, and one more for each that is refused.
    pub fn signed_in(&self, account: Account) {
        self.0.watch.set(SignInState::SignedIn(account));
    }

    /// Signs the agent out, for this reason.
    pub fn signed_out(&self, reason: Option<SignInError>) {
        self.0.watch.set(SignInState::SignedOut { reason });
    }

    /// How often the extension has started to sign in.
    #[must_use]
    pub fn asked(&self) -> u32 {
        self.0.asked.get()
    }

    pub(crate) fn client(&self) -> SignInClient {
        SignInClient::of_test(Rc::<Fake>::clone(&self.0))
    }
}

impl std::fmt::Debug for FakeAccounts {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("FakeAccounts").field("state", &self.0.watch.state()).finish_non_exhaustive()
    }
}

impl Backend for Fake {
    fn watch(&self) -> &Watch {
        &self.watch
    }

    fn sign_in(&self, _: bool) {
        if matches!(*self.watch.state(), SignInState::SignedOut { .. }) {
            self.asked.set(self.asked.get() + 1);
            self.watch.set(SignInState::SigningIn);
        }
    }

    fn sign_out(&self) {
        self.watch.set(SignInState::SignedOut { reason: None });
    }

    fn token(&self, refused: Option<&AccessToken>) -> TokenFuture {
        let token = |number| AccessToken::new(&format!("test:token-{number}"));
        if refused == Some(&token(self.token.get())) {
            self.token.set(self.token.get() + 1);
        }
        let result = match &*self.watch.state() {
            SignInState::SignedIn(_) => Ok(token(self.token.get())),
            SignInState::SignedOut { reason: Some(reason) } => Err(reason.clone()),
            SignInState::SignedOut { reason: None } | SignInState::SigningIn => Err(SignInError::NotSignedIn),
        };
        Box::pin(async { result })
    }
}

impl<P: Placement> Extension<P> {
    /// Makes the extension sign in with these accounts instead of LiveChat's.
    #[must_use]
    pub fn signs_in_at(mut self, accounts: &FakeAccounts) -> Self {
        self.setup.sign_in = Some(SignInSetup::Client(accounts.client()));
        self.authorize(false)
    }
}
