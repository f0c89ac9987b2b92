//! What a person sees when the app panics: a plain word in place of a dead page. A development build also shows what the
//! panic says.

use std::panic::PanicHookInfo;

use gloo_timers::callback::Timeout;
use web_sys::{Document, Element, Window};
use yew::platform::spawn_local;

use super::{element::element, shell::remove_shell, texts::Texts};
use crate::{
    bridge::{Bridge, EarlyPage, PANIC_NOTICE_ID, window},
    platform,
};

/// From now on a panic shows on screen, and is reported to `report` first. Changes nothing after a panic.
pub(crate) fn install(report: impl Fn(&PanicHookInfo<'_>) + Send + Sync + 'static) {
    // A panic in WebAssembly does not unwind, so its thread is panicking for ever, and may not set a hook.
    if std::thread::panicking() {
        return;
    }
    yew::set_custom_panic_hook(Box::new(move |info| {
        report(info);
        if let Some(window) = platform::window() {
            // Nothing to be done about a page that cannot even show this.
            let _ = show(&window, info);
        }
        #[cfg(all(feature = "simulator", debug_assertions))]
        crate::bridge::report_panic(&super::development::panic_text(info));
        // A panic in a task leaves the tasks queued behind it waiting until another one is spawned.
        Timeout::new(0, || spawn_local(async {})).forget();
        Timeout::new(0, Bridge::give_way_after_panic).forget();
    }));
}

/// Shows the panics of `main` as well, before it mounts anything. The hook that is there already runs too.
///
/// In a development build, and not in a test: a test's own hook reports what failed.
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
    // Within the surface, where there is one: it carries the theme.
    let surface = document.query_selector(".lc-surface").ok().flatten();
    let parent = surface.or_else(|| document.body().map(Element::from))?;
    parent.prepend_with_node_1(&notice).ok()?;
    // Without a connection only the prelude can have the host remove its loader.
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
    // A link to the page itself: the app may not be able to answer a click any more. An empty one would lead to the `<base>`,
    // and one with the address's fragment would not load anything.
    let location = document.location()?;
    again.set_attribute("href", &[location.pathname().ok()?, location.search().ok()?].concat()).ok()?;
    again.set_text_content(Some(texts.load_again));
    notice.append_child(&again).ok()?;
    Some(notice)
}
