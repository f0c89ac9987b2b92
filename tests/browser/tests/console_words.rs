//! Console messages for a developer's mistakes match the guide's page "If you see…".

use std::{cell::RefCell, rc::Rc, time::Duration};

use js_sys::Reflect;
use serde_json::json;
use wasm_bindgen::{JsValue, closure::Closure};
use wasm_bindgen_test::wasm_bindgen_test;
use yew::prelude::*;
use yew_livechat::{
    prelude::*,
    protocol::{Answering, limits},
    testing::{Faults, ScriptedHost},
};

/// Collects console warnings until it is dropped.
struct Console {
    lines: Rc<RefCell<Vec<String>>>,
    original: JsValue,
    _warn: Closure<dyn FnMut(JsValue)>,
}

fn console() -> JsValue {
    Reflect::get(&js_sys::global(), &"console".into()).unwrap()
}

impl Console {
    fn read() -> Self {
        let lines: Rc<RefCell<Vec<String>>> = Rc::default();
        let warn = {
            let lines = Rc::clone(&lines);
            Closure::new(move |line: JsValue| lines.borrow_mut().extend(line.as_string()))
        };
        let original = Reflect::get(&console(), &"warn".into()).unwrap();
        Reflect::set(&console(), &"warn".into(), warn.as_ref()).unwrap();
        Self { lines, original, _warn: warn }
    }

    fn says(&self, words: &str) {
        let lines = self.lines.borrow();
        assert!(lines.iter().any(|line| line == &format!("yew-livechat: {words}")), "{words:?} is not among {lines:?}");
    }
}

impl Drop for Console {
    fn drop(&mut self) {
        Reflect::set(&console(), &"warn".into(), &self.original).unwrap();
    }
}

#[component]
fn InTheWrongPlacement() -> Html {
    use_page_data();
    Html::default()
}

#[wasm_bindgen_test]
async fn a_hook_that_waits_for_what_no_host_tells_this_placement() {
    let console = Console::read();
    let _page = ScriptedHost::new().mount::<InTheWrongPlacement>(Extension::details()).await;
    console.says(
        "`use_page_data` gets no events in a details extension: hosts send them to fullscreen and settings extensions only",
    );
}

#[derive(Clone, PartialEq, Properties)]
struct HeadingProps {
    heading: &'static str,
}

#[component]
fn Headed(props: &HeadingProps) -> Html {
    html! { <DetailsSection title={props.heading}><SectionLine /></DetailsSection> }
}

#[wasm_bindgen_test]
async fn a_section_that_the_host_does_not_know_and_one_that_cannot_be_published() {
    let console = Console::read();
    let declared = yew::html_nested! { <DetailsSection title="Orders"><SectionLine /></DetailsSection> };
    let extension = Extension::details().sections([declared]).unwrap();
    let app = html! { <><Headed heading="Returns" /><Headed heading="" /></> };
    let _page = ScriptedHost::new().mount_html(extension, app).await;
    console.says("`Extension::sections` does not name the section `Returns`, so the host ignores it");
    console.says("a section is not published: `section.title` is empty: it needs text");
}

#[wasm_bindgen_test]
async fn commands_that_are_not_answered_not_sent_or_too_many() {
    let console = Console::read();
    let host = ScriptedHost::new();
    let extension = host.connect(Extension::details());
    host.settle().await;
    host.set_answering(Answering::Silent);
    drop(extension.handle().put_message("Hello"));
    host.elapse(Duration::from_secs(11)).await;
    console.says("command `put_message`: the host did not answer in time, but may have carried it out");
    drop(extension.handle().put_message(""));
    console.says("command `put_message`: `put_message.text` is empty: it needs text");

    let silent = ScriptedHost::new();
    silent.set_faults(Faults { silent: true, ..Faults::default() });
    let extension = silent.connect(Extension::details());
    for _ in 0..=limits::PENDING_COMMANDS {
        drop(extension.handle().toast_success("Saved"));
    }
    console.says("command `set_toast`: too many commands are waiting: await some before you send more");
    silent.elapse(Duration::from_secs(11)).await;
    console.says("command `set_toast`: there was no connection in time, so it was not sent");
}

#[component]
fn Nobody() -> Html {
    use_customer_profile();
    Html::default()
}

#[wasm_bindgen_test]
async fn a_field_that_cannot_be_read() {
    let console = Console::read();
    let page = ScriptedHost::new().mount::<Nobody>(Extension::details()).await;
    page.open_chat(&json!({ "id": "C1", "email": ["a@example.com"] })).await;
    console.says("event `customer_profile`: email is a list, expected text: the field was left out");
}
