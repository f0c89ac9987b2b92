//! `upload_file`, and the file in an event.

use axum::http::{Method, StatusCode, header};
use fake_livechat::Fake;
use serde_json::json;

use crate::support::*;

async fn upload(fake: &Fake, token: &str, name: &str, content: &[u8]) -> Answer {
    let mut body = format!(
        "--frontier\r\nContent-Disposition: form-data; name=\"file\"; filename=\"{name}\"\r\n\
         Content-Type: image/png\r\n\r\n"
    )
    .into_bytes();
    body.extend_from_slice(content);
    body.extend_from_slice(b"\r\n--frontier--\r\n");
    let mut request = api_request(token, "agent/action/upload_file").header(header::HOST, "127.0.0.1:8812");
    let headers = request.headers_mut().unwrap();
    headers.insert(header::CONTENT_TYPE, "multipart/form-data; boundary=frontier".parse().unwrap());
    send(fake.api(), request.body(body.into()).unwrap()).await
}

#[tokio::test]
async fn a_file_is_uploaded_sent_and_read() {
    let fake = fake();
    let token = token(&fake).await;
    let url = upload(&fake, &token, "order 7.png", b"\x89PNG\r\n\r\n").await.ok()["url"].as_str().unwrap().to_owned();
    let path = url.strip_prefix("http://127.0.0.1:8812").unwrap();
    assert!(path.ends_with("/order_7.png"), "{path}");
    let file = control(&fake, Method::GET, path, "").await;
    assert_eq!(file.status, StatusCode::OK);
    assert_eq!(file.header("content-type"), Some("image/png"));
    assert_eq!(file.header("content-disposition"), Some("attachment"));
    assert_eq!(&*file.body, b"\x89PNG\r\n\r\n");
    let event = json!({ "type": "file", "url": url, "alternative_text": "Order 7" });
    agent(&fake, &token, "send_event", json!({ "chat_id": CHAT, "event": event })).await.ok();
    let chat = agent(&fake, &token, "get_chat", json!({ "chat_id": CHAT })).await.ok();
    let last = chat["thread"]["events"].as_array().unwrap().last().unwrap().clone();
    assert_eq!(last["name"], "order 7.png");
    assert_eq!(last["content_type"], "image/png");
    assert_eq!(last["size"], 8);
    assert_eq!(last["alternative_text"], "Order 7");
}

#[tokio::test]
async fn a_file_needs_no_scope_but_a_token() {
    let fake = fake();
    let token = token_with(&fake, "accounts--my:ro").await;
    upload(&fake, &token, "a.png", b"a").await.ok();
    assert_eq!(upload(&fake, "unknown", "a.png", b"a").await.error(), (401, "authentication".to_owned()));
}

#[tokio::test]
async fn ten_megabytes_are_the_most() {
    let fake = fake();
    let token = token(&fake).await;
    let content = vec![b'a'; 10 * 1024 * 1024 + 1];
    upload(&fake, &token, "a.png", &content[1..]).await.ok();
    assert_eq!(upload(&fake, &token, "a.png", &content).await.error(), (413, "entity_too_large".to_owned()));
    let content = vec![b'a'; 11 * 1024 * 1024];
    assert_eq!(upload(&fake, &token, "a.png", &content).await.error(), (413, "entity_too_large".to_owned()));
}

#[tokio::test]
async fn executables_and_other_bodies_are_refused() {
    let fake = fake();
    let token = token(&fake).await;
    for name in ["setup.exe", "RUN.BAT", "a.tar.sh"] {
        assert_eq!(upload(&fake, &token, name, b"a").await.error(), (400, "validation".to_owned()), "{name}");
    }
    let answer = agent(&fake, &token, "upload_file", json!({ "file": "a" })).await;
    assert_eq!(answer.error(), (400, "validation".to_owned()));
    assert!(answer.text().contains("multipart"));
}

#[tokio::test]
async fn a_file_that_was_not_uploaded_is_not_there() {
    let answer = control(&fake(), Method::GET, "/fake/files/unknown/a.png", "").await;
    assert_eq!(answer.status, StatusCode::NOT_FOUND);
}
