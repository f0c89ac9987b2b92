//! Which values hooks return, and when components re-render.

use std::{
    cell::{Cell, RefCell},
    rc::Rc,
};

use browser_tests::page::{Mounted, until};
use serde_json::json;
use wasm_bindgen_test::wasm_bindgen_test;
use yew::prelude::*;
use yew_livechat::{prelude::*, testing::ScriptedHost};

/// The values in an app that mounts late, by render.
#[derive(Clone, PartialEq, Properties)]
struct LateProps {
    host: ScriptedHost,
    renders: Rc<RefCell<Vec<[String; 7]>>>,
    shown: bool,
}

#[component]
fn Late(props: &LateProps) -> Html {
    html! {
        <ExtensionProvider extension={props.host.details()}>
            if props.shown { <Everything ..props.clone() /> }
        </ExtensionProvider>
    }
}

#[component]
fn Everything(props: &LateProps) -> Html {
    let (ticket, transaction) = (use_ticket_info(), use_transaction());
    props.renders.borrow_mut().push([
        use_customer_profile().shown().map(|customer| customer.id.clone()).unwrap_or_default(),
        use_session().id().map(ToString::to_string).unwrap_or_default(),
        use_host_theme().as_str().to_owned(),
        use_page_data().and_then(|page| page.query_params.get("order").map(str::to_owned)).unwrap_or_default(),
        use_message_box_text().map(|text| text.to_string()).unwrap_or_default(),
        ticket.map(|ticket| ticket.id.clone()).unwrap_or_default(),
        format!("{:?}", *transaction),
    ]);
    html! { "rendered" }
}

#[wasm_bindgen_test]
async fn fault_27_the_latest_of_everything_is_there_in_the_first_render_of_a_component_that_mounts_late() {
    let props = LateProps { host: ScriptedHost::new(), renders: Rc::default(), shown: false };
    let mut app = Mounted::<Late>::new(props.clone());
    connected(&props.host).await;
    for number in ["1", "2"] {
        for (name, data) in [
            ("customer_profile", json!({ "id": format!("C{number}") })),
            ("authorize", json!({ "session_id": format!("S{number}") })),
            ("change_theme", json!({ "theme": if number == "1" { "light" } else { "dark" } })),
            ("page_data", json!({ "queryParams": { "order": format!("A-{number}") } })),
            ("message_box_text", json!({ "value": format!("draft {number}") })),
            ("ticket_info", json!({ "id": format!("T{number}") })),
            ("transaction_failed", json!({ "error": format!("reason {number}") })),
        ] {
            props.host.send(name, &data).unwrap();
        }
    }
    app.app.as_mut().unwrap().update(LateProps { shown: true, ..props.clone() });
    app.shows("rendered").await;
    let failed = r#"Failed { reason: "reason 2" }"#;
    assert_eq!(props.renders.borrow()[0], ["C2", "S2", "dark", "A-2", "draft 2", "T2", failed]);
}

/// How often each component rendered.
#[derive(Clone, Default, PartialEq)]
struct Renders {
    customer: Rc<Cell<u32>>,
    session: Rc<Cell<u32>>,
    theme: Rc<Cell<u32>>,
    connection: Rc<Cell<u32>>,
    nobody: Rc<Cell<u32>>,
}

impl Renders {
    fn counts(&self) -> [u32; 5] {
        [&self.customer, &self.session, &self.theme, &self.connection, &self.nobody].map(|count| count.get())
    }
}

fn count(renders: &Cell<u32>) {
    renders.set(renders.get() + 1);
}

#[derive(Clone, PartialEq, Properties)]
struct AppProps {
    host: ScriptedHost,
    #[prop_or_default]
    renders: Renders,
    #[prop_or(true)]
    with_customer: bool,
}

