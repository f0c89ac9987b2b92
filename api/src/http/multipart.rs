//! A file as `multipart/form-data`.

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

/// A line that the file does not contain. No randomness is needed, since the whole file is at hand.
fn boundary(bytes: &[u8]) -> String {
    let mut number = 0_u32;
    loop {
        let boundary = format!("livechat-api-{number}");
        if !bytes.windows(boundary.len()).any(|window| window == boundary.as_bytes()) {
            return boundary;
        }
        number += 1;
    }
}
