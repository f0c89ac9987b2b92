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
//! component when that value changes: [`use_customer_profile`], [`use_session`], [`use_host_theme`],
//! [`use_connection`], [`use_messages`], [`use_message_box_text`], [`use_page_data`], [`use_transaction`],
//! [`use_ticket_info`], [`use_private_mode`]; [`use_customer_resource`] loads something for the current customer. For
//! something to happen at each event there are [`use_message`], [`use_message_sent`], [`use_section_button_click`], and
//! for any other [`use_host_event`], typed, and [`use_any_host_event`], raw.
//!
//! [`use_resource`] loads anything else, [`use_action`] does something that takes a while, [`use_stored`] remembers a value of
//! your own in this browser, and [`use_locale`] is the language that the person prefers.
//!
//! # Asking the host for something
//!
//! An extension stands in one of four placements: [`Extension::details`], [`Extension::message_box`],
//! [`Extension::fullscreen`], [`Extension::settings`]. A placement's handle has the commands that its placement may
//! send, and no other: [`use_details`], [`use_message_box`], [`use_fullscreen_page`], [`use_settings_page`]. A command is sent
//! when it is called. It returns an [`Acknowledgement`] that may be awaited or dropped. What it carries is checked when
//! it is built: an [`InvalidArgument`] names the field and its limit.
//!
//! What the host draws itself in the customer's details is declared as children of a [`DetailsSection`].
//!
//! [`Extensions`] starts several extensions, each by its own URL, from one build.
//!
//! # What can go wrong
//!
//! Only the window around the page is heard, only from the Agent App's origins ([`OriginPolicy`](protocol::OriginPolicy)), and only its
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
//! | `api` | no | LiveChat's API for the agent who has signed in: `use_livechat_api`, and the calls of `livechat-api` as `api`. It has `sign-in` in it. |
//! | `sign-in` | no | [Sign in with LiveChat](https://github.com/yew-livechat/yew-livechat/blob/main/docs/recipes/sign-in.md): `Extension::sign_in`, `use_sign_in`, `SignInButton`. An extension without it is not a byte larger. |
//! | `simulator` | yes | The simulator in development builds. |
//! | `separate-simulator` | no | The simulator is a WebAssembly module of its own, which the hook `trunk/simulator.sh` builds: a save rebuilds the extension alone. |
//! | `small-allocator` | no | The WebAssembly gets an allocator that is 2.5 kB smaller than the standard library's, and quicker at first. For an application that sets none of its own; a library leaves it to whoever builds on it. |
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
