//! A host controlled by a test, for the tests of your extension.
//!
//! [`ScriptedHost`] plays the Agent App's side of the conversation. It speaks the real protocol to the real bridge;
//! only the windows between them are replaced. It sends events, plays a [`Scenario`] recorded in the simulator, and
//! collects the commands that the extension sends.
//!
//! # In a browser
//!
//! [`mount`] mounts a component on the page of a `wasm-bindgen-test`, inside a host:
//!
//! ```no_run
//! use serde_json::json;
//! use yew::prelude::*;
//! use yew_livechat::{prelude::*, testing::mount};
//!
//! #[component]
//! fn Sidebar() -> Html {
//!     let profile = use_customer_profile();
//!     let details = use_details();
//!     let greet = move |_| { details.put_message("Hello!"); };
//!     match profile.shown() {
//!         Some(customer) => html! { <><CustomerCard {customer} /><Button onclick={greet}>{ "Greet" }</Button></> },
//!         None => html! { "Open a chat" },
//!     }
//! }
//!
//! // #[wasm_bindgen_test]
//! async fn a_greeting_goes_into_the_message_input() {
//!     let page = mount::<Sidebar>(Extension::details()).await;
//!     page.shows("Open a chat").await;
//!     page.host().send("customer_profile", &json!({ "id": "C1", "name": "Mary Brown" })).expect("connected");
//!     page.shows("Mary Brown").await;
//!     page.click("Greet").await;
//!     assert_eq!(page.host().command("put_message").await, json!("Hello!"));
//! }
//! ```
//!
//! # Natively
//!
//! With plain `cargo test`, [`Snapshot`] renders a component as a server would, after the given events or scenario.
//! [`ScriptedHost::connect`] connects without a component, for testing the logic around one:
//!
//! ```
//! # #[cfg(not(target_family = "wasm"))] {
//! use serde_json::json;
//! use yew::prelude::*;
//! use yew_livechat::{prelude::*, testing::Snapshot};
//!
//! #[component]
//! fn Sidebar() -> Html {
//!     let name = use_customer_profile().shown().and_then(|customer| customer.name.clone());
//!     html! { <h1>{ name.unwrap_or_else(|| "Nobody".to_owned()) }</h1> }
//! }
//!
//! let mary = json!({ "id": "C1", "name": "Mary Brown" });
//! let html = Snapshot::details().event("customer_profile", &mary).render::<Sidebar>();
//! assert_eq!(html, "<h1>Mary Brown</h1>");
//! # }
//! ```
//!
//! # Reproducing a bug from the simulator
//!
//! Record it in the simulator, save the file next to the test, and play it. The recorded faults of the host, such as
//! latency, silence or duplicates, are played too. The test never waits: the host has its own time, which advances
//! with the scenario.
//!
//! ```no_run
//! # use yew::prelude::*;
//! # use yew_livechat::{prelude::*, testing::{Scenario, mount}};
//! # #[component]
//! # fn Sidebar() -> Html { html! {} }
//! # async fn test(file: &str) -> Result<(), yew_livechat::testing::ScenarioError> {
//! let scenario = Scenario::from_json(file)?; // from `include_str!("scenarios/late-order.json")`
//! let page = mount::<Sidebar>(Extension::details()).await;
//! let mut play = page.host().begin(&scenario);
//! play.until("put_message").await;
//! page.click("Greet").await; // where the person clicked
//! let comparison = play.finish().await;
//! assert!(comparison.is_same(), "{comparison}");
//! # Ok(())
//! # }
//! ```

#[cfg(feature = "csr")]
mod acts;
mod address;
mod commands;
mod connected;
mod conversation;
mod extension_time;
#[cfg(feature = "sign-in")]
mod fake_accounts;
#[cfg(feature = "csr")]
mod finding;
mod host;
mod in_window;
#[cfg(feature = "csr")]
mod keyboard;
mod languages;
#[cfg(feature = "csr")]
mod mounted;
#[cfg(not(target_family = "wasm"))]
mod native;
#[cfg(feature = "csr")]
mod panics;
mod play;
mod server;
mod time;
mod turn;
mod wait;

pub use livechat_protocol::{
    Faults,
    scenario::{Action, Comparison, HttpAnswer, Scenario, ScenarioError, Step},
};

#[cfg(feature = "sign-in")]
pub use self::fake_accounts::FakeAccounts;
#[cfg(not(target_family = "wasm"))]
pub use self::native::{Snapshot, block_on};
pub use self::{
    address::Address,
    connected::Connected,
    conversation::HOST_ORIGIN,
    host::ScriptedHost,
    languages::Languages,
    play::Play,
    server::{Answer, FakeServer, Received},
    wait::until,
};
#[cfg(feature = "csr")]
pub use self::{
    mounted::{Mounted, mount},
    panics::show_panics,
};
