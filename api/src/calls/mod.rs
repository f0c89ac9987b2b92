//! The calls.

mod agent_actions;
mod get_account;
mod get_agent;
mod get_chat;
mod get_customer;
mod get_token_info;
mod list_agents;
mod list_archives;
mod list_groups;
mod list_tags;
mod merge_session_fields;
mod new_event;
mod pages;
mod raw_call;
mod rich_message;
mod send_event;
mod tag_thread;
mod update_customer;
mod upload_file;

pub use self::{
    get_account::GetAccount,
    get_agent::GetAgent,
    get_chat::GetChat,
    get_customer::GetCustomer,
    get_token_info::GetTokenInfo,
    list_agents::{AgentField, ListAgents},
    list_archives::{ListArchives, Match, SortOrder},
    list_groups::ListGroups,
    list_tags::ListTags,
    merge_session_fields::MergeSessionFields,
    new_event::NewEvent,
    pages::{Paged, Pages},
    raw_call::RawCall,
    send_event::SendEvent,
    tag_thread::{TagThread, UntagThread},
    update_customer::UpdateCustomer,
    upload_file::UploadFile,
};

/// The scopes for calls that read chats: any one is enough.
const READ_CHATS: &[&str] = &["chats--access:ro", "chats--all:ro", "chats--access:rw", "chats--all:rw"];
/// The scopes for calls that write to chats.
const WRITE_CHATS: &[&str] = &["chats--access:rw", "chats--all:rw"];
