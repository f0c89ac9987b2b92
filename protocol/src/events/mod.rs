//! The events this crate knows, one a file.

mod authorize;
mod change_theme;
mod customer_profile;
mod customer_profile_hidden;

pub use self::{
    authorize::{Authorize, AuthorizeError},
    change_theme::ChangeTheme,
    customer_profile::{Chat, CustomVariable, CustomVariables, CustomerProfile, Geolocation, Source, SurveyAnswer},
    customer_profile_hidden::CustomerProfileHidden,
};
