//! The error that `main` returns.

use std::{error::Error, fmt};

use crate::{
    bridge::EarlyPage,
    platform::{self, warn},
};

/// The error that `main` returns when it cannot build an extension.
///
/// A browser drops what `main` returns. `?` turns any error into this one, which writes it to the console, shows a
/// notice on the page, and makes the host remove its loader.
///
/// ```no_run
/// use yew::prelude::*;
/// use yew_livechat::prelude::*;
///
/// #[component]
/// fn Sidebar() -> Html {
///     html! { "Hello" }
/// }
///
/// fn main() -> Result<(), StartError> {
///     Extension::details().origins(["https://my.livechatinc.com"])?.mount::<Sidebar>();
///     Ok(())
/// }
/// ```
pub struct StartError(String);

impl<E: Error> From<E> for StartError {
    fn from(error: E) -> Self {
        let error = error.to_string();
        if let Some(window) = platform::window() {
            let shown = EarlyPage::of(&window).and_then(|page| page.failed(&error));
            if shown.is_none() {
                warn(&["the extension could not be started: ", &error].concat());
            }
        }
        Self(error)
    }
}

/// For people to read: natively, `cargo run` ends with it.
impl fmt::Debug for StartError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
