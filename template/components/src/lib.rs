//! This extension's own components: props in, callbacks out. What they show can be tried without a
//! host.

mod action_list;

pub use action_list::{ActionItem, ActionList, ActionListProps};
