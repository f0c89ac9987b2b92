//! The extension's end of the conversation.

mod calls;
mod machine;
mod output;
mod settings;

pub use self::{
    machine::{Envelope, Extension, Kept, TakeOver},
    output::{CallId, Output},
    settings::ExtensionSettings,
};
