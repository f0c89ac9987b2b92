//! The calls of LiveChat's API whose answers settle assumptions. They change nothing.

use serde_json::json;
use yew_livechat::{
    CallError, UseLivechatApiHandle,
    api::{ApiError, Body, Call, GetAccount, InvalidCall, ListArchives, RawCall, Request, Servers},
    protocol::{DecodeError, Payload, Reader},
};

use crate::observation::{CallOutcome, Observed};

/// The scopes that the calls need. One call needs a scope that is not among them.
pub const SCOPES: [&str; 2] = ["chats--access:ro", "customers:ro"];

/// An id that no customer has.
const NOBODY: &str = "00000000-0000-4000-8000-000000000000";

/// Makes the calls, one after the other, and passes on what they show.
pub(crate) async fn make(api: &UseLivechatApiHandle, observe: impl Fn(Observed)) {
    let calls = [
        ("unknown action", RawCall::new("agent/action/field_check", json!({}))),
        ("unknown customer", RawCall::new("get_customer", json!({ "id": NOBODY }))),
        ("unknown chat", RawCall::new("get_chat", json!({ "chat_id": "FIELDCHECK" }))),
        ("missing scope", RawCall::new("list_tags", json!({}))),
    ];
    for (name, call) in calls {
        observe(observed(name, api.call(&call).await.map(|_| None)));
    }
    observe(observed("unpublished version", api.call(&UnpublishedVersion).await.map(|()| None)));
    observe(observed("account", api.call(&GetAccount).await.map(|_| None)));
    let archives = api.call(&ListArchives::new().with_limit(20)).await;
    let only_ended = archives.map(|archives| {
        let threads: Vec<bool> = archives.chats.iter().filter_map(|chat| Some(chat.thread.as_ref()?.active)).collect();
        (!threads.is_empty()).then(|| threads.iter().all(|active| !active))
    });
    observe(observed("archives", only_ended));
}

/// The observation of an answer; `shows` is what it shows, if the call is about that.
fn observed(name: &str, answer: Result<Option<bool>, CallError>) -> Observed {
    let call = |outcome, error: Option<&ApiError>, shows| Observed::Call {
        name: name.to_owned(),
        status: error.and_then(ApiError::status),
        kind: error.and_then(|error| Some(error.kind()?.as_str().to_owned())),
        outcome,
        shows,
    };
    match answer {
        Ok(shows) => call(CallOutcome::Succeeded, None, shows),
        Err(CallError::Api(error)) => call(CallOutcome::Refused, Some(&error), None),
        Err(_) => call(CallOutcome::Unreadable, None, None),
    }
}

/// A call of a version of the API that does not exist.
struct UnpublishedVersion;

impl Call for UnpublishedVersion {
    type Answer = ();

    fn request(&self, servers: &Servers) -> Result<Request, InvalidCall> {
        let url = servers.agent("list_chats").replace("/v3.", "/v9.");
        Ok(Request::post(url, Body::Json("{}".to_owned())))
    }

    fn answer<P: Payload>(_: &Reader<'_, P>) -> Result<(), DecodeError> {
        Ok(())
    }
}
