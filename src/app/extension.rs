//! An extension: its placement and its options.

use std::{marker::PhantomData, time::Duration};

use livechat_protocol::{InvalidArgument, Origin, OriginError};
use yew::html::IntoPropValue;

use super::{setup::Setup, texts::Texts};
use crate::{
    details_section::DefinesSection,
    placement::{Details, Fullscreen, MessageBox, Placement, Settings},
};

/// An extension: its placement in the Agent App, and its options.
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
    pub(crate) setup: Setup,
    placement: PhantomData<P>,
}

impl Extension<Details> {
    /// Creates an extension for the details panel beside the chat (the sidebar).
    #[must_use]
    pub fn details() -> Self {
        Self::new()
    }

    /// Declares the sections for the Developer Console's initial state, with the content that they show before the
    /// extension has published them.
    ///
    /// The simulator renders them and accepts only their titles, like the Agent App. Started outside a browser with
    /// `cargo run`, the extension prints the JSON to paste into the Developer Console.
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
    /// If one of them cannot be published; the error names the field and its limit.
    pub fn sections(
        mut self,
        sections: impl IntoIterator<Item = impl DefinesSection>,
    ) -> Result<Self, InvalidArgument> {
        self.setup.sections = sections.into_iter().map(|section| section.section()).collect::<Result<_, _>>()?;
        Ok(self)
    }
}

impl Extension<MessageBox> {
    /// Creates an extension for the box above the message input.
    #[must_use]
    pub fn message_box() -> Self {
        Self::new()
    }
}

impl Extension<Fullscreen> {
    /// Creates an extension with a full page in the Agent App.
    #[must_use]
    pub fn fullscreen() -> Self {
        Self::new()
    }
}

impl Extension<Settings> {
    /// Creates an extension for the settings page of an app.
    #[must_use]
    pub fn settings() -> Self {
        Self::new()
    }
}

impl<P: Placement> Extension<P> {
    fn new() -> Self {
        #[cfg(all(feature = "csr", debug_assertions, not(feature = "testing")))]
        super::panic_screen::install_early();
        Self { setup: Setup::new(P::KIND), placement: PhantomData }
    }

    /// Sets whether to wait for the host's authorization flow. Pass `false` if the extension handles authorization
    /// itself, for example with Sign in with LiveChat: [`use_session`](crate::use_session) then returns
    /// `HandledByApp`.
    ///
    /// The JavaScript API's `init({authorize: false})`. UNVERIFIED (authorize-option): how that option reached the host
    /// has no public source; it changes nothing on the wire.
    #[must_use]
    pub fn authorize(mut self, authorize: bool) -> Self {
        self.setup.authorize = authorize;
        self
    }

    /// Lets the agent sign in with LiveChat: [`use_sign_in`](crate::use_sign_in) returns the state, and
    /// [`SignInButton`](crate::SignInButton) is the button. Placements of a build that sign in with the same options
    /// share one sign-in. The host's authorization flow is not waited for: this implies
    /// [`authorize(false)`](Self::authorize).
    ///
    /// The page needs `static/sign-in.js` in its head; `cargo run -- page-files` writes it.
    ///
    /// ```no_run
    /// use yew::prelude::*;
    /// use yew_livechat::prelude::*;
    ///
    /// #[component]
    /// fn Sidebar() -> Html {
    ///     let sign_in = use_sign_in();
    ///     match sign_in.account() {
    ///         Some(account) => html! { <p>{ format!("Organization {}", account.organization_id) }</p> },
    ///         None => html! { <SignInButton /> },
    ///     }
    /// }
    ///
    /// Extension::details().sign_in(SignIn::new("my-client-id")).mount::<Sidebar>();
    /// ```
    #[cfg(feature = "sign-in")]
    #[must_use]
    pub fn sign_in(mut self, sign_in: crate::SignIn) -> Self {
        self.setup.sign_in = Some(super::setup::SignInSetup::Options(sign_in.into()));
        self.authorize(false)
    }

