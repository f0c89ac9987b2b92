//! The handles and hooks of the four placements, used by components.

use std::{cell::RefCell, rc::Rc};

use browser_tests::page::{Mounted, until};
use serde_json::{Value, json};
use wasm_bindgen_test::wasm_bindgen_test;
use yew::prelude::*;
use yew_livechat::{
    payment::{Charge, PaymentMetadata, Transaction},
    prelude::*,
    rich_message::{Button as Answer, Card, Cards, QuickReplies},
    section::{Component, Section as HostSection},
    testing::ScriptedHost,
};

#[derive(Clone, PartialEq, Properties)]
struct AppProps {
    host: ScriptedHost,
}

/// The commands that the host received, except `plugin_inited`.
async fn sent(host: &ScriptedHost, count: usize) -> Vec<(String, Value)> {
    until("the commands", || host.commands().len() > count).await;
    host.commands().into_iter().skip(1).collect()
}

fn named(commands: &[(&str, Value)]) -> Vec<(String, Value)> {
    commands.iter().map(|(name, data)| ((*name).to_owned(), data.clone())).collect()
}

/// The commands of every placement; a macro, since each handle has its own type.
macro_rules! common_commands {
    ($handle:expr) => {{
        let handle = $handle;
        handle.set_toast(&Toast::error("No").unwrap());
        handle.track(&TrackedEvent::new("seen").unwrap().with_property("times", 2));
        handle.update_properties(&AppProperties::new().with_plan("team"));
        handle.open_chat_widget();
        handle.fail_transaction("no server");
        handle.send_raw("not_known_yet", &json!({ "a": [1] }));
    }};
}

fn common() -> Vec<(&'static str, Value)> {
    vec![
        ("set_toast", json!({ "content": "No", "kind": "error" })),
        ("track", json!({ "event_name": "seen", "event_properties": { "times": 2 } })),
        ("update_properties", json!({ "plan": "team" })),
        ("open_chat_widget", Value::Null),
        ("register_transaction_failure", json!({ "error": { "message": "no server" } })),
        ("not_known_yet", json!({ "a": [1] })),
    ]
}

#[component]
fn DetailsCommands() -> Html {
    let details = use_details();
    use_effect_with((), move |()| {
        details.put_message("Hi");
        details.publish_section(HostSection::new("Orders", [Component::Line]).unwrap());
        details.watch_messages();
        details.refresh_session();
        details.send_cards(Cards::new([Card::new().with_title("A")]).unwrap());
        details.send_quick_replies(QuickReplies::new("B?", [Answer::new("Yes", 1).unwrap()]).unwrap());
        common_commands!(details);
    });
    html! {}
}

/// The wire format of `QuickReplies::new("B?", [Answer::new("Yes", 1)])`.
fn question() -> Value {
    json!({ "title": "B?", "buttons": [{ "text": "Yes", "value": 1, "postback_id": "1", "user_ids": [] }] })
}

#[wasm_bindgen_test]
async fn details_sends_the_commands_of_its_column() {
    #[component]
    fn App(props: &AppProps) -> Html {
        html! { <ExtensionProvider extension={props.host.details()}><DetailsCommands /></ExtensionProvider> }
    }
    let host = ScriptedHost::new();
    let _app = Mounted::<App>::new(AppProps { host: host.clone() });
    let mut expected = vec![
        ("put_message", json!("Hi")),
        ("customer_details_section", json!({ "title": "Orders", "components": [{ "type": "line" }] })),
        ("watch_messages", Value::Null),
        ("plugin_loaded", Value::Null),
        ("send_cards", json!([{ "title": "A" }])),
        ("send_quick_replies", question()),
    ];
    expected.extend(common());
    assert_eq!(sent(&host, expected.len()).await, named(&expected));
}

