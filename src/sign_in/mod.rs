//! Sign in with LiveChat: the OAuth flow of an extension, from the click to a token that stays valid.
//!
//! [`machine`] makes all decisions without a browser: it receives messages and the server's answers, and returns the
//! next request. `authorize_parameters`, `answer` and `token_answer` are its parts. [`page`] feeds it events and
//! carries out its requests through [`io`], which is `static/sign-in.js`. `client` is the interface for hooks and
//! tests.

mod account;
mod answer;
mod attempt;
mod authorize_parameters;
mod client;
mod error;
mod io;
mod machine;
mod options;
mod page;
mod secret;
mod session;
mod state;
mod token_answer;
mod token_request;

#[cfg(feature = "testing")]
pub(crate) use self::client::{Backend, TokenResult, Watch};
pub use self::{
    account::Account,
    error::{SignInError, SignInRefusal},
    options::SignIn,
    secret::AccessToken,
    state::SignInState,
};
pub(crate) use self::{
    client::{SignInClient, Way},
    page::client_of,
};
