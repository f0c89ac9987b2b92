//! A backend that knows from LiveChat which agent is asking.
//!
//! The extension sends the access token of *Sign in with LiveChat* with each request. The backend asks LiveChat whose it is:
//!
//! | request | answer |
//! |---|---|
//! | `GET /me` with `Authorization: Bearer <access token>` | 200 `{"account_id": "…", "organization_id": "…"}` |
//! | without a token, or with one that is not valid any more | 401 `{"error": "…"}` |
//! | with a token of another app or another organization | 403 `{"error": "…"}` |
//! | LiveChat cannot be asked | 502 `{"error": "…"}` |
//!
//! [`verifier`] asks LiveChat, [`cache`] has the answers that are used again, [`router`] is HTTP.

pub mod cache;
pub mod refusal;
pub mod router;
pub mod verifier;
