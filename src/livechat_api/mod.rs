//! LiveChat's API, called from a page: `livechat-api` builds the requests and decodes the answers; this module sends
//! them.

mod call_error;
mod calls;
mod page_stream;
mod region;
mod servers;
mod transport;

pub use self::{call_error::CallError, page_stream::PageStream};
pub(crate) use self::{calls::call, servers::servers_of};
