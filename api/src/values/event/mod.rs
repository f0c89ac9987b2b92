//! Events: what was written in a thread, and what happened in it.

mod any_event;
mod custom;
mod file;
mod filled_form;
mod head;
mod message;
mod rich_message;
mod system;
mod system_message;

pub use self::{
    any_event::{DeletedEvent, Event},
    custom::CustomEvent,
    file::FileEvent,
    filled_form::{FilledFormEvent, FormAnswer, FormField},
    head::EventHead,
    message::{MessageEvent, Postback},
    rich_message::RichMessageEvent,
    system::SystemEvent,
    system_message::SystemMessageEvent,
};