#[component]
fn MessageBoxCommands() -> Html {
    let message_box = use_message_box();
    use_effect_with((), move |()| {
        message_box.put_message("Hi");
        message_box.put_rich_message(Cards::new([Card::new().with_title("A")]).unwrap());
        message_box.put_rich_message(QuickReplies::new("B?", [Answer::new("Yes", 1).unwrap()]).unwrap());
        common_commands!(message_box);
    });
    html! {}
}

#[wasm_bindgen_test]
async fn the_message_box_sends_the_commands_of_its_column() {
    #[component]
    fn App(props: &AppProps) -> Html {
        html! { <ExtensionProvider extension={props.host.message_box()}><MessageBoxCommands /></ExtensionProvider> }
    }
    let host = ScriptedHost::new();
    let _app = Mounted::<App>::new(AppProps { host: host.clone() });
    let rich = |template: &str, element: Value| json!({ "type": "rich_message", "payload": { "template_id": template, "elements": [element] } });
    let mut expected = vec![
        ("put_messagebox_message", json!({ "type": "message", "value": "Hi" })),
        ("put_messagebox_message", rich("cards", json!({ "title": "A" }))),
        ("put_messagebox_message", rich("quick_replies", question())),
    ];
    expected.extend(common());
    assert_eq!(sent(&host, expected.len()).await, named(&expected));
}

#[component]
fn FullscreenCommands() -> Html {
    let fullscreen = use_fullscreen_page();
    use_effect_with((), move |()| {
        fullscreen.set_notification_badge(NotificationBadge::from(3));
        fullscreen.set_notification_badge(None);
        fullscreen.navigate(Pathname::new("/chats").unwrap());
        fullscreen
            .set_reports_filters(ReportsFilters::new().with_date("from", 0.0).unwrap().with_text("a", "b").unwrap());
        common_commands!(fullscreen);
    });
    html! {}
}

#[wasm_bindgen_test]
async fn fullscreen_sends_the_commands_of_its_column_and_dates_as_dates() {
    #[component]
    fn App(props: &AppProps) -> Html {
        html! { <ExtensionProvider extension={props.host.fullscreen()}><FullscreenCommands /></ExtensionProvider> }
    }
    let host = ScriptedHost::new();
    let _app = Mounted::<App>::new(AppProps { host: host.clone() });
    let mut expected = vec![
        ("set_fullscreen_widget_notification_badge", json!(3)),
        ("set_fullscreen_widget_notification_badge", Value::Null),
        ("navigate_from_fullscreen_widget", json!("/chats")),
        ("set_reports_filters", json!({ "from": "1970-01-01T00:00:00.000Z", "a": "b" })),
    ];
    expected.extend(common());
    assert_eq!(sent(&host, expected.len()).await, named(&expected));
}

#[component]
fn SettingsCommands() -> Html {
    let settings = use_settings_page();
    use_effect_with((), move |()| {
        settings.redirect(RedirectTarget::new("https://shop.example/").unwrap());
        common_commands!(settings);
    });
    html! {}
}

#[wasm_bindgen_test]
async fn settings_sends_the_commands_of_its_column() {
    #[component]
    fn App(props: &AppProps) -> Html {
        html! { <ExtensionProvider extension={props.host.settings()}><SettingsCommands /></ExtensionProvider> }
    }
    let host = ScriptedHost::new();
    let _app = Mounted::<App>::new(AppProps { host: host.clone() });
    let mut expected = vec![("redirect", json!("https://shop.example/"))];
    expected.extend(common());
    assert_eq!(sent(&host, expected.len()).await, named(&expected));
}

/// The callbacks' arguments, in order.
type Calls = Rc<RefCell<Vec<String>>>;

#[derive(Clone, PartialEq, Properties)]
struct HooksProps {
    host: ScriptedHost,
    calls: Calls,
    #[prop_or_default]
    with_latecomer: bool,
}

#[component]
fn MessageUser(props: &HooksProps) -> Html {
    let calls = props.calls.clone();
    use_message(move |message: Message| calls.borrow_mut().push(message.text().to_owned()));
    html! {}
}

