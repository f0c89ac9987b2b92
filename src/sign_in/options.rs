//! The options of a sign-in.

use std::time::Duration;

use livechat_protocol::Payload;

/// How an extension signs its agents in with LiveChat, for [`Extension::sign_in`](crate::Extension::sign_in).
///
/// The client id is in the Developer Console, in the app's building block *App Authorization*. It is not a secret.
///
/// ```
/// use yew_livechat::prelude::*;
///
/// let extension = Extension::details().sign_in(SignIn::new("my-client-id").scopes(["chats--all:ro"]));
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct SignIn {
    /// Parameters of LiveChat's page, and options of `static/sign-in.js`. Options that an extension does not set add no
    /// code.
    options: Vec<(&'static str, String)>,
}

impl SignIn {
    /// Creates the options for the app with this client id: an authorization code with PKCE, in a popup, for all
    /// scopes that the app has in the Developer Console.
    #[must_use]
    pub fn new(client_id: impl Into<String>) -> Self {
        Self { options: vec![("client_id", client_id.into())] }
    }

    /// Requests only these scopes, out of those that the app has in the Developer Console.
    #[must_use]
    pub fn scopes(self, scopes: impl IntoIterator<Item = impl Into<String>>) -> Self {
        let scopes: Vec<String> = scopes.into_iter().map(Into::into).collect();
        self.with("scope", scopes.join(","))
    }

    /// Requests the token directly instead of a code: the implicit flow, `response_type=token`. It cannot be renewed,
    /// so the agent signs in again when it expires, after eight hours.
    ///
    /// Use it for an app whose code LiveChat does not let a page exchange:
    /// [`TokenEndpointBlocked`](crate::SignInError::TokenEndpointBlocked). UNVERIFIED: when that happens; public code
    /// contradicts itself.
    #[must_use]
    pub fn implicit(self) -> Self {
        self.with("response_type", "token".to_owned())
    }

    /// Sets the address that LiveChat sends the agent back to. It must be one of the redirect URIs in the Developer
    /// Console, or below one, and a page of this build on the same origin. LiveChat accepts neither query nor
    /// fragment, so both are removed.
    ///
    /// By default, a popup returns to where the build starts, such as `https://extension.example/`, and a redirect to
    /// the page that started it.
    #[must_use]
    pub fn redirect_uri(self, address: impl Into<String>) -> Self {
        let mut address: String = address.into();
        address.truncate(address.find(['?', '#']).unwrap_or(address.len()));
        self.with("redirect_uri", address)
    }

    /// Sets the accounts server, for example to a fake one. Unless set, it is `https://accounts.livechat.com`, and in
    /// a development build in the simulator, the simulator's fake LiveChat.
    #[must_use]
    pub fn accounts_url(self, address: impl Into<String>) -> Self {
        let address: String = address.into();
        self.with("accounts", address.trim_end_matches('/').to_owned())
    }

    /// Always asks the agent for consent, `prompt=consent`. Otherwise the app's author never sees that question.
    #[must_use]
    pub fn ask_for_consent(self) -> Self {
        self.with("prompt", "consent".to_owned())
    }

    /// Prefills the email address in LiveChat's form.
    #[must_use]
    pub fn email(self, email: impl Into<String>) -> Self {
        self.with("email", email.into())
    }

    /// Selects the organization to sign in to, by id. UNVERIFIED: undocumented; the JavaScript SDK sends it.
    #[must_use]
    pub fn organization(self, id: impl Into<String>) -> Self {
        self.with("organization_id", id.into())
    }

    /// Redirects this iframe to LiveChat instead of opening a popup, for environments without popups. An extension
    /// that starts signed out redirects automatically once; later, only when
    /// [`sign_in`](crate::UseSignInHandle::sign_in) is called.
    ///
    /// UNVERIFIED: whether LiveChat's page may be shown in an iframe, and whether it gets its cookies there. If
    /// LiveChat refuses, the iframe stays on LiveChat's page and the extension is not notified.
    #[must_use]
    pub fn redirect(self) -> Self {
        self.with("redirects", "true".to_owned())
    }

    /// Makes LiveChat's page answer by `postMessage` instead of sending the popup back to the extension's page:
    /// `flow=button`, like the JavaScript SDK. Refusals are then reported as well.
    ///
    /// UNVERIFIED: undocumented; seen in the JavaScript SDK. The default needs only the extension's own page.
    #[must_use]
    pub fn answer_by_message(self) -> Self {
        self.with("flow", "button".to_owned())
    }

    /// Sets how long the popup may be open; 10 minutes unless set.
    #[must_use]
    pub fn timeout(self, timeout: Duration) -> Self {
        self.with("timeout", timeout.as_millis().to_string())
    }

    /// Sets this option. Of two with the same name, the script receives the last one.
    fn with(mut self, name: &'static str, value: String) -> Self {
        self.options.push((name, value));
        self
    }

    /// Whether the extension has chosen an accounts server.
    #[cfg(all(feature = "simulator", debug_assertions))]
    pub(super) fn has_accounts(&self) -> bool {
        self.options.iter().any(|(name, _)| *name == "accounts")
    }

    /// The options as an object, for `static/sign-in.js`.
    pub(super) fn to_value<P: Payload>(&self) -> P {
        P::object(self.options.iter().map(|(name, value)| (*name, P::text(value))).collect())
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;

    #[test]
    fn every_option_is_one_of_the_script_s() {
        let options = SignIn::new("app")
            .scopes(["chats--all:ro", "customers:ro"])
            .implicit()
            .redirect_uri("https://a.example/in")
            .accounts_url("http://127.0.0.1:8811/")
            .ask_for_consent()
            .email("ann@example.com")
            .organization("org")
            .redirect()
            .answer_by_message()
            .timeout(Duration::from_secs(60));
        let expected = json!({
            "client_id": "app", "scope": "chats--all:ro,customers:ro", "response_type": "token",
            "redirect_uri": "https://a.example/in", "accounts": "http://127.0.0.1:8811", "prompt": "consent",
            "email": "ann@example.com", "organization_id": "org", "redirects": "true", "flow": "button", "timeout": "60000",
        });
        assert_eq!(options.to_value::<Value>(), expected);
        assert_eq!(SignIn::new("app").to_value::<Value>(), json!({ "client_id": "app" }));
    }

    #[test]
    fn an_option_that_is_set_twice_has_the_second_value() {
        let options = SignIn::new("app").email("ann@example.com").email("bob@example.com");
        assert_eq!(options.to_value::<Value>()["email"], "bob@example.com");
    }

    #[test]
    fn a_redirect_uri_has_neither_query_nor_fragment() {
        for address in
            ["https://a.example/in", "https://a.example/in?x=1", "https://a.example/in#x", "https://a.example/in?#?"]
        {
            let options = SignIn::new("app").redirect_uri(address);
            assert_eq!(options.to_value::<Value>()["redirect_uri"], "https://a.example/in");
        }
    }
}
