//! Connects an app to its host.

use std::rc::Rc;

use yew::prelude::*;

use super::setup::Setup;
use crate::hooks::context::ExtensionContext;

/// The properties of [`ExtensionProvider`].
#[derive(Clone, PartialEq, Properties)]
pub struct ExtensionProviderProps {
    /// The extension, such as `Extension::details()`. Read once, when the provider mounts.
    pub extension: Setup,
    /// The app.
    #[prop_or_default]
    pub children: Html,
}

/// Connects the components below it to the host, and notifies the host when they have rendered.
///
/// [`Extension::mount`](crate::Extension::mount) wraps the app in one; use it directly only to mount an app in your
/// own way. A page has one connection, however many providers are mounted. It ends when the last one unmounts, and a
/// host does not shake hands again with the same page, so keep one mounted for the lifetime of the page.
///
/// ```
/// use yew::prelude::*;
/// use yew_livechat::prelude::*;
///
/// #[component]
/// fn App() -> Html {
///     html! {
///         <ExtensionProvider extension={Extension::details()}>
///             { "Hello" }
///         </ExtensionProvider>
///     }
/// }
/// ```
#[component]
pub fn ExtensionProvider(props: &ExtensionProviderProps) -> Html {
    let bridge = use_memo((), |()| {
        props.extension.texts.use_for_page();
        props.extension.connect()
    });
    #[cfg(feature = "sign-in")]
    let sign_in = use_memo((), |()| props.extension.sign_in_client());
    use_effect_with((), {
        let bridge = bridge.clone();
        move |()| {
            if let Some(bridge) = &*bridge {
                bridge.rendered();
            }
        }
    });
    let Some(bridge) = (*bridge).clone() else { return Html::default() };
    let Setup { placement, sections, .. } = &props.extension;
    let section_titles: Rc<[String]> = sections.iter().map(|section| section.title().to_owned()).collect();
    let context = ExtensionContext {
        bridge,
        placement: *placement,
        section_titles,
        #[cfg(feature = "sign-in")]
        sign_in: (*sign_in).clone(),
    };
    html! {
        <ContextProvider<ExtensionContext> {context}>
            { props.children.clone() }
        </ContextProvider<ExtensionContext>>
    }
}
