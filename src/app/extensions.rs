//! Several extensions in one build.

use yew::prelude::*;

use super::{extension::Extension, setup::Setup};
use crate::placement::Placement;

/// Several extensions in one build, each at its own URL: an app in the Developer Console may have one for each
/// placement, and one build serves them all.
///
/// ```no_run
/// use yew::prelude::*;
/// use yew_livechat::prelude::*;
///
/// #[component]
/// fn Sidebar() -> Html {
///     html! { "beside the chat" }
/// }
///
/// #[component]
/// fn Dashboard() -> Html {
///     html! { "a page of its own" }
/// }
///
/// Extensions::new()
///     .at::<Sidebar>("", Extension::details())
///     .at::<Dashboard>("fullscreen", Extension::fullscreen())
///     .mount();
/// ```
///
/// The page at `/fullscreen` starts the second; the one at `""` also starts wherever no other does. The server has to
/// answer every one of these paths with the same `index.html`, as `trunk serve` does.
#[derive(Clone, Default, PartialEq)]
pub struct Extensions(Vec<Entry>);

/// One extension with its app.
#[derive(Clone, PartialEq)]
pub(crate) struct Entry {
    pub(crate) path: &'static str,
    pub(crate) setup: Setup,
    pub(crate) app: App,
}

/// Renders an app.
#[derive(Clone, Copy)]
pub(crate) struct App(pub(crate) fn() -> Html);

impl PartialEq for App {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::fn_addr_eq(self.0, other.0)
    }
}

impl Extensions {
    /// None yet.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// One more, at this path below the build's own: without a slash at either end.
    #[must_use]
    pub fn at<App>(mut self, path: &'static str, extension: Extension<impl Placement>) -> Self
    where
        App: yew::BaseComponent,
        App::Properties: Default + Clone,
    {
        let app = self::App(|| html! { <App ..App::Properties::default() /> });
        self.0.push(Entry { path, setup: extension.setup, app });
        self
    }

    /// The Developer Console's initial state: the sections of all of them.
    #[must_use]
    pub fn initial_state(&self) -> serde_json::Value {
        livechat_protocol::section::initial_state(self.0.iter().flat_map(|entry| &entry.setup.sections))
    }

    /// The extension whose path this page has, and the path of the build itself.
    pub(crate) fn find<'a>(&self, pathname: &'a str) -> Option<(&Entry, &'a str)> {
        let page = pathname.strip_suffix("index.html").unwrap_or(pathname).trim_end_matches('/');
        let named = self.0.iter().filter(|entry| !entry.path.is_empty()).find_map(|entry| {
            let base = page.strip_suffix(entry.path)?;
            base.ends_with('/').then(|| (entry, base.trim_end_matches('/')))
        });
        named.or_else(|| self.0.iter().find(|entry| entry.path.is_empty()).map(|entry| (entry, page)))
    }

    /// The first extension at this path, out of all of them: to clone its sections would weigh a kilobyte.
    pub(crate) fn into_entry(self, path: &str) -> Option<Entry> {
        self.0.into_iter().find(|entry| entry.path == path)
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = &Entry> {
        self.0.iter()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[component]
    fn Nothing() -> Html {
        Html::default()
    }

    fn found(pathname: &str) -> Option<(&'static str, String)> {
        Extensions::new()
            .at::<Nothing>("", Extension::details())
            .at::<Nothing>("message-box", Extension::message_box())
            .at::<Nothing>("settings", Extension::settings())
            .find(pathname)
            .map(|(entry, base)| (entry.path, base.to_owned()))
    }

    #[test]
    fn a_page_starts_the_extension_of_its_path() {
        for (pathname, path, base) in [
            ("/", "", ""),
            ("/index.html", "", ""),
            ("/message-box", "message-box", ""),
            ("/message-box/", "message-box", ""),
            ("/message-box/index.html", "message-box", ""),
            ("/apps/orders/settings", "settings", "/apps/orders"),
            ("/apps/orders/", "", "/apps/orders"),
            ("/not-message-box", "", "/not-message-box"),
        ] {
            assert_eq!(found(pathname), Some((path, base.to_owned())), "{pathname}");
        }
    }

    #[test]
    fn a_page_of_another_path_starts_nothing_where_none_is_at_the_root() {
        let extensions = Extensions::new().at::<Nothing>("settings", Extension::settings());
        assert!(extensions.find("/").is_none());
        assert!(extensions.find("/settings").is_some());
    }
}
