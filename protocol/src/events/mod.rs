//! The events this crate knows, one a file.

mod authorize;
mod change_theme;
mod custom_variables;
mod customer_profile;
mod customer_profile_hidden;
mod message;
mod message_box_text;
mod message_sent;
mod page_data;
mod section_button_click;
mod ticket_info;
mod ticket_priority;
mod ticket_status;
mod transaction;

pub use self::{
    authorize::{Authorize, AuthorizeError},
    change_theme::ChangeTheme,
    custom_variables::{CustomVariable, CustomVariables},
    customer_profile::{Chat, CustomerProfile, Geolocation, Source, SurveyAnswer},
    customer_profile_hidden::CustomerProfileHidden,
    message::{Author, Message},
    message_box_text::MessageBoxText,
    message_sent::MessageSent,
    page_data::{PageData, QueryParams},
    section_button_click::SectionButtonClick,
    ticket_info::TicketInfo,
    ticket_priority::TicketPriority,
    ticket_status::TicketStatus,
    transaction::{TransactionAccepted, TransactionDeclined, TransactionFailed, UpdateBillingCycle},
};
