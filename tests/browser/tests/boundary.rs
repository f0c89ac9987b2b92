//! Values that JSON cannot represent, that are too large, or malicious: real messages into a real iframe.

use browser_tests::page::{Mounted, until};
use js_sys::{JSON, Reflect};
use livechat_protocol::{CustomerProfileState, Id, limits};
use wasm_bindgen::JsValue;
use wasm_bindgen_test::wasm_bindgen_test;
use yew::prelude::*;
use yew_livechat::{HostValue, prelude::*, testing::ScriptedHost};

use crate::framed::{Errors, Framed, js};

#[wasm_bindgen_test]
async fn fault_17_extra_fields_of_any_kind_do_not_stand_in_the_way() {
    let mut extension = Framed::connected().await;
    extension.send(
        "customer_profile",
        "(() => {
           const profile = {id: 'C1', name: 'Mary', big: 10n, when: new Date(), map: new Map([[{}, 1n]]), list: new Array(1e5)};
           profile.self = profile;
           profile.chat = {id: 'T1', profile};
           return profile;
         })()",
    );
    extension.app.shows("Mary").await;
    assert_eq!(extension.last_profile().chat.id.as_deref(), Some("T1"));
    extension.still_works("extra fields").await;
}

/// Nested members, built from the inside out to use little stack.
const DEEP: &str =
    "(() => { let deep = {id: 'C1'}; for (let level = 0; level < 20000; level++) deep = {deep}; return deep; })()";
const CYCLIC: &str = "(() => { const a = {id: 'C1', chat: {}}; a.chat.chat = a; a.list = [a, [a]]; return a; })()";

#[derive(Clone, PartialEq, Properties)]
struct ScriptedProps {
    host: ScriptedHost,
}

#[component]
fn Scripted(props: &ScriptedProps) -> Html {
    html! {
        <ExtensionProvider extension={props.host.details()}>
            <Reader />
        </ExtensionProvider>
    }
}

#[component]
fn Reader() -> Html {
    let outcome = use_mut_ref(|| ("nothing", 0));
    use_any_host_event({
        let outcome = outcome.clone();
        move |event| {
            let (said, count) = &mut *outcome.borrow_mut();
            if event.name == "anything" {
                *said = event.data.to_json().map_or_else(|error| error.expected(), |_| "it was copied");
                *count += 1;
            }
        }
    });
    use_host_event(|_: crate::framed::Anything| {});
    let customer = match use_customer_profile() {
        CustomerProfileState::Shown(customer) => customer.id.clone(),
        _ => String::new(),
    };
    let (said, count) = *outcome.borrow();
    html! { { format!("{customer}: {count} times {said}") } }
}

/// Browsers refuse to clone such deep nesting, so the deep value is passed without a second window.
#[wasm_bindgen_test]
async fn fault_18_cyclic_and_deep_values_a_hundred_times_and_then_a_good_one() {
    let errors = Errors::of(vec![web_sys::window().unwrap()]);
    for expression in [DEEP, CYCLIC] {
        let host = ScriptedHost::new();
        let app = Mounted::<Scripted>::new(ScriptedProps { host: host.clone() });
        until("connected", || !host.commands().is_empty()).await;
        let value = js(expression);
        for _ in 0..100 {
            for name in ["anything", "customer_profile", "authorize"] {
                host.send_value(name, HostValue::from(value.clone())).unwrap();
            }
        }
        let good = js("{id: 'the good one', chat: {}}");
        host.send_value("customer_profile", HostValue::from(good)).unwrap();
        app.shows("the good one: 100 times less deeply nested data").await;
        errors.none(expression);
    }
}

#[wasm_bindgen_test]
async fn fault_18_a_cyclic_value_comes_by_message_a_hundred_times() {
    let mut extension = Framed::connected().await;
    for _ in 0..100 {
        for name in ["anything", "customer_profile", "authorize"] {
            extension.send(name, CYCLIC);
        }
        // As deep as browsers clone.
        if extension.post_event("anything", &js(&DEEP.replace("20000", "1000"))).is_err() {
            panic!("a thousand levels are cloned");
        }
    }
    extension.still_works("a hundred cyclic values").await;
    assert_eq!(extension.observed.names.borrow().iter().filter(|name| *name == "anything").count(), 200);
}

