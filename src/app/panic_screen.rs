//! The notice that a person sees when the app panics, instead of a dead page. A development build also shows the
//! panic's message.

use std::panic::PanicHookInfo;

use gloo_timers::callback::Timeout;
use web_sys::{Document, Element, Window};
use yew::platform::spawn_local;

use super::{element::element, shell::remove_shell, texts::Texts};
use crate::{
    bridge::{Bridge, EarlyPage, PANIC_NOTICE_ID, window},
    platform,
};

/// Shows panics on screen from now on, and reports them to `report` first. Changes nothing after a panic.
pub(crate) fn install(report: impl Fn(&PanicHookInfo<'_>) + Send + Sync + 'static) {
    // A panic in WebAssembly does not unwind, so its thread stays in the panicking state and may not set a hook.
    if std::thread::panicking() {
        return;
    }
    yew::set_custom_panic_hook(Box::new(move |info| {
        report(info);
        if let Some(window) = platform::window() {
            // A page that cannot show even this cannot be helped.
            let _ = show(&window, info);
        }
        #[cfg(all(feature = "simulator", debug_assertions))]
        crate::bridge::report_panic(&super::development::panic_text(info));
        // After a panic in a task, the tasks queued behind it wait until another one is spawned.
        Timeout::new(0, || spawn_local(async {})).forget();
        Timeout::new(0, Bridge::give_way_after_panic).forget();
    }));
}

/// Also shows panics that happen in `main` before it mounts anything. The existing hook still runs.
///
/// Only in development builds, and not in tests, which report failures with a hook of their own.
#[cfg(all(debug_assertions, not(feature = "testing")))]
pub(crate) fn install_early() {
    static ONCE: std::sync::Once = std::sync::Once::new();
    let in_page = || {
        if !std::thread::panicking() {
            let present = std::panic::take_hook();
            install(move |info| {
                console_error_panic_hook::hook(info);
                present(info);
            });
        }
    };
    platform::run((), |()| ONCE.call_once(in_page), |()| {});
}

fn show(window: &Window, info: &PanicHookInfo<'_>) -> Option<()> {
    let document = window.document()?;
    if document.get_element_by_id(PANIC_NOTICE_ID).is_some() {
        return Some(());
    }
    let notice = notice(&document)?;
    #[cfg(debug_assertions)]
    let _ = super::development::cover_page(&document, &notice, &super::development::panic_text(info));
    #[cfg(not(debug_assertions))]
    let _ = info;
    remove_shell(&document);
    // Inside the surface if there is one, because it carries the theme.
    let surface = document.query_selector(".lc-surface").ok().flatten();
    let parent = surface.or_else(|| document.body().map(Element::from))?;
    parent.prepend_with_node_1(&notice).ok()?;
    // Without a connection, only the prelude can make the host remove its loader.
    if let Some(page) = EarlyPage::of(window) {
        page.give_way(window::parent_origin(window), &notice);
    }
    Some(())
}

fn notice(document: &Document) -> Option<Element> {
    let notice = element(document, "p", "lc-message lc-message-error")?;
    notice.set_id(PANIC_NOTICE_ID);
    notice.set_attribute("role", "alert").ok()?;
    let texts = Texts::of_page();
    notice.set_text_content(Some(texts.panicked));
    notice.append_with_str_1(" ").ok()?;
    let again = element(document, "a", "lc-link")?;
    // A link to the page itself: the app may no longer be able to handle a click. An empty link would lead to the
    // `<base>`, and one with a fragment would not load anything.
    let location = document.location()?;
    again.set_attribute("href", &[location.pathname().ok()?, location.search().ok()?].concat()).ok()?;
    again.set_text_content(Some(texts.load_again));
    notice.append_child(&again).ok()?;
    Some(notice)
}
