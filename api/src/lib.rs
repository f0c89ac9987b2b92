//! LiveChat's REST API as plain values without I/O: the Agent Chat API and the Configuration API in version 3.6, and
//! the accounts endpoints that describe a token.
//!
//! A [`Call`] builds a [`Request`], and decodes the answer from a status and a body. Your program sends it: an
//! extension with the browser's `fetch`, a backend with its HTTP client. Both use the same types.
//!
//! ```
//! use livechat_api::{AccessToken, ApiError, Attempts, Body, Call, GetChat, Request, Retry, Servers};
//!
//! /// What is specific to an HTTP client. `reqwest` and `ureq` take the parts of a request in the same way.
//! fn send(request: &Request) -> (u16, String) {
//!     let mut text = format!("{} {} HTTP/1.1\r\n", request.method(), request.url());
//!     for (name, value) in request.headers() {
//!         text += &format!("{name}: {value}\r\n");
//!     }
//!     match request.body() {
//!         Body::Empty => {}
//!         Body::Json(body) | Body::Form(body) => text += &format!("\r\n{body}"),
//!         Body::File(upload) => drop(upload.to_multipart()),
//!         _ => unimplemented!("a body that this client does not know"),
//!     }
//!     assert!(text.ends_with(r#"{"chat_id":"PJ0MRSHTDG"}"#));
//!     // Instead of a server, this example answers.
//!     (200, r#"{"id":"PJ0MRSHTDG","users":[],"thread":{"id":"K600PKZON8","active":true}}"#.to_owned())
//! }
//!
//! let token = AccessToken::new("dal:a-token");
//! let call = GetChat::new("PJ0MRSHTDG");
//! let mut request = call.request(&Servers::default())?.with_token(&token);
//! let mut attempts = Attempts::new(&call);
//! let chat = loop {
//!     let (status, body) = send(&request);
//!     let error = match call.read(status, &body) {
//!         Ok(chat) => break chat,
//!         Err(error) => error,
//!     };
//!     match attempts.after_error(&error, None) {
//!         Retry::After(delay) => std::thread::sleep(delay),
//!         Retry::WithRegion(region) => request = request.with_region(region),
//!         // A backend with a refresh token gets a new access token here, once.
//!         Retry::WithNewToken | Retry::No => return Err(error.into()),
//!     }
//! };
//! assert_eq!(chat.thread.expect("it is open").id, "K600PKZON8");
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # Answers are decoded leniently
//!
//! Unknown fields are ignored. A field that LiveChat may leave out is an `Option`, which is `None` for an unexpected
//! type as well. Events and users of unknown types are available as JSON ([`Event::Other`], [`User::Other`]). Only an
//! answer without its essential content, such as a chat without an id, is an [`ApiError::Shape`]. [`RawCall`] returns
//! everything as JSON.
//!
//! In a browser, [`Call::read_by`] decodes the result of `JSON.parse`, so that the WebAssembly needs no JSON parser.
//!
//! # Verifying a token in a backend
//!
//! An extension sends its access token to its own backend, which asks LiveChat who the token belongs to. A token
//! issued to another app is valid as well, so compare the client id:
//!
//! ```
//! use livechat_api::{AccessToken, Call, GetTokenInfo, Servers};
//!
//! let request = GetTokenInfo.request(&Servers::default())?.with_token(&AccessToken::new("dal:a-token"));
//! assert_eq!(request.url(), "https://accounts.livechat.com/v2/info");
//!
//! let body = r#"{"account_id":"a1","client_id":"my-app","scope":"chats--access:rw,customers:ro","expires_in":28799}"#;
//! let info = GetTokenInfo.read(200, body)?;
//! assert_eq!(info.client_id.as_deref(), Some("my-app"), "the token belongs to another app");
//! assert!(info.grants("chats--access:ro"));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # Sources
//!
//! Names, fields and limits are from the vendor's documentation, unless a comment says *seen*: then public code
//! relies on them. Facts that neither confirms are marked UNVERIFIED. HTTP statuses are undocumented, so errors are
//! classified by the vendor's `type` if there is one. CORS is undocumented as well: calls from web pages to the Agent
//! Chat and Configuration APIs and to `/v2/info` have been seen; whether `/v2/accounts/me` answers a web page is
//! UNVERIFIED (api-account-readable).
//!
//! LiveChat bills the calls of private apps and of personal access tokens, including failed ones. Therefore limits
//! are checked before a request is made: [`Call::request`] returns an [`InvalidCall`] instead.

mod answer;
mod call;
mod calls;
mod error;
mod http;
mod invalid_call;
mod no_content;
mod repeat;
mod retry;
mod values;

pub use self::{
    call::Call,
    calls::*,
    error::*,
    http::*,
    invalid_call::InvalidCall,
    no_content::NoContent,
    repeat::Repeat,
    retry::{Attempts, Retry},
    values::*,
};