#[wasm_bindgen_test]
async fn fault_19_numbers_are_exact_or_an_error_that_names_the_field() {
    let mut extension = Framed::connected().await;
    let mut skipped = 0;
    for number in ["10n", "2n ** 64n", "NaN", "Infinity", "-Infinity", "2 ** 53", "2 ** 53 + 2", "-(2 ** 53)", "1.5"] {
        skipped += 1;
        extension.send("customer_profile", &format!("{{id: 'C1', chat: {{id: '{number}', groupID: {number}}}}}"));
        let field = extension.skipped(skipped).await;
        assert!(field.starts_with("event `customer_profile`: chat.groupID is "), "{number}: {field}");
        let chat = extension.last_profile().chat;
        assert_eq!((chat.id.as_deref(), chat.group_id), (Some(number), None));
    }
    for (number, exact) in
        [("2 ** 53 - 1", 9_007_199_254_740_991), ("-(2 ** 53 - 1)", -9_007_199_254_740_991), ("-0", 0)]
    {
        extension.send("customer_profile", &format!("{{id: 'exact', chat: {{groupID: {number}}}}}"));
        until("it is read", || {
            extension
                .observed
                .profiles
                .borrow()
                .last()
                .is_some_and(|last| last.chat.group_id == Some(Id::Number(exact)))
        })
        .await;
    }
    extension.still_works("numbers").await;
}

#[wasm_bindgen_test]
async fn fault_20_undefined_null_and_absent_are_alike_and_null_is_sent() {
    let mut extension = Framed::connected().await;
    let mut seen = Vec::new();
    for rest in ["", ", name: null, chat: null", ", name: undefined, chat: undefined, customVariables: undefined"] {
        let before = extension.observed.profiles.borrow().len();
        extension.send("customer_profile", &format!("{{id: 'C1'{rest}}}"));
        until("it is read", || extension.observed.profiles.borrow().len() > before).await;
        seen.push(extension.last_profile());
    }
    assert!(seen.iter().all(|profile| *profile == CustomerProfile::new("C1")), "{seen:?}");
    let inited = extension.frame.received.borrow()[1].clone();
    assert!(inited.contains(r#"{"plugin_id":null,"message":"plugin_inited","data":null}"#), "{inited}");
    extension.still_works("nothing").await;
}

#[wasm_bindgen_test]
async fn fault_21_objects_that_json_has_no_form_for_are_an_error_for_their_field() {
    let mut extension = Framed::connected().await;
    let values =
        ["new Date()", "new Map()", "new Set()", "new Blob(['x'])", "new ArrayBuffer(8)", "new Uint8Array(8)", "/x/"];
    for (skipped, value) in (1..).zip(values) {
        extension.send("customer_profile", &format!("{{id: '{skipped}', name: {value}}}"));
        let field = extension.skipped(skipped).await;
        let expected = "event `customer_profile`: name is a value that JSON cannot represent, expected text";
        assert_eq!(field, expected, "{value}");
        let profile = extension.last_profile();
        assert_eq!((profile.id, profile.name), (skipped.to_string(), None));
    }
    extension.still_works("objects").await;
}

#[wasm_bindgen_test]
async fn fault_22_a_lone_surrogate_is_shown_as_the_replacement_character() {
    let mut extension = Framed::connected().await;
    extension.send("customer_profile", r"{id: 'C1', name: 'a\ud800b'}");
    extension.app.shows("a\u{FFFD}b").await;
    extension.still_works("a lone surrogate").await;
}

#[wasm_bindgen_test]
async fn fault_22_a_lone_surrogate_in_the_name_of_a_member_keeps_its_value() {
    let mut extension = Framed::connected().await;
    extension.send("customer_profile", r"{id: 'C1', name: 'Mary', customVariables: {'a\ud800b': 'gold'}}");
    extension.app.shows("Mary").await;
    let variables = extension.last_profile().custom_variables.expect("custom variables");
    assert_eq!(variables.get("a\u{FFFD}b"), Some("gold"));
    extension.still_works("a lone surrogate").await;
}

fn pages() -> u32 {
    let memory = wasm_bindgen::memory();
    let buffer = Reflect::get(&memory, &"buffer".into()).unwrap();
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "wasm has at most 2^16 pages")]
    let pages = (Reflect::get(&buffer, &"byteLength".into()).unwrap().as_f64().unwrap() / 65_536.0) as u32;
    pages
}

