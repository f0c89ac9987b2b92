//! The Agent App's side of the LiveChat extension protocol, as a Yew component for development.
//!
//! There is no Agent App to develop against without an account and https. [`Simulator`] stands in for it: it loads
//! the extension's page in a frame, speaks the real protocol to it with either driver, and lets a person be the agent:
//! open customers, write messages, switch the theme, refuse authorization, and read every frame that goes by.
//!
//! ```rust
//! use yew::prelude::*;
//! use livechat_protocol::PlacementKind;
//! use yew_livechat_simulator::{SimulatedExtension, Simulator};
//!
//! #[component]
//! fn Development() -> Html {
//!     let details = SimulatedExtension { placement: PlacementKind::Details, src: "/extension.html".into(), sections: vec![] };
//!     html! { <Simulator extensions={[details]} /> }
//! }
//! ```
//!
//! The page links the components' style sheet (`static/yew-livechat.css`); the simulator brings its own along.
//!
//! Everything that happens, whether a person or the browser did it, is a message to one model, which knows no
//! browser and answers with effects; what it says is carried out in one place, and what it holds is drawn.

mod authorize;
mod choices;
mod customers;
mod effect;
mod frame_name;
mod log;
mod model;
mod msg;
mod simulator;
mod view;
mod wire;

pub use self::simulator::{SimulatedExtension, Simulator, SimulatorProps};
