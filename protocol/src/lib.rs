//! The protocol between a LiveChat Agent App extension and its host, without a browser.
//!
//! The *host* is the Agent App in the parent window. The *extension* is your page in an iframe. They communicate with
//! `postMessage`, in one of two wire formats, the [`Driver`]s. This crate contains the typed [`events`](crate::Event)
//! and [`Command`]s, the [`Frame`]s of the trusted driver, the rules for accepted [`Origin`]s, and both ends of the
//! conversation, [`Extension`] and [`Host`], as state machines without I/O. It depends on neither Yew nor web-sys, so
//! everything that can go wrong between two windows is tested natively, in milliseconds.
//!
//! Applications use the `yew-livechat` crate, which connects [`Extension`] to a window.
//!
//! ```
//! use std::time::Duration;
//! use livechat_protocol::{Driver, Envelope, Extension, ExtensionSettings, Host, HostOutput, Output, RawEvent};
//! use serde_json::{Value, json};
//!
//! let mut extension = Extension::<Value>::new(ExtensionSettings::default(), Duration::ZERO);
//! let mut host = Host::<Value>::new(Driver::Trusted, "owner");
//! host.frame_loaded(Duration::ZERO);
//! host.elapsed(Duration::ZERO);
//!
//! // The driver: deliver what each end posts to the other.
//! let carry = |host: &mut Host<Value>, extension: &mut Extension<Value>| {
//!     while let Some(output) = host.poll_output() {
//!         if let HostOutput::Post(frame) = output {
//!             let envelope =
//!                 Envelope { origin: "https://my.livechatinc.com", from_parent: true, is_trusted: true };
//!             extension.receive(Duration::ZERO, envelope, || frame);
//!         }
//!         while let Some(output) = extension.poll_output() {
//!             if let Output::Post(post) = output {
//!                 host.receive("https://extension.example", &post.frame);
//!             }
//!         }
//!     }
//! };
//! carry(&mut host, &mut extension);
//!
//! let profile = json!({ "id": "C1", "name": "Mary Brown", "chat": {} });
//! host.push(&RawEvent { name: "customer_profile".into(), data: profile })?;
//! carry(&mut host, &mut extension);
//!
//! let customer = extension.state().customer_profile.shown().expect("a profile is shown");
//! assert_eq!(customer.name.as_deref(), Some("Mary Brown"));
//! # Ok::<(), livechat_protocol::NotConnected>(())
//! ```
//!
//! Facts without a public source are marked UNVERIFIED in place, with the id of their row in `docs/unverified.md`, and
//! the data concerned is decoded leniently.

mod commands;
mod events;
mod extension;
mod host;
pub mod scenario;
mod values;
mod wire;

pub use self::{commands::*, events::*, extension::*, host::*, values::*, wire::*};
