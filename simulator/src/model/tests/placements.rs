//! Four extensions at once, and features of single placements.

use livechat_protocol::{
    AppProperties, NotificationBadge, OpenChatWidget, Pathname, PutMessage, RedirectTarget, ReportsFilters, Toast,
    TrackedEvent,
};

use super::*;
use crate::model::parts::toasts::{LIFETIME, LIMIT};

#[test]
fn each_frame_has_a_conversation_of_its_own() {
    let mut page = Page::all();
    for placement in PlacementKind::ALL {
        assert_eq!(page.model.frame(placement).unwrap().progress, Progress::Inited);
    }
    page.happen(Msg::FrameReloadRequested(Settings));
    assert_eq!(page.model.frame(Settings).unwrap().progress, Progress::Waiting);
    assert_eq!(page.model.frame(Details).unwrap().progress, Progress::Inited);
    page.happen(Msg::ThemeToggled);
    for placement in [Details, MessageBox, Fullscreen] {
        assert_eq!(page.extensions[&placement].state().theme, Theme::Dark);
    }
    page.load(Settings);
    page.happen(Msg::DriverChosen(Driver::Plain));
    for placement in PlacementKind::ALL {
        let load = page.model.frame(placement).unwrap().load;
        assert_eq!((load.driver, load.theme), (Driver::Plain, Theme::Dark));
    }
    let frames = page
        .model
        .log
        .entries()
        .filter(|entry| matches!(entry.item, Item::Frame(FrameItem { placement: Settings, .. })));
    assert!(frames.count() > 4, "the log knows the placement of each message");
}

#[test]
fn a_command_of_another_placement_is_left_aside_and_said() {
    let mut page = Page::all();
    page.open("K3M7Q1");
    page.command(Fullscreen, &PutMessage::new("Hello").unwrap());
    assert_eq!(page.model.draft().text, "");
    let expected = "`put_message` is not a command of fullscreen extensions, and was ignored.";
    assert_eq!(page.warnings("`put_message`"), [expected]);
    page.raw(Details, "redirect", json!("https://shop.example"));
    assert_eq!(page.model.redirect, None);
}

#[test]
fn the_message_box_is_told_whose_profile_is_open_while_it_is_open() {
    let mut page = Page::all();
    page.open("K3M7Q1");
    assert_eq!(page.shown(MessageBox), None);
    page.happen(Msg::MessageBoxToggled);
    assert_eq!(page.shown(MessageBox).as_deref(), Some("K3M7Q1"));
    page.open("N5R2W8");
    assert_eq!(page.shown(MessageBox).as_deref(), Some("N5R2W8"));
    page.happen(Msg::MessageBoxToggled);
    page.open("K3M7Q1");
    assert_eq!(page.shown(MessageBox).as_deref(), Some("N5R2W8"));
    assert_eq!(page.told(Fullscreen, "customer_profile").len() + page.told(Settings, "customer_profile").len(), 0);
}

#[test]
fn tickets_are_told_to_the_details_extension_alone() {
    let mut page = Page::all();
    page.happen(Msg::MessageBoxToggled);
    page.happen(Msg::ViewChosen(View::Tickets));
    let id = page.model.tickets[0].info.id.clone();
    page.happen(Msg::TicketOpened(id.clone()));
    assert_eq!(page.extensions[&Details].state().ticket_info.as_ref().unwrap().id, id);
    assert_eq!(page.told(MessageBox, "ticket_info").len(), 0);
    page.command(Details, &PutMessage::new("We are on it.").unwrap());
    assert_eq!(page.model.draft().text, "We are on it.");
    page.happen(Msg::SendRequested);
    assert_eq!(page.model.said().len(), 1);
    page.happen(Msg::ViewChosen(View::Chats));
    page.happen(Msg::ViewChosen(View::Tickets));
    assert_eq!(page.told(Details, "ticket_info").len(), 2, "it is open again");
    page.happen(Msg::Closed);
    assert_eq!(page.model.open_ticket(), None);
}

#[test]
fn the_badge_is_a_number_or_nothing() {
    let mut page = Page::all();
    page.command(Fullscreen, &Some(NotificationBadge::from(120)));
    assert_eq!(page.model.badge, Some(120));
    page.raw(Fullscreen, "set_fullscreen_widget_notification_badge", json!("many"));
    assert_eq!(page.model.badge, Some(120));
    page.command(Fullscreen, &None::<NotificationBadge>);
    assert_eq!(page.model.badge, None);
}

