//! The window of the extension's page.
//!
//! Every message has an origin, nearly always the same one. The browser's string is stored next to ours and compared,
//! instead of being copied.

use std::{cell::RefCell, rc::Rc};

use gloo_events::EventListener;
use js_sys::{Function, JsString, Reflect};
use livechat_protocol::{Envelope, Kept, Launch, Origin, TakeOver};
use wasm_bindgen::{JsCast, JsValue, prelude::wasm_bindgen};
use web_sys::{Event, MessageEvent, UrlSearchParams, Window};

use super::early_page::EarlyPage;
use crate::platform::HostValue;

#[wasm_bindgen]
extern "C" {
    /// A message event whose origin remains the browser's string.
    #[wasm_bindgen(extends = MessageEvent)]
    type Posted;

    #[wasm_bindgen(method, getter)]
    fn origin(this: &Posted) -> JsString;
}

/// The window around this one; `None` at top level, where a window is its own parent.
pub(crate) fn parent(window: &Window) -> Option<Window> {
    window.parent().ok().flatten().filter(|parent| parent != window)
}

/// The window's own origin; `null` if it has none. Not the location's, which an `about:blank` iframe does not have.
pub(crate) fn own_origin(window: &Window) -> String {
    window.origin()
}

/// The path of the page's `<base href>`; `None` without one.
#[cfg(feature = "csr")]
pub(crate) fn base_path(window: &Window) -> Option<String> {
    let document = window.document()?;
    document.query_selector("base[href]").ok()??;
    // As the browser resolves it: the attribute may be relative, so that the build can be served below any path.
    let base = document.base_uri().ok()??;
    base.get(third_slash(&base)?..).map(str::to_owned)
}

/// The launch parameters: those of the iframe's last address that had any. `static/prelude.js`, if the page has it,
/// has found them already.
///
/// Parsed by the browser, so that no code for it is downloaded.
pub(crate) fn launch(window: &Window) -> Launch {
    let found = EarlyPage::of(window).and_then(|page| page.query());
    let query = found.or_else(|| {
        let search = window.location().search().ok()?;
        let remembered = parent(window).and_then(|_| remembered_launch(window, &search));
        UrlSearchParams::new_with_str(&remembered.unwrap_or(search)).ok()
    });
    Launch::from_parameters(|name| query.as_ref()?.get(name))
}

/// The launch parameters when the current address has none. They are stored in the iframe's name, unless the host has
/// set one: browsers block other storage in iframes.
fn remembered_launch(window: &Window, search: &str) -> Option<String> {
    let name = window.name().ok()?;
    let remembered = Launch::part_of(&name);
    let Some(launch) = Launch::part_of(search) else { return remembered };
    if name.is_empty() || remembered.is_some() {
        // If this fails, they are still in the address.
        let _ = window.set_name(&launch);
    }
    None
}

/// The origin of the window around this one, according to the browser: from `ancestorOrigins` if there is one,
/// otherwise from the referrer.
pub(crate) fn parent_origin(window: &Window) -> Option<String> {
    let ancestors = Reflect::get(&window.location(), &"ancestorOrigins".into()).ok();
    let nearest = ancestors.filter(JsValue::is_object).and_then(|list| Reflect::get_u32(&list, 0).ok());
    nearest.and_then(|origin| origin.as_string()).or_else(|| {
        let referrer = window.document()?.referrer();
        referrer.get(..third_slash(&referrer)?).map(str::to_owned)
    })
}

/// The position of the third slash of an address, which ends the origin.
fn third_slash(address: &str) -> Option<usize> {
    address.bytes().enumerate().filter(|(_, byte)| *byte == b'/').nth(2).map(|(at, _)| at)
}

/// Reads a message's data on demand.
pub(crate) type Data<'a> = &'a dyn Fn() -> HostValue;

