//! The extension's four placements, in one build.

use order_desk::{Desk, Details, Preferences, Replies, texts};
use yew_livechat::prelude::*;

fn main() {
    Extensions::new()
        .at::<Details>("", Extension::details().authorize(false).texts(texts()))
        .at::<Replies>("replies", Extension::message_box().texts(texts()))
        .at::<Desk>("desk", Extension::fullscreen().texts(texts()))
        .at::<Preferences>("settings", Extension::settings().texts(texts()))
        .mount();
}
