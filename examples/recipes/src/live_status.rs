//! A value that is polled while it is visible.

use gloo_net::http::Request;
use web_sys::VisibilityState;
use yew::prelude::*;
use yew_hooks::prelude::*;
use yew_livechat::prelude::*;

// ANCHOR: component
/// The polling interval, in milliseconds.
const PAUSE: u32 = 15_000;

async fn state() -> Result<String, gloo_net::Error> {
    Request::get("/api/shop/state").send().await?.json().await
}

fn is_visible() -> bool {
    gloo_utils::document().visibility_state() == VisibilityState::Visible
}

/// Whether the shop is open. Polling pauses while the tab is in the background, and resumes at once when it returns.
#[component]
pub fn LiveStatus() -> Html {
    let visible = use_state_eq(is_visible);
    let shop = use_resource((), |()| state());

    use_interval(
        {
            let shop = shop.clone();
            move || shop.reload()
        },
        if *visible { PAUSE } else { 0 },
    );
    use_event_with_window("visibilitychange", {
        let (visible, shop) = (visible.clone(), shop.clone());
        move |_: Event| {
            if is_visible() && !*visible {
                shop.reload();
            }
            visible.set(is_visible());
        }
    });

    match &*shop {
        Resource::Ready { value, .. } => html! { <Tag>{ value.as_str() }</Tag> },
        Resource::Failed(_) => html! { <Tag>{ "unknown" }</Tag> },
        Resource::Idle | Resource::Loading => html! { <Loader /> },
    }
}
// ANCHOR_END: component
