//! The substitute without the feature `recorder`, which compiles to nothing.

use std::{cell::RefCell, time::Duration};

use livechat_protocol::{Extension as Machine, RawEvent, Slice};

use crate::platform::HostValue;

/// Records nothing.
#[derive(Clone, Default)]
pub(crate) struct Capture(());

impl Capture {
    pub(crate) fn received(&self, _: impl FnOnce() -> Duration, _: &RawEvent<HostValue>) {}

    pub(crate) fn posted(&self, _: impl FnOnce() -> Duration, _: &HostValue) {}

    pub(crate) fn changed(&self, _: impl FnOnce() -> Duration, _: Slice, _: &RefCell<Machine<HostValue>>) {}

    pub(crate) fn rendered(&self, _: impl FnOnce() -> Duration, _: &RefCell<Machine<HostValue>>) {}
}
