//! Replies that match what the customer wrote and what the agent is writing.

use std::rc::Rc;

use yew::prelude::*;
use yew_livechat::{
    prelude::*,
    rich_message::{Button as Answer, QuickReplies},
};

/// A reply, and the words that it answers.
struct Reply {
    text: &'static str,
    words: &'static [&'static str],
}

const REPLIES: [Reply; 5] = [
    Reply {
        text: "I'm sorry that your parcel is late. Let me find out where it is.",
        words: &["late", "order", "parcel"],
    },
    Reply { text: "Returns are free within 30 days; I'll send you a label.", words: &["return", "refund", "back"] },
    Reply { text: "You can pay by card, transfer or invoice.", words: &["pay", "invoice", "card"] },
    Reply { text: "Could you tell me the order number, please?", words: &["order", "number"] },
    Reply { text: "Thank you for waiting!", words: &["thank", "wait"] },
];

#[derive(Clone, PartialEq, Properties)]
pub(super) struct RepliesProps {
    /// The customer's current chat.
    pub(super) chat_id: Option<AttrValue>,
}

/// Replies, best match first; while the agent types, only those that match the draft.
#[component]
pub(super) fn Replies(props: &RepliesProps) -> Html {
    let details = use_details();
    let messages = use_messages();
    let draft = use_message_box_text();

    let asked = last_of_chat(&messages, props.chat_id.as_deref());
    let replies = fitting(asked.map(|message| message.text()), draft.as_deref().unwrap_or_default());
    let ask = {
        let details = details.clone();
        move |_| {
            details.send_quick_replies(did_that_help()).or_toast("Couldn't insert the question. Try again.");
        }
    };
    html! {
        <Section heading="Replies">
            if let Some(message) = asked {
                <p class="demo-quiet" dir="auto">{ format!("Last message: “{}”", message.text()) }</p>
            }
            <List empty="No reply matches your draft.">
                for reply in replies {
                    <li key={reply}>
                        <button type="button" class="demo-reply" onclick={insert(&details, reply)}>{ reply }</button>
                    </li>
                }
            </List>
            <Button onclick={ask}>{ "Ask if that helped" }</Button>
        </Section>
    }
}

fn insert(details: &UseDetailsHandle, reply: &'static str) -> impl Fn(MouseEvent) + 'static {
    let details = details.clone();
    move |_| {
        details.put_message(reply).or_toast("Couldn't insert the reply. Try again.");
    }
}

/// The last message with text in this chat. `None` without a chat, because the message could be another customer's.
fn last_of_chat<'a>(messages: &'a [Rc<Message>], chat: Option<&str>) -> Option<&'a Rc<Message>> {
    messages.iter().rev().find(|message| Some(&*message.chat) == chat && !message.text().is_empty())
}

/// The replies that match the agent's draft, beginning with those that answer the customer's words.
fn fitting(asked: Option<&str>, draft: &str) -> Vec<&'static str> {
    let (asked, draft) = (asked.unwrap_or_default().to_lowercase(), draft.trim().to_lowercase());
    let mut replies: Vec<_> =
        REPLIES.iter().filter(|reply| draft.is_empty() || reply.text.to_lowercase().contains(&draft)).collect();
    replies.sort_by_key(|reply| !reply.words.iter().any(|word| asked.contains(word)));
    replies.into_iter().map(|reply| reply.text).collect()
}

fn did_that_help() -> Result<QuickReplies, InvalidArgument> {
    QuickReplies::new(
        "Did that help?",
        [Answer::reply("Yes, thank you", "helped")?, Answer::reply("Not yet", "not_yet")?],
    )
}
