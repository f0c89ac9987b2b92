//! Sign in with LiveChat: the OAuth flow of an extension, from the click to a token that stays valid.
//!
//! [`machine`] decides everything and uses no browser: it takes in messages, addresses and answers of the server, and returns
//! the next request. `authorize_url`, `pkce`, `answer` and `token_answer` are its parts. [`browser`] opens the popup,
//! fetches, stores and shares between the iframes of the extension, and passes what happened in to the machine. `client` is
//! what hooks and tests see of either.

mod account;
mod answer;
mod attempt;
mod authorize_url;
mod browser;
mod client;
mod error;
mod machine;
mod options;
mod percent;
mod pkce;
mod secret;
mod session;
mod state;
mod token_answer;
mod token_request;
mod window_name;

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
    browser::client_of,
    client::{SignInClient, Way},
};
