//! The message input.

use std::rc::Rc;

use livechat_protocol::rich_message::RichMessage;
use yew::prelude::*;
use yew_livechat_components::TextArea;

use super::{
    icon::{Icon, icon},
    iframe::{ExtensionIframe, IframeSlot},
    rich_message::RichMessageView,
    splitter::{Edge, Splitter},
};
use crate::{choices::MESSAGE_BOX, model::Msg};

/// The name of the message box extension on screen.
const APP: &str = "Message box app";

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct ComposerProps {
    /// Whether there is a recipient. A hidden input stays in the page because of its iframe.
    pub(crate) shown: bool,
    pub(crate) draft: AttrValue,
    /// The rich message to send.
    pub(crate) rich: Option<Rc<RichMessage>>,
    /// The message box extension, if there is one.
    pub(crate) message_box: Option<IframeSlot>,
    /// Whether it is open; `None` where it is unavailable, as in tickets.
    pub(crate) message_box_open: Option<bool>,
    /// Its height, in pixels.
    pub(crate) message_box_height: u32,
    pub(crate) dispatch: Callback<Msg>,
}

/// The message input with its Send button. The extension's text stays until the agent sends it.
#[component]
pub(crate) fn Composer(props: &ComposerProps) -> Html {
    let dispatch = &props.dispatch;
    let onkeydown = {
        let dispatch = dispatch.clone();
        move |event: KeyboardEvent| {
            // The Enter that ends an input method's composition must not send.
            if event.key() == "Enter" && !event.shift_key() && !event.is_composing() {
                event.prevent_default();
                dispatch.emit(Msg::SendRequested);
            }
        }
    };
    let is_open = props.message_box_open == Some(true);
    let is_empty = props.draft.trim().is_empty() && props.rich.is_none();
    html! {
        <div class="sim-composer" hidden={!props.shown}>
            if let Some(slot) = &props.message_box {
                <section id="sim-app" class="sim-app" aria-label={APP} hidden={!is_open}>
                    <Splitter
                        label="Height of the message box app"
                        edge={Edge::Top}
                        size={props.message_box_height}
                        range={MESSAGE_BOX}
                        onresize={dispatch.reform(Msg::MessageBoxResized)}
                    />
                    <div class="sim-app-head">
                        <h3>{ APP }</h3>
                        <button
                            type="button"
                            class="sim-quiet"
                            aria-label="Close the message box app"
                            onclick={dispatch.reform(|_| Msg::MessageBoxToggled)}
                        >
                            { icon(Icon::Close) }
                        </button>
                    </div>
                    <ExtensionIframe slot={slot.clone()} {dispatch} />
                </section>
            }
            if let Some(rich) = &props.rich {
                <div class="sim-attached" role="group" aria-label="Rich message to send">
                    <RichMessageView message={rich.clone()} />
                    <button
                        type="button"
                        class="sim-quiet"
                        onclick={dispatch.reform(|_| Msg::RichMessageRemoved)}
                    >
                        { icon(Icon::Close) }{ "Remove" }
                    </button>
                </div>
            }
            <TextArea
                label="Message"
                label_hidden=true
                placeholder="Type a message"
                value={&props.draft}
                rows=2
                oninput={dispatch.reform(Msg::DraftChanged)}
                {onkeydown}
            />
            <div class="sim-composer-foot">
                if let (Some(_), Some(is_open)) = (&props.message_box, props.message_box_open) {
                    <button
                        type="button"
                        class="sim-app-button"
                        aria-label={APP}
                        title={APP}
                        aria-pressed={is_open.to_string()}
                        aria-controls="sim-app"
                        onclick={dispatch.reform(|_| Msg::MessageBoxToggled)}
                    >
                        { icon(Icon::Extension) }
                    </button>
                }
                <span class="sim-hint">{ "Enter sends, Shift+Enter adds a line" }</span>
                <button
                    type="button"
                    class="sim-send"
                    disabled={is_empty}
                    onclick={dispatch.reform(|_| Msg::SendRequested)}
                >
                    { "Send" }
                </button>
            </div>
        </div>
    }
}
