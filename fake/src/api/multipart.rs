//! The one file of a `multipart/form-data` body (RFC 7578).

use axum::body::Bytes;

/// A file's part.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Part {
    pub(crate) file_name: String,
    pub(crate) content_type: String,
    pub(crate) content: Bytes,
}

/// Returns the boundary in a content type; `None` for other types.
pub(crate) fn boundary(content_type: &str) -> Option<&str> {
    let mut parameters = content_type.split(';').map(str::trim);
    if !parameters.next()?.eq_ignore_ascii_case("multipart/form-data") {
        return None;
    }
    let value = parameters.find_map(|parameter| {
        let (name, value) = parameter.split_once('=')?;
        name.eq_ignore_ascii_case("boundary").then_some(value)
    })?;
    Some(value.trim_matches('"')).filter(|value| !value.is_empty())
}

/// Returns the file in the part with this name, or `None` if the body has no such part or is cut off.
pub(crate) fn file(body: &Bytes, boundary: &str, name: &str) -> Option<Part> {
    let (opening, delimiter) = (format!("--{boundary}"), format!("\r\n--{boundary}"));
    let mut at = find(body, opening.as_bytes(), 0)? + opening.len();
    loop {
        // Two dashes end the body.
        if body.get(at..)?.starts_with(b"--") {
            return None;
        }
        let headers_end = find(body, b"\r\n\r\n", at)?;
        let headers = std::str::from_utf8(body.get(at..headers_end)?).ok()?;
        let content_begin = headers_end + 4;
        let content_end = find(body, delimiter.as_bytes(), content_begin)?;
        if let Some((part_name, file_name)) = names(headers)
            && part_name == name
        {
            let content_type = header(headers, "content-type").unwrap_or("application/octet-stream").to_owned();
            return Some(Part { file_name: file_name?, content_type, content: body.slice(content_begin..content_end) });
        }
        at = content_end + delimiter.len();
    }
}

/// Returns the name of a part, and of its file.
fn names(headers: &str) -> Option<(String, Option<String>)> {
    let disposition = header(headers, "content-disposition")?;
    Some((quoted(disposition, "; name=\"")?, quoted(disposition, "; filename=\"")))
}

/// Browsers encode quotation marks as `%22`, so the next one ends the value.
fn quoted(text: &str, beginning: &str) -> Option<String> {
    let rest = text.split_once(beginning)?.1;
    Some(rest.split_once('"')?.0.replace("%22", "\""))
}

fn header<'a>(headers: &'a str, name: &str) -> Option<&'a str> {
    headers.lines().find_map(|line| {
        let (found, value) = line.split_once(':')?;
        found.trim().eq_ignore_ascii_case(name).then(|| value.trim())
    })
}

fn find(body: &[u8], wanted: &[u8], from: usize) -> Option<usize> {
    let found = body.get(from..)?.windows(wanted.len()).position(|part| part == wanted)?;
    Some(from + found)
}

#[cfg(test)]
mod tests {
    use super::*;

    const BODY: &str = "--b\r\nContent-Disposition: form-data; name=\"note\"\r\n\r\nfor Mary\r\n\
                        --b\r\ncontent-disposition: form-data; name=\"file\"; filename=\"a %22b%22.txt\"\r\n\
                        Content-Type: text/plain\r\n\r\nfirst\r\n\r\nlast\r\n--b--\r\n";

    #[test]
    fn the_file_is_found_after_other_parts() {
        let part = file(&BODY.into(), "b", "file").unwrap();
        assert_eq!(part.file_name, "a \"b\".txt");
        assert_eq!(part.content_type, "text/plain");
        assert_eq!(part.content, "first\r\n\r\nlast");
    }

    #[test]
    fn a_body_without_the_file_or_cut_off_has_none() {
        assert_eq!(file(&BODY.into(), "b", "picture"), None);
        assert_eq!(file(&BODY.into(), "b", "note"), None, "a text and no file");
        assert_eq!(file(&BODY.into(), "c", "file"), None);
        for length in 0..BODY.len() - "\r\n--b--\r\n".len() {
            assert_eq!(file(&Bytes::from(&BODY[..length]), "b", "file"), None, "{length}");
        }
    }

    #[test]
    fn the_boundary_is_read_with_and_without_quotes() {
        assert_eq!(boundary("multipart/form-data; boundary=----x"), Some("----x"));
        assert_eq!(boundary("Multipart/Form-Data; charset=utf-8; Boundary=\"a b\""), Some("a b"));
        assert_eq!(boundary("multipart/form-data"), None);
        assert_eq!(boundary("application/json; boundary=x"), None);
    }
}
