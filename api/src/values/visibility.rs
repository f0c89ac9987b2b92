//! Who sees an event.

use livechat_protocol::open_enum;

open_enum! {
    /// Who sees an event, or an agent in a chat.
    pub enum Visibility {
        /// Everyone in the chat, the customer included.
        All = "all",
        /// Agents only.
        Agents = "agents",
    }
}
