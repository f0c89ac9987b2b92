//! The extension wants another session.

use super::without_data::without_data;

without_data! {
    /// The host deletes the session id and asks for a new one.
    PluginLoaded
}
