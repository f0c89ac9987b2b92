//! Hooks that read the host's events, load data and remember values.
//!
//! A hook returns the latest value, even if the component mounts after the event arrived. A component re-renders only
//! when the value that its hook reads has changed: immediately, or once for many events when they arrive in a burst.
//!
//! Every hook except [`use_action`], [`use_locale`], [`use_page_language`], [`use_resource`] and [`use_stored`] needs
//! an [`ExtensionProvider`](crate::ExtensionProvider) above it, which [`Extension::mount`](crate::Extension::mount)
//! adds, and panics without one. Some hosts' events go to certain placements only: in any other placement, a
//! development build warns in the console.

pub(crate) mod context;
mod locale;
mod resource;
mod stored;
mod use_action;
mod use_any_host_event;
mod use_connection;
mod use_customer_profile;
mod use_customer_resource;
mod use_host_event;
mod use_host_theme;
#[cfg(feature = "api")]
mod use_livechat_api;
mod use_locale;
mod use_message;
mod use_message_box_text;
mod use_message_sent;
mod use_messages;
mod use_page_data;
mod use_private_mode;
mod use_resource;
mod use_section_button_click;
mod use_session;
#[cfg(feature = "sign-in")]
mod use_sign_in;
mod use_stored;
mod use_ticket_info;
mod use_transaction;

#[cfg(feature = "api")]
pub use self::use_livechat_api::{UseLivechatApiHandle, use_livechat_api};
#[cfg(feature = "sign-in")]
pub use self::use_sign_in::{UseSignInHandle, use_sign_in};
pub use self::{
    locale::Locale,
    resource::Resource,
    use_action::{Action, UseActionHandle, use_action},
    use_any_host_event::use_any_host_event,
    use_connection::use_connection,
    use_customer_profile::use_customer_profile,
    use_customer_resource::{CustomerKey, use_customer_resource, use_customer_resource_by, use_customer_resource_with},
    use_host_event::use_host_event,
    use_host_theme::use_host_theme,
    use_locale::{use_locale, use_page_language},
    use_message::use_message,
    use_message_box_text::use_message_box_text,
    use_message_sent::use_message_sent,
    use_messages::use_messages,
    use_page_data::use_page_data,
    use_private_mode::use_private_mode,
    use_resource::{UseResourceHandle, use_resource},
    use_section_button_click::use_section_button_click,
    use_session::{UseSessionHandle, use_session},
    use_stored::{UseStoredHandle, use_stored},
    use_ticket_info::use_ticket_info,
    use_transaction::{UseTransactionHandle, use_transaction},
};
