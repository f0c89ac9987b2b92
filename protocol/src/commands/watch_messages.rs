//! The extension wants the chats' messages.

use super::without_data::without_data;

without_data! {
    /// The host sends [`Message`](crate::Message) events from then on.
    WatchMessages
}
