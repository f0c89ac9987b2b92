//! The parts of the model, which are independent of each other.

pub(crate) mod activity;
pub(crate) mod authorizing;
pub(crate) mod conversations;
pub(crate) mod extension_frame;
pub(crate) mod fake_livechat;
pub(crate) mod purchases;
pub(crate) mod replay;
pub(crate) mod scenarios;
pub(crate) mod sections;
pub(crate) mod switches;
pub(crate) mod toasts;
