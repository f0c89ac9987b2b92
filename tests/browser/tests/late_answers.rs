//! Answers that arrive while the main thread is busy.

use std::{cell::RefCell, rc::Rc, time::Duration};

use browser_tests::{
    frame::{Frame, HANDSHAKE},
    page::{Mounted, until},
};
use gloo_timers::callback::Timeout;
use livechat_protocol::CommandError;
use wasm_bindgen_futures::spawn_local;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::Window;
use yew::prelude::*;
use yew_livechat::prelude::*;

const TIMEOUT: Duration = Duration::from_millis(300);

#[derive(Clone, PartialEq, Properties)]
struct AppProps {
    window: Window,
    results: Rc<RefCell<Vec<Result<(), CommandError>>>>,
}

#[component]
fn App(props: &AppProps) -> Html {
    let extension = Extension::details().in_window(props.window.clone()).command_timeout(TIMEOUT);
    html! {
        <ExtensionProvider {extension}><Greeter ..props.clone() /></ExtensionProvider>
    }
}

#[component]
fn Greeter(props: &AppProps) -> Html {
    let (details, results) = (use_details(), props.results.clone());
    let onclick = move |_| {
        let (sent, results) = (details.put_message("Hello!"), results.clone());
        spawn_local(async move {
            let result = sent.await;
            results.borrow_mut().push(result);
        });
    };
    html! { <button {onclick} /> }
}

/// The answer to the command with this number.
fn answer(request: u32) -> String {
    HANDSHAKE
        .replace("\"handshake\",\"data\":{}", "\"response\",\"data\":{\"error\":false}")
        .replace("\"request\":null", &format!("\"request\":{request}"))
}

fn now() -> f64 {
    web_sys::window().unwrap().performance().unwrap().now()
}

#[wasm_bindgen_test]
async fn fault_29_an_answer_that_arrived_while_the_main_thread_was_busy_past_the_deadline_counts() {
    let frame = Rc::new(Frame::new().await);
    let props = AppProps { window: frame.window(), results: Rc::default() };
    let app = Mounted::<App>::new(props.clone());
    frame.post(HANDSHAKE);
    let sent = |name: &str| frame.received.borrow().iter().any(|frame| frame.contains(name));
    until("plugin_inited", || sent("plugin_inited")).await;
    frame.post(&answer(0));
    app.click("button");
    let deadline = now() + TIMEOUT.as_secs_f64() * 1_000.0;
    until("the command", || sent("put_message")).await;
    // A timer that fires before the deadline's: by then the answer is in the queue.
    let host = Rc::clone(&frame);
    Timeout::new(0, move || host.post(&answer(1))).forget();
    while now() < deadline + 50.0 {}
    until("the end of the command", || !props.results.borrow().is_empty()).await;
    assert_eq!(*props.results.borrow(), [Ok(())]);

    app.click("button");
    until("the end of the other", || props.results.borrow().len() == 2).await;
    assert_eq!(props.results.borrow()[1], Err(CommandError::TimedOut), "without an answer it does time out");
}
