//! The state that both servers share.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use axum::Router;
use tokio::sync::watch;

use crate::accounts::{Redirects, Tokens};
use crate::feed::Feed;
use crate::license::License;
use crate::{Client, Switches, SwitchesError, accounts, api, control, middleware};

/// A fake LiveChat. Clones share its state.
#[derive(Debug, Clone)]
pub struct Fake {
    client: Arc<Client>,
    state: Arc<Mutex<State>>,
    changes: watch::Sender<()>,
}

#[derive(Debug)]
pub(crate) struct State {
    pub(crate) switches: Switches,
    pub(crate) license: License,
    pub(crate) tokens: Tokens,
    pub(crate) redirects: Redirects,
    pub(crate) feed: Feed,
}

impl Fake {
    /// Creates a fake with the sample data, and nobody signed in.
    ///
    /// # Errors
    /// If a switch has an invalid value.
    pub fn new(client: Client, switches: Switches) -> Result<Self, SwitchesError> {
        switches.check()?;
        let state = State {
            switches,
            license: License::samples(),
            tokens: Tokens::default(),
            redirects: Redirects::default(),
            feed: Feed::default(),
        };
        Ok(Self { client: Arc::new(client), state: Arc::new(Mutex::new(state)), changes: watch::Sender::new(()) })
    }

    /// The accounts server, which replaces `https://accounts.livechat.com`.
    pub fn accounts(&self) -> Router {
        middleware::around(accounts::router(), self)
    }

    /// The API server, which replaces `https://api.livechatinc.com`, with the fake's own endpoints below `/fake/`.
    pub fn api(&self) -> Router {
        middleware::around(api::router().merge(control::router()), self)
    }

    /// The current switches. The counter of a temporary fault decreases here.
    #[must_use]
    pub fn switches(&self) -> Switches {
        self.lock().switches.clone()
    }

    /// Replaces all switches.
    ///
    /// # Errors
    /// If a switch has an invalid value. Then none is changed.
    pub fn set_switches(&self, switches: Switches) -> Result<(), SwitchesError> {
        switches.check()?;
        self.lock().switches = switches;
        self.announce();
        Ok(())
    }

    /// Expires all access tokens, and returns their number. Their refresh tokens remain valid.
    pub fn expire_tokens(&self) -> usize {
        self.lock().tokens.expire()
    }

    /// Restores the samples, and clears tokens, redirects and switches. Event streams continue.
    pub fn reset(&self) {
        let mut state = self.lock();
        state.switches = Switches::default();
        state.license = License::samples();
        state.tokens = Tokens::default();
        state.redirects = Redirects::default();
        drop(state);
        self.announce();
    }

    pub(crate) fn client(&self) -> &Client {
        &self.client
    }

    pub(crate) fn lock(&self) -> MutexGuard<'_, State> {
        // A panic in a request leaves the state readable, so later requests still work.
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Makes the event streams look for changes.
    pub(crate) fn announce(&self) {
        self.changes.send_replace(());
    }

    pub(crate) fn changes(&self) -> watch::Receiver<()> {
        self.changes.subscribe()
    }
}
