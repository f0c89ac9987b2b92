//! An extension in a window that a test created.

use std::rc::Rc;

use web_sys::Window;

use crate::{
    app::{
        Extension,
        setup::{Connect, Setup},
    },
    bridge::Bridge,
    placement::Placement,
};

struct FromWindow(Window);

impl Connect for FromWindow {
    fn connect(self: Rc<Self>, setup: &Setup) -> Bridge {
        setup.connect_in(&self.0)
    }
}

impl<P: Placement> Extension<P> {
    /// Connects from a window that a test created, instead of the page's own.
    #[must_use]
    pub fn in_window(mut self, window: Window) -> Self {
        self.setup.connector = Some(Rc::new(FromWindow(window)));
        self
    }
}
