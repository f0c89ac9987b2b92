//! What there is for native tests alone.

mod block_on;
mod snapshot;
mod wait;

pub(super) use self::wait::{for_rendering, pause};
pub use self::{block_on::block_on, snapshot::Snapshot};
