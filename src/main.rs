//! The demo: a shop's app in all four placements, each at its own URL.

mod demo;
// A release build has nothing of it.
#[cfg(debug_assertions)]
mod gallery;

use yew_livechat::prelude::*;

fn main() -> Result<(), StartError> {
    #[cfg(debug_assertions)]
    if gallery::is_here() {
        gallery::mount();
        return Ok(());
    }
    // What the host shows of the section before there is a customer.
    let sections = [demo::orders_section(&CustomerResource::Loading, &demo::OrderActions::default())];
    Extensions::new()
        .at::<demo::Sidebar>("", Extension::details().sections(sections)?)
        .at::<demo::Picker>("message-box", Extension::message_box())
        .at::<demo::Dashboard>("fullscreen", Extension::fullscreen())
        .at::<demo::Account>("settings", Extension::settings())
        .mount();
    Ok(())
}
