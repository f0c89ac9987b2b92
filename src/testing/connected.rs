//! An extension without a page.

use std::{cell::RefCell, marker::PhantomData, rc::Rc};

use livechat_protocol::{Connection, HostState};

use super::host::ScriptedHost;
use crate::{
    app::{
        Extension,
        setup::{Connect, Setup},
    },
    bridge::Bridge,
    placement::{Placement, UsePlacementHandle},
};

/// An extension without a page, connected to a [`ScriptedHost`]: everything that a component gets from the bridge,
/// for testing the logic around it. Runs natively and in a browser.
///
/// ```
/// # async fn test() -> Result<(), Box<dyn std::error::Error>> {
/// use serde_json::json;
/// use yew_livechat::{prelude::*, testing::ScriptedHost};
///
/// /// The code under test: greets the current customer.
/// fn greet(details: &UseDetailsHandle, profile: &CustomerProfileState) {
///     if let Some(customer) = profile.shown() {
///         details.put_message(format!("Hello {}!", customer.display_name("there")));
///     }
/// }
///
/// let host = ScriptedHost::new();
/// let extension = host.connect(Extension::details());
/// host.send("customer_profile", &json!({ "id": "C1", "name": "Mary" }))?;
/// greet(&extension.handle(), &extension.state().customer_profile);
/// assert_eq!(host.command("put_message").await, json!("Hello Mary!"));
/// # Ok(())
/// # }
/// # yew_livechat::testing::block_on(test()).unwrap();
/// ```
pub struct Connected<P> {
    page: Page,
    placement: PhantomData<P>,
}

/// The substitute for the page.
pub(super) struct Page {
    /// The bridge of the current load.
    bridge: Rc<RefCell<Bridge>>,
    /// The host reloads the page through it, as long as it exists.
    _load: Rc<dyn Fn()>,
}

impl ScriptedHost {
    /// Connects an extension without a page. It counts as rendered, so it sends `plugin_inited`.
    #[must_use = "the connection ends when it is dropped"]
    pub fn connect<P: Placement>(&self, extension: Extension<P>) -> Connected<P> {
        Connected { page: Page::open(self, extension.setup), placement: PhantomData }
    }
}

impl<P: Placement> Connected<P> {
    /// The commands of its placement.
    #[must_use]
    pub fn handle(&self) -> UsePlacementHandle<P> {
        UsePlacementHandle::new(self.page.bridge())
    }

    /// The latest of everything that the host sent.
    #[must_use]
    pub fn state(&self) -> HostState {
        self.page.bridge().catch_up_and_read(|state, _| state.clone())
    }

    /// The state of the connection.
    #[must_use]
    pub fn connection(&self) -> Connection {
        self.page.bridge().catch_up_and_read(|_, connection| connection.clone())
    }
}

impl<P: Placement> std::fmt::Debug for Connected<P> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Connected").field("placement", &P::KIND.as_str()).finish_non_exhaustive()
    }
}

impl Page {
    pub(super) fn open(host: &ScriptedHost, setup: Setup) -> Self {
        let bridge = Rc::new(RefCell::new(connect(&setup, host)));
        let load: Rc<dyn Fn()> = Rc::new({
            let (bridge, host) = (Rc::clone(&bridge), host.clone());
            move || {
                let next = connect(&setup, &host);
                bridge.replace(next);
            }
        });
        host.0.set_page(&load);
        Self { bridge, _load: load }
    }

    pub(super) fn bridge(&self) -> Bridge {
        self.bridge.borrow().clone()
    }
}

fn connect(setup: &Setup, host: &ScriptedHost) -> Bridge {
    let bridge = Rc::clone(&host.0).connect(setup);
    bridge.rendered();
    bridge
}
