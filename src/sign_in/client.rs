//! The interface of a sign-in for hooks and tests, whether real or fake.

use std::{
    cell::{Cell, RefCell},
    fmt,
    rc::Rc,
};

use futures_channel::oneshot;

use super::{error::SignInError, secret::AccessToken, state::SignInState};

/// How LiveChat's page is opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Way {
    /// In a window of its own.
    Popup,
    /// In this iframe, which comes back.
    Redirect,
}

/// The outcome of a request for a token.
pub(crate) type TokenResult = Result<AccessToken, SignInError>;

/// Signs in: a browser, or a test.
pub(crate) trait Backend {
    fn watch(&self) -> &Watch;
    fn sign_in(&self, way: Option<Way>);
    fn sign_out(&self);
    /// A token, now or later.
    fn token(&self, refused: Option<&AccessToken>) -> oneshot::Receiver<TokenResult>;
    /// The simulator's fake LiveChat that it signed in to, if any: its API accepts the tokens.
    #[cfg(all(feature = "api", feature = "simulator", debug_assertions))]
    fn fake(&self) -> Option<&livechat_protocol::FakeServers> {
        None
    }
}

/// The sign-in of a page. Clones are the same one.
#[derive(Clone)]
pub(crate) struct SignInClient(pub(crate) Rc<dyn Backend>);

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

type OnChange = Rc<dyn Fn()>;

/// The current state, and its subscribers.
pub(crate) struct Watch(Rc<Inner>);

struct Inner {
    state: RefCell<Rc<SignInState>>,
    number: Cell<u32>,
    subscribers: RefCell<Vec<OnChange>>,
}

/// Ends a subscription when it is dropped.
#[must_use = "dropping the subscription ends it"]
pub(crate) struct Subscription {
    watch: Rc<Inner>,
    on_change: OnChange,
}

impl Watch {
    pub(crate) fn new(state: SignInState) -> Self {
        Self(Rc::new(Inner {
            state: RefCell::new(Rc::new(state)),
            number: Cell::default(),
            subscribers: RefCell::default(),
        }))
    }

    pub(crate) fn state(&self) -> Rc<SignInState> {
        Rc::clone(&self.0.state.borrow())
    }

    /// Counts the states.
    pub(crate) fn number(&self) -> u32 {
        self.0.number.get()
    }

    /// Sets the state.
    pub(crate) fn set(&self, state: SignInState) {
        self.0.state.replace(Rc::new(state));
        self.0.number.set(self.number() + 1);
        // A copy: subscribers may be added or removed meanwhile.
        let subscribers = self.0.subscribers.borrow().clone();
        for on_change in subscribers {
            on_change();
        }
    }

    pub(crate) fn subscribe(&self, on_change: impl Fn() + 'static) -> Subscription {
        let on_change: OnChange = Rc::new(on_change);
        self.0.subscribers.borrow_mut().push(Rc::clone(&on_change));
        Subscription { watch: Rc::clone(&self.0), on_change }
    }
}

impl Drop for Subscription {
    fn drop(&mut self) {
        self.watch.subscribers.borrow_mut().retain(|other| !Rc::ptr_eq(other, &self.on_change));
    }
}
