//! The placements that can send rich messages into a chat.

use livechat_protocol::rich_message::{Cards, QuickReplies};

use super::{details::Details, handle::UsePlacementHandle, kind::Placement, message_box::MessageBox};
use crate::bridge::{Acknowledgement, Argument};

/// A placement beside a chat, which can send rich messages into it: details and message box.
pub trait SendsRichMessages: Placement {}

impl SendsRichMessages for Details {}
impl SendsRichMessages for MessageBox {}

impl<P: SendsRichMessages> UsePlacementHandle<P> {
    /// Sends cards to the customer. The SDK's `sendCards`.
    pub fn send_cards(&self, cards: impl Argument<Cards>) -> Acknowledgement {
        self.send(cards)
    }

    /// Sends the customer a question with suggested answers. The SDK's `sendQuickReplies`.
    pub fn send_quick_replies(&self, replies: impl Argument<QuickReplies>) -> Acknowledgement {
        self.send(replies)
    }
}
