//! The extension's agent needs support.

use super::without_data::without_data;

without_data! {
    /// The host opens the chat with its own support.
    OpenChatWidget
}
