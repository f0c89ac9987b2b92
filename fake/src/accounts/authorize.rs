//! The consent page and its response.

use axum::extract::rejection::{FormRejection, QueryRejection};
use axum::extract::{Form, Query, State};
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{Html, IntoResponse, Response};
use serde::Deserialize;
use serde_json::{Value, json};

use super::exception::Exception;
use super::pages;
use super::request::{Destination, Parameters, Refused, Request, ResponseType};
use super::tokens::Grant;
use crate::license::{Agent, ORGANIZATION};
use crate::scopes;
use crate::switches::{Colon, Popup, StateAnswer};
use crate::{Fake, Switches};

/// `GET /` and `GET /signin`.
pub(super) async fn page(State(fake): State<Fake>, query: Result<Query<Parameters>, QueryRejection>) -> Response {
    if let Ok(Query(Parameters { identity_exception, .. })) = &query
        && !identity_exception.is_empty()
    {
        return Html(pages::ooops(identity_exception, "")).into_response();
    }
    let request = match check(&fake, query) {
        Ok(request) => request,
        Err(refused) => return refuse(refused),
    };
    let agents = fake.lock().license.people();
    let suggested = request.email.as_deref().filter(|email| agents.iter().any(|agent| agent.id == *email));
    let suggested = suggested.unwrap_or(Agent::ORDINARY).to_owned();
    if fake.lock().switches.skip_consent && !request.forces_consent {
        return accept(&fake, &request, &suggested);
    }
    Html(pages::consent(&request, &agents, &suggested)).into_response()
}

#[derive(Deserialize)]
pub(super) struct Decision {
    decision: String,
    #[serde(default)]
    agent: String,
}

/// The consent page's form. It posts to the page's own address, so that the request is checked again.
pub(super) async fn decide(
    State(fake): State<Fake>,
    query: Result<Query<Parameters>, QueryRejection>,
    decision: Result<Form<Decision>, FormRejection>,
) -> Response {
    let request = match check(&fake, query) {
        Ok(request) => request,
        Err(refused) => return refuse(refused),
    };
    match decision {
        Ok(Form(Decision { decision, agent })) if decision == "accept" => accept(&fake, &request, &agent),
        Ok(Form(Decision { decision, .. })) if decision == "refuse" => {
            let exception = Exception::new(fake.lock().switches.exception.clone());
            refuse(Refused { exception, to: Some(request.to) })
        }
        _ => refuse(Refused { exception: Exception::new("invalid_request"), to: Some(request.to) }),
    }
}

#[derive(Deserialize)]
pub(super) struct Refusal {
    #[serde(default)]
    oauth_exception: String,
    #[serde(default)]
    exception_details: String,
}

/// `GET /ooops`.
pub(super) async fn ooops(refusal: Result<Query<Refusal>, QueryRejection>) -> Response {
    let Ok(Query(Refusal { oauth_exception, exception_details })) = refusal else {
        return StatusCode::BAD_REQUEST.into_response();
    };
    Html(pages::ooops(&oauth_exception, &exception_details)).into_response()
}

fn check(fake: &Fake, query: Result<Query<Parameters>, QueryRejection>) -> Result<Request, Refused> {
    // A repeated parameter makes the query invalid.
    let Query(parameters) = query.map_err(|_| Refused { exception: Exception::new("invalid_request"), to: None })?;
    Request::check(parameters, fake.client())
}

fn refuse(Refused { exception, to }: Refused) -> Response {
    match to {
        Some(Destination { redirect_uri, popup: true }) => {
            Html(pages::answer(&exception.message(), redirect_uri.origin(), "Nobody was signed in.")).into_response()
        }
        // Errors are never redirected to the app.
        _ => redirect(&exception.address()),
    }
}

