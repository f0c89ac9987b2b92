//! Actions triggered by a click: running, done or failed, and never about the previous customer.

use std::{cell::RefCell, rc::Rc};

use futures_channel::oneshot;
use serde_json::json;
use wasm_bindgen_test::wasm_bindgen_test;
use yew::prelude::*;
use yew_livechat::{
    prelude::*,
    testing::{Mounted, ScriptedHost, until},
};

type Answer = Result<u32, String>;

/// The input, and the sender for its result.
type Run = (String, oneshot::Sender<Answer>);

/// The running actions, oldest first.
#[derive(Clone, Default)]
struct Runs(Rc<RefCell<Vec<Run>>>);

impl PartialEq for Runs {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl Runs {
    async fn end(&self, name: &str, answer: Answer) {
        until(name, || !self.0.borrow().is_empty()).await;
        let (began, sender) = self.0.borrow_mut().remove(0);
        assert_eq!(began, name);
        let _ = sender.send(answer);
    }
}

#[derive(Clone, PartialEq, Properties)]
struct NoteProps {
    runs: Runs,
}

#[component]
fn Note(props: &NoteProps) -> Html {
    let customer = use_customer_profile().shown().map(|customer| customer.id.clone()).unwrap_or_default();
    let runs = props.runs.clone();
    let saving = use_action(customer, move |customer: String, text: &'static str| {
        let (sender, receiver) = oneshot::channel();
        runs.0.borrow_mut().push((format!("{customer} {text}"), sender));
        async move { receiver.await.unwrap_or_else(|_| Err("the test is over".to_owned())) }
    });
    let text = match &*saving {
        Action::Idle => "idle".to_owned(),
        Action::Running => "running".to_owned(),
        Action::Done(value) => format!("done {value}"),
        Action::Failed(error) => format!("failed {error}"),
    };
    let run = |text: &'static str| {
        let saving = saving.clone();
        move |_| saving.run(text)
    };
    let reset = {
        let saving = saving.clone();
        move |_| saving.reset()
    };
    html! {
        <>
            <p>{ text }</p>
            <button onclick={run("first")}>{ "First" }</button>
            <button onclick={run("second")}>{ "Second" }</button>
            <button onclick={reset}>{ "Reset" }</button>
        </>
    }
}

async fn note() -> (Runs, Mounted) {
    let runs = Runs::default();
    let page = ScriptedHost::new().mount_html(Extension::details(), html! { <Note runs={runs.clone()} /> }).await;
    page.open_chat(&json!({ "id": "C1" })).await;
    (runs, page)
}

#[wasm_bindgen_test]
async fn an_action_runs_and_ends_well_or_does_not() {
    let (runs, page) = note().await;
    page.shows("idle").await;
    page.click("First").await;
    page.shows("running").await;
    runs.end("C1 first", Err("no room".to_owned())).await;
    page.shows("failed no room").await;
    page.click("Reset").await;
    page.shows("idle").await;
    page.click("Second").await;
    runs.end("C1 second", Ok(2)).await;
    page.shows("done 2").await;
}

#[wasm_bindgen_test]
async fn of_two_runs_the_later_one_counts() {
    let (runs, page) = note().await;
    page.click("First").await;
    page.click("Second").await;
    runs.end("C1 first", Err("lost".to_owned())).await;
    page.host().settle().await;
    page.shows("running").await;
    runs.end("C1 second", Ok(2)).await;
    page.shows("done 2").await;
}

#[wasm_bindgen_test]
async fn the_end_of_a_run_for_the_customer_before_is_not_shown() {
    let (runs, page) = note().await;
    page.click("First").await;
    page.open_chat(&json!({ "id": "C2" })).await;
    page.shows("idle").await;
    runs.end("C1 first", Err("lost".to_owned())).await;
    page.host().settle().await;
    page.shows("idle").await;
}
