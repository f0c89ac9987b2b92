//! What most extensions use: `use yew_livechat::prelude::*;`.

pub use livechat_protocol::{
    AppProperties, Author, Authorize, AuthorizeError, ChangeTheme, Chat, CommandError, Connection, ConnectionState,
    CustomerProfile, CustomerProfileHidden, CustomerProfileState, Geolocation, InvalidArgument, Message,
    NotificationBadge, Pathname, RedirectTarget, ReportsFilters, SafeUrl, SectionButtonClick, Session, Source, Theme,
    Toast, TrackedEvent, UpdateBillingCycle, payment, rich_message,
};
pub use yew_livechat_components::*;

#[cfg(feature = "csr")]
pub use crate::Extensions;
pub use crate::{
    Acknowledgement, CustomerKey, CustomerResource, CustomerResourceHandle, DefinesSection, DetailsHandle,
    DetailsSection, Extension, ExtensionProvider, FullscreenHandle, MessageBoxHandle, SectionButton, SectionChild,
    SectionCustomer, SectionLabel, SectionLine, SectionLink, SectionTags, SectionTitle, SessionHandle, SettingsHandle,
    StartError, StoredHandle, Texts, TransactionHandle, use_any_event, use_connection, use_customer_profile,
    use_customer_resource, use_customer_resource_by, use_details, use_event, use_fullscreen, use_message,
    use_message_box, use_message_box_text, use_message_sent, use_messages, use_page_data, use_section_button_click,
    use_session, use_settings, use_stored, use_theme, use_ticket_info, use_transaction,
};
