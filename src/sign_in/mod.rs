//! Sign in with LiveChat: the OAuth flow of an extension, from the click to a token that stays valid.
//!
//! `static/sign-in.js` makes all decisions, and talks to the popup, the server, the storage and the other iframes: it
//! weighs a third of the same code in WebAssembly. [`page`] starts it through [`io`] and publishes what it reports, which
//! `report` decodes. `client` is the interface for hooks and tests.

mod account;
mod client;
mod error;
mod io;
mod options;
mod page;
mod report;
mod secret;
mod state;

#[cfg(feature = "testing")]
pub(crate) use self::client::{Backend, TokenFuture, Watch};
pub use self::{
    account::Account,
    error::{SignInError, SignInRefusal},
    options::SignIn,
    secret::AccessToken,
    state::SignInState,
};
pub(crate) use self::{client::SignInClient, page::client_of};
