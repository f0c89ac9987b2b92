//! The conversation between agent and customer.

use std::rc::Rc;

use livechat_protocol::rich_message::RichMessage;
use web_sys::Element;
use yew::prelude::*;
use yew_livechat_components::{Avatar, EmptyState};

use super::{
    composer::Composer,
    customer_input::CustomerInput,
    icon::{Icon, icon},
    iframe::IframeSlot,
    rich_message::RichMessageView,
    shared_file::SharedFileView,
};
use crate::model::{Author, Customer, Draft, Message, Msg, Ticket};

/// The owner of the conversation: a customer or a ticket.
#[derive(Clone, PartialEq)]
pub(crate) struct Thread {
    id: AttrValue,
    title: AttrValue,
    /// The customer's name.
    name: AttrValue,
    is_ticket: bool,
    transcript: Rc<[Message]>,
}

impl From<&Customer> for Thread {
    fn from(customer: &Customer) -> Self {
        Self {
            id: customer.profile.id.clone().into(),
            title: customer.name().to_owned().into(),
            name: customer.name().to_owned().into(),
            is_ticket: false,
            transcript: customer.transcript.clone(),
        }
    }
}

impl From<&Ticket> for Thread {
    fn from(ticket: &Ticket) -> Self {
        Self {
            id: ticket.info.id.clone().into(),
            title: ticket.subject().to_owned().into(),
            name: ticket.requester().to_owned().into(),
            is_ticket: true,
            transcript: ticket.transcript.clone(),
        }
    }
}

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct ConversationProps {
    /// Whether its view is shown.
    pub(crate) shown: bool,
    pub(crate) thread: Option<Thread>,
    /// The messages after the transcript.
    pub(crate) said: Rc<[Message]>,
    pub(crate) draft: Draft,
    /// The draft as the customer; `None` if that input is folded.
    pub(crate) customer_draft: Option<AttrValue>,
    pub(crate) message_box: Option<IframeSlot>,
    pub(crate) message_box_open: bool,
    /// The height of the message box extension, in pixels.
    pub(crate) message_box_height: u32,
    pub(crate) dispatch: Callback<Msg>,
}

/// The middle of the page.
#[component]
pub(crate) fn Conversation(props: &ConversationProps) -> Html {
    let transcript = use_node_ref();
    let id = props.thread.as_ref().map(|thread| thread.id.clone());
    {
        let transcript = transcript.clone();
        // Scrolls to the newest message after every change.
        use_effect_with((id, props.said.len(), props.shown), move |_| {
            if let Some(element) = transcript.cast::<Element>() {
                element.set_scroll_top(element.scroll_height());
            }
        });
    }
    let is_chat = props.thread.as_ref().is_some_and(|thread| !thread.is_ticket);
    html! {
        <main class="sim-conversation" aria-label="Conversation" hidden={!props.shown}>
            <div class="sim-head">
                if let Some(thread) = &props.thread {
                    <h2 dir="auto">{ &thread.title }</h2>
                    <button type="button" class="sim-quiet" onclick={props.dispatch.reform(|_| Msg::Closed)}>
                        { icon(Icon::Close) }{ if thread.is_ticket { "Close ticket" } else { "Close profile" } }
                    </button>
                }
            </div>
            if let Some(thread) = &props.thread {
                // Scrollable, so it must be focusable.
                <div class="sim-transcript" ref={transcript} role="log" aria-label="Transcript" tabindex="0">
                    { messages(thread, props) }
                </div>
            } else {
                <div class="sim-nobody">
                    <EmptyState title="No customer is open">
                        { "Open one in the list to send its profile to the extension." }
                    </EmptyState>
                </div>
            }
            <Composer
                shown={props.thread.is_some()}
                draft={props.draft.text.clone()}
                rich={props.draft.rich.clone()}
                message_box={props.message_box.clone()}
                message_box_open={is_chat.then_some(props.message_box_open)}
                message_box_height={props.message_box_height}
                dispatch={&props.dispatch}
            />
            if let Some(thread) = &props.thread {
                <CustomerInput draft={&props.customer_draft} name={&thread.name} dispatch={&props.dispatch} />
            }
        </main>
    }
}

fn messages(thread: &Thread, props: &ConversationProps) -> Html {
    if thread.transcript.is_empty() && props.said.is_empty() {
        return html! { <EmptyState level=3 title="No messages yet">{ "The chat is empty." }</EmptyState> };
    }
    let messages = thread.transcript.iter().chain(&*props.said);
    html! {
        for (index, message) in messages.enumerate() {
            <Bubble
                key={index}
                message={message.clone()}
                id={&thread.id}
                name={&thread.name}
                dispatch={&props.dispatch}
            />
        }
    }
}

#[derive(Clone, PartialEq, Properties)]
struct BubbleProps {
    message: Message,
    /// A message from the customer.
    id: AttrValue,
    name: AttrValue,
    dispatch: Callback<Msg>,
}

/// One message.
#[component]
fn Bubble(props: &BubbleProps) -> Html {
    let Message { from, text, rich, file, is_private } = &props.message;
    match from {
        Author::Agent => html! {
            <div class={classes!("sim-message", "sim-message-agent", wide(rich.as_deref()))}>
                <span class="sim-author">{ if *is_private { "You, agents only" } else { "You" } }</span>
                if let Some(message) = rich {
                    <RichMessageView message={message.clone()} dispatch={Some(props.dispatch.clone())} />
                } else if let Some(file) = file {
                    <SharedFileView file={file.clone()} />
                } else {
                    <p class="sim-bubble" dir="auto">{ text }</p>
                }
            </div>
        },
        Author::Customer => html! {
            <div class="sim-message">
                <Avatar id={&props.id} name={&props.name} />
                <div class="sim-message-body">
                    <span class="sim-author" dir="auto">{ &props.name }</span>
                    <p class="sim-bubble" dir="auto">{ text }</p>
                </div>
            </div>
        },
    }
}

/// Cards are side by side, and take the available width.
fn wide(rich: Option<&RichMessage>) -> Option<&'static str> {
    matches!(rich, Some(RichMessage::Cards(_))).then_some("sim-message-wide")
}
