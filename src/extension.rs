//! What an extension is and how it is started.

use std::{marker::PhantomData, time::Duration};

use livechat_protocol::{
    ExtensionSettings, InvalidArgument, Origin, OriginError, OriginPolicy, PlacementKind, section::Section,
};
use web_sys::Window;
use yew::html::IntoPropValue;

use crate::{
    bridge::{Bridge, window},
    details_section::DefinesSection,
    placement::{Details, Fullscreen, MessageBox, Placement, Settings},
    texts::Texts,
};

/// An extension: where it stands in the Agent App, and how it talks to it.
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
/// Extension::details().mount::<Sidebar>();
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Extension<P> {
    setup: Setup,
    placement: PhantomData<P>,
}

/// What an [`Extension`] tells its provider.
#[derive(Clone, Debug, PartialEq)]
pub struct Setup {
    pub(crate) placement: PlacementKind,
    pub(crate) sections: Vec<Section>,
    authorize: bool,
    origins: Option<Vec<Origin>>,
    connect_timeout: Option<Duration>,
    command_timeout: Option<Duration>,
    pub(crate) texts: Texts,
    host: HostWindow,
}

/// Where the host is.
#[derive(Clone, Debug, PartialEq)]
enum HostWindow {
    /// Around the page: the real thing.
    AroundPage,
    #[cfg(feature = "testing")]
    /// Around another window of a test's.
    Around(Window),
    #[cfg(feature = "testing")]
    /// Played by a test.
    Scripted(crate::testing::ScriptedHost),
}

impl Extension<Details> {
    /// An extension in the details panel beside the chat, the sidebar.
    #[must_use]
    pub fn details() -> Self {
        Self::new()
    }

    /// The sections that the Developer Console's initial state declares, as they look before the extension has
    /// published them.
    ///
    /// The simulator draws them, and takes only their titles, as the Agent App does. `cargo run`, that is, the
    /// extension started outside of a browser, prints the JSON to paste into the Developer Console.
    ///
    /// ```
    /// use yew::{html_nested, virtual_dom::VChild};
    /// use yew_livechat::prelude::*;
    ///
    /// fn orders(last: &'static str) -> VChild<DetailsSection> {
    ///     html_nested! {
    ///         <DetailsSection title="Orders"><SectionLabel label="Last order" value={last} /></DetailsSection>
    ///     }
    /// }
    ///
    /// let extension = Extension::details().sections([orders("Loading…")])?;
    /// # Ok::<(), yew_livechat::InvalidArgument>(())
    /// ```
    ///
    /// # Errors
    /// When one of them cannot be published; the error names the field and its limit.
    pub fn sections(
        mut self,
        sections: impl IntoIterator<Item = impl DefinesSection>,
    ) -> Result<Self, InvalidArgument> {
        self.setup.sections = sections.into_iter().map(|section| section.section()).collect::<Result<_, _>>()?;
        Ok(self)
    }
}

impl Extension<MessageBox> {
    /// An extension in the box above the message input.
    #[must_use]
    pub fn message_box() -> Self {
        Self::new()
    }
}

impl Extension<Fullscreen> {
    /// An extension with a page of its own.
    #[must_use]
    pub fn fullscreen() -> Self {
        Self::new()
    }
}

impl Extension<Settings> {
    /// The settings page of an app.
    #[must_use]
    pub fn settings() -> Self {
        Self::new()
    }
}

impl<P: Placement> Extension<P> {
    fn new() -> Self {
        let setup = Setup {
            placement: P::KIND,
            sections: Vec::new(),
            authorize: true,
            origins: None,
            connect_timeout: None,
            command_timeout: None,
            texts: Texts::default(),
            host: HostWindow::AroundPage,
        };
        Self { setup, placement: PhantomData }
    }

    /// Whether the host's authorization flow is waited for. `false` for an extension that authorizes on its own,
    /// as by Sign in with LiveChat: [`use_session`](crate::use_session) then says `HandledByApp`.
    ///
    /// The JavaScript API's `init({authorize: false})`.
    /// UNVERIFIED: how that option reached the host has no public source; on the wire nothing differs here.
    #[must_use]
    pub fn authorize(mut self, authorize: bool) -> Self {
        self.setup.authorize = authorize;
        self
    }

