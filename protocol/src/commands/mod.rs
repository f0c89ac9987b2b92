//! Commands: requests from the extension to the host. Each one's data is in a file with the command's name; data that
//! other messages also carry is in [`values`](crate::values).
//!
//! To add a command, add its file and a row in the table below: see CONTRIBUTING.md.

mod command;
mod macros;
mod navigate_from_fullscreen_widget;
mod open_chat_widget;
mod plugin_inited;
mod plugin_loaded;
mod put_message;
mod put_messagebox_message;
mod raw_command;
mod redirect;
mod register_transaction_failure;
mod register_transaction_pending;
mod register_transaction_success;
mod set_fullscreen_widget_notification_badge;
mod set_reports_filters;
mod set_toast;
mod track;
mod update_properties;
mod watch_messages;
mod without_data;

use self::macros::commands;
pub use self::{
    command::Command,
    navigate_from_fullscreen_widget::Pathname,
    open_chat_widget::OpenChatWidget,
    plugin_inited::PluginInited,
    plugin_loaded::PluginLoaded,
    put_message::PutMessage,
    put_messagebox_message::MessageBoxMessage,
    raw_command::{RawCommand, ReceivedCommand},
    redirect::RedirectTarget,
    register_transaction_failure::RegisterTransactionFailure,
    register_transaction_pending::RegisterTransactionPending,
    register_transaction_success::RegisterTransactionSuccess,
    set_fullscreen_widget_notification_badge::NotificationBadge,
    set_reports_filters::ReportsFilters,
    set_toast::{Toast, ToastKind},
    track::TrackedEvent,
    update_properties::{AppProperties, PropertyValue},
    watch_messages::WatchMessages,
};
use crate::{
    values::{
        PlacementKind::{self, Details, Fullscreen, MessageBox, Settings},
        rich_message::{Cards, QuickReplies},
        section::Section,
    },
    wire::named,
};

// The placements follow the official SDKs. HelpDesk's details and fullscreen placements also have the commands for
// payments, toasts, the support chat and properties, according to the changelog of `@livechat/helpdesk-sdk` 1.5.0 in
// the repository `livechat/products-sdk`; the registry has 1.0.3.
commands! {
    PluginInited = "plugin_inited" in &PlacementKind::ALL => PluginInited,
    PluginLoaded = "plugin_loaded" in &[Details] => PluginLoaded,
    PutMessage = "put_message" in &[Details] => PutMessage,
    WatchMessages = "watch_messages" in &[Details] => WatchMessages,
    CustomerDetailsSection = "customer_details_section" in &[Details] => Section,
    PutMessageboxMessage = "put_messagebox_message" in &[MessageBox] => MessageBoxMessage,
    SendQuickReplies = "send_quick_replies" in &[Details, MessageBox] => QuickReplies,
    SendCards = "send_cards" in &[Details, MessageBox] => Cards,
    SetFullscreenWidgetNotificationBadge =
        "set_fullscreen_widget_notification_badge" in &[Fullscreen] => Option<NotificationBadge>,
    NavigateFromFullscreenWidget = "navigate_from_fullscreen_widget" in &[Fullscreen] => Pathname,
    SetReportsFilters = "set_reports_filters" in &[Fullscreen] => ReportsFilters,
    Redirect = "redirect" in &[Settings] => RedirectTarget,
    Track = "track" in &PlacementKind::ALL => TrackedEvent,
    UpdateProperties = "update_properties" in &PlacementKind::ALL => AppProperties,
    SetToast = "set_toast" in &PlacementKind::ALL => Toast,
    OpenChatWidget = "open_chat_widget" in &PlacementKind::ALL => OpenChatWidget,
    RegisterTransactionPending = "register_transaction_pending" in &PlacementKind::ALL => RegisterTransactionPending,
    RegisterTransactionSuccess = "register_transaction_success" in &PlacementKind::ALL => RegisterTransactionSuccess,
    RegisterTransactionFailure = "register_transaction_failure" in &PlacementKind::ALL => RegisterTransactionFailure,
}
