//! Sections that the host renders in the customer details for the extension.
//!
//! A section is identified by its title, which must be declared in the Developer Console's initial state; otherwise
//! the host silently ignores the section. [`initial_state`] generates that JSON from the same sections. Based on the
//! official SDK's types and validation.
//!
//! ```
//! use livechat_protocol::section::{Button, Component, Label, Link, Section, initial_state};
//!
//! let section = Section::new("Orders", [
//!     Label::new("Last order", "A-20418").into(),
//!     Component::Line,
//!     Link::new("https://shop.example/orders/A-20418")?.with_value("Open in the shop").into(),
//!     Button::new("Insert tracking link", "track")?.with_primary(true).into(),
//! ])?;
//! println!("{:#}", initial_state([&section]));
//! # Ok::<(), livechat_protocol::InvalidArgument>(())
//! ```

mod button;
mod component;
mod definition;
mod initial_state;
mod label;
mod link;
mod tags;
mod title;
mod warning;

pub use self::{
    button::Button,
    component::Component,
    definition::Section,
    initial_state::initial_state,
    label::Label,
    link::Link,
    tags::Tags,
    title::{ImageSize, Title},
    warning::Warning,
};
