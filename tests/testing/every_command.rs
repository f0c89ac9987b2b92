//! Every command has a method on the handle of a placement that has it.

use yew_livechat::{
    payment::{Charge, PaymentMetadata},
    placement::UsePlacementHandle,
    prelude::*,
    protocol::CommandName,
    rich_message::{Button, Card, Cards, QuickReplies},
    section::{Component, Section},
    testing::{ScriptedHost, block_on},
};

/// Sends a command by its method. Without a wildcard: a command that has no method does not compile.
fn send(name: CommandName, host: &ScriptedHost) {
    let details = || host.connect(Extension::details());
    let fullscreen = || host.connect(Extension::fullscreen());
    let charge = || Charge::recurrent("Team plan", 2500.0, 1, 0);
    let metadata = || PaymentMetadata::new("https://shop.example/icon.png");
    let with = |send: &dyn Fn(&UsePlacementHandle<yew_livechat::placement::Details>)| {
        let connected = details();
        send(&connected.handle());
        block_on(host.settle());
    };
    let with_fullscreen = |send: &dyn Fn(&UseFullscreenPageHandle)| {
        let connected = fullscreen();
        send(&connected.handle());
        block_on(host.settle());
    };
    match name {
        // The bridge sends it when the extension has rendered.
        CommandName::PluginInited => with(&|_| {}),
        CommandName::PluginLoaded => with(&|details| drop(details.refresh_session())),
        CommandName::PutMessage => with(&|details| drop(details.put_message("Hello"))),
        CommandName::WatchMessages => with(&|details| drop(details.watch_messages())),
        CommandName::CustomerDetailsSection => {
            with(&|details| drop(details.publish_section(Section::new("Orders", [Component::Line]))));
        }
        CommandName::PutMessageboxMessage => {
            let connected = host.connect(Extension::message_box());
            drop(connected.handle().put_message("Hello"));
            block_on(host.settle());
        }
        CommandName::SendQuickReplies => with(&|details| {
            let answers = Button::reply("Yes", "yes").map(|yes| [yes]);
            drop(details.send_quick_replies(answers.and_then(|answers| QuickReplies::new("Did that help?", answers))));
        }),
        CommandName::SendCards => {
            with(&|details| drop(details.send_cards(Cards::new([Card::new().with_title("Chair")]))));
        }
        CommandName::SetFullscreenWidgetNotificationBadge => {
            with_fullscreen(&|page| drop(page.set_notification_badge(NotificationBadge::from(3))));
        }
        CommandName::NavigateFromFullscreenWidget => with_fullscreen(&|page| drop(page.navigate("/chats"))),
        CommandName::SetReportsFilters => {
            with_fullscreen(&|page| drop(page.set_reports_filters(ReportsFilters::new())));
        }
        CommandName::Redirect => {
            let connected = host.connect(Extension::settings());
            drop(connected.handle().redirect("https://shop.example/connect"));
            block_on(host.settle());
        }
        CommandName::Track => with(&|details| drop(details.track("seen"))),
        CommandName::UpdateProperties => {
            with(&|details| drop(details.update_properties(AppProperties::new().with_plan("team"))));
        }
        CommandName::SetToast => with(&|details| drop(details.toast_success("Saved"))),
        CommandName::OpenChatWidget => with(&|details| drop(details.open_chat_widget())),
        CommandName::RegisterTransactionPending | CommandName::RegisterTransactionSuccess => {
            with(&|details| drop(details.start_transaction(charge(), metadata())));
        }
        CommandName::RegisterTransactionFailure => with(&|details| drop(details.fail_transaction("no card"))),
    }
}

#[test]
fn every_command_has_a_method_that_sends_it() {
    for name in CommandName::ALL {
        let host = ScriptedHost::new();
        send(*name, &host);
        let sent = host.commands();
        assert!(sent.iter().any(|(sent, _)| sent == name.as_str()), "`{name}` is not among {sent:?}");
    }
}
