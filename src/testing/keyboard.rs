//! The keyboard.

use wasm_bindgen::JsCast;
use web_sys::{
    Element, Event, EventInit, HtmlDialogElement, HtmlElement, HtmlFormElement, KeyboardEvent, KeyboardEventInit,
};

use super::{acts::focus, finding::STOPS, mounted::Mounted};

impl Mounted {
    /// Presses a key on the focused element, and waits until the result has rendered: `"ArrowDown"`, `"Enter"`,
    /// `"a"`, optionally with `Shift+`, `Control+`, `Alt+` or `Meta+` before it.
    ///
    /// The page receives `keydown` and `keyup`. Unless it prevents that, `Tab` moves the focus, `Enter` and the space
    /// bar press the focused element, `Enter` submits its form, and `Escape` closes a dialog. To enter text, use
    /// [`fill`](Self::fill).
    pub async fn press(&self, key: &str) {
        self.host().settle().await;
        let page = self.root().owner_document();
        let focused = page.and_then(|page| page.active_element());
        let focused = focused.filter(|focused| self.root().contains(Some(focused)));
        let target = focused.unwrap_or_else(|| self.root().clone());
        let mut parts: Vec<_> = key.split('+').collect();
        // For the `+` key itself, the last two parts are empty.
        let key = if key.ends_with('+') { "+" } else { parts.pop().unwrap_or_default() };
        let is_shifted = parts.contains(&"Shift");
        if dispatch("keydown", &target, key, &parts) {
            match key {
                "Tab" => self.move_focus(&target, is_shifted),
                "Enter" => enter(&target),
                " " if target.matches("button, summary, input[type=checkbox], input[type=radio]") == Ok(true) => {
                    click(&target);
                }
                "Escape" => escape(&target),
                _ => {}
            }
        }
        dispatch("keyup", &target, key, &parts);
        self.host().settle().await;
    }

    /// To the next tab stop, or the previous one; from the last one, out of the page.
    fn move_focus(&self, from: &Element, backwards: bool) {
        let mut stops = self.all(STOPS);
        if backwards {
            stops.reverse();
        }
        let behind = stops.iter().position(|stop| stop == from).map_or(0, |index| index + 1);
        match stops.get(behind) {
            Some(next) => focus(next),
            None => {
                // An element without focus stays without.
                let _ = from.unchecked_ref::<HtmlElement>().blur();
            }
        }
    }
}

fn enter(target: &Element) {
    if target.matches("button, a[href], summary") == Ok(true) {
        click(target);
    } else if target.matches("input") == Ok(true)
        && let Ok(Some(form)) = target.closest("form")
    {
        // An invalid form is not submitted, as in a browser.
        let _ = form.unchecked_into::<HtmlFormElement>().request_submit();
    }
}

fn escape(target: &Element) {
    let Ok(Some(dialog)) = target.closest("dialog[open]") else { return };
    let init = EventInit::new();
    init.set_cancelable(true);
    let cancel = Event::new_with_event_init_dict("cancel", &init);
    if cancel.is_ok_and(|cancel| dialog.dispatch_event(&cancel) == Ok(true)) {
        dialog.unchecked_into::<HtmlDialogElement>().close();
    }
}

fn click(target: &Element) {
    target.unchecked_ref::<HtmlElement>().click();
}

/// Returns whether the browser's default action should run.
fn dispatch(name: &str, target: &Element, key: &str, modifiers: &[&str]) -> bool {
    let init = KeyboardEventInit::new();
    init.set_key(key);
    init.set_bubbles(true);
    init.set_cancelable(true);
    init.set_shift_key(modifiers.contains(&"Shift"));
    init.set_ctrl_key(modifiers.contains(&"Control"));
    init.set_alt_key(modifiers.contains(&"Alt"));
    init.set_meta_key(modifiers.contains(&"Meta"));
    let event = KeyboardEvent::new_with_keyboard_event_init_dict(name, &init);
    event.is_ok_and(|event| target.dispatch_event(&event) == Ok(true))
}
