//! Uploaded files.

use axum::body::Bytes;

/// A file stored by `upload_file`.
#[derive(Debug, Clone)]
pub(crate) struct File {
    pub(crate) url: String,
    pub(crate) name: String,
    pub(crate) content_type: String,
    pub(crate) content: Bytes,
}
