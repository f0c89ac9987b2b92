//! The state that both servers share.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use axum::Router;
use tokio::sync::watch;

use crate::accounts::{Redirects, Tokens};
use crate::feed::Feed;
use crate::license::License;
use crate::{Client, Switches, SwitchesError, accounts, api, control, middleware};

/// A fake LiveChat. A clone is another handle to the same one.
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
    /// A fake with the samples, into which nobody has signed in.
    ///
    /// # Errors
    /// When a switch has a value that it cannot have.
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

    /// The accounts server, in place of `https://accounts.livechat.com`.
    pub fn accounts(&self) -> Router {
        middleware::around(accounts::router(), self)
    }

    /// The API's server, in place of `https://api.livechatinc.com`, with the fake's own addresses below `/fake/`.
    pub fn api(&self) -> Router {
        middleware::around(api::router().merge(control::router()), self)
    }

    /// The switches. A fault that ends after some failures counts down here.
    #[must_use]
    pub fn switches(&self) -> Switches {
        self.lock().switches.clone()
    }

    /// Replaces all switches.
    ///
    /// # Errors
    /// When a switch has a value that it cannot have. Then none is changed.
    pub fn set_switches(&self, switches: Switches) -> Result<(), SwitchesError> {
        switches.check()?;
        self.lock().switches = switches;
        self.announce();
        Ok(())
    }

    /// Ends all access tokens, as if their time were up. Returns how many there were. Their refresh tokens still work.
    pub fn expire_tokens(&self) -> usize {
        self.lock().tokens.expire()
    }

    /// Brings back the samples, and forgets tokens, redirects and switches. Streams of events go on.
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
        // A request that panicked has left the state readable: the next one may still be answered.
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Has the streams of events look for changes.
    pub(crate) fn announce(&self) {
        self.changes.send_replace(());
    }

    pub(crate) fn changes(&self) -> watch::Receiver<()> {
        self.changes.subscribe()
    }
}
