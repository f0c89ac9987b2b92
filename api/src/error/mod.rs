//! Why a call failed.

mod api_error;
mod error_kind;
mod refusal;

pub use self::{api_error::ApiError, error_kind::ErrorKind, refusal::Refusal};
