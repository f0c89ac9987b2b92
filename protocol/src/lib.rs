//! What a LiveChat Agent App extension and its host say to each other, without a browser.
//!
//! The *host* is the Agent App, the parent window. The *extension* is a page of ours in an iframe, the child window.
//! They talk by `postMessage` in one of two wire formats, the [`Driver`]s. This crate holds the wire:
//! typed [`events`](crate::Event) and [`Command`]s, the [`Frame`]s of the trusted driver, which [`Origin`]s are
//! talked to, and both ends of the conversation, [`Extension`] and [`Host`], as state machines without I/O.
//! It knows neither Yew nor web-sys, so all that can go wrong between two windows is tried natively, in milliseconds.
//!
//! Applications use the `yew-livechat` crate, which drives [`Extension`] from a window.
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
//! // The driver's loop: carry what one end posts to the other.
//! let carry = |host: &mut Host<Value>, extension: &mut Extension<Value>| {
//!     while let Some(output) = host.poll_output() {
//!         if let HostOutput::Post(frame) = output {
//!             let envelope =
//!                 Envelope { origin: "https://my.livechatinc.com", from_parent: true, is_trusted: true };
//!             extension.receive(Duration::ZERO, envelope, || frame);
//!         }
//!         while let Some(output) = extension.poll_output() {
//!             if let Output::Post { frame, .. } = output {
//!                 host.receive("https://extension.example", &frame);
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
//! What has no public source is marked UNVERIFIED where it stands, and read tolerantly.

mod app_properties;
mod command;
mod connection;
mod customer;
mod decode;
mod driver;
mod encode;
mod event;
mod events;
mod extension;
mod frame;
mod host;
mod id;
mod invalid;
mod json;
mod launch;
pub mod limits;
mod message_box_message;
mod millis;
mod notification_badge;
mod origin;
mod pathname;
mod payload;
pub mod payment;
mod placement_kind;
mod policy;
mod redirect_target;
mod reports_filters;
pub mod rich_message;
mod safe_url;
pub mod scenario;
pub mod section;
mod session;
mod state;
mod theme;
mod timestamp;
mod toast;
mod tracked_event;
mod words;

pub use self::{
    app_properties::{AppProperties, PropertyValue},
    command::{Command, ReceivedCommand},
    connection::{CommandError, ConnectError, Connection, ConnectionState, FailedCommand, Refusal, RefusalReason},
    customer::CustomerProfileState,
    decode::{Decode, DecodeError, Reader, decode, decode_noting},
    driver::Driver,
    encode::Encode,
    event::{Event, EventError, PREFIX, RawEvent},
    events::{
        Author, Authorize, AuthorizeError, ChangeTheme, Chat, CustomVariable, CustomVariables, CustomerProfile,
        CustomerProfileHidden, Geolocation, Message, MessageBoxText, MessageSent, PageData, QueryParams,
        SectionButtonClick, Source, SurveyAnswer, TicketInfo, TicketPriority, TicketStatus, TransactionAccepted,
        TransactionDeclined, TransactionFailed, UpdateBillingCycle,
    },
    extension::{CallId, Envelope, Extension, ExtensionSettings, Kept, Output, TakeOver},
    frame::{Body, FINGERPRINT, Frame, Link, RemoteError},
    host::{
        Answering, Carrier, Delivery, Fate, Faults, Host, HostOutput, Line, LineOutput, NotConnected, PushId, Report,
        SLOW_START,
    },
    id::Id,
    invalid::{InvalidArgument, Problem},
    json::{from_json, to_json},
    launch::Launch,
    message_box_message::MessageBoxMessage,
    notification_badge::NotificationBadge,
    origin::{Origin, OriginError},
    pathname::Pathname,
    payload::{Kind, Payload},
    placement_kind::PlacementKind,
    policy::{HOST_DOMAINS, OriginPolicy, OriginRefusal},
    redirect_target::RedirectTarget,
    reports_filters::ReportsFilters,
    safe_url::{SafeUrl, UnsafeUrl},
    session::Session,
    state::{HostState, Slice},
    theme::Theme,
    timestamp::Timestamp,
    toast::{Toast, ToastKind},
    tracked_event::TrackedEvent,
};
