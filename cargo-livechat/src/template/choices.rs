//! The choices for a new project.

use clap::ValueEnum;

use crate::prelude::*;

/// Where in the Agent App the extension runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Placement {
    /// Beside the chat, with the customer's details
    Details,
    /// Above the message input
    #[value(name = "message_box", alias = "message-box")]
    MessageBox,
    /// As its own page
    Fullscreen,
    /// In the app's settings
    Settings,
}

impl Placement {
    /// The template's name for it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Details => "details",
            Self::MessageBox => "message_box",
            Self::Fullscreen => "fullscreen",
            Self::Settings => "settings",
        }
    }
}

/// An example call to LiveChat's API.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Example {
    /// Its source file, without the extension.
    pub(super) file: &'static str,
    /// Its component.
    pub(super) component: &'static str,
    /// The scope that its call needs.
    pub(super) scope: &'static str,
}

/// The choices.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choices {
    name: String,
    pub(super) placement: Placement,
    pub(super) sign_in: bool,
}

impl Choices {
    /// Fails, with what to choose instead, if Cargo would refuse the name.
    pub fn new(name: &str, placement: Placement, sign_in: bool) -> Result<Self> {
        let mut characters = name.chars();
        let is_name = characters.next().is_some_and(|first| first.is_ascii_alphabetic())
            && characters.all(|other| other.is_ascii_alphanumeric() || other == '-' || other == '_');
        ensure!(
            is_name,
            "{name:?} is not a valid package name; begin with a letter, then use letters, digits, - and _"
        );
        ensure!(name != "components", "the project contains a crate named \"components\"; choose another name");
        Ok(Self { name: name.to_owned(), placement, sign_in })
    }

    /// The name of the project.
    pub fn name(&self) -> &str {
        &self.name
    }

    pub(super) fn example(&self) -> Example {
        match self.placement {
            Placement::Details | Placement::MessageBox => {
                Example { file: "earlier_chats", component: "EarlierChats", scope: "chats--access:ro" }
            }
            Placement::Fullscreen | Placement::Settings => {
                Example { file: "tags", component: "Tags", scope: "tags--groups:ro" }
            }
        }
    }

    /// Returns the files below `sign-in/` that a project with these choices needs.
    pub(super) fn files_of_sign_in(&self) -> Vec<String> {
        let file = self.example().file;
        let (source, test) = (format!("src/{file}.rs"), format!("tests/{file}.rs"));
        vec!["static/sign-in.js".to_owned(), "src/sign_in.rs".to_owned(), source, "tests/sign_in.rs".to_owned(), test]
    }
}
