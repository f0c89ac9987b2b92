//! The kit for users' own tests: mounting, playing and waiting.

use std::{cell::Cell, rc::Rc};

use gloo_timers::future::TimeoutFuture;
use serde_json::{Value, json};
use wasm_bindgen_test::wasm_bindgen_test;
use yew::{platform::spawn_local, prelude::*};
use yew_livechat::{
    prelude::*,
    protocol::Driver,
    testing::{Action, Faults, Scenario, ScriptedHost, mount, until},
};

/// As the simulator saves it.
const FILE: &str = include_str!("../scenarios/a-greeting-over-a-bad-network.json");

#[derive(Clone, PartialEq, Properties)]
struct GreeterProps {
    #[prop_or(AttrValue::Static("Hello"))]
    word: AttrValue,
}

impl Default for GreeterProps {
    fn default() -> Self {
        Self { word: "Hello".into() }
    }
}

/// Greets the customer, counts the greetings, and shows errors.
#[component]
fn Greeter(props: &GreeterProps) -> Html {
    let profile = use_customer_profile();
    let details = use_details();
    let connection = use_connection();
    let theme = use_host_theme();
    let greeted = use_state(|| 0_u32);
    let failed = match (&connection.state, &connection.last_failure) {
        (ConnectionState::Failed(error), _) => error.to_string(),
        (_, failure) => failure.as_ref().map(ToString::to_string).unwrap_or_default(),
    };
    let greeting = profile.shown().map(|customer| format!("{} {}!", props.word, customer.display_name("there")));
    let greet = greeting.clone().map(|text| {
        let greeted = greeted.clone();
        Callback::from(move |_| {
            details.put_message(&text);
            greeted.set(*greeted + 1);
        })
    });
    html! {
        <main data-theme={theme.as_str()}>
            <p>{ greeting.unwrap_or_else(|| "Nobody".to_owned()) }</p>
            <button onclick={greet}>{ "Greet" }</button>
            <p>{ format!("greeted {greeted} times", greeted = *greeted) }</p>
            <p>{ failed }</p>
        </main>
    }
}

fn scenario() -> Scenario {
    Scenario::from_json(FILE).unwrap()
}

#[wasm_bindgen_test]
fn the_scenario_is_as_the_simulator_saves_it() {
    assert_eq!(scenario().to_json(), FILE);
}

