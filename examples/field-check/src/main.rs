//! The field check in all four placements, in one build.

use field_check::{
    DetailsCheck, FullscreenCheck, MessageBoxCheck, SCOPES, SettingsCheck, SignedInDetailsCheck, client_id,
    declared_section,
};
use yew_livechat::prelude::*;

fn main() -> Result<(), StartError> {
    let details = Extension::details().sections([declared_section()])?.recorder();
    let extensions = match client_id() {
        Some(id) => {
            let sign_in = SignIn::new(id).scopes(SCOPES);
            Extensions::new().at::<SignedInDetailsCheck>("", details.sign_in(sign_in))
        }
        None => Extensions::new().at::<DetailsCheck>("", details),
    };
    extensions
        .at::<MessageBoxCheck>("message-box", Extension::message_box().recorder())
        .at::<FullscreenCheck>("fullscreen", Extension::fullscreen().recorder())
        .at::<SettingsCheck>("settings", Extension::settings().recorder())
        .mount();
    Ok(())
}
