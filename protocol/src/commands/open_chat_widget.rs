//! A request for LiveChat's support.

use super::without_data::without_data;

without_data! {
    /// Opens the chat with LiveChat's own support.
    OpenChatWidget
}