#[wasm_bindgen_test]
async fn a_recorded_scenario_is_played_with_its_faults_and_the_test_clicks_where_the_person_did() {
    let page = mount::<Greeter>(Extension::details()).await;
    let before = web_sys::window().unwrap().performance().unwrap().now();
    let scenario = scenario();
    let mut play = page.host().begin(&scenario);
    play.until("put_message").await;
    assert_eq!(page.text(), "Hello Mary!Greetgreeted 0 times");
    assert!(page.html().starts_with(r#"<main data-theme="dark">"#), "{}", page.html());
    page.click("Greet").await;
    play.until("put_message").await;
    // The second profile arrived first.
    assert_eq!(page.text(), "Hello Kenji!Greetgreeted 1 times");
    page.click("Greet").await;
    play.until("put_message").await;
    page.click("Greet").await;
    page.shows("greeted 3 timescommand `put_message`: the host refused it").await;
    // After a reload the page knows nothing, and the host is silent for 7 s.
    while play.step().await.is_some_and(|step| !matches!(step.action, Action::Load { .. })) {}
    assert_eq!(page.text(), "NobodyGreetgreeted 0 times");
    play.step().await;
    page.shows("the host did not answer within 5 s").await;
    play.until("put_message").await;
    page.click("Greet").await;
    let comparison = play.finish().await;
    assert!(comparison.is_same(), "{comparison}");
    let took = web_sys::window().unwrap().performance().unwrap().now() - before;
    assert!(took < 9_000.0, "18 seconds were played in {took} ms: they should not be waited for");
}

#[wasm_bindgen_test]
async fn what_nobody_clicks_is_missing() {
    let page = mount::<Greeter>(Extension::details()).await;
    let comparison = page.host().play(&scenario()).await;
    let sent: Vec<_> = comparison.missing.iter().map(|(name, data)| format!("{name} {data}")).collect();
    let hello = |name: &str| format!("put_message \"Hello {name}!\"");
    assert_eq!(sent, [hello("Mary"), hello("Kenji"), hello("Kenji"), hello("Leyla")]);
    assert_eq!(comparison.unexpected, []);
}

#[wasm_bindgen_test]
async fn what_is_sent_otherwise_is_missing_as_it_was_and_unexpected_as_it_is() {
    let host = ScriptedHost::new();
    let page = host.mount_html(Extension::details(), html! { <Greeter word="Bye" /> }).await;
    let scenario = scenario();
    let mut play = host.begin(&scenario);
    play.until("put_message").await;
    page.click("Greet").await;
    let comparison = play.finish().await;
    assert_eq!(comparison.missing.len(), 4, "{comparison}");
    assert_eq!(comparison.unexpected, [("put_message".to_owned(), json!("Bye Mary!"))]);
}

#[derive(Clone, PartialEq, Properties)]
struct GuestProps {
    mounted: Rc<Cell<i32>>,
}

/// Has a field and a slow response, and counts its instances.
#[component]
fn Guest(props: &GuestProps) -> Html {
    let name = use_state(String::new);
    let settings = use_settings_page();
    let mounted = props.mounted.clone();
    use_effect_with((), move |()| {
        mounted.set(mounted.get() + 1);
        move || mounted.set(mounted.get() - 1)
    });
    let oninput = {
        let name = name.clone();
        move |text| name.set(text)
    };
    let save = {
        let name = name.clone();
        move |_| {
            // The handle would read the later text.
            let (settings, name) = (settings.clone(), (*name).clone());
            spawn_local(async move {
                TimeoutFuture::new(50).await;
                settings.send_raw("saved", &json!(name));
            });
        }
    };
    html! {
        <>
            <TextField label="Your name" value={(*name).clone()} {oninput} />
            <label>{ "Note" }<textarea /></label>
            <p>{ "Hello " }{ &*name }</p>
            <button aria-label="Save it" onclick={save}>{ "💾" }</button>
        </>
    }
}

#[wasm_bindgen_test]
async fn a_mounted_app_is_typed_into_and_clicked_and_what_it_sends_later_is_awaited() {
    let (host, mounted) = (ScriptedHost::speaking(Driver::Plain), Rc::new(Cell::new(0)));
    let app = html! { <Guest mounted={mounted.clone()} /> };
    let page = host.mount_html(Extension::settings(), app).await;
    assert_eq!(host.commands(), [("plugin_inited".to_owned(), Value::Null)]);
    page.fill("Your name", "Mary").await;
    assert!(page.text().contains("Hello Mary"), "{}", page.text());
    page.fill("Note", "Rang twice").await;
    for name in ["Ann", "Kenji"] {
        page.fill("Your name", name).await;
        page.click("Save it").await;
    }
    assert_eq!(host.command("saved").await, "Ann");
    assert_eq!(host.command("saved").await, "Kenji");
    assert_eq!(mounted.get(), 1);
    let root = page.root().clone();
    drop(page);
    until("the app is gone", || mounted.get() == 0).await;
    assert!(!root.is_connected());
}

#[wasm_bindgen_test]
async fn settling_renders_a_flood_of_events_to_its_last_word() {
    let page = mount::<Greeter>(Extension::details()).await;
    for number in 0..100 {
        let name = format!("Number {number}");
        page.host().send("customer_profile", &json!({ "id": "C1", "name": name })).unwrap();
    }
    page.host().settle().await;
    assert!(page.text().starts_with("Hello Number 99!"), "{}", page.text());
}

#[wasm_bindgen_test]
async fn a_slow_way_is_waited_for_in_the_hosts_time() {
    let host = ScriptedHost::new();
    host.set_faults(Faults { latency: std::time::Duration::from_secs(4), ..Faults::default() });
    let page = host.mount::<Greeter>(Extension::details()).await;
    host.send("customer_profile", &json!({ "id": "C1", "name": "Mary" })).unwrap();
    page.shows("Hello Mary!").await;
    page.click("Greet").await;
    assert_eq!(host.command("put_message").await, json!("Hello Mary!"));
}

#[wasm_bindgen_test]
async fn an_item_of_a_list_is_clicked_by_its_title_alone_if_no_other_begins_so() {
    let host = ScriptedHost::new();
    let clicked = Rc::new(Cell::new(""));
    let item = |title: &'static str| {
        let clicked = clicked.clone();
        html_nested! { <ListItem {title} description="more of it" onclick={move |_| clicked.set(title)} /> }
    };
    let list = html! { <List>{ for ["Returns", "Return label", "Goodbye"].map(item) }</List> };
    let page = host.mount_html(Extension::details(), list).await;
    page.click("Returns").await;
    assert_eq!(clicked.get(), "Returns");
    page.click("Good").await;
    assert_eq!(clicked.get(), "Goodbye");
}
