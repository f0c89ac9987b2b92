//! Everything that touches the browser: messages, the page's address, storage, files, requests and the clock.

mod address;
mod authorize;
mod clock;
mod fake_livechat;
mod files;
mod iframe_url;
mod messages;
mod other_name;
mod rendering;
mod session;
mod timer;

pub(crate) use self::{
    address::{query, set_query},
    authorize::authorize,
    clock::now,
    fake_livechat::{FakeEvents, ask_fake},
    files::{fetch_file, read_file, save_file},
    iframe_url::iframe_url,
    messages::Windows,
    other_name::ask_other_name,
    rendering::Rendering,
    session::{on_leaving, restored_session, save_session},
    timer::Timer,
};
