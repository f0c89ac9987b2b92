//! The extension's end of the conversation.

mod calls;
mod connection;
mod launch;
mod machine;
mod output;
mod policy;
mod settings;

pub use self::{
    connection::{CommandError, ConnectError, Connection, ConnectionState, FailedCommand, Refusal, RefusalReason},
    launch::Launch,
    machine::{Envelope, Extension, Kept, TakeOver},
    output::{CallId, Output},
    policy::{HOST_DOMAINS, OriginPolicy, OriginRefusal},
    settings::ExtensionSettings,
};
