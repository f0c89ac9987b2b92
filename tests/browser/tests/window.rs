//! The bridge on real windows: the test's own window plays the host, an iframe's is the extension's.

use browser_tests::{
    frame::{Frame, HANDSHAKE, call, count_listeners},
    page::{Mounted, until},
};
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::Window;
use yew::prelude::*;
use yew_livechat::prelude::*;

#[derive(Clone, PartialEq, Properties)]
struct AppProps {
    window: Window,
}

#[component]
fn App(props: &AppProps) -> Html {
    html! {
        <ExtensionProvider extension={Extension::details().in_window(props.window.clone())}>
            <Customer />
        </ExtensionProvider>
    }
}

#[component]
fn Customer() -> Html {
    let details = use_details();
    let onclick = move |_| drop(details.put_message("Hi"));
    let name = use_customer_profile().shown().and_then(|customer| customer.name.clone()).unwrap_or_default();
    html! { <><button {onclick} />{ name }</> }
}

#[wasm_bindgen_test]
async fn host_and_extension_talk_by_real_messages() {
    let frame = Frame::new().await;
    let app = Mounted::<App>::listening(AppProps { window: frame.window() }).await;
    frame.post(HANDSHAKE);
    until("handshake and plugin_inited", || frame.received.borrow().len() == 2).await;
    let origin = web_sys::window().unwrap().location().origin().unwrap();
    assert_eq!(
        frame.received.borrow()[0],
        format!(
            r#"{{"@@livechat/postmessenger":true,"owner":"o","instance":3,"type":"response","data":{{"error":false,"result":{{}}}},"request":null,"origin":"{origin}"}}"#
        )
    );
    assert_eq!(
        frame.received.borrow()[1],
        r#"{"@@livechat/postmessenger":true,"owner":"o","instance":3,"type":"call","data":{"method":"handle","args":[{"plugin_id":null,"message":"plugin_inited","data":null}]},"request":0}"#
    );
    frame.post(&call(r#"{"event_name":"livechat:customer_profile","event_data":{"id":"C1","name":"Mary","chat":{}}}"#));
    app.shows("Mary").await;
    app.click("button");
    until("put_message", || {
        frame.received.borrow().iter().any(|json| json.contains(r#""message":"put_message","data":"Hi""#))
    })
    .await;
}

#[wasm_bindgen_test]
async fn unmounting_removes_the_listener() {
    let frame = Frame::new().await;
    let listening = count_listeners(&frame.window());
    let mut app = Mounted::<App>::listening(AppProps { window: frame.window() }).await;
    until("a listener", || listening() == 1).await;
    app.unmount().await;
    until("no listener", || listening() == 0).await;
}
