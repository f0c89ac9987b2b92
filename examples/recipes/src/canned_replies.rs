//! Replies to choose from, for the agent's message input.

use yew::{platform::spawn_local, prelude::*};
use yew_livechat::prelude::*;

// ANCHOR: replies
/// A canned reply.
#[derive(Debug, PartialEq)]
pub struct Reply {
    /// Its title for agents.
    pub title: &'static str,
    /// The text for the customer; `{name}` is replaced with their name.
    pub text: &'static str,
}

/// All replies. Yours may come from a server.
pub const REPLIES: [Reply; 3] = [
    Reply { title: "Greeting", text: "Hello {name}! How can I help?" },
    Reply { title: "Returns", text: "You can return it within 30 days. The label is in the box." },
    Reply { title: "Goodbye", text: "Thank you for writing to us, {name}." },
];

impl Reply {
    /// Returns the text for a customer, whose name may be unknown.
    pub fn text_for(&self, customer: Option<&CustomerProfile>) -> String {
        match customer.and_then(|customer| customer.name.as_deref()) {
            Some(name) => self.text.replace("{name}", name),
            None => self.text.replace(", {name}", "").replace(" {name}", ""),
        }
    }
}
// ANCHOR_END: replies

// ANCHOR: component
/// Inserts the clicked reply, which the agent can edit before sending.
#[component]
pub fn CannedReplies() -> Html {
    let details = use_details();
    let customer = use_customer_profile().shown();

    let insert = |text: String| {
        let details = details.clone();
        Callback::from(move |_| {
            let inserted = details.put_message(&text);
            let details = details.clone();
            // Waiting is optional. It reveals whether the command failed.
            spawn_local(async move {
                if inserted.await.is_err() {
                    details.toast_error("Couldn't insert the reply");
                }
            });
        })
    };
    let item = |reply: &Reply| {
        let text = reply.text_for(customer.as_deref());
        html! { <ListItem key={reply.title} title={reply.title} description={text.clone()} onclick={insert(text)} /> }
    };
    html! { <List label="Replies">{ for REPLIES.iter().map(item) }</List> }
}
// ANCHOR_END: component
