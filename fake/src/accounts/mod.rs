//! The accounts server: the consent page, and the endpoints below `/v2/`.

mod authorize;
mod endpoints;
mod error;
mod exception;
mod pages;
mod redirects;
mod request;
mod token_request;
mod tokens;

use axum::Router;
use axum::routing::{get, post};

pub(crate) use self::redirects::Redirects;
pub(crate) use self::tokens::Tokens;
use crate::Fake;

pub(crate) fn router() -> Router<Fake> {
    Router::new()
        .route("/", get(authorize::page).post(authorize::decide))
        .route("/signin", get(authorize::page).post(authorize::decide))
        .route("/ooops", get(authorize::ooops))
        .route("/v2/token", post(endpoints::token).delete(endpoints::revoke))
        .route("/v2/info", get(endpoints::info))
        .route("/v2/accounts/me", get(endpoints::account))
}
