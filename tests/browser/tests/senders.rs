//! Which senders are accepted on real windows.

use browser_tests::{
    Parent,
    frame::{Frame, HANDSHAKE, call, run_in},
    page::{Mounted, until},
};
use wasm_bindgen::JsValue;
use wasm_bindgen_test::wasm_bindgen_test;
use yew::prelude::*;
use yew_livechat::prelude::*;

use crate::framed::js;

const PROFILE: &str = r#"{"event_name":"livechat:customer_profile","event_data":{"id":"forged","chat":{}}}"#;

#[derive(Clone, PartialEq, Properties)]
struct AppProps {
    window: web_sys::Window,
}

#[component]
fn App(props: &AppProps) -> Html {
    html! {
        <ExtensionProvider extension={Extension::details().in_window(props.window.clone())}>
            <Status />
        </ExtensionProvider>
    }
}

#[component]
fn Status() -> Html {
    let connection = use_connection();
    let customer = use_customer_profile().shown().map(|customer| customer.id.clone()).unwrap_or_default();
    let refusal = connection.last_refusal.map(|refusal| refusal.to_string()).unwrap_or_default();
    html! { { format!("{:?} refused {} {refusal} customer {customer}", connection.state, connection.refused) } }
}

/// The app's count of refused messages; it does not show every number.
fn refused(app: &Mounted<App>) -> u32 {
    let text = app.text();
    let (_, after) = text.split_once(" refused ").unwrap_or_default();
    after.split(' ').next().and_then(|number| number.parse().ok()).unwrap_or(0)
}

/// Each of these windows posts what only the host may post; none of it is accepted.
async fn not_heard(app: &Mounted<App>, refused: u32, frame: &Frame) {
    app.shows(&format!("refused {refused} ")).await;
    assert!(app.text().starts_with("Connecting") && app.text().ends_with("customer "), "{}", app.text());
    assert!(frame.received.borrow().is_empty(), "the sender is not answered");
}

#[wasm_bindgen_test]
async fn fault_06_neither_the_page_itself_nor_a_sibling_nor_a_child_is_heard() {
    let (frame, sibling) = (Frame::new().await, Frame::new().await);
    let app = Mounted::<App>::listening(AppProps { window: frame.window() }).await;
    let said = |json: &str| format!("argument.postMessage({json}, '*')");
    let child = run_in(
        &frame.window(),
        "const child = document.body.appendChild(document.createElement('iframe'));
         return child.contentWindow;",
        &JsValue::NULL,
    );
    let senders = [frame.window(), sibling.window(), child.into()];
    for (sender, refused) in senders.iter().zip([2, 4, 6]) {
        run_in(sender, &said(HANDSHAKE), &frame.window());
        run_in(sender, &said(&call(PROFILE)), &frame.window());
        not_heard(&app, refused, &frame).await;
        assert!(app.text().contains("not the window around the extension"), "{}", app.text());
    }
    frame.post(HANDSHAKE);
    app.shows("Connected").await;
}

#[wasm_bindgen_test]
async fn fault_07_a_synthetic_event_is_not_accepted() {
    let frame = Frame::new().await;
    let app = Mounted::<App>::listening(AppProps { window: frame.window() }).await;
    // It is dispatched at once, whereas a message would be queued.
    app.shows("Connecting").await;
    for (json, refused) in [(HANDSHAKE, 1), (&call(PROFILE), 2)] {
        let forged = format!(
            "dispatchEvent(new MessageEvent('message', {{data: {json}, origin: parent.origin, source: parent}}))"
        );
        run_in(&frame.window(), &forged, &JsValue::NULL);
        not_heard(&app, refused, &frame).await;
        assert!(app.text().contains("dispatched by a script"), "{}", app.text());
    }
    // An event of another class has no origin at all, and asking some for it throws.
    let strange = "dispatchEvent(new Event('message'));
        dispatchEvent(Object.defineProperty(new Event('message'), 'origin', { get() { throw new Error('asked'); } }));";
    run_in(&frame.window(), strange, &JsValue::NULL);
    not_heard(&app, 4, &frame).await;
    frame.post(HANDSHAKE);
    app.shows("Connected").await;
}

