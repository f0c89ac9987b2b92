//! Which senders are accepted, which are not, and where messages are posted.

use livechat_protocol::{
    ConnectionState, Driver, Envelope, Extension, ExtensionSettings, LIKELY_HOSTS, OriginError, OriginRefusal, Output,
    PutMessage, RefusalReason,
};
use serde_json::{Value, json};

use crate::harness::{
    Conversation, HOST, OTHER_HOST, at, connected, event, event_frame, from_parent, handshake, outputs, plain, settings,
};

/// The sender is refused for that reason, before the handshake and after it: it is counted, its data is not read,
/// nothing reaches the app, nothing is posted. Returns the refusal as text.
fn ignored(envelope: Envelope<'_>, reason: &RefusalReason) -> String {
    let mut said = String::new();
    for connected in [false, true] {
        let mut extension = Extension::<Value>::new(ExtensionSettings::default(), at(0));
        extension.rendered(at(0));
        if connected {
            extension.receive(at(0), from_parent(HOST), || handshake(0));
        }
        outputs(&mut extension);
        let (state, before) = (extension.state().clone(), extension.connection().state.clone());
        extension.receive(at(0), envelope, || panic!("data of a sender that is not admitted are never looked at"));
        assert_eq!(extension.state(), &state);
        assert_eq!((&extension.connection().state, extension.connection().refused), (&before, 1));
        let refusal = extension.connection().last_refusal.clone();
        let refusal = refusal.unwrap_or_else(|| panic!("it has to be refused: {reason}"));
        assert_eq!(&refusal.reason, reason);
        for output in outputs(&mut extension) {
            assert!(matches!(output, Output::Refused(_) | Output::Changed(_)), "{output:?}");
        }
        said = refusal.to_string();
    }
    said
}

#[test]
fn fault_01_a_message_from_an_unknown_origin_is_ignored_and_counted() {
    for origin in ["https://attacker.example", "https://example.com", "https://livechat.net"] {
        ignored(from_parent(origin), &OriginRefusal::Domain.into());
    }
    let mut conversation = Conversation::new(plain());
    conversation.render();
    conversation.deliver("https://attacker.example", event("customer_profile", json!({ "id": "C1" })).to_wire());
    assert!(conversation.events().is_empty());
    // That was before the message.
    assert_eq!(conversation.inited_at(), LIKELY_HOSTS);
    assert_eq!(conversation.extension.connection().refused, 1);
}

#[test]
fn fault_02_a_lookalike_origin_is_not_accepted() {
    for origin in ["https://livechat.com.evil.example", "https://evillivechat.com"] {
        ignored(from_parent(origin), &OriginRefusal::Domain.into());
    }
    for origin in ["https://livechat.com@evil.example", "https://livechat.com.", "https://evil.example/.livechat.com"] {
        ignored(from_parent(origin), &OriginRefusal::NotAnOrigin(OriginError::Form).into());
    }
}

#[test]
fn fault_03_the_agent_app_over_http_is_not_accepted() {
    ignored(from_parent("http://my.livechatinc.com"), &OriginRefusal::NotHttps.into());
}

#[test]
fn fault_04_an_odd_origin_is_refused_with_a_reason_that_names_it() {
    let table = [
        ("https://my.livechatinc.com:8443", OriginRefusal::Port, "has a port"),
        ("https://127.0.0.1", OriginRefusal::Address, "is an IP address"),
        ("https://[::1]", OriginRefusal::Address, "is an IP address"),
        ("null", OriginRefusal::NotAnOrigin(OriginError::Opaque), "remove `sandbox`"),
    ];
    for (origin, refusal, words) in table {
        let said = ignored(from_parent(origin), &refusal.into());
        assert!(said.contains(&format!("{origin:?}")) && said.contains(words), "{said}");
        // The text that the agent reads when no other window sends anything.
        let mut conversation = Conversation::new(ExtensionSettings::default());
        conversation.deliver(origin, handshake(0));
        conversation.advance(5_000);
        let ConnectionState::Failed(error) = conversation.connection() else { panic!("there is no connection") };
        assert!(error.to_string().contains(&format!("{origin:?}")), "{error}");
    }
}

