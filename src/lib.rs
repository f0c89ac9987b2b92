//! Build extensions for the LiveChat Agent App in Rust with [Yew](yew).
//!
//! An *extension* is a single-page app in an iframe beside a support agent's chat. The Agent App around it, the
//! *host*, tells it by `postMessage` which customer the agent is looking at, and does what it asks, as putting
//! text into the agent's message input. This crate turns that conversation into hooks and typed commands:
//!
//! ```no_run
//! use yew::prelude::*;
//! use yew_livechat::prelude::*;
//!
//! #[component]
//! fn Sidebar() -> Html {
//!     let profile = use_customer_profile();
//!     let details = use_details();
//!     let greet = move |_| { details.put_message("Hello! How can I help?"); };
//!     html! {
//!         if let Some(customer) = profile.shown() {
//!             <CustomerCard {customer} />
//!             <Button onclick={greet}>{ "Insert greeting" }</Button>
//!         } else {
//!             <EmptyState title="Open a chat to see the customer" />
//!         }
//!     }
//! }
//!
//! Extension::details().mount::<Sidebar>();
//! ```
//!
//! # Reading what the host says
//!
//! Hooks return the latest value, also to a component that mounts after the event came, and re-render their
//! component when that value changes: [`use_customer_profile`], [`use_session`], [`use_theme`],
//! [`use_connection`]; [`use_customer_resource`] loads something for the current customer. For something to happen at each event there is [`use_event`], typed, and
//! [`use_any_event`], raw.
//!
//! # Asking the host for something
//!
//! A placement's handle has the commands that its placement may send: [`use_details`]. A command is sent when it
//! is called. It returns an [`Acknowledgement`] that may be awaited or dropped.
//!
//! # What can go wrong
//!
//! Only the window around the page is heard, only from the Agent App's origins ([`OriginPolicy`]), and only its
//! exact origin is posted to. An event whose data cannot be read changes nothing and is named in
//! [`use_connection`], by event and field. Every command ends: acknowledged, refused, timed out or interrupted
//! ([`CommandError`]).
//!
//! # Developing
//!
//! A development build that is opened as a page of its own, as `trunk serve` opens it, shows a simulated Agent
//! App around the same page. A release build contains none of that.
//!
//! # Features
//!
//! | feature | default | |
//! |---|---|---|
//! | `csr` | yes | [`Extension::mount`]. A library built on this crate leaves it to the application. |
//! | `simulator` | yes | The simulator in development builds. |
//! | `testing` | no | `testing`: a scripted host for tests. |

mod bridge;
mod context;
mod extension;
mod hooks;
#[cfg(feature = "csr")]
mod page;
#[cfg(feature = "csr")]
mod panic_screen;
mod placement;
pub mod prelude;
mod provider;
mod store;
#[cfg(feature = "testing")]
pub mod testing;

pub use livechat_protocol as protocol;
pub use livechat_protocol::{
    Answering, Authorize, AuthorizeError, ChangeTheme, Chat, Command, CommandError, ConnectError, Connection,
    ConnectionState, CustomVariable, CustomVariables, CustomerProfile, CustomerProfileHidden, CustomerProfileState,
    Decode, DecodeError, Driver, Event, EventError, FailedCommand, Geolocation, Id, Kind, Origin, OriginError,
    OriginPolicy, OriginRefusal, Payload, RawEvent, Reader, Refusal, RefusalReason, RemoteError, SafeUrl, Session,
    Source, SurveyAnswer, Theme, UnsafeUrl,
};
pub use yew_livechat_components as components;

pub use self::{
    bridge::{Acknowledgement, HostValue},
    extension::{Extension, Setup},
    hooks::{
        CustomerResource, CustomerResourceHandle, SessionHandle, use_any_event, use_connection, use_customer_profile,
        use_customer_resource, use_event, use_session, use_theme,
    },
    placement::{Details, DetailsHandle, Placement, use_details},
    provider::{ExtensionProvider, ExtensionProviderProps},
};

/// The README's examples, compiled.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
