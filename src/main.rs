//! The demo: one app in all four placements, each at its own URL.

mod demo;

use yew_livechat::prelude::*;

fn main() {
    Extensions::new()
        .at::<demo::Sidebar>("", Extension::details())
        .at::<demo::Picker>("message-box", Extension::message_box())
        .at::<demo::Dashboard>("fullscreen", Extension::fullscreen())
        .at::<demo::Account>("settings", Extension::settings())
        .mount();
}
