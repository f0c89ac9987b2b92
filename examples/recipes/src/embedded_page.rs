//! Another page inside the extension.

use web_sys::{HtmlIFrameElement, MessageEvent};
use yew::prelude::*;
use yew_hooks::prelude::*;
use yew_livechat::prelude::*;

// ANCHOR: component
/// Where the page comes from. The policy has to allow it: `frame-src https://maps.example`.
const ORIGIN: &str = "https://maps.example";

/// A map that tells which place was clicked, and the place in the message input.
#[component]
pub fn EmbeddedPage() -> Html {
    let details = use_details();
    let frame = use_node_ref();
    // Messages of the host come to the same window. This one listens to the frame alone, and to its origin alone.
    use_event_with_window("message", {
        let frame = frame.clone();
        move |message: MessageEvent| {
            let window = frame.cast::<HtmlIFrameElement>().and_then(|frame| frame.content_window());
            let is_frame = window.is_some_and(|window| message.source().is_some_and(|source| *source == **window));
            if let (true, ORIGIN, Some(place)) = (is_frame, &*message.origin(), message.data().as_string()) {
                details.put_message(place);
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
