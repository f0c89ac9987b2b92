//! `upload_file`.

use axum::body::Bytes;
use axum::http::HeaderMap;
use serde_json::{Value, json};
use uuid::Uuid;

use super::error::ApiError;
use super::multipart;
use crate::headers;
use crate::license::{File, License};

/// The largest file, in bytes.
pub(super) const MAX_SIZE: usize = 10 * 1024 * 1024;

/// UNVERIFIED (api-executables): which extensions are refused. The documentation says "executables".
const EXECUTABLES: [&str; 10] = ["apk", "bat", "cmd", "com", "dll", "exe", "msi", "ps1", "scr", "sh"];

pub(super) fn upload_file(license: &mut License, headers: &HeaderMap, body: &Bytes) -> Result<Value, ApiError> {
    let content_type = headers::text(headers, "content-type").unwrap_or_default();
    let boundary = multipart::boundary(content_type)
        .ok_or_else(|| ApiError::validation("Invalid message: the content type must be multipart/form-data"))?;
    let part = multipart::file(body, boundary, "file").ok_or_else(|| ApiError::validation("`file` is required"))?;
    if part.content.len() > MAX_SIZE {
        return Err(ApiError::entity_too_large("A file has at most 10 MB"));
    }
    let ending = part.file_name.rsplit('.').next().unwrap_or_default().to_ascii_lowercase();
    if EXECUTABLES.contains(&&*ending) {
        return Err(ApiError::validation("Executables cannot be uploaded"));
    }
    let id = Uuid::new_v4().simple().to_string();
    // The name is part of the address, where only these characters need no escaping.
    let safe = |char: char| if char.is_ascii_alphanumeric() || ".-_".contains(char) { char } else { '_' };
    let name: String = part.file_name.chars().map(safe).collect();
    let name = if name.trim_matches('.').is_empty() { "file".to_owned() } else { name };
    let url = format!("{}/fake/files/{id}/{name}", headers::own_origin(headers));
    let file = File { url: url.clone(), name: part.file_name, content_type: part.content_type, content: part.content };
    license.files.insert(id, file);
    Ok(json!({ "url": url }))
}
