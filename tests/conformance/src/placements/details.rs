//! The details widgets, LiveChat's and HelpDesk's.

use std::rc::Rc;

use yew::prelude::*;
use yew_livechat::{placement::UseDetailsHandle, prelude::*, section::Section};

use super::{common, rich_messages};
use crate::{
    arguments::Arguments,
    call::{CallError, Called},
    journal::json,
    published::use_published,
};

/// The page in the details panel.
#[component]
pub(crate) fn DetailsPage() -> Html {
    let details = use_details();
    let (theme, profile, ticket) = (use_host_theme(), use_customer_profile().shown(), use_ticket_info());
    use_published(Rc::new(move |method, arguments| {
        let found = match method {
            "getTheme" => json(&theme),
            "getCustomerProfile" => json(&profile.as_deref()),
            "getTicketInfo" => json(&ticket.as_deref()),
            _ => return call(&details, method, arguments),
        };
        Ok(Some(Called::Found(found)))
    }))
}

fn call(details: &UseDetailsHandle, method: &str, arguments: &Arguments) -> Result<Option<Called>, CallError> {
    let sent = match method {
        "putMessage" => details.put_message(arguments.read::<String>(0)?),
        "watchMessages" => details.watch_messages(),
        "refreshSession" => details.refresh_session(),
        "modifySection" => details.publish_section(&arguments.read::<Section>(0)?),
        _ => {
            return match rich_messages::call(details, method, arguments)? {
                Some(called) => Ok(Some(called)),
                None => common::call(details, method, arguments),
            };
        }
    };
    Ok(Some(sent.into()))
}
