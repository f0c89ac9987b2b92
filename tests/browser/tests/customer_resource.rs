//! Data loaded for one customer is never shown for another.

use std::{cell::RefCell, collections::HashMap, rc::Rc};

use browser_tests::page::{Mounted, until};
use futures_channel::oneshot;
use serde_json::json;
use wasm_bindgen_test::wasm_bindgen_test;
use yew::prelude::*;
use yew_livechat::{prelude::*, testing::ScriptedHost};

type Answer = Result<String, String>;

/// A server that responds on command: the pending requests by customer, oldest first.
#[derive(Clone, Default)]
struct Server(Rc<RefCell<HashMap<String, Vec<oneshot::Sender<Answer>>>>>);

impl PartialEq for Server {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl Server {
    fn request(&self, customer: &str) -> oneshot::Receiver<Answer> {
        let (sender, receiver) = oneshot::channel();
        self.0.borrow_mut().entry(customer.to_owned()).or_default().push(sender);
        receiver
    }

    fn under_way(&self, customer: &str) -> usize {
        self.0.borrow().get(customer).map_or(0, Vec::len)
    }

    /// Responds to the oldest request for that customer.
    fn answer(&self, customer: &str, answer: Result<&str, &str>) {
        let sender = self.0.borrow_mut().get_mut(customer).expect("the request was made").remove(0);
        let _ = sender.send(answer.map(str::to_owned).map_err(str::to_owned));
    }
}

#[derive(Clone, PartialEq, Properties)]
struct AppProps {
    host: ScriptedHost,
    server: Server,
}

#[component]
fn App(props: &AppProps) -> Html {
    html! {
        <ExtensionProvider extension={props.host.details()}>
            <Orders ..props.clone() />
        </ExtensionProvider>
    }
}

#[component]
fn Orders(props: &AppProps) -> Html {
    let server = props.server.clone();
    let orders = use_customer_resource(move |customer: Rc<CustomerProfile>| {
        let answer = server.request(&customer.id);
        async move { answer.await.unwrap_or_else(|_| Err("the test is over".to_owned())) }
    });
    let text = match &*orders {
        Resource::Idle => "nobody".to_owned(),
        Resource::Loading => "loading".to_owned(),
        Resource::Ready { value, refreshing: false } => format!("has {value}"),
        Resource::Ready { value, refreshing: true } => format!("had {value}"),
        Resource::Failed(error) => format!("failed {error}"),
    };
    // The first render's handle, which an effect or a timer may retain.
    let kept = use_memo((), |()| orders.clone());
    let (onclick, onkept) = (move |_| orders.reload(), move |_| kept.reload());
    html! { <><p>{ text }</p><button {onclick} /><button class="kept" onclick={onkept} /></> }
}

async fn connected() -> (AppProps, Mounted<App>) {
    let props = AppProps { host: ScriptedHost::new(), server: Server::default() };
    let app = Mounted::new(props.clone());
    until("connected", || !props.host.commands().is_empty()).await;
    (props, app)
}

impl AppProps {
    /// Opens a customer and waits until a request for them is pending.
    async fn open(&self, customer: &str) {
        let before = self.server.under_way(customer);
        self.host.send("customer_profile", &json!({ "id": customer, "chat": {} })).unwrap();
        until("a request", || self.server.under_way(customer) == before + 1).await;
    }
}

#[wasm_bindgen_test]
async fn fault_38_an_answer_for_the_customer_before_is_dropped() {
    let (props, app) = connected().await;
    props.open("A").await;
    props.open("B").await;
    props.server.answer("A", Ok("orders of A"));
    props.server.answer("B", Ok("orders of B"));
    app.shows("has orders of B").await;
    props.open("A").await;
    app.shows("loading").await;
    assert!(!app.text().contains("orders of"), "the dropped answer does not come back");
}

#[wasm_bindgen_test]
async fn fault_38_of_two_answers_for_one_customer_the_later_request_wins() {
    let (props, app) = connected().await;
    props.open("A").await;
    props.open("B").await;
    props.open("A").await;
    props.server.answer("A", Ok("the old"));
    props.server.answer("A", Ok("the new"));
    app.shows("has the new").await;
}

#[wasm_bindgen_test]
async fn going_back_shows_the_earlier_answer_at_once_and_refreshes_it() {
    let (props, app) = connected().await;
    app.shows("nobody").await;
    props.open("A").await;
    app.shows("loading").await;
    props.server.answer("A", Ok("1"));
    app.shows("has 1").await;
    props.open("B").await;
    app.shows("loading").await;
    props.open("A").await;
    app.shows("had 1").await;
    props.server.answer("A", Ok("2"));
    app.shows("has 2").await;
    props.host.send("customer_profile_hidden", &json!({ "id": "A" })).unwrap();
    app.shows("nobody").await;
}

#[wasm_bindgen_test]
async fn a_failure_is_shown_reloading_mends_it_and_a_failed_refresh_keeps_what_there_was() {
    let (props, app) = connected().await;
    props.open("A").await;
    props.server.answer("A", Err("no network"));
    app.shows("failed no network").await;
    app.click("button");
    app.shows("loading").await;
    until("a request", || props.server.under_way("A") == 1).await;
    props.server.answer("A", Ok("1"));
    app.shows("has 1").await;
    app.click("button");
    app.shows("had 1").await;
    until("a request", || props.server.under_way("A") == 1).await;
    props.server.answer("A", Err("no network"));
    app.shows("has 1").await;
}

#[wasm_bindgen_test]
async fn a_changed_profile_of_the_same_customer_loads_nothing_anew() {
    let (props, app) = connected().await;
    props.open("A").await;
    props.server.answer("A", Ok("1"));
    app.shows("has 1").await;
    props.host.send("customer_profile", &json!({ "id": "A", "name": "Ann", "chat": {} })).unwrap();
    props.open("B").await;
    assert_eq!(props.server.under_way("A"), 0);
}

#[wasm_bindgen_test]
async fn a_handle_that_was_kept_reloads_every_time() {
    let (props, app) = connected().await;
    props.open("A").await;
    for answer in ["1", "2", "3"] {
        props.server.answer("A", Ok(answer));
        app.shows(&format!("has {answer}")).await;
        app.click(".kept");
        until("a request", || props.server.under_way("A") == 1).await;
    }
}

#[component]
fn ByThread(props: &AppProps) -> Html {
    html! {
        <ExtensionProvider extension={props.host.details()}>
            <Notes ..props.clone() />
        </ExtensionProvider>
    }
}

#[component]
fn Notes(props: &AppProps) -> Html {
    let server = props.server.clone();
    let notes = use_customer_resource_by(CustomerKey::Thread, move |customer: Rc<CustomerProfile>| {
        let answer = server.request(customer.chat.id.as_deref().unwrap_or_default());
        async move { answer.await.unwrap_or_else(|_| Err("the test is over".to_owned())) }
    });
    let thread = use_customer_profile().shown().and_then(|customer| customer.chat.id.clone());
    let notes = match &*notes {
        Resource::Idle => "nothing to load".to_owned(),
        Resource::Ready { value, .. } => value.to_string(),
        Resource::Loading => "loading".to_owned(),
        Resource::Failed(error) => error.to_string(),
    };
    html! { { format!("{}: {notes}", thread.as_deref().unwrap_or("no thread")) } }
}

#[wasm_bindgen_test]
async fn fault_38_what_belongs_to_a_thread_is_not_shown_for_another_thread_of_the_same_customer() {
    let props = AppProps { host: ScriptedHost::new(), server: Server::default() };
    let app = Mounted::<ByThread>::new(props.clone());
    until("connected", || !props.host.commands().is_empty()).await;
    let open = |thread: &str| {
        props.host.send("customer_profile", &json!({ "id": "C1", "chat": { "id": thread, "chat_id": "CH" } })).unwrap();
    };
    open("T1");
    until("T1 is requested", || props.server.under_way("T1") == 1).await;
    open("T2");
    until("T2 is requested", || props.server.under_way("T2") == 1).await;
    // The late response belongs to the previous thread.
    props.server.answer("T1", Ok("notes of T1"));
    props.server.answer("T2", Ok("notes of T2"));
    app.shows("T2: notes of T2").await;
    open("T1");
    app.shows("T1: loading").await;
    until("T1 is requested again", || props.server.under_way("T1") == 1).await;
    props.server.answer("T1", Ok("notes of T1"));
    app.shows("T1: notes of T1").await;
    open("T2");
    app.shows("T2: notes of T2").await;
    props.host.send("customer_profile", &json!({ "id": "C1", "chat": {} })).unwrap();
    app.shows("no thread: nothing to load").await;
}
