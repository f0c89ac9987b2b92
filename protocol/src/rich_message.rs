//! Rich messages: cards and quick replies, within the limits of the chat API when they are built.
//!
//! From the official SDK's types and the rich message format of the chat API: at most [`ELEMENTS`] elements and
//! [`BUTTONS`] buttons an element. The API accepts that many from version 3.3 on, and the stable version is 3.6; the
//! SDK's own documentation still says 11.
//!
//! ```
//! use livechat_protocol::rich_message::{Button, Card, Cards, QuickReplies};
//!
//! let chair = Card::new().title("Chair").subtitle("49.00 EUR").image("https://shop.example/chair.jpg")?;
//! let cards = Cards::new([chair.buttons([Button::link("Open", "https://shop.example/chair")?])?])?;
//! let replies = QuickReplies::new("Did that help?", [Button::reply("Yes", "yes")?, Button::reply("No", "no")?])?;
//!
//! let error = Cards::new((0..11).map(|_| Card::new())).expect_err("too many");
//! assert_eq!(error.to_string(), "`rich_message.elements` has 11 items: it takes at most 10");
//! # Ok::<(), livechat_protocol::InvalidArgument>(())
//! ```

mod button;
mod card;
mod cards;
mod image;
mod postback;
mod quick_replies;
mod webview_height;

pub use self::{
    button::Button, card::Card, cards::Cards, image::Image, quick_replies::QuickReplies, webview_height::WebviewHeight,
};
use crate::{
    decode::{Decode, DecodeError, Reader},
    encode::{Encode, Object},
    payload::Payload,
};

/// The most elements of a rich message.
pub const ELEMENTS: usize = 10;
/// The most buttons of one element.
pub const BUTTONS: usize = 13;

/// A rich message: `{template_id, elements}` on the wire.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum RichMessage {
    /// Cards, one beside the other.
    Cards(Cards),
    /// A question with answers to choose from.
    QuickReplies(QuickReplies),
}

impl From<Cards> for RichMessage {
    fn from(cards: Cards) -> Self {
        Self::Cards(cards)
    }
}

impl From<QuickReplies> for RichMessage {
    fn from(replies: QuickReplies) -> Self {
        Self::QuickReplies(replies)
    }
}

impl Encode for RichMessage {
    fn encode<P: Payload>(&self) -> P {
        match self {
            Self::Cards(cards) => Object::new().with("template_id", "cards").with("elements", cards.as_slice()),
            Self::QuickReplies(replies) => Object::new()
                .with("template_id", "quick_replies")
                .with("elements", std::slice::from_ref(replies.card())),
        }
        .build()
    }
}

impl Decode for RichMessage {
    fn decode<P: Payload>(from: &Reader<'_, P>) -> Result<Self, DecodeError> {
        let template = from.member("template_id")?;
        let elements = from.member("elements")?;
        match template.text()?.as_str() {
            "cards" => Cards::decode(&elements).map(Self::Cards),
            "quick_replies" => {
                let mut cards: Vec<Card> = Vec::decode(&elements)?;
                let replies = (cards.len() == 1).then(|| cards.pop()).flatten().and_then(QuickReplies::from_card);
                replies
                    .map(Self::QuickReplies)
                    .ok_or_else(|| elements.error("one element with a title and 1 to 13 buttons"))
            }
            _ => Err(template.error("`cards` or `quick_replies`")),
        }
    }
}
