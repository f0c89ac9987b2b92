//! Sign in with LiveChat, with the options of the JavaScript SDK.

mod options;
mod outcome;
mod page;

pub(crate) use self::{options::options, page::SignInPage};