/// The agent accepts.
fn accept(fake: &Fake, request: &Request, agent: &str) -> Response {
    let refused = |exception| refuse(Refused { exception, to: Some(request.to.clone()) });
    let mut state = fake.lock();
    let Some(agent) = state.license.person(agent) else { return refused(Exception::new("access_denied")) };
    if !agent.is_administrator() && request.scopes.iter().any(scopes::Scope::needs_administrator) {
        return refused(Exception::new("invalid_scope"));
    }
    let popup = request.to.popup;
    if (popup && state.switches.popup == Popup::Error) || (!popup && state.switches.ooops) {
        return refused(Exception::new(state.switches.exception.clone()));
    }
    if !popup && !state.redirects.count(&request.client_id, agent.id) {
        return refused(Exception::with_details("invalid_request", "too_many_redirects"));
    }
    if popup && state.switches.popup == Popup::Never {
        return Html(pages::silence()).into_response();
    }
    let grant =
        Grant { client_id: request.client_id.clone(), account: agent.account_id, scopes: request.scopes.clone() };
    let switches = state.switches.clone();
    let answer = Answer { request, switches: &switches };
    match &request.answer {
        ResponseType::Token => answer.token(&state.tokens.issue(grant.clone(), None, &switches).token, &grant),
        ResponseType::Code(challenge) => {
            let redirect_uri = request.to.redirect_uri.as_str().to_owned();
            answer.code(&state.tokens.issue_code(grant.clone(), redirect_uri, challenge.clone(), &switches), &grant)
        }
    }
}

/// The response to an app whose request was granted.
struct Answer<'a> {
    request: &'a Request,
    switches: &'a Switches,
}

impl Answer<'_> {
    fn token(&self, token: &str, grant: &Grant) -> Response {
        let token = self.escaped(token);
        let lifetime = self.switches.token_lifetime_seconds;
        if self.request.to.popup {
            // As the vendor's end-to-end test observed it on a real accounts page.
            let nulls = self.switches.popup == Popup::Nulls;
            return self.post(json!({
                "access_token": token,
                "token_type": if nulls { Value::Null } else { "Bearer".into() },
                "expires_in": if nulls { Value::Null } else { lifetime.into() },
                "scope": if nulls { Value::Null } else { scopes::joined(&grant.scopes).into() },
                "account_id": grant.account,
                "organization_id": ORGANIZATION,
                "client_id": grant.client_id,
            }));
        }
        let mut fragment = form_urlencoded::Serializer::new(String::new());
        fragment
            .append_pair("access_token", &token)
            .append_pair("token_type", "Bearer")
            .append_pair("expires_in", &lifetime.to_string())
            .append_pair("scope", &scopes::joined(&grant.scopes));
        if let Some(state) = self.state() {
            fragment.append_pair("state", &state);
        }
        self.redirect('#', &fragment.finish())
    }

    fn code(&self, code: &str, grant: &Grant) -> Response {
        let code = self.escaped(code);
        if self.request.to.popup {
            return self.post(json!({
                "code": code,
                "scope": scopes::joined(&grant.scopes),
                "account_id": grant.account,
                "organization_id": ORGANIZATION,
                "client_id": grant.client_id,
            }));
        }
        let mut query = form_urlencoded::Serializer::new(String::new());
        query.append_pair("code", &code);
        // Present but empty if the request had none.
        if self.switches.state != StateAnswer::Missing {
            query.append_pair("state", &self.state().unwrap_or_default());
        }
        self.redirect('?', &query.finish())
    }

    fn post(&self, mut data: Value) -> Response {
        if let Some(state) = self.state() {
            data["state"] = state.into();
        }
        if self.switches.popup == Popup::Scopes
            && let Some(data) = data.as_object_mut()
            && let Some(scope) = data.remove("scope")
        {
            data.insert("scopes".to_owned(), scope);
        }
        let origin = self.request.to.redirect_uri.origin();
        Html(pages::answer(&json!({ "data": data }), origin, "You are signed in.")).into_response()
    }

    fn redirect(&self, separator: char, parameters: &str) -> Response {
        let parameters = match self.switches.colon {
            Colon::Plain => parameters.replace("%3A", ":"),
            Colon::Encoded | Colon::Twice => parameters.to_owned(),
        };
        redirect(&format!("{}{separator}{parameters}", self.request.to.redirect_uri.as_str()))
    }

    fn escaped(&self, token: &str) -> String {
        if self.switches.colon == Colon::Twice { token.replace(':', "%3A") } else { token.to_owned() }
    }

    fn state(&self) -> Option<String> {
        match self.switches.state {
            StateAnswer::Echo => self.request.state.clone(),
            StateAnswer::Missing => None,
            StateAnswer::Wrong => Some("a-state-that-nobody-sent".to_owned()),
        }
    }
}

fn redirect(address: &str) -> Response {
    match HeaderValue::from_str(address) {
        Ok(address) => (StatusCode::SEE_OTHER, [(header::LOCATION, address)]).into_response(),
        // A redirect URI with non-ASCII letters.
        Err(_) => (StatusCode::BAD_REQUEST, "the redirect URI is not ASCII; percent-encode it").into_response(),
    }
}
