//! The person who signed in.

use livechat_protocol::{Decode, DecodeError, Payload, Reader};

use crate::{
    call::Call,
    http::{Request, Servers},
    invalid_call::InvalidCall,
    repeat::Repeat,
    values::Account,
};

/// Gets the owner of the request's access token: `GET /v2/accounts/me` of the accounts server.
///
/// UNVERIFIED (api-account-readable) whether it answers a web page: its CORS headers are undocumented. A backend can
/// always call it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct GetAccount;

impl Call for GetAccount {
    type Answer = Account;
    const SCOPES: &'static [&'static str] = &["accounts--my:ro", "accounts--my:rw"];

    fn repeat(&self) -> Repeat {
        Repeat::Freely
    }

    fn request(&self, servers: &Servers) -> Result<Request, InvalidCall> {
        Ok(Request::get(servers.accounts("accounts/me")))
    }

    fn answer<P: Payload>(from: &Reader<'_, P>) -> Result<Account, DecodeError> {
        Account::decode(from)
    }
}
