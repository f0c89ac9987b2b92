//! The hooks, one a file, named after it.
//!
//! A hook returns the latest value, also to a component that mounts after the event came.
//! A component re-renders when the slice that its hook reads has changed, at most once an animation frame, and for no other reason.
//! Every hook needs an [`ExtensionProvider`](crate::ExtensionProvider) above it, which
//! [`Extension::mount`](crate::Extension::mount) puts there; without one it panics with a sentence that says so.

mod use_any_event;
mod use_connection;
mod use_customer_profile;
mod use_customer_resource;
mod use_event;
mod use_session;
mod use_theme;

pub use self::{
    use_any_event::use_any_event,
    use_connection::use_connection,
    use_customer_profile::use_customer_profile,
    use_customer_resource::{CustomerResource, CustomerResourceHandle, use_customer_resource},
    use_event::use_event,
    use_session::{SessionHandle, use_session},
    use_theme::use_theme,
};
