//! Requests as plain data, and the encoding of their parts.

mod access_token;
mod body;
pub(crate) mod json;
mod multipart;
mod request;
mod servers;
mod upload;

pub use self::{
    access_token::AccessToken,
    body::Body,
    request::{Method, Request},
    servers::Servers,
    upload::Upload,
};
