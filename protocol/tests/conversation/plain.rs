//! The plain driver: no handshake, no answers.

use livechat_protocol::{
    ConnectError, ConnectionState, Driver, Extension, ExtensionSettings, LIKELY_HOSTS, Origin, OriginPolicy,
    OriginRefusal, Output, RefusalReason, TakeOver, Theme,
};
use serde_json::{Value, json};

use crate::harness::{Conversation, HOST, OTHER_HOST, at, event, event_frame, from_parent, handshake, plain};

fn with_parent(origin: &str) -> ExtensionSettings {
    let mut settings = plain();
    settings.parent_origin = Some(origin.to_owned());
    settings
}

fn connected() -> ConnectionState {
    crate::harness::connected(Driver::Plain)
}

fn dark() -> Value {
    event("change_theme", json!({ "theme": "dark" })).to_wire()
}

#[test]
fn a_parent_that_the_browser_names_is_connected_at_once() {
    let mut conversation = Conversation::new(with_parent(HOST));
    assert_eq!(conversation.connection(), &connected());
    assert!(conversation.from_extension.is_empty(), "nothing is posted before the app has rendered");
    conversation.render();
    let call = conversation.put("hello");
    assert_eq!(conversation.ends_of(call), [Ok(())], "without acknowledgements, posted is done");
    assert_eq!(conversation.posted_names(), ["plugin_inited", "put_message"]);
    assert!(conversation.from_extension.iter().all(|(target, _)| target.to_string() == HOST));
    conversation.advance(60_000);
    assert_eq!(conversation.connection(), &connected());
}

#[test]
fn without_a_parent_origin_the_first_event_connects() {
    let mut conversation = Conversation::new(plain());
    conversation.render();
    let call = conversation.put("hello");
    assert_eq!(conversation.connection(), &ConnectionState::Connecting);
    assert!(!conversation.posted_names().contains(&"put_message"), "commands wait until the host is known");
    conversation.load();
    conversation.push("change_theme", json!({ "theme": "dark" }));
    assert_eq!(conversation.connection(), &connected());
    assert_eq!(conversation.received_names(), ["plugin_inited", "put_message"]);
    assert_eq!(conversation.ends_of(call), [Ok(())]);
    assert_eq!(conversation.extension.state().theme, Theme::Dark, "the event itself is not lost");
}

#[test]
fn fault_08_a_parent_that_is_not_admitted_is_not_posted_to() {
    for parent in
        ["http://my.livechatinc.com", "https://attacker.example", "null", "", "https://my.livechatinc.com:444"]
    {
        let mut conversation = Conversation::new(with_parent(parent));
        conversation.render();
        conversation.put("hello");
        assert_eq!(conversation.connection(), &ConnectionState::Connecting, "{parent}");
        assert!(conversation.from_extension.is_empty(), "{parent}");
    }
}

#[test]
fn what_is_no_event_does_not_connect() {
    let mut conversation = Conversation::new(plain());
    conversation.render();
    for data in [
        json!(null),
        json!("livechat:change_theme"),
        json!({ "event_name": "other:change_theme" }),
        json!({ "event_name": ["livechat:change_theme"] }),
        handshake(0),
        event_frame(0, "change_theme", json!({ "theme": "dark" })),
    ] {
        conversation.deliver(HOST, data.clone());
        assert_eq!(conversation.connection(), &ConnectionState::Connecting, "{data}");
        assert_eq!(conversation.refusals().pop().expect("it is refused").reason, RefusalReason::NotForUs);
    }
    assert_eq!(conversation.inited_at(), LIKELY_HOSTS);
    assert_eq!(conversation.extension.state().theme, Theme::Light);
}

#[test]
fn another_admitted_origin_is_refused_once_one_is_pinned() {
    for settings in [with_parent(HOST), plain()] {
        let mut conversation = Conversation::new(settings);
        conversation.render();
        conversation.deliver(HOST, event("message_sent", Value::Null).to_wire());
        conversation.deliver(OTHER_HOST, dark());
        assert_eq!(conversation.refusals().pop().expect("it is refused").reason, OriginRefusal::NotPinned.into());
        assert_eq!(conversation.extension.state().theme, Theme::Light);
        let before = conversation.from_extension.len();
        conversation.put("hello");
        assert!(conversation.from_extension[before..].iter().all(|(target, _)| target.to_string() == HOST));
        assert_eq!(conversation.posted_names().last(), Some(&"put_message"));
    }
}

#[test]
fn plugin_inited_is_posted_once() {
    let mut conversation = Conversation::new(with_parent(HOST));
    conversation.render();
    conversation.deliver(HOST, dark());
    conversation.deliver(HOST, dark());
    conversation.render();
    assert_eq!(conversation.inited_at(), [HOST]);
}

