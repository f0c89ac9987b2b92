//! What `Extension::mount` puts into the page.

use std::marker::PhantomData;

use yew::{html::ChildrenProps, prelude::*};
use yew_livechat_components::{InlineMessage, MessageKind, Surface};

use crate::{
    bridge::window,
    extension::Setup,
    hooks::{use_connection, use_theme},
    provider::ExtensionProvider,
};

/// The properties of [`Page`].
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct PageProps {
    pub(crate) setup: Setup,
}

/// The app in the Agent App's frame; outside of it, what there is to see there.
pub(crate) struct Page<App>(PhantomData<App>);

impl<App> Component for Page<App>
where
    App: BaseComponent,
    App::Properties: Default + Clone,
{
    type Message = ();
    type Properties = PageProps;

    fn create(_: &Context<Self>) -> Self {
        Self(PhantomData)
    }

    fn view(&self, context: &Context<Self>) -> Html {
        let in_frame = web_sys::window().is_some_and(|window| window::parent(&window).is_some());
        if in_frame {
            html! {
                <ExtensionProvider extension={context.props().setup.clone()}>
                    <Frame><App ..App::Properties::default() /></Frame>
                </ExtensionProvider>
            }
        } else {
            outside()
        }
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
            html! { <InlineMessage kind={MessageKind::Warning}>{ sentence(&error.to_string()) }</InlineMessage> }
        }
        _ => Html::default(),
    }
}

/// An error as a person reads it.
fn sentence(error: &str) -> String {
    let mut letters = error.chars();
    letters.next().map_or_else(String::new, |first| format!("{}{}.", first.to_uppercase(), letters.as_str()))
}

#[cfg(all(feature = "simulator", debug_assertions))]
fn outside() -> Html {
    let page = web_sys::window().and_then(|window| window.location().pathname().ok()).unwrap_or_default();
    html! { <yew_livechat_simulator::Simulator src={page} /> }
}

#[cfg(not(all(feature = "simulator", debug_assertions)))]
fn outside() -> Html {
    html! {
        <Surface theme={livechat_protocol::Theme::Light}>
            <yew_livechat_components::EmptyState title="This is an extension for LiveChat">
                { "It works inside the LiveChat Agent App: install it in the Developer Console and open a chat there." }
            </yew_livechat_components::EmptyState>
        </Surface>
    }
}
