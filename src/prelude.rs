//! What most extensions use: `use yew_livechat::prelude::*;`.

pub use livechat_protocol::{
    Authorize, AuthorizeError, ChangeTheme, Chat, CommandError, Connection, ConnectionState, CustomerProfile,
    CustomerProfileHidden, CustomerProfileState, Geolocation, SafeUrl, Session, Source, Theme,
};
pub use yew_livechat_components::*;

pub use crate::{
    Acknowledgement, CustomerResource, CustomerResourceHandle, DetailsHandle, Extension, ExtensionProvider,
    SessionHandle, use_any_event, use_connection, use_customer_profile, use_customer_resource, use_details, use_event,
    use_session, use_theme,
};
