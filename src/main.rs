//! The demo: an extension for the details panel that shows the customer and writes to them.

mod demo;

fn main() {
    yew_livechat::Extension::details().mount::<demo::Sidebar>();
}
