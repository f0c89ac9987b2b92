//! A backend that verifies with LiveChat which agent sends a request.
//!
//! The extension sends the access token of *Sign in with LiveChat* with each request. The backend asks LiveChat who
//! owns it:
//!
//! | request | response |
//! |---|---|
//! | `GET /me` with `Authorization: Bearer <access token>` | 200 `{"account_id": "…", "organization_id": "…"}` |
//! | without a token, or with one that is no longer valid | 401 `{"error": "…"}` |
//! | with a token of another app or another organization | 403 `{"error": "…"}` |
//! | LiveChat can't be reached | 502 `{"error": "…"}` |
//!
//! [`verifier`] asks LiveChat, [`cache`] reuses its responses, and [`router`] is HTTP.

pub mod cache;
pub mod refusal;
pub mod router;
pub mod verifier;
