//! The accounts server's answers.

use livechat_protocol::{Kind, Payload};

use super::{
    answer::text,
    error::{SignInError, SignInRefusal},
};

/// The outcome of a request.
pub(super) enum Response<P> {
    /// The server answered; a body that is not JSON is `None`.
    Answered { status: u16, body: Option<P> },
    /// There was no answer.
    Unreachable,
    /// There was an answer that the browser does not let this page read.
    Unreadable,
}

/// The object in a successful answer.
///
/// # Errors
/// What is wrong with any other answer.
pub(super) fn values<P: Payload>(response: Response<P>) -> Result<P, SignInError> {
    let (status, body) = match response {
        Response::Answered { status, body } => (status, body.filter(|body| body.kind() == Kind::Object)),
        Response::Unreachable => return Err(SignInError::Network),
        Response::Unreadable => return Err(SignInError::TokenEndpointBlocked),
    };
    match (status, body) {
        (200..=299, Some(body)) => Ok(body),
        (200..=299, None) => Err(SignInError::WrongAnswer { what: "it is not a JSON object" }),
        // A failing server may send any body.
        (429 | 500.., _) | (_, None) => Err(SignInError::Unavailable { status }),
        (_, Some(body)) => {
            // The unversioned server of 2019 said `oauth_exception`.
            let code = text(&body, "error").or_else(|| text(&body, "oauth_exception"));
            match code.filter(|code| !code.is_empty()) {
                Some(code) => Err(SignInRefusal::new(&code, text(&body, "sub_error").as_deref()).into_error()),
                None => Err(SignInError::Unavailable { status }),
            }
        }
    }
}

/// Whether a refresh token is useless from now on: the server refused it, and did not merely fail.
pub(super) fn is_final(error: &SignInError) -> bool {
    matches!(error, SignInError::Refused(_) | SignInError::ScopeNotAllowed)
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;

    fn error(status: u16, body: Option<Value>) -> SignInError {
        values(Response::Answered { status, body }).err().unwrap()
    }

    #[test]
    fn answers_of_the_wrong_shape_are_told_apart() {
        assert_eq!(error(502, None), SignInError::Unavailable { status: 502 }, "HTML");
        assert_eq!(error(502, Some(json!({ "error": "server_error" }))), SignInError::Unavailable { status: 502 });
        assert_eq!(error(429, Some(json!({}))), SignInError::Unavailable { status: 429 });
        for body in [None, Some(json!("token")), Some(json!([])), Some(json!(null))] {
            assert!(matches!(error(200, body), SignInError::WrongAnswer { .. }));
        }
        assert_eq!(error(404, Some(json!({ "error": {} }))), SignInError::Unavailable { status: 404 });
        assert_eq!(values::<Value>(Response::Unreachable).err(), Some(SignInError::Network));
        assert_eq!(values::<Value>(Response::Unreadable).err(), Some(SignInError::TokenEndpointBlocked));
    }

    #[test]
    fn a_refusal_has_livechat_s_words() {
        let body = json!({ "error": "invalid_grant", "error_description": "…", "sub_error": null, "request_id": "…" });
        let refused = error(401, Some(body));
        assert!(is_final(&refused) && refused.to_string().contains("(invalid_grant)"), "{refused}");
        assert_eq!(error(403, Some(json!({ "error": "invalid_scope" }))), SignInError::ScopeNotAllowed);
        let sub = error(403, Some(json!({ "error": "access_denied", "sub_error": "insufficient_scope" })));
        assert!(sub.to_string().contains("insufficient_scope"), "{sub}");
        assert!(error(400, Some(json!({ "oauth_exception": "invalid_client" }))).to_string().contains("client id"));
        assert!(!is_final(&SignInError::Network) && !is_final(&SignInError::Unavailable { status: 503 }));
    }
}
