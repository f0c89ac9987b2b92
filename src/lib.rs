//! Build extensions for the LiveChat Agent App in Rust with [Yew](yew).
//!
//! An *extension* is a single-page app in an iframe beside a support agent's chat. The Agent App around it, the
//! *host*, sends it `postMessage` events, such as which customer the agent is looking at. The extension sends
//! commands back, such as one that puts text into the agent's message input. This crate turns both into hooks and
//! typed methods:
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
//! # Reading what the host sends
//!
//! A hook returns the latest value, even if the component mounts after the event arrived, and re-renders the
//! component when that value changes:
//!
//! - the customer: [`use_customer_profile`], and [`use_customer_resource`] to load data for the current one
//! - the conversation: [`use_messages`], [`use_message_box_text`], [`use_private_mode`], [`use_ticket_info`]
//! - the host: [`use_connection`], [`use_session`], [`use_host_theme`], [`use_page_data`], [`use_transaction`]
//!
//! To act on every event, pass a callback to [`use_message`], [`use_message_sent`] or [`use_section_button_click`].
//! [`use_host_event`] does the same for any other typed event, and [`use_any_host_event`] for raw ones.
//!
//! Four hooks do not depend on the host: [`use_resource`] loads data, [`use_action`] runs something that takes a
//! while, [`use_stored`] remembers a value in this browser, and [`use_locale`] returns the languages that the person
//! prefers.
//!
//! # Sending commands
//!
//! An extension runs in one of four placements: [`Extension::details`], [`Extension::message_box`],
//! [`Extension::fullscreen`] or [`Extension::settings`]. Each has a hook, [`use_details`], [`use_message_box`],
//! [`use_fullscreen_page`] or [`use_settings_page`], whose handle has exactly the commands that the placement may
//! send. Calling one sends it and returns an [`Acknowledgement`], which you can await or drop. Arguments are
//! validated when they are built: an [`InvalidArgument`] names the field and its limit.
//!
//! In the customer details, the host can also render sections itself: declare them as children of a
//! [`DetailsSection`].
//!
//! One build can contain several extensions, each at its own URL: see [`Extensions`].
//!
//! # What can go wrong
//!
//! The extension accepts messages only from the window around it, only from the origins of the Agent App
//! ([`OriginPolicy`](protocol::OriginPolicy)), and posts only to that exact origin. An event that cannot be read
//! changes nothing, and [`use_connection`] names the event and the field. Every command ends: acknowledged, refused,
//! timed out or interrupted ([`CommandError`]).
//!
//! # Developing
//!
//! Opened as a page of its own, for example by `trunk serve`, a development build shows a simulated Agent App around
//! the extension. A release build contains none of that code.
//!
//! # Features
//!
//! | feature | default | |
//! |---|---|---|
//! | `csr` | yes | [`Extension::mount`]. A library built on this crate leaves this feature to the application. |
//! | `api` | no | LiveChat's API for the signed-in agent: `use_livechat_api`, and the calls of `livechat-api` as `api`. Enables `sign-in`. |
//! | `recorder` | no | `Extension::recorder`: saves the conversation with the real Agent App as a scenario that the simulator and `testing` play, with made-up names, addresses, texts and ids. Adds nothing to an extension that does not enable it. |
//! | `sign-in` | no | [Sign in with LiveChat](https://github.com/yew-livechat/yew-livechat/blob/main/docs/recipes/sign-in.md): `Extension::sign_in`, `use_sign_in`, `SignInButton`. Adds nothing to an extension that does not enable it. |
//! | `simulator` | yes | The simulator in development builds. |
//! | `separate-simulator` | no | The simulator as a WebAssembly module of its own, built by the hook `trunk/simulator.sh`, so that saving a file rebuilds only the extension. |
//! | `small-allocator` | no | An allocator that is 2.5 kB smaller than the standard library's and faster at startup. For applications that set no allocator; libraries leave this feature to the application. |
//! | `testing` | no | `testing`: a scripted host for tests. |

mod app;
mod bridge;
pub mod details_section;
pub mod hooks;
#[cfg(feature = "api")]
mod livechat_api;
pub mod placement;
mod platform;
pub mod prelude;
#[cfg(feature = "sign-in")]
mod sign_in;
#[cfg(feature = "sign-in")]
mod sign_in_button;
#[cfg(feature = "testing")]
pub mod testing;

#[cfg(feature = "api")]
pub use ::livechat_api as api;
pub use livechat_protocol as protocol;
pub use livechat_protocol::{
    AppProperties, Author, ChangeTheme, Chat, CommandError, Connection, ConnectionState, CustomerProfile,
    CustomerProfileHidden, CustomerProfileState, Geolocation, InvalidArgument, Message, MessageSent, NotificationBadge,
    PageData, Pathname, PrivateMode, RedirectTarget, ReportsFilters, SafeUrl, SectionButtonClick, Session, Source,
    Theme, TicketInfo, Timestamp, Toast, TrackedEvent, UpdateBillingCycle, payment, rich_message, section,
};
pub use yew_livechat_components as components;

#[cfg(feature = "csr")]
pub use self::app::Extensions;
#[cfg(feature = "api")]
pub use self::livechat_api::{CallError, PageStream};
#[doc(inline)]
pub use self::{
    app::{Extension, ExtensionProvider, ExtensionProviderProps, Setup, StartError, Texts},
    bridge::{Acknowledgement, HostValue},
    details_section::{
        DetailsSection, SectionButton, SectionChild, SectionCustomer, SectionLabel, SectionLine, SectionLink,
        SectionTags, SectionTitle,
    },
    hooks::*,
    placement::{use_details, use_fullscreen_page, use_message_box, use_settings_page},
};
#[cfg(feature = "sign-in")]
#[doc(inline)]
pub use self::{
    sign_in::{AccessToken, Account, SignIn, SignInError, SignInRefusal, SignInState},
    sign_in_button::{SignInButton, SignInButtonProps},
};

/// The README's examples, compiled.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
