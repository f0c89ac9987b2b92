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

/// Posts a report to the windows where the simulator may be: around the page, of its own origin or another loopback name.
/// The simulator may have put a page of another origin in between to have it refused, and may itself be in an iframe.
fn report(report: impl FnOnce() -> Report) {
    let Some(window) = platform::window() else { return };
    let simulators = around(&window).unwrap_or_default();
    if !simulators.is_empty() {
        let report = report().to_wire::<HostValue>();
        for (simulator, origin) in simulators {
            // The extension works without the simulator.
            let _ = simulator.post_message(report.as_js(), &origin);
        }
    }
}

/// The windows around this one that may be the simulator, with their origins.
fn around(window: &Window) -> Option<Vec<(Window, String)>> {
    let Some(origins) = ancestor_origins(window) else {
        let top = window.top().ok()?.filter(|top| top != window)?;
        let origin = simulator_origin(window, &top)?;
        return Some(vec![(top, origin)]);
    };
    let own = window::own_origin(window);
    let ancestors = std::iter::successors(window::parent(window), window::parent);
    let named = (0..origins.length()).filter_map(|at| origins.item(at));
    Some(ancestors.zip(named).filter(|(_, origin)| may_be_simulator(&own, origin)).collect())
}

/// The origin of the outermost window, if the simulator may be there.
pub(super) fn simulator_origin(window: &Window, top: &Window) -> Option<String> {
    let own = window::own_origin(window);
    // Another origin's location cannot be read.
    if top.location().origin().is_ok_and(|origin| origin == own) {
        return Some(own);
    }
    let outermost = outermost_origin(window).or_else(|| window::parent_origin(window))?;
    may_be_simulator(&own, &outermost).then_some(outermost)
}

/// Whether a window of this origin may be the simulator around a page of the origin `own`.
fn may_be_simulator(own: &str, origin: &str) -> bool {
    let is_loopback = |origin: &str| Origin::parse(origin).is_ok_and(|origin| origin.is_loopback());
    // Pages without an origin, such as `data:` pages, are all called `null`.
    (origin == own && Origin::parse(own).is_ok()) || (is_loopback(own) && is_loopback(origin))
}

/// The last of `ancestorOrigins`, where the browser has them.
fn outermost_origin(window: &Window) -> Option<String> {
    let ancestors = ancestor_origins(window)?;
    ancestors.item(ancestors.length().checked_sub(1)?)
}

/// The origins of the windows around this one, from the inside out, where the browser has them.
fn ancestor_origins(window: &Window) -> Option<DomStringList> {
    Reflect::get(&window.location(), &"ancestorOrigins".into()).ok()?.dyn_into().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_simulator_is_of_the_own_origin_or_another_loopback_name() {
        for (own, origin, may_be) in [
            ("https://site.example", "https://site.example", true),
            ("http://localhost:3333", "http://127.0.0.1:3333", true),
            ("https://site.example", "https://my.livechatinc.com", false),
            ("https://site.example", "http://127.0.0.1:3333", false),
            ("http://localhost:3333", "https://site.example", false),
            ("null", "null", false),
        ] {
            assert_eq!(may_be_simulator(own, origin), may_be, "{origin} around {own}");
        }
    }
}
