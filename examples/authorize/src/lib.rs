//! What an extension's own server answers when the Agent App signs an agent in.
//!
//! In the *basic authorization flow* the Agent App sends `POST /authorize/` to the extension's own
//! origin, with `{"login": …, "api_key": …}`, and expects `{"session_id": …}`. From then on the
//! extension shows that session id to its own API, which knows by it which agent is asking:
//!
//! | request | answer |
//! |---|---|
//! | `POST /authorize/` (also without the last `/`) | 200 `{"session_id": "…"}` |
//! | the same, with a body that is not that | 400 `{"error": "…"}`, or 413 above 16 kB |
//! | the same, login or API key not accepted | 401 `{"error": "…"}` |
//! | `GET /session` with `Authorization: Bearer <session id>` | 200 `{"login": "…", "created": …}`, or 401 |
//!
//! # What a real server does besides
//!
//! This one accepts any API key that is not empty, or the one it is configured with. A real one
//! *verifies* login and API key, by a call to the LiveChat API with them, before it opens a session;
//! it is reached over HTTPS only; it limits how often one address may try, and how long a request may
//! take to arrive.
//!
//! These parts are ready for production: the API key is neither stored nor logged, is not on the command
//! line, and is compared in constant time; a session id cannot be guessed (122 random bits from the
//! operating system); only its owner can read the store; sessions survive a restart and end after a
//! day; signing in does not go through the stored sessions; and the server stops within seconds.
//!
//! # Where to read
//!
//! [`router`] is HTTP, [`sessions`] is the store, [`api_key`] is the key, [`args`] is the command line.

pub mod api_key;
pub mod args;
pub mod router;
pub mod sessions;
