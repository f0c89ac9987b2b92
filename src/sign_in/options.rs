//! The options of a sign-in.

use std::time::Duration;

/// LiveChat's accounts server.
const ACCOUNTS: &str = "https://accounts.livechat.com";

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
    pub(super) client_id: String,
    pub(super) is_implicit: bool,
    pub(super) redirect_uri: Option<String>,
    /// The accounts server, if the extension has chosen one.
    pub(super) accounts: Option<String>,
    /// Further parameters of LiveChat's page. Options that an extension does not set add no code.
    pub(super) parameters: Vec<(&'static str, String)>,
    pub(super) redirects: bool,
    pub(super) answers_by_message: bool,
    pub(super) timeout: Duration,
}

impl SignIn {
    /// Creates the options for the app with this client id: an authorization code with PKCE, in a popup, for all
    /// scopes that the app has in the Developer Console.
    #[must_use]
    pub fn new(client_id: impl Into<String>) -> Self {
        Self {
            client_id: client_id.into(),
            is_implicit: false,
            redirect_uri: None,
            accounts: None,
            parameters: Vec::new(),
            redirects: false,
            answers_by_message: false,
            timeout: Duration::from_secs(600),
        }
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
    pub fn implicit(mut self) -> Self {
        self.is_implicit = true;
        self
    }

    /// Sets the address that LiveChat sends the agent back to. It must be one of the redirect URIs in the Developer
    /// Console, or below one, and a page of this build on the same origin. LiveChat accepts neither query nor
    /// fragment, so both are removed.
    ///
    /// By default, a popup returns to where the build starts, such as `https://extension.example/`, and a redirect to
    /// the page that started it.
    #[must_use]
    pub fn redirect_uri(mut self, address: impl Into<String>) -> Self {
        let mut address: String = address.into();
        address.truncate(address.find(['?', '#']).unwrap_or(address.len()));
        self.redirect_uri = Some(address);
        self
    }

    /// Sets the accounts server, for example to a fake one. Unless set, it is `https://accounts.livechat.com`, and in
    /// a development build in the simulator, the simulator's fake LiveChat.
    #[must_use]
    pub fn accounts_url(mut self, address: impl Into<String>) -> Self {
        let address: String = address.into();
        self.accounts = Some(address.trim_end_matches('/').to_owned());
        self
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
    pub fn redirect(mut self) -> Self {
        self.redirects = true;
        self
    }

    /// Makes LiveChat's page answer by `postMessage` instead of sending the popup back to the extension's page:
    /// `flow=button`, like the JavaScript SDK. Refusals are then reported as well.
    ///
    /// UNVERIFIED: undocumented; seen in the JavaScript SDK. The default needs only the extension's own page.
    #[must_use]
    pub fn answer_by_message(mut self) -> Self {
        self.answers_by_message = true;
        self
    }

    /// Sets how long the popup may be open; 10 minutes unless set.
    #[must_use]
    pub fn timeout(mut self, timeout: Duration) -> Self {
        self.timeout = timeout;
        self
    }

    /// The accounts server.
    pub(super) fn accounts(&self) -> &str {
        self.accounts.as_deref().unwrap_or(ACCOUNTS)
    }

    /// Sets this parameter, replacing one of the same name.
    fn with(mut self, name: &'static str, value: String) -> Self {
        self.parameters.retain(|(other, _)| *other != name);
        self.parameters.push((name, value));
        self
    }

    /// Whether an answer by message may come from this origin: the accounts server's, or the same server on
    /// LiveChat's older domain, which the JavaScript SDK accepts too.
    pub(super) fn is_accounts_origin(&self, origin: &str) -> bool {
        let own = origin_of(self.accounts());
        origin == own
            || own.strip_suffix(".livechat.com").is_some_and(|rest| origin == [rest, ".livechatinc.com"].concat())
    }

    /// The name of this sign-in in all iframes of the extension: for storage, channel and lock.
    pub(super) fn key(&self) -> String {
        ["yew-livechat sign-in ", &self.client_id, " ", self.accounts()].concat()
    }
}

/// The address up to its third slash.
pub(super) fn origin_of(address: &str) -> &str {
    let mut slashes = address.bytes().enumerate().filter(|(_, byte)| *byte == b'/');
    slashes.nth(2).and_then(|(end, _)| address.get(..end)).unwrap_or(address)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_redirect_uri_has_neither_query_nor_fragment() {
        for address in
            ["https://a.example/in", "https://a.example/in?x=1", "https://a.example/in#x", "https://a.example/in?#?"]
        {
            assert_eq!(SignIn::new("app").redirect_uri(address).redirect_uri.as_deref(), Some("https://a.example/in"));
        }
    }

    #[test]
    fn answers_come_from_the_accounts_server_or_its_older_domain() {
        let sign_in = SignIn::new("app");
        assert!(sign_in.is_accounts_origin("https://accounts.livechat.com"));
        assert!(sign_in.is_accounts_origin("https://accounts.livechatinc.com"));
        for origin in ["null", "", "https://accounts.livechat.com.evil.example", "http://accounts.livechat.com"] {
            assert!(!sign_in.is_accounts_origin(origin), "{origin}");
        }
        let fake = SignIn::new("app").accounts_url("http://127.0.0.1:3400/accounts/");
        assert!(fake.is_accounts_origin("http://127.0.0.1:3400"));
        assert!(!fake.is_accounts_origin("https://accounts.livechat.com"));
    }
}