#[component]
fn App(props: &AppProps) -> Html {
    let renders = props.renders.clone();
    html! {
        <ExtensionProvider extension={props.host.details()}>
            if props.with_customer {
                <CustomerUser renders={renders.clone()} />
            }
            <SessionUser renders={renders.clone()} />
            <ThemeUser renders={renders.clone()} />
            <ConnectionUser renders={renders.clone()} />
            <Nobody {renders} />
        </ExtensionProvider>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct UserProps {
    renders: Renders,
}

#[component]
fn CustomerUser(props: &UserProps) -> Html {
    count(&props.renders.customer);
    let text = match use_customer_profile() {
        CustomerProfileState::Waiting => "customer: waiting".to_owned(),
        CustomerProfileState::Shown(customer) => format!("customer: {}", customer.display_name("nameless")),
        CustomerProfileState::Unreadable(error) => format!("customer: {error}"),
        CustomerProfileState::Hidden { id } => format!("customer: {id} hidden"),
    };
    html! { <p>{ text }</p> }
}

#[component]
fn SessionUser(props: &UserProps) -> Html {
    count(&props.renders.session);
    let session = use_session();
    let text = format!("session: {}", session.id().map_or_else(|| format!("{:?}", *session), ToString::to_string));
    let refresh = move |_| {
        session.refresh();
    };
    html! { <><p>{ text }</p><button class="refresh" onclick={refresh} /></> }
}

#[component]
fn ThemeUser(props: &UserProps) -> Html {
    count(&props.renders.theme);
    let theme = use_host_theme();
    html! { <p>{ format!("theme: {}", theme.as_str()) }</p> }
}

#[component]
fn ConnectionUser(props: &UserProps) -> Html {
    count(&props.renders.connection);
    let connection = use_connection();
    let Connection { state, refused, last_refusal, skipped, last_skipped, .. } = connection;
    let refusal = last_refusal.map(|refusal| refusal.reason.to_string()).unwrap_or_default();
    let field = last_skipped.last().map(ToString::to_string).unwrap_or_default();
    html! { <p>{ format!("connection: {state:?}, refused {refused}: {refusal}, skipped {skipped}: {field}") }</p> }
}

#[component]
fn Nobody(props: &UserProps) -> Html {
    count(&props.renders.nobody);
    html! {}
}

fn mount(host: &ScriptedHost, renders: &Renders) -> Mounted<App> {
    Mounted::new(AppProps { host: host.clone(), renders: renders.clone(), with_customer: true })
}

async fn connected(host: &ScriptedHost) {
    until("the host receives plugin_inited", || host.commands().iter().any(|(command, _)| command == "plugin_inited"))
        .await;
}

#[wasm_bindgen_test]
async fn an_event_rerenders_the_users_of_its_slice_and_no_other() {
    let (host, renders) = (ScriptedHost::new(), Renders::default());
    let app = mount(&host, &renders);
    connected(&host).await;
    app.shows("connection: Connected").await;
    let before = renders.counts();

    host.send("customer_profile", &json!({ "id": "C1", "name": "Mary Brown", "chat": {} })).unwrap();
    app.shows("customer: Mary Brown").await;
    let [customer, session, theme, connection, nobody] = before;
    assert_eq!(renders.counts(), [customer + 1, session, theme, connection, nobody]);

    host.send("change_theme", &json!({ "theme": "dark" })).unwrap();
    app.shows("theme: dark").await;
    assert_eq!(renders.counts(), [customer + 1, session, theme + 1, connection, nobody]);

    host.send("authorize", &json!({ "session_id": 7 })).unwrap();
    app.shows("session: 7").await;
    assert_eq!(renders.counts(), [customer + 1, session + 1, theme + 1, connection, nobody]);
}

#[wasm_bindgen_test]
async fn an_event_that_changes_nothing_rerenders_nobody() {
    let (host, renders) = (ScriptedHost::new(), Renders::default());
    let app = mount(&host, &renders);
    connected(&host).await;
    let profile = json!({ "id": "C1", "name": "Mary Brown", "chat": {} });
    host.send("customer_profile", &profile).unwrap();
    app.shows("customer: Mary Brown").await;
    let before = renders.counts();
    host.send("customer_profile", &profile).unwrap();
    host.send("never_heard_of", &json!({})).unwrap();
    // A change that does render, sent last: once it is visible, the others would have rendered too.
    host.send("change_theme", &json!({ "theme": "dark" })).unwrap();
    app.shows("theme: dark").await;
    let [customer, session, theme, connection, nobody] = before;
    assert_eq!(renders.counts(), [customer, session, theme + 1, connection, nobody]);
}

#[wasm_bindgen_test]
async fn a_component_that_mounts_late_gets_the_latest_value() {
    let (host, renders) = (ScriptedHost::new(), Renders::default());
    let props = AppProps { host: host.clone(), renders, with_customer: false };
    let mut app = Mounted::<App>::new(props.clone());
    connected(&host).await;
    host.send("customer_profile", &json!({ "id": "C1", "name": "First", "chat": {} })).unwrap();
    host.send("customer_profile", &json!({ "id": "C2", "name": "Second", "chat": {} })).unwrap();
    assert!(!app.text().contains("customer:"));
    app.app.as_mut().unwrap().update(AppProps { with_customer: true, ..props });
    app.shows("customer: Second").await;
}

#[wasm_bindgen_test]
async fn the_profile_is_waiting_then_shown_then_hidden() {
    let (host, renders) = (ScriptedHost::new(), Renders::default());
    let app = mount(&host, &renders);
    app.shows("customer: waiting").await;
    connected(&host).await;
    host.send("customer_profile", &json!({ "id": "C1", "name": "Mary Brown", "chat": {} })).unwrap();
    app.shows("customer: Mary Brown").await;
    host.send("customer_profile_hidden", &json!({ "id": "another" })).unwrap();
    host.send("change_theme", &json!({ "theme": "dark" })).unwrap();
    app.shows("theme: dark").await;
    assert!(app.text().contains("customer: Mary Brown"), "the current customer stays when another one leaves");
    host.send("customer_profile_hidden", &json!({ "id": "C1" })).unwrap();
    app.shows("customer: C1 hidden").await;
    assert!(!app.text().contains("Mary"));
}

#[wasm_bindgen_test]
async fn fault_16_an_odd_field_costs_itself_and_an_unreadable_customer_is_nobody() {
    let (host, renders) = (ScriptedHost::new(), Renders::default());
    let app = mount(&host, &renders);
    connected(&host).await;
    host.send("customer_profile", &json!({ "id": "C1", "name": "Mary Brown", "chat": {} })).unwrap();
    app.shows("customer: Mary Brown").await;
    let odd = json!({ "id": "C2", "name": "Bob", "chat": { "preChatSurvey": [{ "question": {} }] } });
    host.send("customer_profile", &odd).unwrap();
    app.shows("customer: Bob").await;
    let field = "event `customer_profile`: chat.preChatSurvey[0].question is an object, expected text";
    app.shows(&format!("refused 0: , skipped 1: {field}")).await;
    host.send("customer_profile", &json!({ "name": "Ann" })).unwrap();
    app.shows("customer: id is nothing, expected text").await;
    app.shows("refused 1: event `customer_profile`: id is nothing, expected text").await;
    host.send("customer_profile", &json!({ "id": "C3", "name": "Next", "chat": {} })).unwrap();
    app.shows("customer: Next").await;
}

#[wasm_bindgen_test]
async fn refreshing_the_session_drops_the_id_at_once_and_the_new_one_comes_by_event() {
    let (host, renders) = (ScriptedHost::new(), Renders::default());
    let app = mount(&host, &renders);
    app.shows("session: Pending").await;
    connected(&host).await;
    host.send("authorize", &json!({ "session_id": "first" })).unwrap();
    app.shows("session: first").await;
    app.click(".refresh");
    app.shows("session: Pending").await;
    assert_eq!(host.commands().last().unwrap(), &("plugin_loaded".to_owned(), json!(null)));
    host.send("authorize", &json!({ "session_id": "second" })).unwrap();
    app.shows("session: second").await;
    host.send("authorize_error", &json!(null)).unwrap();
    app.shows("session: Refused").await;
}

#[wasm_bindgen_test]
async fn an_extension_that_authorizes_on_its_own_waits_for_no_session() {
    #[component]
    fn Own(props: &AppProps) -> Html {
        html! {
            <ExtensionProvider extension={props.host.details().authorize(false)}>
                <SessionUser renders={props.renders.clone()} />
            </ExtensionProvider>
        }
    }
    let host = ScriptedHost::new();
    let app = Mounted::<Own>::new(AppProps { host, renders: Renders::default(), with_customer: true });
    app.shows("session: HandledByApp").await;
}

#[component]
fn Speaks() -> Html {
    let locale = use_locale();
    let picked = locale.pick(&["en", "de"]);
    use_page_language(picked);
    let all: Vec<_> = locale.preferred().collect();
    html! { format!("{} {} {picked} of {}", locale.as_str(), locale.language(), all.join(" ")) }
}

/// Sets the browser's languages, as a user does in its settings.
fn set_languages(languages: &str) {
    let script = format!(
        "Object.defineProperty(navigator, 'languages', {{ configurable: true, get: () => {languages} }});
         window.dispatchEvent(new Event('languagechange'))"
    );
    js_sys::Function::new_no_args(&script).call0(&wasm_bindgen::JsValue::NULL).unwrap();
}

#[wasm_bindgen_test]
async fn the_locale_is_the_browser_s_and_follows_it() {
    let page = web_sys::window().unwrap().document().unwrap().document_element().unwrap();
    let language = || page.get_attribute("lang");
    set_languages("['de-AT', 'en']");
    let mut app = Mounted::<Speaks>::new(());
    app.shows("de-AT de de of de-AT en").await;
    until("the page is in German", || language().as_deref() == Some("de")).await;
    set_languages("['fr']");
    app.shows("fr fr en of fr").await;
    until("the page is in English", || language().as_deref() == Some("en")).await;
    set_languages("[]");
    app.shows("en en en of en").await;
    app.unmount().await;
    js_sys::Function::new_no_args("delete navigator.languages").call0(&wasm_bindgen::JsValue::NULL).unwrap();
}
