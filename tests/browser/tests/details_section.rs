//! Sections that the host renders: published when they change, and clicked in the host.

use std::{cell::RefCell, rc::Rc};

use browser_tests::page::{Mounted, until};
use serde_json::{Value, json};
use wasm_bindgen_test::wasm_bindgen_test;
use yew::{html_nested, prelude::*};
use yew_livechat::{prelude::*, testing::ScriptedHost};

#[derive(Clone, PartialEq, Properties)]
struct AppProps {
    host: ScriptedHost,
    clicks: Rc<RefCell<Vec<String>>>,
    value: AttrValue,
    /// Re-renders without changing the section.
    #[prop_or_default]
    renders: u32,
    #[prop_or(true)]
    shown: bool,
}

#[component]
fn App(props: &AppProps) -> Html {
    let clicks = |name: &'static str| {
        let (clicks, renders) = (props.clicks.clone(), props.renders);
        Callback::from(move |()| clicks.borrow_mut().push(format!("{name} of render {renders}")))
    };
    let onerror = {
        let clicks = props.clicks.clone();
        Callback::from(move |error: InvalidArgument| clicks.borrow_mut().push(error.to_string()))
    };
    let has_button = *props.value != *"bare";
    html! {
        <ExtensionProvider extension={props.host.details()}>
            <p>{ format!("render {}", props.renders) }</p>
            if props.shown {
                <DetailsSection title="Orders" {onerror}>
                    <SectionLabel label="Total" value={&props.value} />
                    { has_button.then(|| html_nested! { <SectionButton id="a" label={&props.value} onclick={clicks("a")} /> }) }
                </DetailsSection>
                <DetailsSection title="Shop">
                    <SectionTitle title="Open" id="b" onclick={clicks("b")} />
                </DetailsSection>
            }
        </ExtensionProvider>
    }
}

fn published(host: &ScriptedHost) -> Vec<(String, String)> {
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    host.commands()
        .into_iter()
        .filter(|(name, _)| name == "customer_details_section")
        .map(|(_, data)| (text(&data["title"]), text(&data["components"][0]["data"]["value"])))
        .collect()
}

fn entry(title: &str, value: &str) -> (String, String) {
    (title.to_owned(), value.to_owned())
}

/// Updates the app and waits until that is on screen.
async fn update(app: &mut Mounted<App>, props: &mut AppProps, change: impl FnOnce(&mut AppProps)) {
    change(props);
    props.renders += 1;
    app.app.as_mut().unwrap().update(props.clone());
    app.shows(&format!("render {}", props.renders)).await;
}

fn props(host: &ScriptedHost) -> AppProps {
    AppProps { host: host.clone(), clicks: Rc::default(), value: "3".into(), renders: 0, shown: true }
}

#[wasm_bindgen_test]
async fn a_section_is_published_when_it_mounts_and_when_it_changes_and_not_on_every_render() {
    let host = ScriptedHost::new();
    let mut props = props(&host);
    let mut app = Mounted::<App>::new(props.clone());
    until("both sections", || published(&host).len() == 2).await;
    let names: Vec<_> = host.commands().into_iter().map(|(name, _)| name).collect();
    assert_eq!(names, ["plugin_inited", "customer_details_section", "customer_details_section"]);

    for _ in 0..5 {
        update(&mut app, &mut props, |_| {}).await;
    }
    update(&mut app, &mut props, |props| props.value = "4".into()).await;
    until("the change", || published(&host).len() == 3).await;
    host.send("customer_profile", &json!({ "id": "C1", "chat": {} })).unwrap();
    update(&mut app, &mut props, |props| props.value = "5".into()).await;
    until("the next change", || published(&host).len() == 4).await;
    assert_eq!(published(&host), [entry("Orders", "3"), entry("Shop", ""), entry("Orders", "4"), entry("Orders", "5")]);
}

#[wasm_bindgen_test]
async fn a_host_that_was_loaded_again_is_told_again() {
    let host = ScriptedHost::new();
    let _app = Mounted::<App>::new(props(&host));
    until("both sections", || published(&host).len() == 2).await;
    host.reconnect();
    until("both sections again", || published(&host).len() == 4).await;
    let again = published(&host).split_off(2);
    assert_eq!(again, [entry("Orders", "3"), entry("Shop", "")]);
}

#[wasm_bindgen_test]
async fn clicks_run_in_the_extension_with_what_the_last_render_gave() {
    let host = ScriptedHost::new();
    let mut props = props(&host);
    let mut app = Mounted::<App>::new(props.clone());
    until("both sections", || published(&host).len() == 2).await;
    let click = |id: &str| host.send("customer_details_section_button_click", &json!({ "buttonId": id })).unwrap();
    click("a");
    update(&mut app, &mut props, |_| {}).await;
    click("a");
    click("b");
    click("nobody");
    update(&mut app, &mut props, |props| props.value = "bare".into()).await;
    click("a");
    update(&mut app, &mut props, |props| props.shown = false).await;
    click("b");
    assert_eq!(*props.clicks.borrow(), ["a of render 0", "a of render 1", "b of render 1"]);
}

#[wasm_bindgen_test]
async fn a_click_that_helpdesk_names_its_own_way_runs_too() {
    let host = ScriptedHost::new();
    let props = props(&host);
    let _app = Mounted::<App>::new(props.clone());
    until("both sections", || published(&host).len() == 2).await;
    host.send("ticket_details_section_button_click", &json!({ "buttonId": "a" })).unwrap();
    assert_eq!(*props.clicks.borrow(), ["a of render 0"]);
}

#[wasm_bindgen_test]
async fn a_mistake_is_told_and_the_host_keeps_the_last_good_section() {
    let host = ScriptedHost::new();
    let mut props = props(&host);
    let mut app = Mounted::<App>::new(props.clone());
    until("both sections", || published(&host).len() == 2).await;
    update(&mut app, &mut props, |props| props.value = "".into()).await;
    until("the error is reported", || !props.clicks.borrow().is_empty()).await;
    assert_eq!(*props.clicks.borrow(), ["`button.label` is empty: it needs text"]);
    assert_eq!(published(&host).len(), 2);
    update(&mut app, &mut props, |props| props.value = "6".into()).await;
    until("the next valid section is published", || published(&host).len() == 3).await;
    assert_eq!(published(&host)[2], entry("Orders", "6"));
}
