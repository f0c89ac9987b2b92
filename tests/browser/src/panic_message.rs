//! The message of a panicking component.

use std::sync::Mutex;

use yew::prelude::*;
use yew_livechat::prelude::use_fullscreen_page;

use crate::page::{Mounted, until};

static MESSAGE: Mutex<Option<String>> = Mutex::new(None);

/// A component that needs a fullscreen extension around it.
#[component]
pub fn Dashboard() -> Html {
    use_fullscreen_page();
    html! {}
}

/// Mounts an app that panics while rendering, and returns the panic's message. The panic destroys Yew's scheduler, so a
/// test binary can do this once.
pub async fn of<App>() -> String
where
    App: BaseComponent,
    App::Properties: Default,
{
    yew::set_custom_panic_hook(Box::new(|info| {
        *MESSAGE.lock().unwrap() = info.payload_as_str().map(str::to_owned);
    }));
    // Destroying it would need the scheduler.
    std::mem::forget(Mounted::<App>::new(App::Properties::default()));
    let message = || MESSAGE.lock().unwrap().clone();
    until("the panic", || message().is_some()).await;
    message().unwrap()
}
