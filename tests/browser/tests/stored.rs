//! What `use_stored` stores and shares, and what it survives.

use browser_tests::page::{Mounted, until};
use js_sys::Function;
use wasm_bindgen::JsValue;
use wasm_bindgen_test::wasm_bindgen_test;
use yew::{prelude::*, props};
use yew_livechat::prelude::*;

#[derive(Clone, PartialEq, Properties)]
struct CounterProps {
    name: AttrValue,
}

#[component]
fn Counter(props: &CounterProps) -> Html {
    let count = use_stored(&props.name, || 7_u32);
    let add = {
        let count = count.clone();
        move |_| count.set(*count + 1)
    };
    let clear = {
        let count = count.clone();
        move |_| count.clear()
    };
    html! {
        <p>
            { *count }{ if count.is_persistent() { " stored" } else { " in memory" } }
            <button class="add" onclick={add} />
            <button class="clear" onclick={clear} />
        </p>
    }
}

/// Two components with one key.
#[component]
fn Counters(props: &CounterProps) -> Html {
    html! { <><Counter ..props.clone() /><Counter ..props.clone() /></> }
}

fn counters(name: &'static str) -> Mounted<Counters> {
    Mounted::new(props!(CounterProps { name }))
}

fn javascript(script: &str) -> JsValue {
    Function::new_no_args(script).call0(&JsValue::NULL).unwrap()
}

fn stored(key: &str) -> Option<String> {
    javascript(&format!("return localStorage.getItem({key:?})")).as_string()
}

