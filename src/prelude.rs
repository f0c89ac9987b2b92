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
    Acknowledgement, DefinesSection, DetailsHandle, DetailsSection, Extension, ExtensionProvider, FullscreenHandle,
    MessageBoxHandle, SectionButton, SectionChild, SectionCustomer, SectionLabel, SectionLine, SectionLink,
    SectionTags, SectionTitle, SettingsHandle, StartError, Texts, hooks::*, use_details, use_fullscreen,
    use_message_box, use_settings,
};
