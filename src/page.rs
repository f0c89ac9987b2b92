//! What `Extension::mount` puts into the page.

use yew::{html::ChildrenProps, prelude::*};
use yew_livechat_components::{EmptyState, InlineMessage, MessageKind, Surface};

use crate::{
    bridge::window,
    extensions::{Entry, Extensions},
    hooks::{use_connection, use_theme},
    provider::ExtensionProvider,
};

/// The properties of [`Page`].
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct PageProps {
    pub(crate) extensions: Extensions,
}

/// The app in the Agent App's frame; outside of it, what there is to see there.
#[component]
pub(crate) fn Page(PageProps { extensions }: &PageProps) -> Html {
    let window = web_sys::window();
    let in_frame = window.as_ref().is_some_and(|window| window::parent(window).is_some());
    let pathname = window.and_then(|window| window.location().pathname().ok()).unwrap_or_default();
    match extensions.find(&pathname) {
        Some((entry, _)) if in_frame => framed(entry),
        Some((_, base)) => outside(extensions, base),
        None => nowhere(extensions),
    }
}

fn framed(entry: &Entry) -> Html {
    html! {
        <ExtensionProvider extension={entry.setup.clone()}>
            <Frame>{ (entry.app.0)() }</Frame>
        </ExtensionProvider>
    }
}

/// The themed surface, and a word when the host does not answer.
#[component]
fn Frame(props: &ChildrenProps) -> Html {
    let theme = use_theme();
    html! {
        <Surface {theme}>
            <HostNotice />
            { props.children.clone() }
        </Surface>
    }
}

#[component]
fn HostNotice() -> Html {
    match use_connection().state {
        livechat_protocol::ConnectionState::Failed(error) => {
            html! { <InlineMessage kind={MessageKind::Warning}>{ sentence(error.to_string()) }</InlineMessage> }
        }
        _ => Html::default(),
    }
}

/// An error as a person reads it. Ours begin with an ASCII letter: upper case for all of Unicode weighs kilobytes.
fn sentence(mut error: String) -> String {
    if let Some(first) = error.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    error.push('.');
    error
}

#[cfg(all(feature = "simulator", debug_assertions))]
fn outside(extensions: &Extensions, base: &str) -> Html {
    use yew_livechat_simulator::{SimulatedExtension, Simulator};

    let simulated: std::rc::Rc<[_]> = extensions
        .iter()
        .map(|entry| SimulatedExtension {
            placement: entry.setup.placement,
            src: format!("{base}/{}", entry.path).into(),
            sections: entry.setup.sections.clone(),
        })
        .collect();
    html! { <Simulator extensions={simulated} /> }
}

#[cfg(not(all(feature = "simulator", debug_assertions)))]
fn outside(_: &Extensions, _: &str) -> Html {
    notice(
        "This is an extension for LiveChat",
        "It works inside the LiveChat Agent App: install it in the Developer Console and open a chat there.",
    )
}

/// There is no extension at this path.
fn nowhere(extensions: &Extensions) -> Html {
    let paths: Vec<_> = extensions.iter().map(|entry| format!("/{}", entry.path)).collect();
    notice("There is no extension at this address", &format!("There is one at {}.", paths.join(", ")))
}

fn notice(title: &str, text: &str) -> Html {
    html! {
        <Surface theme={livechat_protocol::Theme::Light}>
            <EmptyState title={title.to_owned()}>{ text }</EmptyState>
        </Surface>
    }
}
