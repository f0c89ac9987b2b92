//! An extension on the page of a browser test.

use std::{cell::RefCell, future::Future, panic::Location, rc::Rc};

use livechat_protocol::{CustomerProfile, Event};
use serde::Serialize;
use web_sys::{Document, Element};
use yew::{AppHandle, BaseComponent, prelude::*};

use super::{host::ScriptedHost, wait};
use crate::{
    app::{Extension, ExtensionProvider, Setup},
    placement::Placement,
    platform,
};

/// Mounts a component on the page, as an extension in a new [`ScriptedHost`], and waits until it has rendered.
///
/// To use an existing host, call [`ScriptedHost::mount`]; for a component with properties,
/// [`ScriptedHost::mount_html`].
///
/// ```no_run
/// use yew::prelude::*;
/// use yew_livechat::{prelude::*, testing::mount};
///
/// #[component]
/// fn Sidebar() -> Html {
///     let profile = use_customer_profile();
///     html! { if profile.shown().is_none() { { "Open a chat" } } }
/// }
///
/// // #[wasm_bindgen_test]
/// async fn nobody_is_there_at_first() {
///     let page = mount::<Sidebar>(Extension::details()).await;
///     assert_eq!(page.text(), "Open a chat");
/// }
/// ```
///
/// # Panics
/// If there is no page, as in native tests.
#[track_caller]
pub fn mount<App>(extension: Extension<impl Placement>) -> impl Future<Output = Mounted>
where
    App: BaseComponent,
    App::Properties: Default,
{
    let at = Location::caller();
    async move { ScriptedHost::new().put(extension, html! { <App ..App::Properties::default() /> }, at).await }
}

/// An extension in its own element, at the end of the page's body. Dropping it unmounts the extension.
///
/// Only in a browser: natively there is no page.
pub struct Mounted {
    host: ScriptedHost,
    root: Element,
    app: Rc<RefCell<Option<AppHandle<Hosted>>>>,
    /// The host reloads the page through it, as long as it exists.
    _load: Rc<dyn Fn()>,
}

#[derive(Clone, PartialEq, Properties)]
struct HostedProps {
    extension: Setup,
    app: Html,
    /// Counts the loads of the page.
    load: u32,
}

#[component]
fn Hosted(props: &HostedProps) -> Html {
    html! {
        <ExtensionProvider key={props.load} extension={props.extension.clone()}>{ props.app.clone() }</ExtensionProvider>
    }
}

impl ScriptedHost {
    /// Mounts a component on the page, as an extension in this host, and waits until it has rendered.
    ///
    /// ```no_run
    /// # use yew::prelude::*;
    /// # use yew_livechat::{prelude::*, testing::ScriptedHost};
    /// # #[component]
    /// # fn Sidebar() -> Html { html! {} }
    /// # async fn test() {
    /// let host = ScriptedHost::speaking(yew_livechat::protocol::Driver::Plain);
    /// let page = host.mount::<Sidebar>(Extension::details().authorize(false)).await;
    /// # }
    /// ```
    ///
    /// # Panics
    /// If there is no page, as in native tests.
    #[track_caller]
    pub fn mount<App>(&self, extension: Extension<impl Placement>) -> impl Future<Output = Mounted>
    where
        App: BaseComponent,
        App::Properties: Default,
    {
        self.mount_html(extension, html! { <App ..App::Properties::default() /> })
    }

    /// Mounts this content on the page, as an extension in this host, and waits until it has rendered.
    ///
    /// ```no_run
    /// # use yew::prelude::*;
    /// # use yew_livechat::{prelude::*, testing::ScriptedHost};
    /// # async fn test() {
    /// let host = ScriptedHost::new();
    /// let page = host.mount_html(Extension::details(), html! { <Badge count=3 label="open orders" /> }).await;
    /// # }
    /// ```
    ///
    /// # Panics
    /// If there is no page, as in native tests.
    #[track_caller]
    pub fn mount_html(&self, extension: Extension<impl Placement>, app: Html) -> impl Future<Output = Mounted> {
        self.put(extension, app, Location::caller())
    }

