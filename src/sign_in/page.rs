//! A page's sign-in: starts `static/sign-in.js`, and publishes the states that it reports.

use std::{
    cell::RefCell,
    rc::{Rc, Weak},
};

use js_sys::futures::JsFuture;
use wasm_bindgen::{JsCast, closure::Closure};

use super::{
    client::{Backend, SignInClient, TokenFuture, Watch},
    error::SignInError,
    io::{self, Io},
    options::SignIn,
    report,
    secret::AccessToken,
    state::SignInState,
};
#[cfg(all(feature = "simulator", debug_assertions))]
use crate::bridge::fake_livechat;
use crate::platform::{self, HostValue};

thread_local! {
    /// A page has one sign-in, however many providers are mounted.
    static PAGE: RefCell<Weak<Page>> = const { RefCell::new(Weak::new()) };
}

/// The page's sign-in with these options, created on first use. A tested extension has its own, as if it were in
/// another iframe.
pub(crate) fn client_of(options: &Rc<SignIn>, is_tested: bool) -> SignInClient {
    let present = PAGE.with_borrow(Weak::upgrade).filter(|page| !is_tested && Rc::ptr_eq(&page.options, options));
    let page = present.unwrap_or_else(|| {
        let page = Rc::new(Page::start(Rc::clone(options)));
        if !is_tested {
            PAGE.set(Rc::downgrade(&page));
        }
        page
    });
    SignInClient::of(page)
}

type OnReport = Closure<dyn Fn(u32, f64, String, String, String)>;

/// One page's sign-in.
pub(crate) struct Page {
    options: Rc<SignIn>,
    watch: Watch,
    /// The script and its callback; `None` without a browser or without the script.
    io: Option<(Io, OnReport)>,
    /// The simulator's fake LiveChat to sign in to.
    #[cfg(all(feature = "api", feature = "simulator", debug_assertions))]
    fake: Option<livechat_protocol::FakeServers>,
}

impl Page {
    /// Starts the page's sign-in, as it was stored or as a redirect returned it.
    fn start(options: Rc<SignIn>) -> Self {
        #[cfg(all(feature = "simulator", debug_assertions))]
        let fake = if options.has_accounts() { None } else { fake_livechat() };
        let chosen = Rc::clone(&options);
        #[cfg(all(feature = "simulator", debug_assertions))]
        let chosen = match &fake {
            Some(fake) => Rc::new(SignIn::clone(&chosen).accounts_url(fake.accounts())),
            None => chosen,
        };
        let watch = Watch::new(SignInState::SignedOut { reason: None });
        let io = platform::window().and_then(|_| {
            let watch = watch.clone();
            let on: OnReport = Closure::new(move |kind, number, one, two, three| {
                watch.set(report::state(kind, number, one, two, three));
            });
            let io = io::io(chosen.to_value::<HostValue>().as_js(), on.as_ref().unchecked_ref()).ok()?;
            io.start();
            Some((io, on))
        });
        Self {
            options,
            watch,
            io,
            #[cfg(all(feature = "api", feature = "simulator", debug_assertions))]
            fake,
        }
    }

    fn io(&self) -> Option<&Io> {
        self.io.as_ref().map(|(io, _)| io)
    }
}

impl Backend for Page {
    #[cfg(all(feature = "api", feature = "simulator", debug_assertions))]
    fn fake(&self) -> Option<&livechat_protocol::FakeServers> {
        self.fake.as_ref()
    }

    fn watch(&self) -> &Watch {
        &self.watch
    }

    fn sign_in(&self, is_redirect: bool) {
        match self.io() {
            Some(io) => io.sign_in(is_redirect),
            None => self.watch.set(SignInState::SignedOut { reason: Some(SignInError::ScriptMissing) }),
        }
    }

    fn sign_out(&self) {
        match self.io() {
            Some(io) => io.sign_out(),
            None => self.watch.set(SignInState::SignedOut { reason: None }),
        }
    }

    fn token(&self, refused: Option<&AccessToken>) -> TokenFuture {
        let Some(io) = self.io() else {
            let reason = self.watch.state().reason().cloned();
            return Box::pin(async { Err(reason.unwrap_or(SignInError::NotSignedIn)) });
        };
        let token = JsFuture::from(io.token(refused.map(AccessToken::as_str)));
        Box::pin(async {
            // The script's promise is never rejected.
            let token = token.await.map_err(|_| SignInError::NotSignedIn)?;
            report::token(&HostValue::from(token))
        })
    }
}

impl Drop for Page {
    fn drop(&mut self) {
        if let Some(io) = self.io() {
            io.end();
        }
    }
}
