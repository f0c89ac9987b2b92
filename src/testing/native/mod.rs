//! What there is for native tests alone.

mod block_on;
mod snapshot;

pub use self::{block_on::block_on, snapshot::Snapshot};
