//! A rich message: cards, or quick replies.

use super::{card::Card, cards::Cards, quick_replies::QuickReplies};
use crate::wire::{Decode, DecodeError, Encode, Object, Payload, Reader};

/// A rich message: `{template_id, elements}` on the wire.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum RichMessage {
    /// Cards, side by side.
    Cards(Cards),
    /// A question with suggested answers.
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