#[test]
fn the_fullscreen_extension_navigates() {
    let mut page = Page::all();
    for (path, view) in [
        ("/archives", View::Archives),
        ("/customers", View::Visitors),
        ("/tickets/all", View::Tickets),
        ("/reports?range=week", View::Reports),
        ("/apps/explore", View::Fullscreen),
        ("/settings", View::Settings),
        ("/visitors#x", View::Visitors),
        ("/chats", View::Chats),
    ] {
        page.command(Fullscreen, &Pathname::new(path).unwrap());
        assert_eq!(page.model.choices.view, view, "{path}");
    }
    page.command(Fullscreen, &Pathname::new("/moon").unwrap());
    page.raw(Fullscreen, "navigate_from_fullscreen_widget", json!("https://evil.example"));
    assert_eq!(page.model.choices.view, View::Chats);
    assert!(page.lines().iter().any(|line| line.contains("/moon")));
    assert_eq!(page.warnings("navigate_from_fullscreen_widget").len(), 1);

    let mut page = Page::new(without_authorization(), &[Fullscreen]);
    page.load(Fullscreen);
    page.command(Fullscreen, &Pathname::new("/settings").unwrap());
    assert_eq!(page.model.choices.view, View::Chats);
}

#[test]
fn the_pages_own_parameters_are_told_at_the_start_and_when_they_change() {
    let choices = Choices { page: "order=A-1".to_owned(), ..without_authorization() };
    let mut page = Page::new(choices, &PlacementKind::ALL);
    for placement in PlacementKind::ALL {
        page.load(placement);
    }
    page.happen(Msg::PageChanged("?order=A%202&order=A-3".to_owned()));
    page.happen(Msg::PageChanged("order=A%202&order=A-3".to_owned()));
    let expected =
        [json!({ "queryParams": { "order": "A-1" } }), json!({ "queryParams": { "order": ["A 2", "A-3"] } })];
    assert_eq!(page.told(Fullscreen, "page_data"), expected);
    assert_eq!(page.told(Settings, "page_data"), expected);
    assert_eq!(page.told(Details, "page_data").len() + page.told(MessageBox, "page_data").len(), 0);
    page.command(Fullscreen, &Pathname::new("/settings?tab=billing").unwrap());
    assert_eq!(page.told(Settings, "page_data").last(), Some(&json!({ "queryParams": { "tab": "billing" } })));
}

#[test]
fn toasts_go_away_by_themselves_or_when_they_are_closed() {
    let mut page = Page::all();
    let toast = |text: &str| Toast::success(text).unwrap();
    page.command(Details, &toast("first"));
    page.now = Duration::from_secs(2);
    page.command(Settings, &Toast::error("second").unwrap());
    assert_eq!(page.model.toasts().len(), 2);
    page.now = page.model.next_deadline().unwrap();
    assert_eq!(page.now, LIFETIME);
    page.happen(Msg::Elapsed);
    assert_eq!(page.model.toasts().len(), 1);
    page.happen(Msg::ToastClosed(page.model.toasts()[0].number));
    assert_eq!(page.model.toasts(), []);
    assert_eq!(page.model.next_deadline(), None);
    for number in 0..LIMIT + 3 {
        page.command(Details, &toast(&number.to_string()));
    }
    assert_eq!(page.model.toasts().len(), LIMIT);
    assert_eq!(page.model.toasts()[0].toast.content(), "3");
    page.raw(Details, "set_toast", json!({ "content": "", "kind": "success" }));
    assert_eq!(page.warnings("set_toast was ignored").len(), 1);
}

#[test]
fn a_redirect_is_shown_and_not_followed() {
    let mut page = Page::all();
    page.command(Settings, &RedirectTarget::new("https://shop.example/connect").unwrap());
    assert_eq!(page.model.redirect.as_ref().unwrap().as_str(), "https://shop.example/connect");
    page.happen(Msg::RedirectClosed);
    for target in [json!("javascript:alert(1)"), json!("mailto:a@b.example"), json!(7), json!(null)] {
        page.raw(Settings, "redirect", target);
        assert_eq!(page.model.redirect, None);
    }
    assert_eq!(page.warnings("redirect was ignored").len(), 4);
}

