//! Available in native tests only.

mod block_on;
mod snapshot;

pub use self::{block_on::block_on, snapshot::Snapshot};
