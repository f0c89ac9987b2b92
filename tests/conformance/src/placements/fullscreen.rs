//! The fullscreen widgets, LiveChat's and HelpDesk's.

use std::rc::Rc;

use serde_json::Value;
use yew::prelude::*;
use yew_livechat::{placement::UseFullscreenPageHandle, prelude::*};

use super::common;
use crate::{
    arguments::{Arguments, date},
    call::{CallError, Called},
    journal::json,
    published::use_published,
};

/// The fullscreen page.
#[component]
pub(crate) fn FullscreenPage() -> Html {
    let fullscreen = use_fullscreen_page();
    let (theme, page_data) = (use_host_theme(), use_page_data());
    use_published(Rc::new(move |method, arguments| {
        let found = match method {
            "getTheme" => json(&theme),
            "getPageData" => json(&page_data.as_deref()),
            _ => return call(&fullscreen, method, arguments),
        };
        Ok(Some(Called::Found(found)))
    }))
}

fn call(
    fullscreen: &UseFullscreenPageHandle,
    method: &str,
    arguments: &Arguments,
) -> Result<Option<Called>, CallError> {
    let sent = match method {
        "setNotificationBadge" if arguments.value(0).is_null() => fullscreen.set_notification_badge(None),
        "setNotificationBadge" => fullscreen.set_notification_badge(arguments.read::<NotificationBadge>(0)?),
        "navigate" => fullscreen.navigate(&Pathname::new(arguments.read::<String>(0)?)?),
        "setReportsFilters" => fullscreen.set_reports_filters(&filters(arguments)?),
        _ => return common::call(fullscreen, method, arguments),
    };
    Ok(Some(sent.into()))
}

fn filters(arguments: &Arguments) -> Result<ReportsFilters, InvalidArgument> {
    arguments.members(0).into_iter().try_fold(ReportsFilters::new(), |filters, (name, value)| match &value {
        Value::String(text) => filters.with_text(name, text),
        Value::Number(number) => filters.with_number(name, number.as_f64().unwrap_or(f64::NAN)),
        Value::Array(items) if items.iter().all(Value::is_number) => {
            filters.with_numbers(name, items.iter().filter_map(Value::as_f64))
        }
        Value::Array(items) => filters.with_texts(name, items.iter().filter_map(Value::as_str)),
        value => filters.with_date(name, date(value).unwrap_or(f64::NAN)),
    })
}
