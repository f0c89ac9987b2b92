//! The parameters of the page where a sign-in begins.

use livechat_protocol::Payload;

use super::{attempt::Attempt, client::Way, options::SignIn};

/// The parameters of LiveChat's page for this attempt, without empty ones and without the verifier.
/// `static/sign-in.js` adds the verifier's hash (PKCE, RFC 7636): a browser's own SHA-256 needs a promise, and adds
/// no code.
pub(super) fn authorize_parameters<P: Payload>(options: &SignIn, attempt: &Attempt, way: Way) -> P {
    let by_message = way == Way::Popup && options.answers_by_message;
    let own = [
        ("client_id", &*options.client_id),
        ("redirect_uri", &*attempt.redirect_uri),
        ("state", &*attempt.state),
        ("response_type", if options.is_implicit { "token" } else { "code" }),
        ("flow", if by_message { "button" } else { "" }),
    ];
    let chosen = options.parameters.iter().map(|(name, value)| (*name, &**value));
    let given = own.into_iter().chain(chosen).filter(|(_, value)| !value.is_empty());
    P::object(given.map(|(name, value)| (name, P::text(value))).collect())
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;

    fn parameters(options: &SignIn, way: Way) -> Value {
        authorize_parameters(options, &Attempt::known(), way)
    }

    #[test]
    fn a_popup_asks_for_a_code_and_the_verifier_is_never_sent() {
        let expected = json!({
            "client_id": "my app", "redirect_uri": "https://extension.example/", "state": "BwcHBwcHBwcHBwcHBwcHBw",
            "response_type": "code",
        });
        assert_eq!(parameters(&SignIn::new("my app"), Way::Popup), expected);
    }

    #[test]
    fn every_option_is_a_parameter() {
        let options = SignIn::new("app")
            .scopes(["chats--all:ro", "customers:ro"])
            .implicit()
            .ask_for_consent()
            .email("ann@example.com")
            .organization("org")
            .answer_by_message();
        let expected = json!({
            "client_id": "app", "organization_id": "org", "redirect_uri": "https://extension.example/",
            "state": "BwcHBwcHBwcHBwcHBwcHBw", "response_type": "token", "scope": "chats--all:ro,customers:ro",
            "prompt": "consent", "flow": "button", "email": "ann@example.com",
        });
        assert_eq!(parameters(&options, Way::Popup), expected);
    }

    #[test]
    fn a_redirect_is_answered_by_a_redirect() {
        let parameters = parameters(&SignIn::new("app").answer_by_message(), Way::Redirect);
        assert!(parameters.get("flow").is_none(), "{parameters}");
    }
}
