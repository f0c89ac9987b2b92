//! Components as a server would render them: every hook says what the host has said.

use serde_json::{Value, json};
use yew::prelude::*;
use yew_livechat::{prelude::*, testing::Snapshot};

use crate::failure;

/// What each hook of the details panel says.
#[component]
fn Details() -> Html {
    let customer = match use_customer_profile() {
        CustomerProfileState::Waiting => "waiting".to_owned(),
        CustomerProfileState::Shown(customer) => customer.display_name("nameless").to_owned(),
        CustomerProfileState::Unreadable(error) => error.to_string(),
        CustomerProfileState::Hidden { id } => format!("{id} hidden"),
    };
    let session = use_session();
    let ticket = use_ticket_info().map(|ticket| ticket.id.clone());
    let threads: Vec<_> = use_private_mode().iter().map(|(thread, value)| format!("{thread}: {value}")).collect();
    let messages: Vec<_> = use_messages().iter().map(|message| message.text().to_owned()).collect();
    let (theme, text) = (use_host_theme(), use_message_box_text());
    let (transaction, connection) = (use_transaction(), use_connection());
    let orders = use_customer_resource(|_| async { Ok::<u32, ()>(3) });
    html! {
        <dl>
            <dt>{ "customer" }</dt><dd>{ customer }</dd>
            <dt>{ "session" }</dt><dd>{ format!("{:?}", *session) }</dd>
            <dt>{ "theme" }</dt><dd>{ theme.as_str() }</dd>
            <dt>{ "ticket" }</dt><dd>{ format!("{ticket:?}") }</dd>
            <dt>{ "private mode" }</dt><dd>{ threads.join(", ") }</dd>
            <dt>{ "messages" }</dt><dd>{ format!("{messages:?}") }</dd>
            <dt>{ "text" }</dt><dd>{ format!("{:?}", text) }</dd>
            <dt>{ "transaction" }</dt><dd>{ format!("{:?}", *transaction) }</dd>
            <dt>{ "connection" }</dt><dd>{ connection.number }</dd>
            <dt>{ "orders" }</dt><dd>{ format!("{:?}", *orders) }</dd>
        </dl>
    }
}

/// The words after each `dt`.
fn says(html: &str, of: &str) -> String {
    let (_, rest) = html.split_once(&format!("<dt>{of}</dt><dd>")).expect(of);
    rest.split_once("</dd>").unwrap().0.replace("&quot;", "\"")
}

#[test]
fn at_first_the_host_has_said_nothing() {
    let html = Snapshot::details().render::<Details>();
    for (of, expected) in [
        ("customer", "waiting"),
        ("session", "Pending"),
        ("theme", "light"),
        ("ticket", "None"),
        ("private mode", ""),
        ("messages", "[]"),
        ("text", "None"),
        ("transaction", "None"),
        ("connection", "1"),
        ("orders", "Idle"),
    ] {
        assert_eq!(says(&html, of), expected, "{of}");
    }
}

#[test]
fn every_hook_of_the_details_panel_says_what_the_host_has_said() {
    let message = json!({ "chat": "C", "message": "Hi <there>", "message_id": "M", "message_source": "visitor" });
    let html = Snapshot::details()
        .event("customer_profile", &json!({ "id": "C1", "name": "Mary & Ann", "chat": {} }))
        .event("authorize", &json!({ "session_id": "S1" }))
        .event("change_theme", &json!({ "theme": "dark" }))
        .event("ticket_info", &json!({ "id": "T1" }))
        .event("private_mode", &json!({ "threads": { "T1": true } }))
        .event("private_mode", &json!({ "threads": { "T2": false } }))
        .event("message", &message)
        .event("message_box_text", &json!({ "value": "so far" }))
        .event("transaction_accepted", &json!({ "chargeId": "CH1" }))
        .render::<Details>();
    for (of, expected) in [
        ("customer", "Mary &amp; Ann"),
        ("session", "Authorized { id: Some"),
        ("theme", "dark"),
        ("ticket", "Some(\"T1\")"),
        ("private mode", "T1: true, T2: false"),
        ("messages", "[\"Hi &lt;there&gt;\"]"),
        ("text", "Some(\"so far\")"),
        ("transaction", "Accepted"),
        ("orders", "Loading"),
    ] {
        assert!(says(&html, of).starts_with(expected), "{of}: {html}");
    }
}

#[test]
fn the_last_word_counts() {
    let hidden = Snapshot::details()
        .event("customer_profile", &json!({ "id": "C1" }))
        .event("customer_profile_hidden", &json!({ "id": "C1" }));
    assert_eq!(says(&hidden.render::<Details>(), "customer"), "C1 hidden");
}

#[test]
fn an_extension_that_authorizes_on_its_own_has_no_session_of_the_hosts() {
    assert_eq!(says(&Snapshot::details().authorize(false).render::<Details>(), "session"), "HandledByApp");
}

#[component]
fn MessageBox() -> Html {
    let message_box = use_message_box();
    use_message_sent(|| {});
    let customer = use_customer_profile().shown().map(|customer| customer.id.clone());
    let is_private = use_private_mode().get("T1") == Some(true.into());
    html! { <button disabled={is_private} onclick={move |_| { message_box.put_message("Hello!"); }}>{ customer }</button> }
}

#[component]
fn Dashboard() -> Html {
    let fullscreen = use_fullscreen_page();
    // What an app should rather do in an effect goes nowhere, and harms nobody.
    fullscreen.set_notification_badge(NotificationBadge::from(3));
    let page = use_page_data();
    html! { <p>{ page.and_then(|page| page.query_params.get("task").map(str::to_owned)) }</p> }
}

#[component]
fn Shops() -> Html {
    use_settings_page();
    use_any_host_event(|_| {});
    let page = use_page_data();
    html! { <p>{ page.is_some() }</p> }
}

#[test]
fn every_placement_renders() {
    let page: Value = json!({ "queryParams": { "task": "T-2" } });
    let message_box = Snapshot::message_box().event("customer_profile", &json!({ "id": "C1" }));
    assert_eq!(message_box.clone().render::<MessageBox>(), "<button>C1</button>");
    let message_box = message_box.event("private_mode", &json!({ "threads": { "T1": true } }));
    assert_eq!(message_box.render::<MessageBox>(), "<button disabled=\"disabled\">C1</button>");
    assert_eq!(Snapshot::fullscreen().event("page_data", &page).render::<Dashboard>(), "<p>T-2</p>");
    assert_eq!(Snapshot::settings().event("page_data", &page).render::<Shops>(), "<p>true</p>");
}

#[test]
fn ids_are_the_same_every_time() {
    let render = || Snapshot::details().render_html(|| html! { <TextField label="Name" value="" /> });
    assert_eq!(render(), render());
}

#[test]
fn it_renders_within_another_runtime_too() {
    let html = yew_livechat::testing::block_on(async { Snapshot::settings().render::<Shops>() });
    assert_eq!(html, "<p>false</p>");
}

#[test]
fn a_component_that_panics_fails_with_its_own_words() {
    let said = failure(|| drop(Snapshot::settings().render::<Dashboard>()));
    assert!(said.contains("`use_fullscreen_page` needs an extension started with `Extension::fullscreen()`"), "{said}");
}