    async fn put(&self, extension: Extension<impl Placement>, app: Html, at: &'static Location<'static>) -> Mounted {
        let root = in_the_page(at, |document| {
            let root = document.create_element("div").ok()?;
            document.body()?.append_child(&root).ok()?;
            Some(root)
        });
        let props = HostedProps { extension: self.host(extension).setup, app, load: 0 };
        let app = yew::Renderer::<Hosted>::with_root_and_props(root.clone(), props.clone()).render();
        let app = Rc::new(RefCell::new(Some(app)));
        let load: Rc<dyn Fn()> = Rc::new({
            let (app, props) = (Rc::clone(&app), RefCell::new(props));
            move || {
                props.borrow_mut().load += 1;
                if let Some(app) = &mut *app.borrow_mut() {
                    app.update(props.borrow().clone());
                }
            }
        });
        self.0.set_page(&load);
        self.settle().await;
        Mounted { host: self.clone(), root, app, _load: load }
    }
}

impl Mounted {
    /// The host of the extension.
    #[must_use]
    pub fn host(&self) -> &ScriptedHost {
        &self.host
    }

    /// The element that contains it, for anything that has no method here.
    #[must_use]
    pub fn root(&self) -> &Element {
        &self.root
    }

    /// Its text.
    #[must_use]
    pub fn text(&self) -> String {
        self.root.text_content().unwrap_or_default()
    }

    /// Its HTML.
    #[must_use]
    pub fn html(&self) -> String {
        self.root.inner_html()
    }

    /// Sends this customer, as when the agent opens a chat: a profile as JSON, or a
    /// [`CustomerProfile`](crate::CustomerProfile).
    ///
    /// # Panics
    /// If the extension is not connected, or the profile cannot be written as JSON.
    #[track_caller]
    pub fn open_chat(&self, profile: &impl Serialize) -> impl Future<Output = ()> {
        let at = Location::caller();
        let profile = serde_json::to_value(profile);
        async move {
            let profile =
                profile.unwrap_or_else(|error| panic!("{at}: the profile cannot be written as JSON: {error}"));
            if let Err(error) = self.host.send(CustomerProfile::NAME, &profile) {
                panic!("{at}: the chat cannot be opened: {error}");
            }
            self.host.settle().await;
        }
    }

    /// Waits up to ten seconds until it shows this text.
    ///
    /// # Panics
    /// If it never does; the message has the text that it shows.
    #[track_caller]
    pub fn shows(&self, text: &str) -> impl Future<Output = ()> {
        let at = Location::caller();
        async move {
            self.host.settle().await;
            let shown = wait::comes(|| self.text().contains(text).then_some(())).await;
            assert!(shown.is_some(), "{at}: the page does not show {text:?}: its text is {:?}", self.text());
        }
    }

    /// Waits up to ten seconds until it no longer shows this text.
    ///
    /// # Panics
    /// If it always does; the message has the text that it shows.
    #[track_caller]
    pub fn gone(&self, text: &str) -> impl Future<Output = ()> {
        let at = Location::caller();
        async move {
            self.host.settle().await;
            let gone = wait::comes(|| (!self.text().contains(text)).then_some(())).await;
            assert!(gone.is_some(), "{at}: the page still shows {text:?}: its text is {:?}", self.text());
        }
    }
}

impl Drop for Mounted {
    fn drop(&mut self) {
        if let Some(app) = self.app.take() {
            app.destroy();
        }
        self.root.remove();
    }
}

impl std::fmt::Debug for Mounted {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Mounted").field("host", &self.host).finish_non_exhaustive()
    }
}

fn in_the_page<T>(at: &Location<'_>, make: impl FnOnce(&Document) -> Option<T>) -> T {
    let page = platform::window().and_then(|window| window.document());
    page.as_ref().and_then(make).unwrap_or_else(|| {
        panic!("{at}: there is no page to mount on: run the test in a browser, or render a `Snapshot` natively")
    })
}
