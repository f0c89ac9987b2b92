//! Each placement's commands: the correct counterparts of the mistakes in `fail/`.

use yew_livechat::{
    prelude::*,
    rich_message::{Cards, QuickReplies, RichMessage},
    section::Section,
};

fn details(handle: &UseDetailsHandle, section: &Section, cards: &Cards, replies: &QuickReplies) {
    handle.put_message("Hello!");
    handle.publish_section(section);
    handle.watch_messages();
    handle.refresh_session();
    handle.send_cards(cards);
    handle.send_quick_replies(replies);
}

fn message_box(handle: &UseMessageBoxHandle, message: RichMessage, cards: &Cards, replies: &QuickReplies) {
    handle.put_message("Hello!");
    handle.put_rich_message(message);
    handle.send_cards(cards);
    handle.send_quick_replies(replies);
}

fn fullscreen(handle: &UseFullscreenPageHandle, path: &Pathname, filters: &ReportsFilters) {
    handle.set_notification_badge(NotificationBadge::from(3));
    handle.set_notification_badge(None);
    handle.navigate(path);
    handle.set_reports_filters(filters);
}

fn settings(handle: &UseSettingsPageHandle, target: &RedirectTarget) {
    handle.redirect(target);
}

fn every_one<P: yew_livechat::placement::Placement>(
    handle: &yew_livechat::placement::UsePlacementHandle<P>,
    toast: &Toast,
    event: &TrackedEvent,
    properties: &AppProperties,
) {
    handle.set_toast(toast);
    handle.track(event);
    handle.update_properties(properties);
    handle.open_chat_widget();
}

// Never called, since only a window provides a handle: the test is that they compile.
const _: () = {
    let _ = (details, message_box, fullscreen, settings, every_one::<yew_livechat::placement::Details>);
};
