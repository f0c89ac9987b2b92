//! Resources that depend on anything, not only on the customer.

use std::{cell::RefCell, rc::Rc};

use futures_channel::oneshot;
use serde_json::json;
use wasm_bindgen_test::wasm_bindgen_test;
use yew::prelude::*;
use yew_livechat::{
    prelude::*,
    testing::{Mounted, ScriptedHost, until},
};

/// The key, and the sender for the response.
type Request = (String, oneshot::Sender<String>);

/// The pending requests by key, oldest first.
#[derive(Clone, Default)]
struct Server(Rc<RefCell<Vec<Request>>>);

impl PartialEq for Server {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl Server {
    async fn request(self, of: String) -> Result<String, String> {
        let (sender, receiver) = oneshot::channel();
        self.0.borrow_mut().push((of, sender));
        receiver.await.map_err(|_| "the test is over".to_owned())
    }

    fn waiting(&self) -> Vec<String> {
        self.0.borrow().iter().map(|(of, _)| of.clone()).collect()
    }

    async fn answer(&self, of: &str, answer: &str) {
        let index = || self.0.borrow().iter().position(|(waiting, _)| waiting == of);
        until(of, || index().is_some()).await;
        let index = index().unwrap();
        let (_, sender) = self.0.borrow_mut().remove(index);
        let _ = sender.send(answer.to_owned());
    }
}

fn text(resource: &Resource<String, String>) -> String {
    match resource {
        Resource::Idle => "nobody".to_owned(),
        Resource::Loading => "loading".to_owned(),
        Resource::Ready { value, refreshing: false } => format!("has {value}"),
        Resource::Ready { value, refreshing: true } => format!("had {value}"),
        Resource::Failed(error) => format!("failed {error}"),
    }
}

#[derive(Clone, PartialEq, Properties)]
struct AppProps {
    server: Server,
}

/// Orders, with or without the canceled ones.
#[component]
fn Orders(props: &AppProps) -> Html {
    let canceled = use_state(|| false);
    let server = props.server.clone();
    let orders = use_customer_resource_with(*canceled, move |customer: Rc<CustomerProfile>, canceled| {
        server.clone().request(format!("{} {canceled}", customer.id))
    });
    // The handle from the time of the first customer, which a saving request may retain.
    let kept = use_mut_ref(|| None);
    if kept.borrow().is_none() && !matches!(*orders, Resource::Idle) {
        *kept.borrow_mut() = Some(orders.clone());
    }
    let shown = text(&orders);
    let switch = {
        let canceled = canceled.clone();
        move |_| canceled.set(!*canceled)
    };
    let set = move |_| orders.set("saved".to_owned());
    let set_kept = move |_| kept.borrow().as_ref().unwrap().set("saved late".to_owned());
    html! {
        <>
            <p>{ shown }</p>
            <button onclick={switch}>{ "Switch" }</button>
            <button onclick={set}>{ "Set" }</button>
            <button onclick={set_kept}>{ "Set kept" }</button>
        </>
    }
}

async fn orders() -> (Server, Mounted) {
    let server = Server::default();
    let app = html! { <Orders server={server.clone()} /> };
    (server, ScriptedHost::new().mount_html(Extension::details(), app).await)
}

#[wasm_bindgen_test]
async fn what_depends_on_a_setting_is_loaded_again_when_the_setting_changes() {
    let (server, page) = orders().await;
    page.open_chat(&json!({ "id": "C1" })).await;
    page.click("Switch").await;
    server.answer("C1 false", "the answer to the setting before").await;
    page.shows("loading").await;
    server.answer("C1 true", "all").await;
    page.shows("has all").await;
    page.click("Switch").await;
    page.shows("loading").await;
    server.answer("C1 false", "open ones").await;
    page.click("Switch").await;
    page.shows("had all").await;
}

#[wasm_bindgen_test]
async fn what_is_set_replaces_the_value_and_an_answer_that_is_older() {
    let (server, page) = orders().await;
    page.open_chat(&json!({ "id": "C1" })).await;
    page.click("Set").await;
    page.shows("has saved").await;
    server.answer("C1 false", "loaded before").await;
    page.host().settle().await;
    page.shows("has saved").await;
}

#[wasm_bindgen_test]
async fn a_handle_sets_the_value_of_the_customer_that_it_was_made_for() {
    let (server, page) = orders().await;
    page.open_chat(&json!({ "id": "C1" })).await;
    server.answer("C1 false", "one").await;
    page.open_chat(&json!({ "id": "C2" })).await;
    server.answer("C2 false", "two").await;
    page.shows("has two").await;
    page.click("Set kept").await;
    page.shows("has two").await;
    page.open_chat(&json!({ "id": "C1" })).await;
    page.shows("had saved late").await;
}

#[component]
fn Search(props: &AppProps) -> Html {
    let words = use_state(|| "a".to_owned());
    let server = props.server.clone();
    let found = use_resource((*words).clone(), move |words: String| server.clone().request(words));
    let shown = text(&found);
    let reload = move |_| found.reload();
    let type_on = move |_| words.set(format!("{}b", *words));
    html! {
        <>
            <p>{ shown }</p>
            <button onclick={type_on}>{ "Type" }</button>
            <button onclick={reload}>{ "Reload" }</button>
        </>
    }
}

#[wasm_bindgen_test]
async fn a_resource_of_any_kind_is_loaded_by_what_it_depends_on() {
    let server = Server::default();
    let app = html! { <Search server={server.clone()} /> };
    let page = ScriptedHost::new().mount_html(Extension::settings(), app).await;
    page.shows("loading").await;
    page.click("Type").await;
    server.answer("a", "stale").await;
    server.answer("ab", "fresh").await;
    page.shows("has fresh").await;
    page.click("Reload").await;
    page.shows("had fresh").await;
    assert_eq!(server.waiting(), ["ab"]);
    server.answer("ab", "fresher").await;
    page.shows("has fresher").await;
}
