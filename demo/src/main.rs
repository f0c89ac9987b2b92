//! The demo: a shop's extensions in all four placements, each at its own URL.

mod details;
mod fullscreen;
// Not in release builds.
#[cfg(debug_assertions)]
mod gallery;
mod message_box;
mod order_facts;
mod page;
#[cfg(debug_assertions)]
mod panics;
mod settings;
mod shop;

use yew_livechat::prelude::*;

use self::{
    details::{OrderActions, Sidebar, orders_section},
    fullscreen::Dashboard,
    message_box::Picker,
    settings::Account,
};

/// The fake LiveChat accepts any client id; LiveChat itself doesn't know this app.
const CLIENT_ID: &str = "yew-livechat-demo";

fn main() -> Result<(), StartError> {
    #[cfg(debug_assertions)]
    if gallery::is_here() {
        gallery::mount();
        return Ok(());
    }
    #[cfg(debug_assertions)]
    panics::at("main");
    // The section's content before a customer is open.
    let sections = [orders_section(&Resource::Loading, &OrderActions::default())];
    let sign_in = SignIn::new(CLIENT_ID).scopes(["chats--access:rw"]);
    let extensions = Extensions::new();
    #[cfg(debug_assertions)]
    panics::at("main, with an extension");
    extensions
        .at::<Sidebar>("", Extension::details().sections(sections)?)
        .at::<Picker>("message-box", Extension::message_box().sign_in(sign_in))
        .at::<Dashboard>("fullscreen", Extension::fullscreen())
        .at::<Account>("settings", Extension::settings())
        .mount();
    Ok(())
}