/// Listens for messages to the window, including those that the browser cannot read, until the listeners are dropped.
#[must_use = "dropping the listeners unregisters them"]
pub(crate) fn listen(
    window: &Window,
    receive: impl Fn(Envelope<'_>, Data<'_>) + 'static,
    receive_unreadable: impl Fn(Envelope<'_>) + 'static,
) -> [EventListener; 2] {
    let (senders, other_senders) = (Senders::to(window), Senders::to(window));
    [
        EventListener::new(window, "message", move |event| {
            senders.with_envelope(event, |event, envelope| receive(envelope, &|| HostValue::from(event.data())));
        }),
        EventListener::new(window, "messageerror", move |event| {
            other_senders.with_envelope(event, |_, envelope| receive_unreadable(envelope));
        }),
    ]
}

/// Takes over from `static/prelude.js`: receives the messages that it buffered, and returns what else it did. Does
/// nothing on a page without it.
pub(crate) fn take_over(window: &Window, receive: impl Fn(Envelope<'_>, Kept, Data<'_>)) -> Option<TakeOver> {
    let page = EarlyPage::of(window)?;
    let take_over = page.leave(window);
    let senders = Senders::to(window);
    for event in page.messages() {
        let kept = Kept { answered: Reflect::get(&event, &"answered".into()).is_ok_and(|mark| mark.is_truthy()) };
        senders.with_envelope(event.unchecked_ref(), |event, envelope| {
            receive(envelope, kept, &|| HostValue::from(event.data()));
        });
    }
    Some(take_over)
}

/// The senders of messages to a window.
struct Senders {
    parent: Option<Window>,
    /// The last origin that was read, as the browser's string and as ours.
    last_origin: RefCell<Option<(JsString, Rc<str>)>>,
}

impl Senders {
    fn to(window: &Window) -> Self {
        Self { parent: parent(window), last_origin: RefCell::default() }
    }

    fn with_envelope(&self, event: &Event, receive: impl FnOnce(&MessageEvent, Envelope<'_>)) {
        // With `unchecked_ref`: an event from another window's realm is not an instance of this realm's class.
        let event: &Posted = event.unchecked_ref();
        if !event.is_trusted() {
            // A script's event may have any class, and its getters may throw: nothing else of it is read.
            receive(event, Envelope { origin: "", from_parent: false, is_trusted: false });
            return;
        }
        let source: Option<JsValue> = event.source().map(JsValue::from);
        let from_parent = source.is_some() && source.as_ref() == self.parent.as_ref().map(AsRef::as_ref);
        let origin = self.origin_as_text(event.origin());
        receive(event, Envelope { origin: &origin, from_parent, is_trusted: true });
    }

    fn origin_as_text(&self, origin: JsString) -> Rc<str> {
        let mut last = self.last_origin.borrow_mut();
        match &*last {
            Some((same, text)) if *same == origin => Rc::clone(text),
            _ => {
                let text: Rc<str> = String::from(&origin).into();
                *last = Some((origin, Rc::clone(&text)));
                text
            }
        }
    }
}

/// Returns a function that posts to a window, readable by one origin only.
pub(crate) fn poster(to: &Window) -> impl Fn(&Origin, &HostValue) + use<> {
    let to = to.clone();
    // Looked up once: in a window of another origin, every access would look it up again.
    let post: Function = Reflect::get(&to, &"postMessage".into()).unwrap_or_default().unchecked_into();
    let last: RefCell<Option<(Origin, JsString)>> = RefCell::default();
    move |target, value| {
        let mut last = last.borrow_mut();
        if last.as_ref().is_none_or(|(origin, _)| origin != target) {
            *last = Some((target.clone(), target.as_str().into()));
        }
        let Some((_, target)) = &*last else { return };
        if let Err(error) = post.call2(&to, value.as_js(), target) {
            // Only reached by a value of a raw command that cannot be cloned.
            web_sys::console::error_2(&"yew-livechat: a message could not be posted".into(), &error);
        }
    }
}
