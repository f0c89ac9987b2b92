//! Events: what the host tells the extension, one a file, and the latest of it.

mod authorize;
mod change_theme;
mod customer_profile;
mod customer_profile_hidden;
mod customer_profile_state;
mod event;
mod message;
mod message_box_text;
mod message_sent;
mod page_data;
mod section_button_click;
mod state;
mod ticket_info;
mod transaction;

pub(crate) use self::state::Applied;
pub use self::{
    authorize::{Authorize, AuthorizeError},
    change_theme::ChangeTheme,
    customer_profile::{Chat, CustomerProfile, Geolocation, Source, SurveyAnswer},
    customer_profile_hidden::CustomerProfileHidden,
    customer_profile_state::CustomerProfileState,
    event::{Event, EventError, PREFIX, RawEvent},
    message::{Author, Message},
    message_box_text::MessageBoxText,
    message_sent::MessageSent,
    page_data::{PageData, QueryParams},
    section_button_click::SectionButtonClick,
    state::{HostState, Slice},
    ticket_info::TicketInfo,
    transaction::{TransactionAccepted, TransactionDeclined, TransactionFailed, UpdateBillingCycle},
};
