//! Uploads a file.

use livechat_protocol::{Decode, DecodeError, Payload, Reader};

use crate::{
    call::Call,
    http::{Body, Request, Servers, Upload},
    invalid_call::{InvalidCall, at_most, not_empty},
    repeat::Repeat,
    values::UploadedFile,
};

/// The largest file, in bytes: the 10 MB of the documentation.
const LARGEST: usize = 10 * 1024 * 1024;

/// Uploads a file of at most 10 MB that is not a program: `upload_file`. Send it with
/// [`NewEvent::file`](crate::NewEvent::file) within 24 hours.
///
/// ```
/// use livechat_api::{Call, NewEvent, SendEvent, Servers, Upload, UploadFile};
///
/// let bytes: Vec<u8> = b"a picture".to_vec();
/// let call = UploadFile::new(Upload::new("chair.png", "image/png", bytes));
/// let request = call.request(&Servers::default())?;
/// // Send it; this is the answer.
/// let file = call.read(200, r#"{"url":"https://cdn.livechat-files.com/api/file/lc/att/1/chair.png"}"#)?;
/// let message = SendEvent::new("PJ0MRSHTDG", NewEvent::picture(file.url, "A red chair"));
/// # assert!(message.request(&Servers::default()).is_ok());
/// # assert!(request.url().ends_with("upload_file"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UploadFile(Upload);

impl UploadFile {
    /// Uploads this file.
    #[must_use]
    pub fn new(file: Upload) -> Self {
        Self(file)
    }
}

impl Call for UploadFile {
    type Answer = UploadedFile;

    /// A second copy is merely another temporary file.
    fn repeat(&self) -> Repeat {
        Repeat::Freely
    }

    fn request(&self, servers: &Servers) -> Result<Request, InvalidCall> {
        not_empty("file.name", self.0.name())?;
        at_most("file", self.0.bytes().len(), LARGEST, "is larger than 10 MB: send a smaller one")?;
        Ok(Request::post(servers.agent("upload_file"), Body::File(self.0.clone())))
    }

    fn answer<P: Payload>(from: &Reader<'_, P>) -> Result<UploadedFile, DecodeError> {
        UploadedFile::decode(from)
    }
}