#[component]
fn Latest() -> Html {
    let messages: Vec<_> = use_messages().iter().map(|message| message.text().to_owned()).collect();
    html! { <p>{ format!("messages: {}.", messages.join(",")) }</p> }
}

#[component]
fn Messages(props: &HooksProps) -> Html {
    html! {
        <ExtensionProvider extension={props.host.details()}>
            <MessageUser ..props.clone() />
            <MessageUser ..props.clone() />
            if props.with_latecomer { <Latest /> }
        </ExtensionProvider>
    }
}

fn message(number: usize) -> Value {
    json!({ "chat": "C", "message": number.to_string(), "message_id": "M", "message_source": "visitor" })
}

fn watched(host: &ScriptedHost) -> usize {
    host.commands().iter().filter(|(name, _)| name == "watch_messages").count()
}

#[wasm_bindgen_test]
async fn watching_starts_with_the_first_subscriber_and_no_message_is_lost() {
    let props = HooksProps { host: ScriptedHost::new(), calls: Calls::default(), with_latecomer: false };
    let mut app = Mounted::<Messages>::new(props.clone());
    let host = &props.host;
    until("the host receives the command", || watched(host) > 0).await;
    for number in 0..1_000 {
        host.send("message", &message(number)).unwrap();
    }
    let each_twice: Vec<_> = (0..1_000).flat_map(|number| [number.to_string(), number.to_string()]).collect();
    assert_eq!(*props.calls.borrow(), each_twice, "both subscribers, in order, at once");

    app.app.as_mut().unwrap().update(HooksProps { with_latecomer: true, ..props.clone() });
    app.shows("998,999.").await;
    assert_eq!(watched(host), 1, "once, for any number of subscribers");
    host.reconnect();
    until("a new connection receives the command again", || watched(host) == 2).await;
    host.send("message", &message(1_000)).unwrap();
    app.shows("998,999,1000.").await;
}

#[component]
fn DetailsHooks(props: &HooksProps) -> Html {
    let calls = props.calls.clone();
    use_section_button_click(move |click: SectionButtonClick| calls.borrow_mut().push(click.button_id));
    let text = use_message_box_text();
    let ticket = use_ticket_info().and_then(|ticket| ticket.subject.clone());
    html! { <p>{ format!("input: {text:?}, ticket: {ticket:?}") }</p> }
}

#[wasm_bindgen_test]
async fn details_hears_of_its_buttons_the_message_input_and_the_ticket() {
    #[component]
    fn App(props: &HooksProps) -> Html {
        html! {
            <ExtensionProvider extension={props.host.details()}><DetailsHooks ..props.clone() /></ExtensionProvider>
        }
    }
    let props = HooksProps { host: ScriptedHost::new(), calls: Calls::default(), with_latecomer: false };
    let app = Mounted::<App>::new(props.clone());
    app.shows("input: None, ticket: None").await;
    let send = |name: &str, data: Value| props.host.send(name, &data).unwrap();
    until("connected", || !props.host.commands().is_empty()).await;
    send("message_box_text", json!({ "value": "Dear" }));
    send("ticket_info", json!({ "id": "T1", "subject": "Late" }));
    app.shows("input: Some(\"Dear\"), ticket: Some(\"Late\")").await;
    send("message_box_text", json!({ "value": "" }));
    app.shows("input: Some(\"\")").await;
    send("customer_details_section_button_click", json!({ "buttonId": "open" }));
    assert_eq!(*props.calls.borrow(), ["open"]);
}

#[component]
fn SentCounter() -> Html {
    let count = use_state(|| 0);
    use_message_sent({
        let count = count.clone();
        move || count.set(*count + 1)
    });
    html! { <p>{ format!("sent: {}", *count) }</p> }
}

