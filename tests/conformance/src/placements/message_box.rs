//! The message box widget.

use std::rc::Rc;

use yew::prelude::*;
use yew_livechat::{placement::UseMessageBoxHandle, prelude::*, rich_message::RichMessage};

use super::{common, rich_messages};
use crate::{
    arguments::Arguments,
    call::{CallError, Called},
    journal::json,
    published::use_published,
};

/// The page above the message input.
#[component]
pub(crate) fn MessageBoxPage() -> Html {
    let message_box = use_message_box();
    let (theme, profile) = (use_host_theme(), use_customer_profile().shown());
    use_published(Rc::new(move |method, arguments| {
        let found = match method {
            "getTheme" => json(&theme),
            "getCustomerProfile" => json(&profile.as_deref()),
            _ => return call(&message_box, method, arguments),
        };
        Ok(Some(Called::Found(found)))
    }))
}

fn call(message_box: &UseMessageBoxHandle, method: &str, arguments: &Arguments) -> Result<Option<Called>, CallError> {
    let sent = match method {
        "putMessage" if arguments.value(0).is_string() => message_box.put_message(arguments.read::<String>(0)?),
        "putMessage" => message_box.put_rich_message(arguments.read::<RichMessage>(0)?),
        _ => {
            return match rich_messages::call(message_box, method, arguments)? {
                Some(called) => Ok(Some(called)),
                None => common::call(message_box, method, arguments),
            };
        }
    };
    Ok(Some(sent.into()))
}
