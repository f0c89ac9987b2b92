//! LiveChat's API, called from a page: `livechat-api` says what to send and what an answer means, and this sends it.

mod call_error;
mod calls;
mod region;
mod transport;

pub use self::call_error::CallError;
pub(crate) use self::calls::call;
