//! An uploaded file.

use livechat_protocol::{Decode, DecodeError, Payload, Reader, deserialize_by_decode};
use serde::Serialize;

/// An uploaded file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct UploadedFile {
    /// The URL, valid for 24 hours, and permanently once it was sent with [`NewEvent::file`](crate::NewEvent::file).
    pub url: String,
}

impl Decode for UploadedFile {
    fn decode<P: Payload>(from: &Reader<'_, P>) -> Result<Self, DecodeError> {
        Ok(Self { url: from.identity("url")? })
    }
}

deserialize_by_decode!(UploadedFile);
