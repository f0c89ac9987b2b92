//! The address that a sign-in begins at.

use super::{attempt::Attempt, client::Way, options::SignIn, percent, pkce};

/// The address of LiveChat's page for this attempt. What is empty is left out; the verifier is never in it.
pub(super) fn authorize_url(options: &SignIn, attempt: &Attempt, way: Way) -> String {
    let scopes = options.scopes.join(",");
    let challenge = if options.is_implicit { String::new() } else { pkce::challenge(&attempt.verifier) };
    let by_message = way == Way::Popup && options.answers_by_message;
    let parameters = [
        ("client_id", &*options.client_id),
        ("organization_id", options.organization.as_deref().unwrap_or_default()),
        ("redirect_uri", &*attempt.redirect_uri),
        ("state", &*attempt.state),
        ("response_type", if options.is_implicit { "token" } else { "code" }),
        ("scope", &*scopes),
        ("prompt", if options.asks_for_consent { "consent" } else { "" }),
        ("flow", if by_message { "button" } else { "" }),
        ("email", options.email.as_deref().unwrap_or_default()),
        ("code_challenge", &*challenge),
        ("code_challenge_method", if options.is_implicit { "" } else { "S256" }),
    ];
    let mut url = [options.accounts(), "/"].concat();
    let mut separator = '?';
    for (name, value) in parameters.into_iter().filter(|(_, value)| !value.is_empty()) {
        url.push(separator);
        url.push_str(name);
        url.push('=');
        url.push_str(&percent::encode(value));
        separator = '&';
    }
    url
}

#[cfg(test)]
mod tests {
    use super::*;

    fn url(options: &SignIn, way: Way) -> String {
        authorize_url(options, &Attempt::known(), way)
    }

    #[test]
    fn a_popup_asks_for_a_code_with_pkce() {
        assert_eq!(
            url(&SignIn::new("my app"), Way::Popup),
            "https://accounts.livechat.com/?client_id=my%20app&redirect_uri=https%3A%2F%2Fextension.example%2F\
             &state=BwcHBwcHBwcHBwcHBwcHBw&response_type=code\
             &code_challenge=g80hPkaKL7rbUpYj1pvTaDr7jxOh8KvDFn00a94wNxk&code_challenge_method=S256"
        );
    }

    #[test]
    fn every_option_is_in_the_address() {
        let options = SignIn::new("app")
            .scopes(["chats--all:ro", "customers:ro"])
            .implicit()
            .ask_for_consent()
            .email("ann@example.com")
            .organization("org")
            .answer_by_message()
            .accounts_url("http://127.0.0.1:3400/");
        assert_eq!(
            url(&options, Way::Popup),
            "http://127.0.0.1:3400/?client_id=app&organization_id=org&redirect_uri=https%3A%2F%2Fextension.example%2F\
             &state=BwcHBwcHBwcHBwcHBwcHBw&response_type=token&scope=chats--all%3Aro%2Ccustomers%3Aro&prompt=consent\
             &flow=button&email=ann%40example.com"
        );
    }

    #[test]
    fn a_redirect_is_answered_by_a_redirect() {
        assert!(!url(&SignIn::new("app").answer_by_message(), Way::Redirect).contains("flow="));
    }

    #[test]
    fn the_verifier_is_never_sent() {
        assert!(!url(&SignIn::new("app"), Way::Popup).contains(&Attempt::known().verifier));
    }
}
