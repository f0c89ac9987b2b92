//! This extension's own components: props in, callbacks out, so that they can be tested without a host.

mod action_list;

pub use action_list::{ActionItem, ActionList, ActionListProps};
