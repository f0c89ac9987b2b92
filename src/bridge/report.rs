//! Reports to the simulator that it cannot see from outside, in development builds.

use js_sys::Reflect;
use livechat_protocol::{EventError, Origin, Refusal, Report};
use wasm_bindgen::JsCast;
use web_sys::{DomStringList, Window};

use super::window;
use crate::platform::{self, HostValue};

/// Reports to the simulator which message was refused, and why.
pub(crate) fn refused(refusal: &Refusal) {
    report(|| Report::Refused { origin: refusal.origin.clone(), reason: refusal.reason.to_string() });
}

/// Reports to the simulator which field of an event was left out, and why.
pub(crate) fn skipped(field: &EventError) {
    report(|| Report::Skipped { field: field.to_string() });
}

/// Reports a panic's message to the simulator.
#[cfg(feature = "csr")]
pub(crate) fn panicked(text: &str) {
    report(|| Report::Panicked { text: text.to_owned() });
}

/// Posts a report to the outermost window, because the simulator may have put a page of another origin in between to
/// have it refused. Only posts where the simulator may be: the page's own origin, or another loopback name.
fn report(report: impl FnOnce() -> Report) {
    let told = || -> Option<()> {
        let window = platform::window()?;
        let top = window.top().ok()??;
        let origin = (top != window).then(|| simulator_origin(&window, &top))??;
        top.post_message(report().to_wire::<HostValue>().as_js(), &origin).ok()
    };
    // The extension works without the simulator.
    let _ = told();
}

/// The origin of the outermost window, if the simulator may be there.
pub(super) fn simulator_origin(window: &Window, top: &Window) -> Option<String> {
    let own = window::own_origin(window);
    // Another origin's location cannot be read.
    if top.location().origin().is_ok_and(|origin| origin == own) {
        return Some(own);
    }
    let outermost = outermost_origin(window).or_else(|| window::parent_origin(window))?;
    let is_loopback = |origin: &str| Origin::parse(origin).is_ok_and(|origin| origin.is_loopback());
    (is_loopback(&own) && is_loopback(&outermost)).then_some(outermost)
}

/// The last of `ancestorOrigins`, where the browser has them.
fn outermost_origin(window: &Window) -> Option<String> {
    let ancestors = Reflect::get(&window.location(), &"ancestorOrigins".into()).ok()?;
    let ancestors: DomStringList = ancestors.dyn_into().ok()?;
    ancestors.item(ancestors.length().checked_sub(1)?)
}
