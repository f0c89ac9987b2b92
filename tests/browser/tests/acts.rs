//! Simulated user input, and the events that the page receives.

use std::{cell::RefCell, rc::Rc};

use serde_json::json;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{HtmlSelectElement, KeyboardEvent};
use yew::prelude::*;
use yew_livechat::{
    prelude::*,
    testing::{ScriptedHost, mount},
};

/// Everything that happened, in order.
type Seen = Rc<RefCell<Vec<String>>>;

#[derive(Clone, PartialEq, Properties)]
struct DeskProps {
    seen: Seen,
}

#[component]
fn Desk(props: &DeskProps) -> Html {
    let note = |what: &'static str| {
        let seen = props.seen.clone();
        move || seen.borrow_mut().push(what.to_owned())
    };
    let size = use_state(|| "S".to_owned());
    let onkeydown = {
        let seen = props.seen.clone();
        move |event: KeyboardEvent| {
            let shift = if event.shift_key() { "Shift+" } else { "" };
            seen.borrow_mut().push(format!("{shift}{}", event.key()));
            if event.key() == "ArrowDown" {
                event.prevent_default();
            }
        }
    };
    let onchange = {
        let size = size.clone();
        move |event: Event| size.set(event.target_unchecked_into::<HtmlSelectElement>().value())
    };
    let (save, sent) = (note("saved"), note("sent"));
    let onsubmit = move |event: SubmitEvent| {
        event.prevent_default();
        sent();
    };
    html! {
        <main {onkeydown}>
            <form {onsubmit}><label>{ "Words" }<input /></label></form>
            <label>{ "Size" }<select {onchange}><option>{ "S" }</option><option>{ "M" }</option></select></label>
            <button onclick={move |_| save()}>{ "Save" }</button>
            <p>{ "size " }{ &*size }</p>
        </main>
    }
}

async fn desk() -> (yew_livechat::testing::Mounted, impl Fn() -> Vec<String>) {
    let seen = Seen::default();
    let page = ScriptedHost::new().mount_html(Extension::details(), html! { <Desk seen={seen.clone()} /> }).await;
    (page, move || seen.take())
}

fn focused() -> String {
    let focused = web_sys::window().unwrap().document().unwrap().active_element();
    focused.map(|element| element.tag_name()).unwrap_or_default()
}

#[wasm_bindgen_test]
async fn an_option_is_chosen_by_its_text() {
    let (page, _) = desk().await;
    page.choose("Size", "M").await;
    page.shows("size M").await;
}

#[wasm_bindgen_test]
async fn keys_go_to_what_has_the_focus_and_do_what_a_browser_does() {
    let (page, seen) = desk().await;
    page.fill("Words", "chair").await;
    assert_eq!(focused(), "INPUT");
    page.press("Enter").await;
    assert_eq!(seen(), ["Enter", "sent"]);
    page.press("Tab").await;
    assert_eq!(focused(), "SELECT");
    page.press("Tab").await;
    page.press("Enter").await;
    page.press(" ").await;
    assert_eq!(seen(), ["Tab", "Tab", "Enter", "saved", " ", "saved"]);
    page.press("Shift+Tab").await;
    assert_eq!(focused(), "SELECT");
    page.press("ArrowDown").await;
    assert_eq!(seen(), ["Shift+Tab", "ArrowDown"]);
}

#[wasm_bindgen_test]
async fn escape_closes_a_dialog_that_does_not_prevent_it() {
    let closed = Seen::default();
    let oncancel = {
        let closed = closed.clone();
        move |_: ()| closed.borrow_mut().push("canceled".to_owned())
    };
    let dialog = html! {
        <ConfirmDialog open={true} heading="Delete it?" confirm_label="Delete" onconfirm={|_| {}} {oncancel} />
    };
    let page = ScriptedHost::new().mount_html(Extension::details(), dialog).await;
    page.shows("Delete it?").await;
    page.press("Escape").await;
    assert_eq!(closed.take(), ["canceled"]);
}

#[component]
fn Greeting() -> Html {
    match use_customer_profile().shown() {
        Some(customer) => html! { <p>{ "Hello " }{ customer.display_name("there") }</p> },
        None => html! { <p>{ "Open a chat" }</p> },
    }
}

#[wasm_bindgen_test]
async fn a_chat_is_opened_with_a_profile_as_json_or_as_a_value() {
    let page = mount::<Greeting>(Extension::details()).await;
    page.open_chat(&json!({ "id": "C1", "name": "Mary" })).await;
    assert_eq!(page.text(), "Hello Mary");
    page.gone("Open a chat").await;
    page.open_chat(&CustomerProfile::new("C2")).await;
    page.shows("Hello there").await;
}
