//! What hooks and tests have of a sign-in, whoever does it.

use std::{
    cell::{Cell, RefCell},
    fmt,
    rc::{Rc, Weak},
};

use futures_channel::oneshot;

use super::{error::SignInError, secret::AccessToken, state::SignInState};

/// How the agent gets to LiveChat's page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Way {
    /// In a window of its own.
    Popup,
    /// In this iframe, which comes back.
    Redirect,
}

/// What becomes of a request for a token.
pub(crate) type TokenResult = Result<AccessToken, SignInError>;

/// Signs in: a browser, or a test.
pub(crate) trait Backend {
    fn watch(&self) -> &Watch;
    fn sign_in(&self, way: Option<Way>);
    fn sign_out(&self);
    /// A token, now or later.
    fn token(&self, refused: Option<&AccessToken>) -> oneshot::Receiver<TokenResult>;
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

/// The present state, and who is notified when it changes.
pub(crate) struct Watch(Rc<Inner>);

struct Inner {
    state: RefCell<SignInState>,
    subscribers: RefCell<Vec<(u64, OnChange)>>,
    next_id: Cell<u64>,
}

/// Ends a subscription when it is dropped.
#[must_use = "dropping the subscription ends it"]
pub(crate) struct Subscription {
    watch: Weak<Inner>,
    id: u64,
}

impl Watch {
    pub(crate) fn new(state: SignInState) -> Self {
        Self(Rc::new(Inner { state: RefCell::new(state), subscribers: RefCell::default(), next_id: Cell::default() }))
    }

    pub(crate) fn state(&self) -> SignInState {
        self.0.state.borrow().clone()
    }

    /// Notifies the subscribers, if it is another state.
    pub(crate) fn set(&self, state: SignInState) {
        let is_other = *self.0.state.borrow() != state;
        if is_other {
            self.0.state.replace(state);
            // A copy: subscribers may come and go meanwhile.
            let subscribers = self.0.subscribers.borrow().clone();
            for (_, on_change) in subscribers {
                on_change();
            }
        }
    }

    pub(crate) fn subscribe(&self, on_change: impl Fn() + 'static) -> Subscription {
        let id = self.0.next_id.get();
        self.0.next_id.set(id + 1);
        self.0.subscribers.borrow_mut().push((id, Rc::new(on_change)));
        Subscription { watch: Rc::downgrade(&self.0), id }
    }
}

impl Drop for Subscription {
    fn drop(&mut self) {
        if let Some(watch) = self.watch.upgrade() {
            watch.subscribers.borrow_mut().retain(|(id, _)| *id != self.id);
        }
    }
}
