//! A file to upload.

use std::{fmt, sync::Arc};

use super::multipart;

/// A file as plain data. Clones share the bytes, and `Debug` shows only their number.
#[derive(Clone, PartialEq, Eq)]
pub struct Upload {
    name: String,
    content_type: String,
    bytes: Arc<[u8]>,
}

impl Upload {
    /// Creates a file with its name, its type, such as `image/png`, and its bytes.
    #[must_use]
    pub fn new(name: impl Into<String>, content_type: impl Into<String>, bytes: impl Into<Arc<[u8]>>) -> Self {
        Self { name: name.into(), content_type: content_type.into(), bytes: bytes.into() }
    }

    /// The file's name.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The file's type, such as `image/png`.
    #[must_use]
    pub fn content_type(&self) -> &str {
        &self.content_type
    }

    /// The file's bytes.
    #[must_use]
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// The file as a `multipart/form-data` body with the single field `file`: the `Content-Type` header and the
    /// bytes.
    ///
    /// For HTTP clients that do not encode such bodies. Quotation marks and line breaks in the name are escaped as
    /// browsers do, and line breaks in the type are removed.
    ///
    /// ```
    /// use livechat_api::Upload;
    ///
    /// let (content_type, body) = Upload::new("a.txt", "text/plain", *b"hello").to_multipart();
    /// assert_eq!(content_type, "multipart/form-data; boundary=livechat-api-00000000");
    /// assert!(body.starts_with(b"--livechat-api-00000000\r\n"));
    /// ```
    #[must_use]
    pub fn to_multipart(&self) -> (String, Vec<u8>) {
        multipart::write(self)
    }
}

impl fmt::Debug for Upload {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Upload({:?}, {:?}, {} bytes)", self.name, self.content_type, self.bytes.len())
    }
}
