//! The methods of the widgets beside a chat.

use yew_livechat::{
    placement::{SendsRichMessages, UsePlacementHandle},
    rich_message::{Button, Card, Cards, QuickReplies},
};

use crate::{
    arguments::Arguments,
    call::{CallError, Called},
};

/// Carries out a method that sends a rich message.
pub(crate) fn call<P: SendsRichMessages>(
    handle: &UsePlacementHandle<P>,
    method: &str,
    arguments: &Arguments,
) -> Result<Option<Called>, CallError> {
    let sent = match method {
        "sendQuickReplies" => {
            let (title, buttons) = (arguments.read::<String>(0)?, arguments.read::<Vec<Button>>(1)?);
            handle.send_quick_replies(&QuickReplies::new(title, buttons)?)
        }
        // One card, or a list.
        "sendCards" if arguments.value(0).is_array() => handle.send_cards(arguments.read::<Cards>(0)?),
        "sendCards" => handle.send_cards(&Cards::new([arguments.read::<Card>(0)?])?),
        _ => return Ok(None),
    };
    Ok(Some(sent.into()))
}
