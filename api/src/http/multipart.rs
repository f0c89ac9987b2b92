//! A file as `multipart/form-data`.

use std::collections::BTreeSet;

use super::upload::Upload;

pub(super) fn write(upload: &Upload) -> (String, Vec<u8>) {
    let boundary = boundary(upload.bytes());
    let name = upload.name().replace('"', "%22").replace('\r', "%0D").replace('\n', "%0A");
    let kind = upload.content_type().replace(['\r', '\n'], "");
    let kind = if kind.is_empty() { "application/octet-stream" } else { &kind };
    let mut body = format!(
        "--{boundary}\r\nContent-Disposition: form-data; name=\"file\"; filename=\"{name}\"\r\nContent-Type: {kind}\r\n\r\n"
    )
    .into_bytes();
    body.extend_from_slice(upload.bytes());
    body.extend_from_slice(format!("\r\n--{boundary}--\r\n").as_bytes());
    (format!("multipart/form-data; boundary={boundary}"), body)
}

/// The prefix of every boundary.
const PREFIX: &str = "livechat-api-";
/// The number of digits after it.
const DIGITS: usize = 8;

/// A line that the file does not contain. It needs no randomness, because the whole file is available; the file is
/// searched once, whatever its content.
fn boundary(bytes: &[u8]) -> String {
    let starts = bytes.windows(PREFIX.len()).enumerate().filter(|(_, window)| *window == PREFIX.as_bytes());
    let taken: BTreeSet<&[u8]> =
        starts.filter_map(|(start, _)| bytes.get(start + PREFIX.len()..start + PREFIX.len() + DIGITS)).collect();
    let mut number = 0_u32;
    loop {
        let digits = format!("{number:0DIGITS$}");
        if !taken.contains(digits.as_bytes()) {
            return [PREFIX, &digits].concat();
        }
        number += 1;
    }
}
