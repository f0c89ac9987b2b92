//! The places in the Agent App where an extension can run, and the commands of each.
//!
//! A placement's handle has exactly the commands of that placement: a command that the host would ignore does not
//! compile.

mod details;
mod fullscreen;
mod handle;
mod kind;
mod message_box;
mod rich_messages;
pub(crate) mod sealed;
mod settings;
mod use_handle;

pub use self::{
    details::{Details, UseDetailsHandle, use_details},
    fullscreen::{Fullscreen, UseFullscreenPageHandle, use_fullscreen_page},
    handle::UsePlacementHandle,
    kind::Placement,
    message_box::{MessageBox, UseMessageBoxHandle, use_message_box},
    rich_messages::SendsRichMessages,
    settings::{Settings, UseSettingsPageHandle, use_settings_page},
};
#[doc(inline)]
pub use crate::bridge::Argument;
