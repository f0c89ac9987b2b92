//! A request for another session.

use super::without_data::without_data;

without_data! {
    /// Asks the host to delete the session id and send a new one.
    PluginLoaded
}
