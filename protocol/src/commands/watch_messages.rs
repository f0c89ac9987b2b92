//! A request for the chats' messages.

use super::without_data::without_data;

without_data! {
    /// Asks the host to send [`Message`](crate::Message) events from now on.
    WatchMessages
}
