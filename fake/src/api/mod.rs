//! The API's server: the Agent Chat API and the Configuration API.

mod actions;
mod agents;
mod archives;
mod call;
mod chats;
mod customers;
mod error;
mod events;
mod multipart;
mod paging;
mod request;
mod tags;
mod upload;

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::routing::post;

use crate::Fake;

/// LiveChat's limit for a file, and room for the parts around it.
const BODY_LIMIT: usize = upload::MAX_SIZE + 64 * 1024;

pub(crate) fn router() -> Router<Fake> {
    Router::new().route("/{version}/{api}/action/{name}", post(call::action)).layer(DefaultBodyLimit::max(BODY_LIMIT))
}
