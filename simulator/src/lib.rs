//! The Agent App's side of the LiveChat extension protocol, as a Yew component for development.
//!
//! There is no Agent App to develop against without an account and https. [`Simulator`] stands in for it: it loads
//! each extension's page in a frame of its own, where it stands in the Agent App, speaks the real protocol to it with
//! either driver, and lets a person be the agent: open customers and tickets, write messages, click in sections,
//! confirm purchases, switch the theme, refuse authorization; inspect every frame that goes by, break the way between
//! host and extension, and record what they say to each other and play it again.
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
//! The page links the components' style sheet (`yew-livechat.css`); the simulator brings its own along.
//!
//! Everything that happens, whether a person or the browser did it, is a message to one `model`, which knows no
//! browser and answers with effects. The component [`Simulator`] carries them out through `window`, and `view` renders
//! what the model holds, such as the person's `choices` and the `log`.
//!
//! What a real host does where no public source tells is marked UNVERIFIED where it stands.

mod choices;
mod extension;
mod fake_servers;
mod log;
mod model;
mod simulator;
mod view;
mod window;

pub use self::{
    extension::SimulatedExtension,
    simulator::{Simulator, SimulatorProps},
};
