//! Renders the model.

mod activity_list;
mod composer;
mod conversation;
mod customer_input;
mod customer_list;
mod customer_tab;
mod drawer;
mod event_target;
mod extension_page;
mod fake_panel;
mod faults_panel;
mod format;
mod icon;
mod iframe;
mod inspector;
mod json_tree;
mod list;
mod modal;
mod number_field;
mod own_event;
mod page;
mod page_address;
mod panel;
mod picture;
mod purchase_dialog;
mod rail;
mod recording;
mod redirect_dialog;
mod reports;
mod rich_message;
mod scenario_panel;
mod section_card;
mod shared_file;
mod splitter;
mod support;
mod ticket_list;
mod toasts;
mod toolbar;
mod virtual_list;

pub(crate) use self::{
    iframe::{IframeAddress, IframeSlot},
    page::page,
};
