//! An extension that follows a test's instructions, using the JavaScript SDK's names.
//!
//! `tests/e2e/specs/conformance.spec.ts` runs it and the SDK side by side: both get the same instructions, and must
//! send the same frames and receive the same events. One page serves all placements, chosen by its path.
//!
//! | to find | look in |
//! |---|---|
//! | the typed command for an SDK method | `placements/` (one file per placement, and `common`) |
//! | which events are received | `hearing` |
//! | the page's interface for the test | `published` |
//! | the sign-in, which `tests/e2e/specs/sign-in-conformance.spec.ts` compares | `sign_in/` |

mod arguments;
mod call;
mod hearing;
mod journal;
mod placements;
mod published;
mod sign_in;

use yew_livechat::prelude::*;

fn main() {
    if let Some(options) = sign_in::options() {
        return Extension::details().sign_in(options).mount::<sign_in::SignInPage>();
    }
    Extensions::new()
        .at::<placements::DetailsPage>("", Extension::details())
        .at::<placements::MessageBoxPage>("message-box", Extension::message_box())
        .at::<placements::FullscreenPage>("fullscreen", Extension::fullscreen())
        .at::<placements::SettingsPage>("settings", Extension::settings())
        .mount();
}
