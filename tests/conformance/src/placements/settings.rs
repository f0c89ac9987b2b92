//! The settings widget.

use std::rc::Rc;

use yew::prelude::*;
use yew_livechat::{placement::UseSettingsPageHandle, prelude::*};

use super::common;
use crate::{
    arguments::Arguments,
    call::{CallError, Called},
    journal::json,
    published::use_published,
};

/// The page in an app's settings.
#[component]
pub(crate) fn SettingsPage() -> Html {
    let settings = use_settings_page();
    let (theme, page_data) = (use_host_theme(), use_page_data());
    use_published(Rc::new(move |method, arguments| {
        let found = match method {
            "getTheme" => json(&theme),
            "getPageData" => json(&page_data.as_deref()),
            _ => return call(&settings, method, arguments),
        };
        Ok(Some(Called::Found(found)))
    }))
}

fn call(settings: &UseSettingsPageHandle, method: &str, arguments: &Arguments) -> Result<Option<Called>, CallError> {
    let sent = match method {
        "redirect" => settings.redirect(&RedirectTarget::new(arguments.read::<String>(0)?)?),
        _ => return common::call(settings, method, arguments),
    };
    Ok(Some(sent.into()))
}