    /// Narrows the Agent App's origins to exact ones. Those that are refused anyhow stay refused.
    ///
    /// `static/prelude.js` answers the host before the application has loaded, and reads the same origins in the page's
    /// head: `<meta name="livechat-origins" content="https://my.livechatinc.com">`, with spaces between several. A
    /// development build says so in the console when the two differ.
    ///
    /// ```
    /// use yew_livechat::prelude::*;
    ///
    /// let extension = Extension::details().origins(["https://my.livechatinc.com"])?;
    /// # Ok::<(), yew_livechat::OriginError>(())
    /// ```
    ///
    /// # Errors
    /// When one of them is not an origin, as `https://my.livechatinc.com` is: without path, without user.
    pub fn origins<'a>(mut self, origins: impl IntoIterator<Item = &'a str>) -> Result<Self, OriginError> {
        self.setup.origins = Some(origins.into_iter().map(Origin::parse).collect::<Result<_, _>>()?);
        Ok(self)
    }

    /// Replaces the sentences that the framework itself puts on the page.
    #[must_use]
    pub fn texts(mut self, texts: Texts) -> Self {
        self.setup.texts = texts;
        self
    }

    /// After how long without a host [`use_connection`](crate::use_connection) says that it failed. 5 s unless set.
    #[must_use]
    pub fn connect_timeout(mut self, timeout: Duration) -> Self {
        self.setup.connect_timeout = Some(timeout);
        self
    }

    /// How long a command may take, from the call to the answer. 10 s unless set.
    #[must_use]
    pub fn command_timeout(mut self, timeout: Duration) -> Self {
        self.setup.command_timeout = Some(timeout);
        self
    }

    /// Connects from a window of a test's, instead of from the page's own.
    #[cfg(feature = "testing")]
    #[must_use]
    pub fn in_window(mut self, window: Window) -> Self {
        self.setup.host = HostWindow::Around(window);
        self
    }

    #[cfg(feature = "testing")]
    pub(crate) fn hosted_by(mut self, host: crate::testing::ScriptedHost) -> Self {
        self.setup.host = HostWindow::Scripted(host);
        self
    }

    /// Starts the extension in the page's body: connects, renders `App`, and then tells the host, so that its
    /// loader gives way to content and not to an empty page.
    ///
    /// Opened outside the Agent App, as a page of its own, it shows the simulator in a development build
    /// (with the feature `simulator`), and otherwise a sentence that says where it belongs. Started outside of a
    /// browser, by `cargo run`, it prints the Developer Console's initial state.
    ///
    /// For several extensions in one build see [`Extensions`](crate::Extensions).
    #[cfg(feature = "csr")]
    pub fn mount<App>(self)
    where
        App: yew::BaseComponent,
        App::Properties: Default + Clone,
    {
        crate::Extensions::new().at::<App>("", self).mount();
    }

    pub(crate) fn setup(self) -> Setup {
        self.setup
    }
}

impl Setup {
    /// The connection that this extension talks by; `None` where there is no window.
    pub(crate) fn connect(&self) -> Option<Bridge> {
        match &self.host {
            HostWindow::AroundPage => Bridge::of_page(|window| self.settings(window)),
            #[cfg(feature = "testing")]
            HostWindow::Around(window) => Some(Bridge::in_window(window, self.settings(window))),
            #[cfg(feature = "testing")]
            HostWindow::Scripted(host) => Some(self.connect_to(host)),
        }
    }

    /// The connection to a test's host.
    #[cfg(feature = "testing")]
    pub(crate) fn connect_to(&self, host: &crate::testing::ScriptedHost) -> Bridge {
        host.bridge(self.common_settings(), self.placement)
    }

    fn settings(&self, window: &Window) -> ExtensionSettings {
        let mut settings = self.common_settings();
        #[cfg(debug_assertions)]
        crate::bridge::check_origins(window, self.origins.as_deref());
        settings.launch = window::launch(window);
        settings.in_frame = window::parent(window).is_some();
        settings.parent_origin = window::parent_origin(window);
        // A release build has no way to be talked into trusting its own origin.
        if cfg!(debug_assertions)
            && let Ok(own) = Origin::parse(&window::own_origin(window))
        {
            settings.policy = settings.policy.with_development_at(own);
        }
        settings
    }

    fn common_settings(&self) -> ExtensionSettings {
        let mut settings = ExtensionSettings::default();
        settings.authorize = self.authorize;
        settings.postpone_profiles = true;
        settings.connect_timeout = self.connect_timeout.unwrap_or(settings.connect_timeout);
        settings.command_timeout = self.command_timeout.unwrap_or(settings.command_timeout);
        if let Some(origins) = &self.origins {
            settings.policy = OriginPolicy::default().narrowed_to(origins.clone());
        }
        settings
    }
}

impl<P: Placement> IntoPropValue<Setup> for Extension<P> {
    fn into_prop_value(self) -> Setup {
        self.setup
    }
}
