//! Hooks, provider and bridge in a real browser. One binary: each would cost a link and a start of Chromium.

#![cfg(target_arch = "wasm32")]

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);

mod coalescing;
mod commands;
mod events;
mod hooks;
mod page;
mod smallest_example;
mod values;
mod window;
