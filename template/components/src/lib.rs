//! This extension's own components: props in, callbacks out. What they show can be tried without a host.

mod replies;

pub use replies::{Replies, RepliesProps};
