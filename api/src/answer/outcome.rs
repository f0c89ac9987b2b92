//! Whether a call succeeded.

use livechat_protocol::{Payload, Reader};

use crate::error::{ApiError, Refusal};

/// The parsed body of a success. An empty body is an empty object: the documentation calls both "no response payload".
pub(crate) fn outcome<P: Payload>(status: u16, body: &str, parsed: Option<P>) -> Result<P, ApiError> {
    if (200..300).contains(&status) {
        return match parsed {
            Some(parsed) => Ok(parsed),
            None if is_empty(body) => Ok(P::object(Vec::new())),
            None => Err(ApiError::NotJson { status }),
        };
    }
    let refusal = parsed.and_then(|parsed| Refusal::read(status, &Reader::new(parsed)));
    Err(refusal.map_or(ApiError::Status { status }, |refusal| ApiError::Refused(Box::new(refusal))))
}

/// Whether there is nothing to parse.
pub(crate) fn is_empty(body: &str) -> bool {
    body.trim_ascii().is_empty()
}
