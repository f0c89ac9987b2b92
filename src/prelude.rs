//! What most extensions use: `use yew_livechat::prelude::*;`.

pub use livechat_protocol::{
    Authorize, AuthorizeError, ChangeTheme, Chat, CommandError, Connection, ConnectionState, CustomerProfile,
    CustomerProfileHidden, CustomerProfileState, Geolocation, Session, Source, Theme,
};
pub use yew_livechat_components::*;

pub use crate::{
    Acknowledgement, DetailsHandle, Extension, ExtensionProvider, SessionHandle, use_any_event, use_connection,
    use_customer_profile, use_details, use_event, use_session, use_theme,
};
