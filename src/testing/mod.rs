//! A host that does what a test says, for tests of one's own.
//!
//! [`ScriptedHost`] plays the Agent App's side of the conversation: it speaks the real protocol to the real bridge, only
//! the window between them is left out. It sends what the test has it send, plays a [`Scenario`] that the simulator has
//! saved, and keeps the commands that come.
//!
//! # In a browser
//!
//! [`mount`] puts a component onto the page of a `wasm-bindgen-test`, with a host around it:
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
//! Under plain `cargo test`, [`Snapshot`] renders a component as a server would, in the state that events or a scenario
//! have brought about; [`ScriptedHost::connect`] gives what a component has of the bridge, without a component:
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
//! # A bug that was seen in the simulator
//!
//! Record it there, save the file beside the test, and play it. What is wrong with the host in it, that it is slow,
//! silent, or says everything twice, is played too. Nothing is waited for: the host's time is its own, and passes as
//! the scenario does.
//!
//! ```no_run
//! # use yew::prelude::*;
//! # use yew_livechat::{prelude::*, testing::{Scenario, mount}};
//! # #[component]
//! # fn Sidebar() -> Html { html! {} }
//! # async fn test(file: &str) -> Result<(), yew_livechat::testing::ScenarioError> {
//! let scenario = Scenario::from_json(file)?; // of `include_str!("scenarios/late-order.json")`
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
