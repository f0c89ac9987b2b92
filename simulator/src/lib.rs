//! The Agent App's side of the LiveChat extension protocol, as a Yew component for development.
//!
//! The real Agent App needs an account and HTTPS. [`Simulator`] replaces it during development: it loads each extension's
//! page in an iframe, in the place that it has in the Agent App, and speaks the real protocol to it with either driver. A person
//! is the agent: opens customers and tickets, writes messages, clicks in sections, confirms purchases, switches the theme and
//! refuses authorization; inspects every frame of the protocol, gives the host faults, and records and plays scenarios.
//!
//! If an extension signs in with LiveChat, the simulator has it sign in at a fake LiveChat that runs on this machine
//! (`fake-livechat`, in the same repository), shows what its API sends in the conversation, and offers its switches among the
//! faults.
//!
//! ```rust
//! use std::rc::Rc;
//!
//! use livechat_protocol::PlacementKind;
//! use yew::prelude::*;
//! use yew_livechat_simulator::{SimulatedExtension, Simulator};
//!
//! #[component]
//! fn Development() -> Html {
//!     let extensions = use_memo((), |()| {
//!         let extension = |placement, src: &'static str| SimulatedExtension {
//!             placement,
//!             src: src.into(),
//!             sections: Vec::new(),
//!             authorize: false,
//!             signs_in: false,
//!         };
//!         Rc::from([
//!             extension(PlacementKind::Details, "/details.html"),
//!             extension(PlacementKind::Settings, "/settings.html"),
//!         ])
//!     });
//!     html! { <Simulator extensions={Rc::<[_]>::clone(&*extensions)} /> }
//! }
//! ```
//!
//! The page links the components' style sheet (`yew-livechat.css`); the simulator includes its own.
//!
//! Everything that happens, whether a person or the browser did it, is a message to one `model`, which uses no
//! browser API and answers with effects. The component [`Simulator`] carries them out through `window`, and `view` renders
//! the model, such as the person's `choices` and the `log`.
//!
//! Behavior of a real host for which there is no public source is marked UNVERIFIED in the code, with the id of its row
//! in `docs/unverified.md`.

mod choices;
mod extension;
mod fake_servers;
mod handed_over;
mod log;
mod model;
mod module;
mod simulator;
mod view;
mod window;

pub use self::{
    extension::SimulatedExtension,
    module::{run, start_module},
    simulator::{Simulator, SimulatorProps},
};
