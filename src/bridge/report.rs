//! What a development build tells the simulator that it cannot see from outside.

use js_sys::Reflect;
use livechat_protocol::{Origin, Payload, Refusal};
use wasm_bindgen::JsCast;
use web_sys::{DomStringList, Window};

use super::{IN_BROWSER, value::HostValue, window};

/// The member that marks such a report.
const REFUSED: &str = "yew-livechat:refused";

/// Tells a simulator which message was refused, and why. To the outermost window, since the simulator may have put a
/// page of another origin in between to have it refused, and only where the simulator may be: at the page's own origin,
/// or at another loopback name.
pub(crate) fn refused(refusal: &Refusal) {
    let told = || -> Option<()> {
        let window = IN_BROWSER.then(web_sys::window)??;
        let top = window.top().ok()??;
        let origin = (top != window).then(|| simulator_origin(&window, &top))??;
        let text = |text: String| HostValue::text(&text);
        let refusal = vec![("origin", text(refusal.origin.clone())), ("reason", text(refusal.reason.to_string()))];
        let report = HostValue::object(vec![(REFUSED, HostValue::object(refusal))]);
        top.post_message(report.as_js(), &origin).ok()
    };
    // Nobody has to hear it.
    let _ = told();
}

/// The origin of the outermost window, if the simulator may be there.
fn simulator_origin(window: &Window, top: &Window) -> Option<String> {
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
