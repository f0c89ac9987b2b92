//! The extension's end of the conversation.

mod calls;
mod connection;
mod envelope;
mod launch;
mod machine;
mod output;
mod policy;
mod settings;

pub use self::{
    connection::{CommandError, ConnectError, Connection, ConnectionState, FailedCommand, Refusal, RefusalReason},
    envelope::{Envelope, Kept, TakeOver},
    launch::Launch,
    machine::Extension,
    output::{CallId, Output, Post},
    policy::{HOST_DOMAINS, LIKELY_HOSTS, OriginPolicy, OriginRefusal},
    settings::ExtensionSettings,
};
