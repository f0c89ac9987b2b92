//! LiveChat's API, called from a page: `livechat-api` says what to send and what an answer means, and this sends it.

mod call_error;
mod calls;
mod page_stream;
mod region;
mod servers;
mod transport;

pub use self::{call_error::CallError, page_stream::PageStream};
pub(crate) use self::{calls::call, servers::servers_of};
