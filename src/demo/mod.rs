//! The demo's components.

mod compose;
mod profile;
mod session;
mod sidebar;

pub(crate) use self::sidebar::Sidebar;