#[wasm_bindgen_test]
async fn the_message_box_hears_of_each_message_that_was_sent() {
    #[component]
    fn App(props: &AppProps) -> Html {
        html! { <ExtensionProvider extension={props.host.message_box()}><SentCounter /></ExtensionProvider> }
    }
    let host = ScriptedHost::new();
    let app = Mounted::<App>::new(AppProps { host: host.clone() });
    until("connected", || !host.commands().is_empty()).await;
    for count in 1..=3 {
        host.send("message_sent", &Value::Null).unwrap();
        app.shows(&format!("sent: {count}")).await;
    }
}

#[component]
fn OrderParameter() -> Html {
    let page = use_page_data();
    let order = page.as_ref().and_then(|page| page.query_params.get("order"));
    html! { <p>{ format!("order: {order:?}") }</p> }
}

#[wasm_bindgen_test]
async fn fullscreen_hears_of_the_pages_address() {
    #[component]
    fn App(props: &AppProps) -> Html {
        html! { <ExtensionProvider extension={props.host.fullscreen()}><OrderParameter /></ExtensionProvider> }
    }
    let host = ScriptedHost::new();
    let app = Mounted::<App>::new(AppProps { host: host.clone() });
    app.shows("order: None").await;
    until("connected", || !host.commands().is_empty()).await;
    host.send("page_data", &json!({ "queryParams": { "order": "A-1" } })).unwrap();
    app.shows("order: Some(\"A-1\")").await;
    host.send("page_data", &json!({ "queryParams": 7 })).unwrap();
    host.send("page_data", &json!({ "queryParams": {} })).unwrap();
    app.shows("order: None").await;
}

#[component]
fn Buyer() -> Html {
    let transaction = use_transaction();
    let cycle = use_state(|| 0);
    use_host_event({
        let cycle = cycle.clone();
        move |update: UpdateBillingCycle| cycle.set(update.billing_cycle.unwrap_or_default())
    });
    let text = match &*transaction {
        Transaction::None => "none".to_owned(),
        Transaction::Pending => "pending".to_owned(),
        Transaction::Accepted { charge_id } => format!("accepted {}", charge_id.as_deref().unwrap_or_default()),
        Transaction::Declined { charge_id } => format!("declined {}", charge_id.as_deref().unwrap_or_default()),
        Transaction::Failed { reason } => format!("failed: {reason}"),
    };
    let buy = move |_| {
        let charge = Charge::recurrent("Team", 25.0, 1, 14).unwrap().with_field("id", "CH1");
        transaction.start(&charge, PaymentMetadata::new("https://shop.example/i.png").unwrap());
    };
    html! { <><button onclick={buy} /><p>{ format!("transaction: {text}, cycle: {}", *cycle) }</p></> }
}

#[wasm_bindgen_test]
async fn a_transaction_is_one_state() {
    #[component]
    fn App(props: &AppProps) -> Html {
        html! { <ExtensionProvider extension={props.host.settings()}><Buyer /></ExtensionProvider> }
    }
    let host = ScriptedHost::new();
    let app = Mounted::<App>::new(AppProps { host: host.clone() });
    app.shows("transaction: none").await;
    until("connected", || !host.commands().is_empty()).await;
    app.click("button");
    app.shows("transaction: pending").await;
    let names: Vec<_> = host.commands().into_iter().map(|(name, _)| name).collect();
    assert_eq!(names, ["plugin_inited", "register_transaction_pending", "register_transaction_success"]);

    let intent = host.commands()[1].1["paymentIntent"].clone();
    let update = json!({ "billingCycle": 12, "chargeId": "CH1", "paymentIntent": intent });
    host.send("update_billing_cycle", &update).unwrap();
    app.shows("transaction: pending, cycle: 12").await;
    host.send("transaction_declined", &json!({ "chargeId": "CH1" })).unwrap();
    app.shows("transaction: declined CH1").await;
    app.click("button");
    app.shows("transaction: pending").await;
    host.send("transaction_failed", &json!({ "error": "no card" })).unwrap();
    app.shows("transaction: failed: no card").await;
    app.click("button");
    host.send("transaction_accepted", &json!({ "chargeId": "CH1" })).unwrap();
    app.shows("transaction: accepted CH1").await;
}