#[wasm_bindgen_test]
async fn fault_23_a_text_of_16_mb_is_not_copied() {
    let mut extension = Framed::connected().await;
    extension.still_works("nothing").await;
    let before = pages();
    let long = "'x'.repeat(2 ** 24)";
    extension.send("customer_profile", &format!("{{id: 'C1', name: {long}}}"));
    let field = extension.skipped(1).await;
    assert_eq!(field, "event `customer_profile`: name is text, expected text of at most 2^20 characters");
    extension.send("anything", long);
    extension.send("anything", &format!("{{[{long}]: 1}}"));
    extension.post_argument(&js(&format!("{{event_name: 'livechat:' + {long}}}"))).unwrap();
    extension
        .frame
        .post_value(&js(&format!("{{'@@livechat/postmessenger': true, owner: {long}, instance: 3}}")))
        .unwrap();
    extension.frame.post_value(&js(long)).unwrap();
    extension.still_works("16 MB").await;
    assert!(pages() - before < 64, "{} pages more", pages() - before);
}

/// A clone keeps shared parts shared: 80 kB of references to one text of 1 MB would be 10 GB once copied.
#[wasm_bindgen_test]
async fn fault_23_a_long_text_that_is_referred_to_ten_thousand_times_is_not_copied_as_often() {
    let mut extension = Framed::connected().await;
    let long = format!("'x'.repeat({})", limits::TEXT);
    extension.send(
        "customer_profile",
        &format!("{{id: 'C1', customVariables: new Array(10000).fill({{key: 'k', value: {long}}})}}"),
    );
    // As many as are recorded for one event.
    let field = extension.skipped(limits::SKIPPED_FIELDS as u64).await;
    assert!(field.ends_with(" is text, expected less text in total"), "{field}");
    let variables = extension.last_profile().custom_variables.expect("the readable variables");
    assert!(variables.iter().count() <= limits::TEXTS / limits::TEXT);
    extension.send("anything", &format!("new Array(10000).fill([{long}])"));
    extension.still_works("10 GB").await;
}

#[wasm_bindgen_test]
fn a_name_of_the_largest_size_is_read_and_one_more_is_not() {
    for (length, read) in [(limits::NAME, true), (limits::NAME + 1, false)] {
        let value = HostValue::from(js(&format!("{{['é'.repeat({length})]: 1}}")));
        assert_eq!(value.to_json().is_ok(), read, "{length}");
    }
}

#[wasm_bindgen_test]
async fn fault_24_a_member_called_proto_pollutes_nothing() {
    let mut extension = Framed::connected().await;
    let polluting = r#"{"__proto__": {"polluted": true}, "constructor": {"prototype": {"polluted": true}}}"#;
    let parsed = format!("JSON.parse('{polluting}')");
    for name in ["anything", "__proto__", "constructor", "prototype.polluted"] {
        extension.send(name, &parsed);
    }
    extension.send("customer_profile", &format!("Object.assign({parsed}, {{id: 'C1', name: 'Mary', customVariables: JSON.parse('{{\"__proto__\": \"x\"}}')}})"));
    extension.post_argument(&js(&parsed)).unwrap();
    extension.frame.post_value(&js(&parsed)).unwrap();
    extension.app.shows("Mary").await;
    assert_eq!(extension.last_profile().custom_variables.expect("variables").get("__proto__"), Some("x"));
    let copied = HostValue::from_json(&HostValue::from(js(&parsed)).to_json().unwrap());
    assert_eq!(JsValue::from(JSON::stringify(copied.as_js()).unwrap()), js(&format!("JSON.stringify({parsed})")));
    extension.still_works("own __proto__").await;
    for window in [web_sys::window().unwrap(), extension.frame.window()] {
        let polluted = browser_tests::frame::run_in(&window, "return ({}).polluted", &JsValue::NULL);
        assert_eq!(polluted, JsValue::UNDEFINED);
    }
}

#[wasm_bindgen_test]
async fn fault_26_text_with_markup_is_text() {
    let mut extension = Framed::connected().await;
    let markup = "<img src=x onerror=throw(1)><script>throw 2</script><b>Mary</b>&amp;";
    extension.send(
        "customer_profile",
        &format!(
            "{{id: '{markup}', name: '{markup}', email: '{markup}', source: '{markup}', geolocation: {{city: '{markup}', country: '{markup}'}}}}"
        ),
    );
    extension.app.shows(markup).await;
    assert!(extension.app.text().matches(markup).count() >= 4, "{}", extension.app.text());
    assert!(!extension.app.has("img, script, b"), "the markup created no element");
    extension.still_works("markup").await;
}
