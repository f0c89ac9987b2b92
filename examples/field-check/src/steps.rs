//! The steps, in the order in which a person does them.

use yew_livechat::protocol::PlacementKind::{self, Details, Fullscreen, MessageBox, Settings};

/// What a person does, in one placement.
#[derive(Debug, PartialEq, Eq)]
pub struct Step {
    /// Its id, which `docs/unverified.md` refers to.
    pub id: &'static str,
    /// Where it is done.
    pub placement: PlacementKind,
    /// Its name on screen.
    pub title: &'static str,
    /// What to do.
    pub instructions: &'static [&'static str],
    /// What the extension does for it.
    pub action: Option<Action>,
    /// A button that ends the step, in place of *Done*.
    pub mark: Option<&'static str>,
}

/// What the extension does at the press of a button.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    /// Publishes a section of the customer details.
    PublishSection,
    /// Puts text into the message input.
    InsertText,
    /// Sends a question with two answers to the customer.
    SendQuickReplies,
    /// Sends the command `get_messages`.
    GetMessages,
    /// Shows a toast, in a message without a `plugin_id`.
    ToastWithoutPluginId,
    /// Shows a toast.
    ShowToast,
    /// Signs the agent in with LiveChat.
    SignIn,
    /// Calls LiveChat's API.
    CallApi,
    /// Opens another page of the Agent App.
    OpenArchives,
    /// Opens a test purchase.
    OpenPurchase,
    /// Saves a file.
    SaveFile,
}

impl Action {
    /// The text of its button.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::PublishSection => "Publish the section",
            Self::InsertText => "Insert text",
            Self::SendQuickReplies => "Send quick replies",
            Self::GetMessages => "Request the messages",
            Self::ToastWithoutPluginId => "Send the message",
            Self::ShowToast => "Show a toast",
            Self::SignIn => "Sign in with LiveChat",
            Self::CallApi => "Make the calls",
            Self::OpenArchives => "Open the archives",
            Self::OpenPurchase => "Open a test purchase",
            Self::SaveFile => "Save a file",
        }
    }
}

static STEPS: [Step; 19] = [
    Step {
        id: "open-chat",
        placement: Details,
        title: "Open a chat",
        instructions: &["Open a test chat.", "Leave it open for ten seconds."],
        action: None,
        mark: None,
    },
    Step {
        id: "no-chat",
        placement: Details,
        title: "Insert text without a chat",
        instructions: &[
            "Open a conversation in Archives.",
            "Press the button.",
            "Look for the words “Field check” in a message input.",
        ],
        action: Some(Action::InsertText),
        mark: None,
    },
    Step {
        id: "switch-chats",
        placement: Details,
        title: "Switch chats",
        instructions: &[
            "Open a test chat and press the button.",
            "Check that the customer details show “Published” in the section Field check.",
            "Open another chat.",
        ],
        action: Some(Action::PublishSection),
        mark: None,
    },
    Step {
        id: "messages",
        placement: Details,
        title: "Write to each other",
        instructions: &["Open a test chat.", "Write a word as the customer.", "Write a word as the agent."],
        action: None,
        mark: None,
    },
    Step {
        id: "file",
        placement: Details,
        title: "Send a file",
        instructions: &["Send a picture as the customer, without text."],
        action: None,
        mark: None,
    },
    Step {
        id: "other-chat",
        placement: Details,
        title: "A message in another chat",
        instructions: &["Keep one test chat open.", "Write as the customer of another chat of yours."],
        action: None,
        mark: None,
    },
    Step {
        id: "type",
        placement: Details,
        title: "Type into the message input",
        instructions: &[
            "Type “hello” letter by letter, and don't send it.",
            "Open another chat, and don't type there.",
        ],
        action: None,
        mark: None,
    },
    Step {
        id: "private-mode",
        placement: Details,
        title: "Private mode",
        instructions: &["Turn on private mode in the message input, then turn it off."],
        action: None,
        mark: None,
    },
    Step {
        id: "get-messages",
        placement: Details,
        title: "Request earlier messages",
        instructions: &["Open a test chat and press the button.", "Wait a moment."],
        action: Some(Action::GetMessages),
        mark: None,
    },
    Step {
        id: "toast",
        placement: Details,
        title: "How long a toast is shown",
        instructions: &["Press the button.", "Press “The toast is gone” when the toast disappears."],
        action: Some(Action::ShowToast),
        mark: Some("The toast is gone"),
    },
    Step {
        id: "plugin-id",
        placement: Details,
        title: "A message without a plugin id",
        instructions: &["Press the button.", "Look for a toast that says “Without a plugin id”."],
        action: Some(Action::ToastWithoutPluginId),
        mark: None,
    },
    Step {
        id: "sign-in",
        placement: Details,
        title: "Sign in with LiveChat",
        instructions: &[
            "Enter the client id of your app, if you are asked for it.",
            "Sign in in the window that opens.",
        ],
        action: Some(Action::SignIn),
        mark: None,
    },
    Step {
        id: "api",
        placement: Details,
        title: "Call LiveChat's API",
        instructions: &["Press the button. The calls change nothing."],
        action: Some(Action::CallApi),
        mark: None,
    },
    Step {
        id: "quick-replies",
        placement: MessageBox,
        title: "Quick replies",
        instructions: &["Open a test chat and press the button.", "Look at the chat as the customer."],
        action: Some(Action::SendQuickReplies),
        mark: None,
    },
    Step {
        id: "page-address",
        placement: Fullscreen,
        title: "The page's address",
        instructions: &[
            "Add “?field=1&field=2&check=yes” to the address of the Agent App.",
            "Press Enter, and return to this page.",
        ],
        action: None,
        mark: None,
    },
    Step {
        id: "navigate",
        placement: Fullscreen,
        title: "Navigate the Agent App",
        instructions: &["Press the button.", "Return to this page."],
        action: Some(Action::OpenArchives),
        mark: None,
    },
    Step {
        id: "payment",
        placement: Settings,
        title: "A test purchase",
        instructions: &["Press the button, and look at the billing cycles.", "Cancel the purchase."],
        action: Some(Action::OpenPurchase),
        mark: None,
    },
    Step {
        id: "payment-failure",
        placement: Settings,
        title: "A payment that fails",
        instructions: &["Press the button, and let the payment fail. Skip this step if you can't."],
        action: Some(Action::OpenPurchase),
        mark: None,
    },
    Step {
        id: "download",
        placement: Settings,
        title: "Save a file",
        instructions: &["Press the button.", "Look for the file field-check.txt among your downloads."],
        action: Some(Action::SaveFile),
        mark: None,
    },
];

/// Returns all steps.
pub fn steps() -> impl Iterator<Item = &'static Step> {
    STEPS.iter()
}

/// Returns the steps of a placement.
pub fn steps_of(placement: PlacementKind) -> impl Iterator<Item = &'static Step> {
    steps().filter(move |step| step.placement == placement)
}
