//! Hooks, provider and bridge in a real browser. One binary: each would cost a link and a start of Chromium.

#![cfg(target_arch = "wasm32")]
#![allow(clippy::expect_used, clippy::unwrap_used, reason = "in a test, what fails to be there is the failure")]

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);

mod actions;
mod acts;
mod answers;
mod boundary;
mod coalescing;
mod commands;
mod components;
mod console_words;
mod customer_resource;
mod details_section;
mod early_page;
mod events;
mod fake_server;
mod framed;
mod hooks;
mod hostile_values;
mod kit;
mod late_answers;
mod livechat_api;
mod panics;
mod placements;
mod random_values;
mod recorder;
mod report;
mod resources;
mod senders;
mod sign_in;
mod smallest_example;
mod soak;
mod stored;
mod values;
mod window;