/// Replaces a property of the page until it is dropped.
struct Replaced(&'static str);

impl Replaced {
    fn new(replace: &str, restore: &'static str) -> Self {
        javascript(replace);
        Self(restore)
    }
}

impl Drop for Replaced {
    fn drop(&mut self) {
        javascript(self.0);
    }
}

/// Collects console messages.
fn console() -> Replaced {
    Replaced::new(
        "window.heard = []; window.warn = console.warn; console.warn = (...said) => window.heard.push(said.map(String).join(' '))",
        "console.warn = window.warn",
    )
}

fn heard() -> String {
    javascript("return window.heard.join('\\n')").as_string().unwrap()
}

#[wasm_bindgen_test]
async fn a_value_is_shared_by_its_key_and_outlives_the_components() {
    let mut app = counters("shared");
    app.shows("7 stored7 stored").await;
    assert_eq!(stored("shared"), None, "the default is not written");
    app.click(".add");
    app.shows("8 stored8 stored").await;
    assert_eq!(stored("shared").as_deref(), Some("8"));
    app.unmount().await;

    javascript("localStorage.setItem('shared', '20')");
    let app = counters("shared");
    app.shows("20 stored20 stored").await;
    app.click(".clear");
    app.shows("7 stored7 stored").await;
    assert_eq!(stored("shared"), None);
}

#[wasm_bindgen_test]
async fn a_component_shows_the_value_of_the_key_that_it_has_now() {
    javascript("localStorage.setItem('first', '1'); localStorage.setItem('second', '2')");
    let mut app = counters("first");
    app.shows("1 stored1 stored").await;
    app.app.as_mut().unwrap().update(props!(CounterProps { name: "second" }));
    app.shows("2 stored2 stored").await;
    app.click(".add");
    app.shows("3 stored3 stored").await;
    assert_eq!(stored("first").as_deref(), Some("1"));
}

#[wasm_bindgen_test]
async fn what_another_iframe_of_the_extension_stores_is_shown() {
    let app = counters("elsewhere");
    app.shows("7 stored7 stored").await;
    let _iframe = Replaced::new(
        "window.other = document.body.appendChild(document.createElement('iframe'))",
        "window.other.remove()",
    );
    javascript("window.other.contentWindow.localStorage.setItem('elsewhere', '30')");
    app.shows("30 stored30 stored").await;
    javascript("window.other.contentWindow.localStorage.clear()");
    app.shows("7 stored7 stored").await;
}

#[wasm_bindgen_test]
async fn a_stored_text_that_cannot_be_read_is_the_default_and_is_told() {
    for (key, text) in [("syntax", "{"), ("type", "\"eight\"")] {
        let _console = console();
        javascript(&format!("localStorage.setItem({key:?}, {text:?})"));
        let app = counters(key);
        app.shows("7 stored7 stored").await;
        let heard = heard();
        assert!(heard.contains(&format!("`use_stored` cannot read `{key}`")), "{heard}");
        app.click(".add");
        app.shows("8 stored8 stored").await;
    }
}

#[wasm_bindgen_test]
async fn fault_43_storage_that_the_browser_refuses_is_memory_and_the_console_says_so() {
    let _console = console();
    let refused = Replaced::new(
        "window.whole = Object.getOwnPropertyDescriptor(window, 'localStorage');
         Object.defineProperty(window, 'localStorage', {
             configurable: true,
             get() { throw new DOMException('Access is denied', 'SecurityError') },
         })",
        "Object.defineProperty(window, 'localStorage', window.whole)",
    );
    let mut app = counters("refused");
    app.shows("7 in memory7 in memory").await;
    app.click(".add");
    app.shows("8 in memory8 in memory").await;
    app.unmount().await;
    let app = counters("refused");
    app.shows("8 in memory8 in memory").await;
    let said = heard();
    let told = "`refused` is stored in memory only: localStorage failed SecurityError: Access is denied";
    assert_eq!(said.matches(told).count(), 1, "once: {said}");
    app.click(".clear");
    app.shows("7 in memory7 in memory").await;

    drop(refused);
    app.click(".add");
    app.shows("8 stored8 stored").await;
    assert_eq!(stored("refused").as_deref(), Some("8"));
}

#[wasm_bindgen_test]
async fn fault_43_full_storage_keeps_the_value_in_memory() {
    let _console = console();
    javascript("localStorage.setItem('full', '1')");
    let app = counters("full");
    app.shows("1 stored1 stored").await;
    let full = Replaced::new(
        "window.setItem = Storage.prototype.setItem;
         Storage.prototype.setItem = () => { throw new DOMException('Quota exceeded', 'QuotaExceededError') }",
        "Storage.prototype.setItem = window.setItem",
    );
    app.click(".add");
    app.shows("2 in memory2 in memory").await;
    assert_eq!(stored("full").as_deref(), Some("1"));
    assert!(heard().contains("QuotaExceededError"), "{}", heard());
    drop(full);
    app.click(".add");
    app.shows("3 stored3 stored").await;
    until("it is stored", || stored("full").as_deref() == Some("3")).await;
}

/// A field, a switch and tabs, each bound to a stored value.
#[component]
fn BoundFields() -> Html {
    let (name, on, view) = (
        use_stored("bound-name", || "Mary".to_owned()),
        use_stored("bound-on", || false),
        use_stored("bound-view", String::new),
    );
    html! {
        <>
            <TextField label="Name" bind={&name} />
            <ToggleSwitch label="On" bind={&on} />
            <Tabs label="Views" bind={&view}><Tab id="a" title="A" /><Tab id="b" title="B" /></Tabs>
            <output>{ format!("{} {} {}.", *name, *on, *view) }</output>
        </>
    }
}

#[wasm_bindgen_test]
async fn a_field_is_bound_to_a_stored_value() {
    let app = Mounted::<BoundFields>::new(());
    app.shows("Mary false .").await;
    javascript(
        "const input = document.querySelector('.lc-field > input');
         input.value = 'Ann';
         input.dispatchEvent(new InputEvent('input', { bubbles: true }))",
    );
    app.click("[role=switch]");
    app.click("[role=tab]:last-child");
    app.shows("Ann true b.").await;
    assert_eq!(["bound-name", "bound-on", "bound-view"].map(|key| stored(key).unwrap()), ["\"Ann\"", "true", "\"b\""]);
}
