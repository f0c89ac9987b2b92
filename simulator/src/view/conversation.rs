//! What agent and customer say to each other.

use std::rc::Rc;

use web_sys::Element;
use yew::prelude::*;
use yew_livechat_components::{Avatar, EmptyState};

use super::{
    composer::Composer,
    icon::{Icon, icon},
};
use crate::{
    customers::{Author, Customer, Message},
    msg::Msg,
};

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct ConversationProps {
    pub(crate) customer: Option<Rc<Customer>>,
    /// What the agent has sent, after the transcript.
    pub(crate) sent: Rc<[Message]>,
    pub(crate) draft: AttrValue,
    pub(crate) dispatch: Callback<Msg>,
}

/// The middle of the page.
#[component]
pub(crate) fn Conversation(props: &ConversationProps) -> Html {
    let transcript = use_node_ref();
    let id = props.customer.as_ref().map(|customer| customer.profile.id.clone());
    {
        let transcript = transcript.clone();
        // The newest message is in view after every change.
        use_effect_with((id, props.sent.len()), move |_| {
            if let Some(element) = transcript.cast::<Element>() {
                element.set_scroll_top(element.scroll_height());
            }
        });
    }
    let Some(customer) = &props.customer else {
        return html! {
            <main class="sim-conversation" aria-label="Conversation">
                <div class="sim-head"></div>
                <div class="sim-nobody">
                    <EmptyState title="No customer is open">
                        { "Open one in the list: the extension is told whose profile it is." }
                    </EmptyState>
                </div>
            </main>
        };
    };
    let messages = customer.transcript.iter().chain(&*props.sent);
    let is_empty = customer.transcript.is_empty() && props.sent.is_empty();
    html! {
        <main class="sim-conversation" aria-label="Conversation">
            <div class="sim-head">
                <h2 dir="auto">{ customer.name() }</h2>
                <button type="button" class="sim-quiet" onclick={props.dispatch.reform(|_| Msg::ProfileClosed)}>
                    { icon(Icon::Close) }{ "Close profile" }
                </button>
            </div>
            // It scrolls, so the keyboard has to get there.
            <div class="sim-transcript" ref={transcript} role="log" aria-label="Transcript" tabindex="0">
                if is_empty {
                    <EmptyState level=3 title="No messages yet">{ "The chat is empty." }</EmptyState>
                }
                for (index, message) in messages.enumerate() {
                    <Bubble
                        key={index}
                        message={message.clone()}
                        id={customer.profile.id.clone()}
                        name={customer.name().to_owned()}
                    />
                }
            </div>
            <Composer draft={&props.draft} dispatch={&props.dispatch} />
        </main>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct BubbleProps {
    message: Message,
    /// The customer's.
    id: AttrValue,
    name: AttrValue,
}

/// One message.
#[component]
fn Bubble(props: &BubbleProps) -> Html {
    match props.message.from {
        Author::Agent => html! {
            <div class="sim-message sim-message-agent">
                <span class="sim-author">{ "You" }</span>
                <p class="sim-bubble" dir="auto">{ &props.message.text }</p>
            </div>
        },
        Author::Customer => html! {
            <div class="sim-message">
                <Avatar id={&props.id} name={&props.name} />
                <div class="sim-message-body">
                    <span class="sim-author" dir="auto">{ &props.name }</span>
                    <p class="sim-bubble" dir="auto">{ &props.message.text }</p>
                </div>
            </div>
        },
    }
}
