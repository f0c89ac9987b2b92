//! Handles a call of the API, from path to response.

use axum::Json;
use axum::body::Bytes;
use axum::extract::rejection::BytesRejection;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use serde_json::Value;

use super::actions::{Action, Caller};
use super::error::{ApiError, bad_gateway};
use super::{request, upload};
use crate::scopes::{self, Scope};
use crate::switches::ApiFault;
use crate::{Fake, fake, headers};

/// The endpoint at a path.
#[derive(Clone, Copy)]
enum Called {
    Action(&'static Action),
    /// Its body is not JSON.
    Upload,
}

/// `POST /v3.6/<api>/action/<name>`.
pub(super) async fn action(
    State(fake): State<Fake>,
    Path((version, api, name)): Path<(String, String, String)>,
    headers: HeaderMap,
    body: Result<Bytes, BytesRejection>,
) -> Response {
    if version != "v3.6" {
        return ApiError::unsupported_version().into_response();
    }
    let called = match (&*api, &*name) {
        ("agent", "upload_file") => Some(Called::Upload),
        _ => Action::find(&api, &name).map(Called::Action),
    };
    // UNVERIFIED (api-unknown-action): the type and the status.
    let Some(called) = called else { return ApiError::not_found(&format!("Action {name}")).into_response() };
    let Ok(body) = body else {
        return ApiError::entity_too_large("The body is too large: a file has at most 10 MB").into_response();
    };
    let response = answer(&mut fake.lock(), called, &headers, &body);
    // The call may have added an event, or used up the last failure.
    fake.announce();
    response
}

fn answer(state: &mut fake::State, called: Called, headers: &HeaderMap, body: &Bytes) -> Response {
    let writes_to_chat = matches!(called, Called::Action(action) if action.writes_to_chat());
    let fault = state.switches.take_fault(|fault| match fault {
        ApiFault::None => false,
        ApiFault::NotChatUser | ApiFault::ChatInactive => writes_to_chat,
        ApiFault::TooManyRequests | ApiFault::BadGateway | ApiFault::EmptyBody => true,
    });
    if fault == ApiFault::BadGateway {
        return bad_gateway();
    }
    match run(state, called, headers, body, fault) {
        Ok(_) if fault == ApiFault::EmptyBody => StatusCode::OK.into_response(),
        Ok(answer) => Json(answer).into_response(),
        Err(error) => error.into_response(),
    }
}

fn run(
    state: &mut fake::State,
    called: Called,
    headers: &HeaderMap,
    body: &Bytes,
    fault: ApiFault,
) -> Result<Value, ApiError> {
    let token = headers::bearer(headers).ok_or_else(|| ApiError::authentication("Missing access token"))?;
    let most = state.switches.calls_per_token;
    let issued = state.tokens.use_for_call(token, most);
    let grant =
        issued.map(|token| token.grant.clone()).ok_or_else(|| ApiError::authentication("Invalid access token"))?;
    let agent = state.license.agent_of_account(grant.account);
    let agent = agent.ok_or_else(|| ApiError::authentication("Invalid access token"))?;
    if fault == ApiFault::TooManyRequests {
        return Err(ApiError::too_many_requests(state.switches.retry_after_seconds));
    }
    if state.switches.misdirected {
        let region = token.split(':').next().unwrap_or_default();
        if headers::text(headers, "x-region") != Some(region) {
            return Err(ApiError::misdirected_request(region));
        }
    }
    match called {
        Called::Upload => upload::upload_file(&mut state.license, headers, body),
        Called::Action(action) => {
            if !Scope::parse(action.scope).is_some_and(|needed| scopes::allow(&grant.scopes, &needed)) {
                return Err(ApiError::missing_scope(action.scope));
            }
            let fields = request::object(body)?;
            match fault {
                ApiFault::NotChatUser => return Err(ApiError::not_chat_user()),
                ApiFault::ChatInactive => return Err(ApiError::chat_inactive()),
                _ => {}
            }
            (action.run)(&mut Caller { state, agent }, fields)
        }
    }
}
