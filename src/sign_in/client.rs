//! The interface of a sign-in for hooks and tests, whether real or fake.

use std::{
    cell::RefCell,
    fmt,
    pin::Pin,
    rc::{Rc, Weak},
};

use super::{error::SignInError, page::Page, secret::AccessToken, state::SignInState};

/// The outcome of a request for a token.
pub(crate) type TokenResult = Result<AccessToken, SignInError>;
/// A token, now or later.
pub(crate) type TokenFuture = Pin<Box<dyn Future<Output = TokenResult>>>;

/// Signs in: a browser, or a test.
pub(crate) trait Backend {
    fn watch(&self) -> &Watch;
    fn sign_in(&self, is_redirect: bool);
    fn sign_out(&self);
    fn token(&self, refused: Option<&AccessToken>) -> TokenFuture;
    /// The simulator's fake LiveChat that it signed in to, if any: its API accepts the tokens.
    #[cfg(all(feature = "api", feature = "simulator", debug_assertions))]
    fn fake(&self) -> Option<&livechat_protocol::FakeServers> {
        None
    }
}

/// Without tests there is only one, and methods that an extension does not call add no code.
#[cfg(not(feature = "testing"))]
type AnyBackend = Page;
#[cfg(feature = "testing")]
type AnyBackend = dyn Backend;

/// The sign-in of a page. Clones are the same one.
#[derive(Clone)]
pub(crate) struct SignInClient(Rc<AnyBackend>);

impl SignInClient {
    pub(crate) fn of(page: Rc<Page>) -> Self {
        Self(page)
    }

    #[cfg(feature = "testing")]
    pub(crate) fn of_test(backend: Rc<dyn Backend>) -> Self {
        Self(backend)
    }

    pub(crate) fn watch(&self) -> &Watch {
        self.0.watch()
    }

    pub(crate) fn sign_in(&self, is_redirect: bool) {
        self.0.sign_in(is_redirect);
    }

    pub(crate) fn sign_out(&self) {
        self.0.sign_out();
    }

    pub(crate) fn token(&self, refused: Option<&AccessToken>) -> TokenFuture {
        self.0.token(refused)
    }

    #[cfg(all(feature = "api", feature = "simulator", debug_assertions))]
    pub(crate) fn fake(&self) -> Option<&livechat_protocol::FakeServers> {
        self.0.fake()
    }
}

impl PartialEq for SignInClient {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::addr_eq(Rc::as_ptr(&self.0), Rc::as_ptr(&other.0))
    }
}

impl fmt::Debug for SignInClient {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("SignInClient")
    }
}

/// The current state, and its subscribers. Clones are the same one.
#[derive(Clone)]
pub(crate) struct Watch(Rc<Inner>);

struct Inner {
    state: RefCell<Rc<SignInState>>,
    subscribers: RefCell<Vec<Weak<dyn Fn()>>>,
}

impl Watch {
    pub(crate) fn new(state: SignInState) -> Self {
        Self(Rc::new(Inner { state: RefCell::new(Rc::new(state)), subscribers: RefCell::default() }))
    }

    pub(crate) fn state(&self) -> Rc<SignInState> {
        Rc::clone(&self.0.state.borrow())
    }

    /// Sets the state.
    pub(crate) fn set(&self, state: SignInState) {
        self.0.state.replace(Rc::new(state));
        // A copy: subscribers may be added meanwhile.
        let subscribers = self.0.subscribers.borrow().clone();
        for on_change in subscribers.iter().filter_map(Weak::upgrade) {
            on_change();
        }
    }

    /// Calls the function after every change while the caller holds it.
    pub(crate) fn subscribe(&self, on_change: &Rc<dyn Fn()>) {
        let mut subscribers = self.0.subscribers.borrow_mut();
        subscribers.retain(|subscriber| subscriber.strong_count() > 0);
        subscribers.push(Rc::downgrade(on_change));
    }
}