#[wasm_bindgen_test]
async fn fault_09_a_sibling_that_floods_handshakes_neither_delays_nor_rebinds() {
    let (frame, sibling) = (Frame::new().await, Frame::new().await);
    let app = Mounted::<App>::listening(AppProps { window: frame.window() }).await;
    let flood = format!(
        "window.heard = 0;
         addEventListener('message', () => window.heard += 1);
         const forged = {HANDSHAKE};
         for (const every of [10, 60]) {{
           setInterval(() => argument.postMessage({{...forged, owner: 'sibling', instance: forged.instance++}}, '*'), every);
         }}"
    );
    run_in(&sibling.window(), &flood, &frame.window());
    until("a flood", || refused(&app) > 20).await;
    assert!(app.text().starts_with("Connecting"), "{}", app.text());
    frame.post(HANDSHAKE);
    app.shows("Connected").await;
    frame.post(&call(&PROFILE.replace("forged", "true one")));
    app.shows("customer true one").await;
    until("the answer to it", || frame.received.borrow().len() == 3).await;
    let before = frame.received.borrow().len();
    until("more of it", || refused(&app) > 60).await;
    assert_eq!(frame.received.borrow().len(), before, "the host is not called again");
    assert!(frame.received.borrow().iter().all(|answer| answer.contains(r#""owner":"o""#)));
    assert_eq!(run_in(&sibling.window(), "return heard", &JsValue::NULL), 0, "the sibling is not answered");
}

#[wasm_bindgen_test]
async fn fault_35_a_message_that_the_browser_cannot_read_is_counted_and_ignored() {
    let frame = Frame::new().await;
    let app = Mounted::<App>::listening(AppProps { window: frame.window() }).await;
    app.shows("Connecting").await;
    // A WebAssembly module cannot leave its agent cluster, and a sandboxed iframe is a separate one.
    let script = "<script>
        const module = new WebAssembly.Module(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]));
        for (let index = 0; index < top.length; index++) top[index].postMessage(module, '*');
        top.postMessage(module, '*');
    </script>";
    run_in(
        &frame.window(),
        "window.unreadable = 0; addEventListener('messageerror', () => unreadable++)",
        &JsValue::NULL,
    );
    let sandboxed = Frame::with_attributes(&[("sandbox", "allow-scripts"), ("srcdoc", script)]).await;
    // To the iframe it is a sibling, whose messages are ignored; to the page it is the parent window.
    let _parent = Parent::replaced_by(&sandboxed.window());
    let page = Mounted::<PageApp>::listening(()).await;
    page.shows(r#"refused 1 refused a message from "null": its origin is opaque"#).await;
    until("a message that the frame cannot read", || run_in(&frame.window(), "return unreadable", &JsValue::NULL) == 1)
        .await;
    not_heard(&app, 0, &frame).await;
    frame.post(HANDSHAKE);
    app.shows("Connected").await;
}

#[wasm_bindgen_test]
async fn what_a_child_of_the_app_s_own_says_is_not_counted() {
    let frame = Frame::new().await;
    let app = Mounted::<App>::listening(AppProps { window: frame.window() }).await;
    frame.post(HANDSHAKE);
    app.shows("Connected").await;
    // The page itself, such as a library that schedules tasks with messages, and a child, such as a video player.
    let said = "const child = document.body.appendChild(document.createElement('iframe')).contentWindow;
        child.eval(`parent.postMessage({ event: 'playing' }, '*')`);
        postMessage('next task', '*');
        addEventListener('message', event => event.data === 'last' && (window.heardAll = true));
        postMessage('last', '*');";
    run_in(&frame.window(), said, &JsValue::NULL);
    until("all of it", || run_in(&frame.window(), "return !!window.heardAll", &JsValue::NULL) == true).await;
    frame.post(&call(&PROFILE.replace("forged", "true one")));
    app.shows("customer true one").await;
    assert!(app.text().contains(" refused 0 "), "{}", app.text());
}

#[component]
fn PageApp() -> Html {
    html! {
        <ExtensionProvider extension={Extension::details().connect_timeout(std::time::Duration::from_millis(500))}>
            <Status />
        </ExtensionProvider>
    }
}

#[wasm_bindgen_test]
async fn fault_04_a_sandboxed_host_is_refused_with_a_reason_that_names_its_origin() {
    let script = format!("<script>setInterval(() => top.postMessage({HANDSHAKE}, '*'), 20)</script>");
    let sandboxed = Frame::with_attributes(&[("sandbox", "allow-scripts"), ("srcdoc", &script)]).await;
    let _parent = Parent::replaced_by(&sandboxed.window());
    let app = Mounted::<PageApp>::new(());
    app.shows(r#"Failed(Refused { origin: "null""#).await;
    app.shows(r#"refused a message from "null": its origin is opaque: remove `sandbox`"#).await;
}

#[wasm_bindgen_test]
async fn fault_36_two_providers_of_one_page_have_one_connection() {
    let host = Frame::new().await;
    let parent = Parent::replaced_by(&host.window());
    let listening = browser_tests::frame::count_listeners(&web_sys::window().unwrap());
    let inited =
        || run_in(&host.window(), "return heard.filter(json => json.includes('plugin_inited')).length", &JsValue::NULL);
    let answers =
        || run_in(&host.window(), "return heard.filter(json => json.includes('response')).length", &JsValue::NULL);
    run_in(
        &host.window(),
        "window.heard = []; addEventListener('message', event => heard.push(JSON.stringify(event.data)))",
        &JsValue::NULL,
    );
    let mut first = Mounted::<PageApp>::new(());
    let second = Mounted::<PageApp>::new(());
    until("mounted", || first.text().contains("Connecting") && second.text().contains("Connecting")).await;
    assert_eq!(listening(), 1, "one listener");
    let post = |json: &str| run_in(&host.window(), &format!("top.postMessage({json}, '*')"), &JsValue::NULL);
    post(HANDSHAKE);
    post(&call(&PROFILE.replace("forged", "shared")));
    first.shows("customer shared").await;
    second.shows("customer shared").await;
    until("an answer to the event", || answers() == 2).await;
    assert_eq!(inited(), 1);
    first.unmount().await;
    post(&call(&PROFILE.replace("forged", "the second's")));
    second.shows("customer the second's").await;
    // A third that comes late joins the same connection.
    let third = Mounted::<PageApp>::new(());
    third.shows("customer the second's").await;
    until("an answer to the second event", || answers() == 3).await;
    assert_eq!((inited(), listening()), (js("1"), 1));
    drop((second, third));
    until("no listener", || listening() == 0).await;
    drop(parent);
}
