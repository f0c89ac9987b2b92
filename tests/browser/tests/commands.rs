//! Commands from components, and their results.

use std::{cell::RefCell, rc::Rc, time::Duration};

use browser_tests::page::{Mounted, until};
use livechat_protocol::{Answering, CommandError, RemoteError};
use serde_json::json;
use wasm_bindgen_test::wasm_bindgen_test;
use yew::{platform::spawn_local, prelude::*};
use yew_livechat::{prelude::*, testing::ScriptedHost};

type Results = Rc<RefCell<Vec<Result<(), CommandError>>>>;

#[derive(Clone, PartialEq, Properties)]
struct AppProps {
    host: ScriptedHost,
    results: Results,
}

#[component]
fn App(props: &AppProps) -> Html {
    let extension = props.host.details().command_timeout(Duration::from_millis(300));
    html! {
        <ExtensionProvider {extension}>
            <Greeter ..props.clone() />
        </ExtensionProvider>
    }
}

#[component]
fn Greeter(props: &AppProps) -> Html {
    let details = use_details();
    let connection = use_connection();
    use_effect_with((), {
        let details = details.clone();
        // Before `plugin_inited`: it has to wait in the queue.
        move |()| drop(details.put_message("from an effect"))
    });
    let results = props.results.clone();
    let onclick = move |_| {
        let (sent, results) = (details.put_message("Hello!"), results.clone());
        spawn_local(async move {
            let result = sent.await;
            results.borrow_mut().push(result);
        });
    };
    html! { <><button {onclick} /><p>{ connection.last_failure.map(|failure| failure.to_string()).unwrap_or_default() }</p></> }
}

async fn connected() -> (AppProps, Mounted<App>) {
    let props = AppProps { host: ScriptedHost::new(), results: Rc::default() };
    let app = Mounted::new(props.clone());
    until("two commands", || props.host.commands().len() == 2).await;
    (props, app)
}

#[wasm_bindgen_test]
async fn plugin_inited_comes_first_then_what_waited_then_what_is_clicked() {
    let (props, app) = connected().await;
    app.click("button");
    until("an acknowledgement", || props.results.borrow().len() == 1).await;
    assert_eq!(
        props.host.commands(),
        [
            ("plugin_inited".to_owned(), json!(null)),
            ("put_message".to_owned(), json!("from an effect")),
            ("put_message".to_owned(), json!("Hello!")),
        ]
    );
    assert_eq!(*props.results.borrow(), [Ok(())]);
}

#[wasm_bindgen_test]
async fn a_refused_command_tells_its_caller_and_the_connection() {
    let (props, app) = connected().await;
    let error = RemoteError { message: "the input is locked".to_owned(), code: Some("LOCKED".into()) };
    props.host.set_answering(Answering::Refuse(error.clone()));
    app.click("button");
    app.shows("command `put_message`: the host refused it: the input is locked").await;
    assert_eq!(*props.results.borrow(), [Err(CommandError::Refused(error))]);
}

#[wasm_bindgen_test]
async fn an_unanswered_command_times_out() {
    let (props, app) = connected().await;
    props.host.set_answering(Answering::Silent);
    app.click("button");
    until("the time-out", || props.results.borrow().len() == 1).await;
    assert_eq!(*props.results.borrow(), [Err(CommandError::TimedOut)]);
}

#[wasm_bindgen_test]
async fn a_reconnecting_host_interrupts_commands_and_is_told_plugin_inited_again() {
    let (props, app) = connected().await;
    props.host.set_answering(Answering::Silent);
    app.click("button");
    props.host.set_answering(Answering::Accept);
    props.host.reconnect();
    until("the interruption", || props.results.borrow().len() == 1).await;
    assert_eq!(*props.results.borrow(), [Err(CommandError::Interrupted)]);
    let inited = props.host.commands().iter().filter(|(command, _)| command == "plugin_inited").count();
    assert_eq!(inited, 2);
}

#[wasm_bindgen_test]
async fn taking_the_extension_down_ends_what_is_awaited() {
    let (props, mut app) = connected().await;
    props.host.set_answering(Answering::Silent);
    app.click("button");
    app.unmount().await;
    until("the end", || props.results.borrow().len() == 1).await;
    assert_eq!(*props.results.borrow(), [Err(CommandError::Closed)]);
}
