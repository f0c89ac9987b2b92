//! Information about a token.

use livechat_protocol::{Decode, DecodeError, Payload, Reader};

use crate::{
    call::Call,
    http::{Request, Servers},
    invalid_call::InvalidCall,
    repeat::Repeat,
    values::TokenInfo,
};

/// Returns the owner, app and scopes of the request's access token: `GET /v2/info` of the accounts server. Needs no
/// scope.
///
/// An invalid token, or a refresh token, is refused (status 422). A backend [verifies a
/// token](crate#verifying-a-token-in-a-backend) with this call.
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
