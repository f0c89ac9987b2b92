//! The user's choices, stored in the page's address so that they survive a reload and can be shared as a link.

mod address;
mod authorization;
mod chosen;
mod drawer;
mod faults;
mod pace;
mod size;
mod tab;
mod view;

pub(crate) use self::{
    authorization::Authorization,
    chosen::Choices,
    drawer::Drawer,
    pace::PaceChoice,
    size::{DRAWER, MESSAGE_BOX, PANEL, Range},
    tab::Tab,
    view::View,
};