#[test]
fn filters_support_and_activity_are_kept() {
    let mut page = Page::all();
    let filters = ReportsFilters::new().with_text("range", "week").unwrap();
    page.command(Fullscreen, &filters);
    assert_eq!(page.model.reports_filters.as_deref(), json!({ "range": "week" }).as_object());
    page.raw(Fullscreen, "set_reports_filters", json!([1]));
    assert_eq!(page.warnings("set_reports_filters").len(), 1);

    page.command(Details, &OpenChatWidget);
    assert!(page.model.support);
    page.happen(Msg::SupportClosed);
    assert!(!page.model.support);

    page.command(Settings, &AppProperties::new().with_onboarded(false).with_plan("team"));
    page.command(Details, &AppProperties::new().with_onboarded(true));
    assert_eq!(Value::Object((*page.model.activity.properties).clone()), json!({ "onboarded": true, "plan": "team" }));
    page.command(MessageBox, &TrackedEvent::new("opened").unwrap().with_property("n", 1));
    let tracked = page.model.activity.tracked.back().unwrap();
    assert_eq!((tracked.placement, &*tracked.name, &tracked.properties["n"]), (MessageBox, "opened", &json!(1)));
    page.raw(Details, "track", json!({ "event_name": " " }));
    page.raw(Details, "update_properties", json!({ "deep": {} }));
    assert_eq!(page.warnings("track").len() + page.warnings("update_properties").len(), 2);
    assert_eq!(page.model.activity.len(), 3);
    page.happen(Msg::ActivityCleared);
    assert_eq!(page.model.activity.len(), 0);
}

#[test]
fn a_place_without_an_extension_is_not_there() {
    let choices = Choices { view: View::Fullscreen, ..Choices::default() };
    let mut model = Model::new(Duration::ZERO, choices, simulated(&[Settings]));
    assert_eq!(model.choices.view, View::Chats);
    assert_eq!(model.choices.tab, Tab::Customer);
    model.update(Duration::ZERO, Msg::ViewChosen(View::Fullscreen));
    assert_eq!(model.choices.view, View::Chats);
    model.update(Duration::ZERO, Msg::ViewChosen(View::Settings));
    assert_eq!(model.choices.view, View::Settings);
    // Without a recipient, nothing is logged.
    model.update(Duration::ZERO, Msg::CustomerOpened("K3M7Q1".to_owned()));
    model.update(Duration::ZERO, Msg::MessageBoxToggled);
    model.update(Duration::ZERO, Msg::FrameLoaded(Details));
    assert_eq!(model.log.entries().len(), 0);
}

#[test]
fn of_two_extensions_in_one_place_the_first_counts() {
    let two: Vec<_> = ["/a", "/b"]
        .map(|src| SimulatedExtension {
            placement: Details,
            src: src.into(),
            sections: Vec::new(),
            authorize: true,
            signs_in: false,
        })
        .into();
    let model = Model::new(Duration::ZERO, Choices::default(), two.into());
    assert_eq!(model.extension(Details).unwrap().src, "/a");
}

#[test]
fn other_extensions_replace_those_that_changed_and_no_others() {
    let mut page = Page::all();
    let mut extensions = simulated(&[Details, Settings]).to_vec();
    extensions[1].src = "/elsewhere".into();
    page.happen(Msg::ExtensionsChanged(extensions.into()));
    assert_eq!(page.model.frame(Details).unwrap().progress, Progress::Inited);
    assert_eq!(page.model.frame(Settings).unwrap().progress, Progress::Waiting);
    assert_eq!(page.model.frame(Settings).unwrap().load.number, 1);
    assert!(page.model.frame(MessageBox).is_none());
}

#[test]
fn whatever_any_of_them_sends_nothing_panics() {
    let hostile = [
        json!(null),
        json!(-1),
        json!("text"),
        json!([[]]),
        json!({}),
        json!({ "charge": 1, "title": {}, "type": [] }),
    ];
    let mut page = Page::all();
    page.open("K3M7Q1");
    for placement in PlacementKind::ALL {
        for command in [
            "put_message",
            "customer_details_section",
            "put_messagebox_message",
            "send_cards",
            "send_quick_replies",
            "set_fullscreen_widget_notification_badge",
            "navigate_from_fullscreen_widget",
            "set_reports_filters",
            "redirect",
            "track",
            "update_properties",
            "set_toast",
            "register_transaction_pending",
            "register_transaction_success",
            "register_transaction_failure",
        ] {
            for data in &hostile {
                page.raw(placement, command, data.clone());
            }
        }
    }
    assert_eq!(page.model.said().len(), 0);
}
