//! A backend for the authorization flow of the Agent App.
//!
//! In the *basic authorization flow* the Agent App sends `POST /authorize/` to the extension's own
//! origin, with `{"login": …, "api_key": …}`, and expects `{"session_id": …}`. Then the
//! extension sends that session id to its own API, which uses it to identify the agent:
//!
//! | request | response |
//! |---|---|
//! | `POST /authorize/` (also without the last `/`) | 200 `{"session_id": "…"}` |
//! | the same, with an invalid body | 400 `{"error": "…"}`, or 413 above 16 kB |
//! | the same, login or API key not accepted | 401 `{"error": "…"}` |
//! | `GET /session` with `Authorization: Bearer <session id>` | 200 `{"login": "…", "created": …}`, or 401 |
//!
//! # What a real server needs in addition
//!
//! This example accepts any non-empty API key, or the configured one. A real server *verifies* login and API key with a
//! call to the LiveChat API before it opens a session. It serves HTTPS only, limits attempts per address, and limits
//! how long a request may take to arrive.
//!
//! These parts are ready for production: the API key is neither stored nor logged, is not on the command line, and is
//! compared in constant time. Session ids can't be guessed (122 random bits from the operating system). Only the owner
//! can read the store. Sessions survive a restart and end after a day. Signing in does not scan the stored sessions.
//! The server stops within seconds.
//!
//! # Where to read
//!
//! [`router`] is HTTP, [`sessions`] is the store, [`api_key`] is the key, [`args`] is the command line.

pub mod api_key;
pub mod args;
pub mod router;
pub mod sessions;
