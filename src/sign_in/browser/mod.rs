//! A page's sign-in in a browser: the popup, the server, the storage, and the other iframes of the extension.
//!
//! Each file is one thing that a browser has; `page` passes what happens in to the machine and does what it wants.

mod channel;
mod fetch;
mod lock;
mod page;
mod popup;
mod random;
mod redirect;
mod store;

use std::{
    cell::RefCell,
    rc::{Rc, Weak},
};

use self::page::Page;
use super::{client::SignInClient, options::SignIn};

thread_local! {
    /// A page has one sign-in, however many providers are mounted.
    static PAGE: RefCell<Weak<Page>> = const { RefCell::new(Weak::new()) };
}

/// The page's sign-in with these options, made when it is first asked for. A test's extension has one of its own, as if it
/// were in another iframe.
pub(crate) fn client_of(options: &SignIn, is_tested: bool) -> SignInClient {
    let present = PAGE.with_borrow(Weak::upgrade).filter(|page| !is_tested && page.has(options));
    let page = present.unwrap_or_else(|| {
        let page = Page::start(options.clone());
        if !is_tested {
            PAGE.set(Rc::downgrade(&page));
        }
        page
    });
    SignInClient(page)
}
