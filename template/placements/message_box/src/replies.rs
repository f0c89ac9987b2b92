//! Canned replies. Plain Rust: tested natively, without a browser.

use yew_livechat::{
    CustomerProfile, InvalidArgument,
    rich_message::{Button, QuickReplies},
};

/// A reply.
#[derive(Debug, PartialEq)]
pub struct Reply {
    pub title: &'static str,
    text: &'static str,
}

const REPLIES: [Reply; 4] = [
    Reply {
        title: "Hello",
        text: "Hello {name}! How can I help you today?",
    },
    Reply {
        title: "One moment",
        text: "One moment, please. I am looking into it.",
    },
    Reply {
        title: "Returns",
        text: "You can return it within 30 days. The label is in the box.",
    },
    Reply {
        title: "Goodbye",
        text: "Thank you for writing to us, {name}. Have a nice day!",
    },
];

impl Reply {
    /// Returns the reply to this customer, with their name if known.
    pub fn text_for(&self, customer: Option<&CustomerProfile>) -> String {
        let name = customer
            .and_then(|customer| customer.name.as_deref())
            .map(str::trim);
        match name {
            Some(name) if !name.is_empty() => self.text.replace("{name}", name),
            _ => self.text.replace(", {name}", "").replace(" {name}", ""),
        }
    }
}

/// Returns the replies that contain these words.
pub fn find(words: &str) -> Vec<&'static Reply> {
    let words = words.trim().to_lowercase();
    let has_them = |text: &str| text.to_lowercase().contains(&words);
    REPLIES
        .iter()
        .filter(|reply| has_them(reply.title) || has_them(reply.text))
        .collect()
}

/// A question with quick replies.
pub fn question() -> Result<QuickReplies, InvalidArgument> {
    QuickReplies::new(
        "Did that help?",
        [Button::reply("Yes", "yes")?, Button::reply("No", "no")?],
    )
}
