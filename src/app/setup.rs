//! What an extension passes to its provider.

use std::{fmt, ptr, rc::Rc, time::Duration};

use livechat_protocol::{ExtensionSettings, Origin, OriginPolicy, PlacementKind, section::Section};
use web_sys::Window;

use super::texts::Texts;
use crate::bridge::{Bridge, Capture, window};
#[cfg(feature = "sign-in")]
use crate::sign_in::{SignIn, SignInClient, client_of};

/// What an [`Extension`](crate::Extension) passes to its provider.
#[derive(Clone, Debug, PartialEq)]
pub struct Setup {
    pub(crate) placement: PlacementKind,
    pub(super) sections: Vec<Section>,
    /// Whether the extension waits for the host's authorization.
    pub(super) authorize: bool,
    pub(super) origins: Option<Vec<Origin>>,
    pub(super) connect_timeout: Option<Duration>,
    pub(super) command_timeout: Option<Duration>,
    pub(super) texts: Texts,
    /// Sign in with LiveChat.
    #[cfg(feature = "sign-in")]
    pub(crate) sign_in: Option<SignInSetup>,
    /// Whether the conversation is recorded.
    #[cfg(feature = "recorder")]
    pub(super) records: bool,
    /// Makes the connection if it is not to the window around the page.
    pub(crate) connector: Option<Rc<dyn Connect>>,
}

/// How an extension signs in.
#[cfg(feature = "sign-in")]
#[derive(Clone, Debug)]
pub(crate) enum SignInSetup {
    /// With LiveChat.
    Options(Rc<SignIn>),
    /// As a test configures it.
    #[cfg(feature = "testing")]
    Client(SignInClient),
}

/// Compares identity: comparing all options would add code.
#[cfg(feature = "sign-in")]
impl PartialEq for SignInSetup {
    fn eq(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Options(one), Self::Options(other)) => Rc::ptr_eq(one, other),
            #[cfg(feature = "testing")]
            (Self::Client(one), Self::Client(other)) => one == other,
            #[cfg(feature = "testing")]
            _ => false,
        }
    }
}

/// Makes an extension's connection.
pub(crate) trait Connect {
    fn connect(self: Rc<Self>, setup: &Setup) -> Bridge;
}

/// Compares identity.
impl PartialEq for dyn Connect {
    fn eq(&self, other: &Self) -> bool {
        ptr::addr_eq(self, other)
    }
}

impl fmt::Debug for dyn Connect {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Connect")
    }
}

impl Setup {
    pub(super) fn new(placement: PlacementKind) -> Self {
        Self {
            placement,
            sections: Vec::new(),
            authorize: true,
            origins: None,
            connect_timeout: None,
            command_timeout: None,
            texts: Texts::default(),
            #[cfg(feature = "sign-in")]
            sign_in: None,
            #[cfg(feature = "recorder")]
            records: false,
            connector: None,
        }
    }

    /// The connection that this extension uses; `None` if there is no window.
    pub(crate) fn connect(&self) -> Option<Bridge> {
        match &self.connector {
            None => Bridge::of_page(|window| self.connect_in(window)),
            Some(connector) => Some(Rc::clone(connector).connect(self)),
        }
    }

    /// A connection from this window to the one around it.
    pub(crate) fn connect_in(&self, window: &Window) -> Bridge {
        let settings = self.settings(window);
        #[cfg(feature = "recorder")]
        if self.records && settings.in_frame {
            let capture = Capture::of(self.placement, &settings.launch);
            let bridge = Bridge::in_window(window, settings, capture.clone());
            // Now that the page's scripts have left their place in the window.
            super::recorder::offer(window, self.placement, capture);
            return bridge;
        }
        Bridge::in_window(window, settings, Capture::default())
    }

    /// Whether the extension signs in with LiveChat.
    #[cfg(all(feature = "csr", debug_assertions))]
    pub(super) fn signs_in(&self) -> bool {
        #[cfg(feature = "sign-in")]
        return self.sign_in.is_some();
        #[cfg(not(feature = "sign-in"))]
        false
    }

    /// The extension's sign-in, if it has one.
    #[cfg(feature = "sign-in")]
    pub(crate) fn sign_in_client(&self) -> Option<SignInClient> {
        Some(match self.sign_in.as_ref()? {
            SignInSetup::Options(options) => client_of(options, self.connector.is_some()),
            #[cfg(feature = "testing")]
            SignInSetup::Client(client) => client.clone(),
        })
    }

    /// The settings of a connection from this window.
    pub(crate) fn settings(&self, window: &Window) -> ExtensionSettings {
        let mut settings = self.common_settings();
        #[cfg(debug_assertions)]
        crate::bridge::check_origins(window, self.origins.as_deref());
        settings.launch = window::launch(window);
        settings.in_frame = window::parent(window).is_some();
        settings.parent_origin = window::parent_origin(window);
        // A release build must not trust its own origin under any circumstances.
        if cfg!(debug_assertions)
            && let Ok(own) = Origin::parse(&window::own_origin(window))
        {
            settings.policy = settings.policy.with_development_at(own);
        }
        settings
    }

    /// The settings of a connection, wherever it is made.
    pub(crate) fn common_settings(&self) -> ExtensionSettings {
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