#[test]
fn a_host_whose_origin_the_browser_does_not_report_need_not_speak_first() {
    let mut conversation = Conversation::new(plain());
    assert!(conversation.from_extension.is_empty(), "the app has not rendered");
    conversation.render();
    conversation.render();
    conversation.put("hello");
    assert_eq!(conversation.inited_at(), LIKELY_HOSTS);
    let expected = json!({ "plugin_id": null, "message": "plugin_inited", "data": null });
    assert!(conversation.from_extension.iter().all(|(_, command)| *command == expected));
    conversation.deliver(HOST, dark());
    assert_eq!(conversation.posted_names(), ["plugin_inited", "plugin_inited", "put_message"], "not again to the host");
}

#[test]
fn a_host_at_another_origin_that_the_browser_does_not_report_receives_plugin_inited_once_it_speaks() {
    let mut conversation = Conversation::new(plain());
    conversation.render();
    conversation.deliver("https://app.text.com", dark());
    assert_eq!(conversation.inited_at(), [LIKELY_HOSTS[0], LIKELY_HOSTS[1], "https://app.text.com"]);
}

#[test]
fn fault_08_only_an_extension_that_cannot_know_its_host_notifies_likely_ones_and_only_admitted_ones() {
    let mut narrowed = plain();
    narrowed.policy = OriginPolicy::default().narrowed_to(vec![Origin::parse(OTHER_HOST).expect("an origin")]);
    let mut elsewhere = plain();
    elsewhere.policy =
        OriginPolicy::default().narrowed_to(vec![Origin::parse("https://app.text.com").expect("an origin")]);
    let mut outside = plain();
    outside.in_frame = false;
    let trusted = ExtensionSettings::default();
    for (settings, expected) in [
        (narrowed, vec![OTHER_HOST]),
        (elsewhere, vec![]),
        (outside, vec![]),
        (trusted, vec![]),
        (with_parent("https://attacker.example"), vec![]),
    ] {
        let mut conversation = Conversation::new(settings);
        conversation.render();
        assert_eq!(conversation.inited_at(), expected);
    }
}

#[test]
fn likely_hosts_that_the_page_has_notified_are_not_notified_again() {
    let mut extension = Extension::<Value>::new(plain(), at(0));
    extension.taken_over(&TakeOver { inited_at: LIKELY_HOSTS.map(str::to_owned).to_vec(), dropped: 0 });
    extension.rendered(at(1));
    extension.receive(at(2), from_parent(HOST), dark);
    let outputs = std::iter::from_fn(|| extension.poll_output());
    assert_eq!(outputs.filter(|output| matches!(output, Output::Post(_))).count(), 0);
}

#[test]
fn fault_10_a_silent_host_times_out_and_connects_with_an_event() {
    let mut conversation = Conversation::new(plain());
    conversation.render();
    conversation.advance(5_000);
    assert_eq!(conversation.connection(), &ConnectionState::Failed(ConnectError::TimedOut { seconds: 5 }));
    conversation.deliver(HOST, dark());
    assert_eq!(conversation.connection(), &connected());
    assert_eq!(conversation.inited_at(), LIKELY_HOSTS);
}

#[test]
fn a_trusted_extension_takes_no_plain_events() {
    let mut conversation = Conversation::open();
    conversation.deliver(HOST, dark());
    assert_eq!(conversation.extension.state().theme, Theme::Light);
    assert_eq!(conversation.refusals().pop().expect("it is refused").reason, RefusalReason::NotForUs);
}

#[test]
fn an_event_with_unreadable_data_is_refused_and_says_who_the_host_is_all_the_same() {
    let mut conversation = Conversation::new(plain());
    conversation.render();
    conversation.deliver(HOST, event("change_theme", json!({ "theme": "sepia" })).to_wire());
    assert_eq!(conversation.refusals().len(), 1);
    assert_eq!(conversation.extension.state().theme, Theme::Light);
    assert_eq!(conversation.connection(), &connected(), "who speaks is judged by origin, not by data");
    conversation.deliver(OTHER_HOST, dark());
    assert_eq!(conversation.extension.state().theme, Theme::Light);
}

#[test]
fn a_wrong_guess_at_the_parent_is_put_right_by_its_first_event_and_then_pinned() {
    let mut conversation = Conversation::new(with_parent(OTHER_HOST));
    conversation.render();
    assert!(conversation.from_extension.iter().all(|(target, _)| target.to_string() == OTHER_HOST));
    conversation.deliver(HOST, dark());
    assert_eq!(conversation.connection(), &connected());
    let (target, inited) = conversation.from_extension.last().expect("it is said again, to the host itself");
    assert_eq!((target.to_string().as_str(), &inited["message"]), (HOST, &json!("plugin_inited")));
    conversation.deliver(OTHER_HOST, dark());
    let refusal = conversation.refusals().pop().expect("the host is pinned");
    assert_eq!(refusal.reason, OriginRefusal::NotPinned.into());
}
