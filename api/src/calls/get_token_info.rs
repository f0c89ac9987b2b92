//! Whose a token is.

use livechat_protocol::{Decode, DecodeError, Payload, Reader};

use crate::{
    call::Call,
    http::{Request, Servers},
    invalid_call::InvalidCall,
    repeat::Repeat,
    values::TokenInfo,
};

/// Asks whose the request's access token is, for which app and what for: `GET /v2/info` of the accounts server. It needs no
/// scope.
///
/// A token that is not valid, or a refresh token, is a refusal (status 422). A backend
/// [verifies a token](crate#verifying-a-token-in-a-backend) with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct GetTokenInfo;

impl Call for GetTokenInfo {
    type Answer = TokenInfo;

    fn repeat(&self) -> Repeat {
        Repeat::Freely
    }

    fn request(&self, servers: &Servers) -> Result<Request, InvalidCall> {
        Ok(Request::get(servers.accounts("info")))
    }

    fn answer<P: Payload>(from: &Reader<'_, P>) -> Result<TokenInfo, DecodeError> {
        TokenInfo::decode(from)
    }
}
