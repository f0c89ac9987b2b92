//! Several extensions in one build.

use std::cmp::Reverse;

use yew::prelude::*;

use super::{extension::Extension, setup::Setup};
use crate::placement::Placement;

/// Several extensions in one build, each at its own URL. An app in the Developer Console can have one extension for
/// each placement, and one build can serve all of them.
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
/// In this example, the page at `/fullscreen` starts the second extension, and so does every page below it, such as
/// `/fullscreen/order/7` from a router. The extension at `""` also starts wherever no other one does. The server must
/// answer all of these paths with the same `index.html`, as `trunk serve` does.
///
/// Paths are compared by whole segments, relative to where the build starts: the path of the page's `<base href>`,
/// which Trunk writes for `<base data-trunk-public-url />`. Without a `<base>`, the start of the build is unknown.
/// Then the extension whose path ends the page's path is started, or else one whose path occurs anywhere in it: the
/// one that occurs first, and the longest of several at the same place.
#[derive(Clone, Default, PartialEq)]
pub struct Extensions(Vec<Entry>);

/// An extension with its app.
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
    /// No extensions yet.
    #[must_use]
    pub fn new() -> Self {
        #[cfg(all(debug_assertions, not(feature = "testing")))]
        super::panic_screen::install_early();
        Self::default()
    }

    /// Adds an extension at this path, relative to the build, without a slash at either end.
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

    /// The Developer Console's initial state: the sections of all extensions.
    #[must_use]
    pub fn initial_state(&self) -> serde_json::Value {
        livechat_protocol::section::initial_state(self.0.iter().flat_map(|entry| &entry.setup.sections))
    }

    /// The extension that this page starts, and the path of the build itself; see [`Extensions`]. `base` is the path
    /// of the page's `<base href>`.
    pub(crate) fn find<'a>(&self, pathname: &'a str, base: Option<&str>) -> Option<(&Entry, &'a str)> {
        let page = pathname.strip_suffix("index.html").unwrap_or(pathname).trim_end_matches('/');
        // A server may serve the page at another path than the one that it was built for.
        let base = base.and_then(|base| length_in(page, base.trim_end_matches('/')));
        let named = self.0.iter().filter(|entry| !entry.path.is_empty());
        let places =
            named.flat_map(|entry| places_of(entry.path, page).map(move |(begin, is_end)| (entry, begin, is_end)));
        let place = places
            .filter(|(_, begin, _)| base.is_none_or(|base| base == *begin))
            .min_by_key(|(entry, begin, is_end)| (base.is_none() && !is_end, *begin, Reverse(entry.path.len())));
        match place {
            Some((entry, begin, _)) => Some((entry, page.get(..begin)?)),
            None => {
                let root = self.0.iter().find(|entry| entry.path.is_empty())?;
                Some((root, page.get(..base.unwrap_or(page.len()))?))
            }
        }
    }

    /// Moves the first extension at this path out: cloning its sections would add a kilobyte.
    pub(crate) fn into_entry(self, path: &str) -> Option<Entry> {
        self.0.into_iter().find(|entry| entry.path == path)
    }

    /// Whether any of them signs in with LiveChat.
    #[cfg(debug_assertions)]
    pub(crate) fn sign_in(&self) -> bool {
        self.0.iter().any(|entry| entry.setup.signs_in())
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = &Entry> {
        self.0.iter()
    }
}

/// The length of a folder's path, if the page is the folder or below it.
fn length_in(page: &str, folder: &str) -> Option<usize> {
    let rest = page.strip_prefix(folder)?;
    (rest.is_empty() || rest.starts_with('/')).then_some(folder.len())
}

/// Where an extension's path begins among the segments of a page's path, and whether it also ends there.
fn places_of(path: &'static str, page: &str) -> impl Iterator<Item = (usize, bool)> {
    page.match_indices('/').filter_map(move |(begin, _)| {
        let rest = page.get(begin + 1..)?.strip_prefix(path)?;
        (rest.is_empty() || rest.starts_with('/')).then_some((begin, rest.is_empty()))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[component]
    fn Nothing() -> Html {
        Html::default()
    }

    fn found(pathname: &str, base: Option<&str>) -> Option<(&'static str, String)> {
        Extensions::new()
            .at::<Nothing>("", Extension::details())
            .at::<Nothing>("message-box", Extension::message_box())
            .at::<Nothing>("settings", Extension::settings())
            .at::<Nothing>("settings/shop", Extension::fullscreen())
            .find(pathname, base)
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
            ("/message-box-2/settings-2", "", "/message-box-2/settings-2"),
        ] {
            assert_eq!(found(pathname, None), Some((path, base.to_owned())), "{pathname}");
        }
    }

    #[test]
    fn a_page_below_an_extension_s_path_starts_that_extension() {
        for (pathname, path, base) in [
            ("/settings/order/A-1", "settings", ""),
            ("/settings/order/A%2F1/", "settings", ""),
            ("/settings/shop/order/A-1", "settings/shop", ""),
            ("/settings/shopping", "settings", ""),
            ("/apps/orders/settings/order/A-1", "settings", "/apps/orders"),
            // Segments after an extension's path belong to the extension.
            ("/settings/message-box/order", "settings", ""),
            ("/settings/order/settings/2", "settings", ""),
        ] {
            for base_href in [None, Some(&*format!("{base}/")), Some(base)] {
                assert_eq!(found(pathname, base_href), Some((path, base.to_owned())), "{pathname} {base_href:?}");
            }
        }
    }

    #[test]
    fn below_a_base_only_the_path_that_begins_there_counts() {
        for (pathname, base_href, path, base) in [
            // Without the base, both would match the message box.
            ("/settings/order/message-box", "/", "settings", ""),
            ("/order/message-box", "/", "", ""),
            ("/message-box/settings/1", "/message-box/", "settings", "/message-box"),
            ("/message-box", "/message-box/", "", "/message-box"),
            ("/message-box/", "/message-box/", "", "/message-box"),
            ("/apps/orders/list", "/apps/orders/", "", "/apps/orders"),
            // Not a base of this page.
            ("/elsewhere/settings/1", "/apps/orders/", "settings", "/elsewhere"),
            ("/apps/orders-2/settings", "/apps/orders", "settings", "/apps/orders-2"),
        ] {
            let found = found(pathname, Some(base_href));
            assert_eq!(found, Some((path, base.to_owned())), "{pathname} in {base_href}");
        }
    }

    #[test]
    fn a_page_of_another_path_starts_nothing_where_none_is_at_the_root() {
        let extensions = Extensions::new().at::<Nothing>("settings", Extension::settings());
        assert!(extensions.find("/", None).is_none());
        assert!(extensions.find("/settings", None).is_some());
        assert!(extensions.find("/order/settings", Some("/")).is_none());
    }
}