    /// Records the conversation between host and extension, so that it can be saved as a scenario: a file that the
    /// simulator and `testing` play.
    ///
    /// Press Ctrl+Alt+Shift+S while the extension has the focus (Control+Option+Shift+S on a Mac). Or open the browser's
    /// developer tools, choose the extension's iframe in the console, and call:
    ///
    /// | call | effect |
    /// |---|---|
    /// | `yewLivechat.record()` | saves the conversation since the page was loaded, with made-up values |
    /// | `yewLivechat.record({ ownTexts: true })` | keeps the texts that the extension sent, except for the customer's data in them |
    /// | `yewLivechat.record({ real: true })` | keeps all values except for tokens, passwords and sessions |
    /// | `yewLivechat.record({ text: true })` | returns the text of the file instead of saving it |
    /// | `yewLivechat.forget()` | discards the recording and starts a new one |
    ///
    /// Unless you ask for the real values, names, addresses, texts and ids are replaced:
    /// [`Scenario::anonymized`](livechat_protocol::scenario::Scenario::anonymized) describes how. The recording stays in
    /// the page's memory until somebody saves it. It contains the latest
    /// [`STEPS`](livechat_protocol::scenario::RollingRecorder::STEPS) steps, and at most
    /// [`WEIGHT`](livechat_protocol::scenario::RollingRecorder::WEIGHT) bytes.
    ///
    /// Every agent who uses this build can save a file. Enable the recorder in a build for testers, not for everyone.
    ///
    /// ```no_run
    /// # use yew::prelude::*;
    /// # use yew_livechat::prelude::*;
    /// # #[component]
    /// # fn Sidebar() -> Html { html! {} }
    /// Extension::details().recorder().mount::<Sidebar>();
    /// ```
    #[cfg(feature = "recorder")]
    #[must_use]
    pub fn recorder(mut self) -> Self {
        self.setup.records = true;
        self
    }

    /// Restricts the Agent App's origins to these. Origins that are refused by default stay refused.
    ///
    /// `static/prelude.js` answers the host before the application has loaded, so it needs the same origins in the
    /// page's head: `<meta name="livechat-origins" content="https://my.livechatinc.com">`, separated by spaces. A
    /// development build warns in the console if the two differ.
    ///
    /// ```
    /// use yew_livechat::prelude::*;
    ///
    /// let extension = Extension::details().origins(["https://my.livechatinc.com"])?;
    /// # Ok::<(), yew_livechat::protocol::OriginError>(())
    /// ```
    ///
    /// # Errors
    /// If one of them is not an origin such as `https://my.livechatinc.com`: without a path or user.
    pub fn origins<'a>(mut self, origins: impl IntoIterator<Item = &'a str>) -> Result<Self, OriginError> {
        self.setup.origins = Some(origins.into_iter().map(Origin::parse).collect::<Result<_, _>>()?);
        Ok(self)
    }

    /// Replaces the texts that the framework and its components show on the page. To choose them by the browser's
    /// language, use [`Locale::of_browser`](crate::hooks::Locale::of_browser).
    #[must_use]
    pub fn texts(mut self, texts: Texts) -> Self {
        self.setup.texts = texts;
        self
    }

    /// Sets how long to wait for a host before [`use_connection`](crate::use_connection) reports a failure; 5 s
    /// unless set.
    #[must_use]
    pub fn connect_timeout(mut self, timeout: Duration) -> Self {
        self.setup.connect_timeout = Some(timeout);
        self
    }

    /// Sets how long a command may take, from the call to the answer; 10 s unless set.
    #[must_use]
    pub fn command_timeout(mut self, timeout: Duration) -> Self {
        self.setup.command_timeout = Some(timeout);
        self
    }
}

impl<P: Placement> IntoPropValue<Setup> for Extension<P> {
    fn into_prop_value(self) -> Setup {
        self.setup
    }
}
