//! The ids that report clicks on a message's buttons.

use super::card::Card;

/// Gives each button without an id one that is unique in the message.
pub(super) fn identify(cards: &mut [Card]) {
    let ids = cards.iter().flat_map(Card::buttons).filter_map(|button| button.postback_id.clone());
    let mut taken: Vec<String> = ids.collect();
    for button in cards.iter_mut().flat_map(Card::buttons_mut).filter(|button| button.postback_id.is_none()) {
        let value = button.default_postback_id();
        let (mut id, mut number) = (value.clone(), 1_u32);
        while taken.contains(&id) {
            number += 1;
            id = format!("{value}-{number}");
        }
        taken.push(id.clone());
        button.postback_id = Some(id);
    }
}
