//! The content that `Extensions::mount` renders.

use livechat_protocol::{ConnectError, ConnectionState};
use web_sys::{Element, Window};
use yew::{html::ChildrenProps, prelude::*};

use super::{
    element::element,
    extensions::{Entry, Extensions},
    provider::{ExtensionProvider, ExtensionProviderProps},
    shell::remove_shell,
    texts::Texts,
};
use crate::{
    bridge::{EarlyPage, window},
    hooks::{use_connection, use_host_theme},
    platform,
};

/// Starts the extension of this page inside the Agent App; outside of it, shows the simulator or a notice.
pub(crate) fn mount(extensions: Extensions) {
    let Some(window) = platform::window() else { return };
    let pathname = window.location().pathname().unwrap_or_default();
    let base = window::base_path(&window);
    match extensions.find(&pathname, base.as_deref()).map(|(entry, base)| (entry.path, base)) {
        Some((path, _)) if window::parent(&window).is_some() => {
            if let Some(entry) = extensions.into_entry(path) {
                framed(entry);
            }
        }
        Some((_, base)) => outside(&extensions, base),
        None => nowhere(&extensions, &window),
    }
}

fn framed(entry: Entry) {
    entry.setup.texts.use_for_page();
    // Lives as long as the page, and starts before the app's own code: if that panics, the host still removes its
    // loader.
    std::mem::forget(entry.setup.connect());
    let children = html! { <Frame>{ (entry.app.0)() }</Frame> };
    let props = ExtensionProviderProps { extension: entry.setup, children };
    yew::Renderer::<ExtensionProvider>::with_props(props).render();
}

/// The themed surface, with a notice when the host does not answer.
///
/// Written out instead of using `Surface` and `InlineMessage`: each component that an extension does not use itself
/// would add a kilobyte.
#[component]
fn Frame(props: &ChildrenProps) -> Html {
    let theme = use_host_theme();
    let error = match use_connection().state {
        ConnectionState::Failed(error) => Some(not_connected(&error)),
        _ => None,
    };
    html! {
        <div class="lc-surface" data-theme={theme.as_str()}>
            if let Some(error) = error {
                <div class="lc-message lc-message-warning" role="status" dir="auto">{ error }</div>
            }
            { props.children.clone() }
        </div>
    }
}

/// Why there is no connection, in the extension's own text if it has one.
fn not_connected(error: &ConnectError) -> String {
    Texts::of_page().not_connected.map_or_else(|| sentence(error.to_string()), str::to_owned)
}

/// Turns an error into a sentence. Ours begin with an ASCII letter: upper case for all of Unicode adds kilobytes.
fn sentence(mut error: String) -> String {
    if let Some(first) = error.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    error.push('.');
    error
}

#[cfg(all(feature = "simulator", debug_assertions))]
fn outside(extensions: &Extensions, base: &str) {
    use yew_livechat_simulator::SimulatedExtension;

    let extensions: Vec<_> = extensions
        .iter()
        .map(|entry| SimulatedExtension {
            placement: entry.setup.placement,
            src: address_of(base, entry.path).into(),
            sections: entry.setup.sections.clone(),
            authorize: entry.setup.authorize,
            signs_in: entry.setup.signs_in(),
        })
        .collect();
    show_simulator(extensions, base);
}

/// The address of the extension at this path, with a slash at the end: a static server redirects from a folder's address
/// without one, and some lose the host's parameters.
#[cfg(all(feature = "simulator", debug_assertions))]
fn address_of(base: &str, path: &str) -> String {
    if path.is_empty() { format!("{base}/") } else { format!("{base}/{path}/") }
}

#[cfg(all(feature = "simulator", not(feature = "separate-simulator"), debug_assertions))]
fn show_simulator(extensions: Vec<yew_livechat_simulator::SimulatedExtension>, _: &str) {
    use yew_livechat_simulator::{Simulator, SimulatorProps};

    yew::Renderer::<Simulator>::with_props(SimulatorProps { extensions: extensions.into() }).render();
}

/// The simulator's own module shows it: without its code in this one, saving a file shows the change earlier.
#[cfg(all(feature = "separate-simulator", debug_assertions))]
fn show_simulator(extensions: Vec<yew_livechat_simulator::SimulatedExtension>, base: &str) {
    let window = platform::window();
    let Some(script) = window.and_then(|window| yew_livechat_simulator::start_module(&window, base, &extensions))
    else {
        return;
    };
    // Lives as long as the page.
    gloo_events::EventListener::new(&script, "error", |_| {
        let _ = notice(
            "The simulator is not built",
            "Trunk builds it with the hook trunk/simulator.sh. The terminal has its messages.",
        );
    })
    .forget();
}

#[cfg(not(all(feature = "simulator", debug_assertions)))]
fn outside(_: &Extensions, _: &str) {
    let _ = notice(
        "This is an extension for LiveChat",
        "It runs inside the LiveChat Agent App. Install it in the Developer Console, then open a chat.",
    );
}

/// Shows a notice: there is no extension at this path. Removes the host's loader, which would hide it.
fn nowhere(extensions: &Extensions, window: &Window) {
    let paths: Vec<_> = extensions.iter().map(|entry| ["/", entry.path].concat()).collect();
    let shown = notice("There is no extension at this address", &["Extensions: ", &paths.join(", "), "."].concat());
    if let (Some(page), Some(shown)) = (EarlyPage::of(window), shown) {
        page.give_way(window::parent_origin(window), &shown);
    }
}

/// Looks like `EmptyState`, but without an app, since nothing renders again. `None` if the page cannot show even
/// this.
fn notice(title: &str, text: &str) -> Option<Element> {
    let document = platform::window()?.document()?;
    remove_shell(&document);
    let place = |parent: &Element, name: &str, class: &str, text: Option<&str>| {
        let child = element(&document, name, class)?;
        child.set_text_content(text);
        parent.append_child(&child).ok().map(|_| child)
    };
    let surface = place(&Element::from(document.body()?), "div", "lc-surface", None)?;
    surface.set_attribute("data-theme", livechat_protocol::Theme::Light.as_str()).ok()?;
    let state = place(&surface, "div", "lc-empty-state", None)?;
    place(&state, "h2", "lc-empty-state-title", Some(title))?;
    place(&state, "div", "lc-empty-state-text", Some(text))?;
    Some(surface)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_missing_connection_shows_the_extension_s_text_or_the_reason() {
        let error = ConnectError::TimedOut { seconds: 5 };
        assert!(not_connected(&error).starts_with("The host did not answer within 5 s"));
        Texts { not_connected: Some("Keine Verbindung."), ..Texts::default() }.use_for_page();
        assert_eq!(not_connected(&error), "Keine Verbindung.");
    }
}
