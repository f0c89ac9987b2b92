//! The values in answers.

mod access;
mod account;
mod address;
mod agent;
mod archives;
mod avatar;
mod chat;
mod customer;
mod event;
mod group;
mod sent_event;
mod session_fields;
mod tag;
mod thread;
mod token_info;
mod uploaded_file;
mod user;
mod visibility;
mod visit;

pub use self::{
    access::Access,
    account::Account,
    address::Address,
    agent::{Agent, AgentGroup, AgentRole, GroupPriority},
    archives::Archives,
    avatar::avatar_url,
    chat::Chat,
    customer::{Customer, CustomerStatistics},
    event::*,
    group::Group,
    sent_event::SentEvent,
    session_fields::SessionFields,
    tag::Tag,
    thread::{Queue, Thread, ThreadSummary},
    token_info::TokenInfo,
    uploaded_file::UploadedFile,
    user::{ChatAgent, User},
    visibility::Visibility,
    visit::{Visit, VisitedPage},
};
