//! Another page inside the extension.

use web_sys::{HtmlIFrameElement, MessageEvent, wasm_bindgen::JsValue};
use yew::prelude::*;
use yew_hooks::prelude::*;
use yew_livechat::prelude::*;

// ANCHOR: component
/// The origin of the page. The policy has to allow it: `frame-src https://maps.example`.
const ORIGIN: &str = "https://maps.example";

/// A map that reports which place was clicked, and the place in the message input.
#[component]
pub fn EmbeddedPage() -> Html {
    let details = use_details();
    let frame = use_node_ref();
    // The window also receives the host's messages. This listener accepts only those from the iframe and its origin.
    use_event_with_window("message", {
        let frame = frame.clone();
        move |message: MessageEvent| {
            let window = frame.cast::<HtmlIFrameElement>().and_then(|frame| frame.content_window());
            let source = message.source().map(JsValue::from);
            if source.is_some() && source == window.map(JsValue::from) && message.origin() == ORIGIN {
                details.put_message(message.data().as_string().unwrap_or_default());
            }
        }
    });
    html! {
        <iframe
            ref={frame}
            class="embedded-page"
            title="Map"
            src={format!("{ORIGIN}/embed")}
            sandbox="allow-scripts allow-same-origin"
        />
    }
}
// ANCHOR_END: component