/// The number of refusals and the last one, after such a message from a popup to an extension with this driver.
fn sent_by_a_popup(driver: Driver, data: &Value) -> (u64, Option<RefusalReason>) {
    let mut extension = Extension::<Value>::new(settings(|settings| settings.launch.driver = driver), at(0));
    extension.rendered(at(0));
    let host = if driver == Driver::Trusted { handshake(0) } else { event("message_sent", Value::Null).to_wire() };
    extension.receive(at(0), from_parent(HOST), || host);
    outputs(&mut extension);
    let (state, before) = (extension.state().clone(), extension.connection().state.clone());
    let popup = Envelope { from_parent: false, ..from_parent("https://shop.example") };
    extension.receive(at(0), popup, || data.clone());
    assert_eq!((extension.state(), &extension.connection().state), (&state, &before), "{data}");
    let outputs = outputs(&mut extension);
    let refused = extension.connection().refused;
    assert_eq!(outputs.len(), if refused == 0 { 0 } else { 2 }, "{data}: {outputs:?}");
    (refused, extension.connection().last_refusal.clone().map(|refusal| refusal.reason))
}

#[test]
fn fault_06_a_sender_other_than_the_parent_is_ignored_and_refused_if_it_imitates_the_host() {
    let mut malformed = handshake(0);
    malformed["owner"] = json!(7);
    let frame = event_frame(0, "customer_profile", json!({ "id": "C1" }));
    for driver in [Driver::Trusted, Driver::Plain] {
        for data in [handshake(1), frame.clone(), malformed.clone(), event("customer_profile", json!({})).to_wire()] {
            assert_eq!(sent_by_a_popup(driver, &data), (1, Some(RefusalReason::NotParent)), "{data}");
        }
    }
}

#[test]
fn messages_from_a_popup_or_a_nested_iframe_are_not_the_hosts_and_not_refused() {
    let messages = [
        json!(null),
        json!("signed in"),
        json!({ "code": "abc", "state": 7 }),
        json!({ "event_name": "ready" }),
        json!({ "event_name": "livechat:" }),
        json!({ "event_name": ["livechat:customer_profile"] }),
        json!({ "@@livechat/postmessenger": "true" }),
    ];
    for driver in [Driver::Trusted, Driver::Plain] {
        for data in &messages {
            assert_eq!(sent_by_a_popup(driver, data), (0, None), "{data}");
        }
    }
}

#[test]
fn fault_07_a_synthetic_event_is_not_accepted() {
    ignored(Envelope { is_trusted: false, ..from_parent(HOST) }, &RefusalReason::Untrusted);
}

#[test]
fn fault_08_messages_are_posted_only_to_the_pinned_origin() {
    for driver in [Driver::Trusted, Driver::Plain] {
        let mut conversation = Conversation::new(settings(|settings| settings.launch.driver = driver));
        conversation.render();
        conversation.put("a secret");
        for origin in ["https://attacker.example", "http://my.livechatinc.com", "null"] {
            conversation.deliver(origin, handshake(0));
            conversation.deliver(origin, event("message_sent", Value::Null).to_wire());
        }
        // Before the host is known, only `plugin_inited` is posted, which contains no data.
        let likely: &[&str] = if driver == Driver::Plain { &LIKELY_HOSTS } else { &[] };
        assert_eq!(conversation.inited_at(), likely);
        let before = conversation.from_extension.len();
        conversation.load();
        conversation.push("message_sent", Value::Null);
        // Another admitted origin in place of the host is not the host.
        conversation.deliver(OTHER_HOST, handshake(1));
        conversation.deliver(OTHER_HOST, event_frame(0, "message_sent", Value::Null));
        conversation.put("another");
        assert_eq!(conversation.received_texts(), ["a secret", "another"]);
        assert!(conversation.from_extension[before..].iter().all(|(target, _)| target.to_string() == HOST));
    }
}

#[test]
fn fault_09_a_flood_every_10_or_60_ms_neither_delays_nor_rebinds() {
    let intruders = [
        Envelope { from_parent: false, ..from_parent(HOST) },
        Envelope { is_trusted: false, ..from_parent(HOST) },
        from_parent("https://attacker.example"),
    ];
    for every in [10, 60] {
        let mut conversation = Conversation::new(ExtensionSettings::default());
        conversation.render();
        for round in 0..100 {
            conversation.advance(every);
            for (instance, envelope) in (100..).zip(intruders) {
                conversation.extension.receive(conversation.now, envelope, || handshake(instance));
                conversation.extension.receive(conversation.now, envelope, || event_frame(0, "x", Value::Null));
            }
            conversation.carry();
            if round == 20 {
                conversation.load();
                assert_eq!(conversation.connection(), &connected(Driver::Trusted), "at once, amid the noise");
            }
        }
        let call = conversation.send(&PutMessage::new("hello").unwrap());
        assert_eq!(conversation.ends_of(call), [Ok(())], "the connection is still the host's own");
        assert_eq!(conversation.received_names(), ["plugin_inited", "put_message"]);
        assert!(conversation.events().is_empty());
        assert_eq!(conversation.extension.connection().refused, 600);
    }
}
