//! Commands: what the extension asks the host for. The data of each are in a file named after the command; data that
//! other messages carry too are in [`values`](crate::values).

mod command;
mod navigate_from_fullscreen_widget;
mod put_messagebox_message;
mod redirect;
mod set_fullscreen_widget_notification_badge;
mod set_reports_filters;
mod set_toast;
mod track;
mod update_properties;

pub(crate) use self::command::{TRANSACTION_PENDING, TRANSACTION_SUCCESS};
pub use self::{
    command::{Command, ReceivedCommand},
    navigate_from_fullscreen_widget::Pathname,
    put_messagebox_message::MessageBoxMessage,
    redirect::RedirectTarget,
    set_fullscreen_widget_notification_badge::NotificationBadge,
    set_reports_filters::ReportsFilters,
    set_toast::{Toast, ToastKind},
    track::TrackedEvent,
    update_properties::{AppProperties, PropertyValue},
};
