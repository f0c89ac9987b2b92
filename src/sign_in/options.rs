//! What an extension chooses about its sign-in.

use std::time::Duration;

/// LiveChat's accounts server.
const ACCOUNTS: &str = "https://accounts.livechat.com";

/// How an extension signs its agents in with LiveChat: for [`Extension::sign_in`](crate::Extension::sign_in).
///
/// The client id is in Developer Console, in the app's building block *App Authorization*. It is no secret.
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
    /// Further parameters of LiveChat's page. Only the options that an extension sets add to its weight.
    pub(super) parameters: Vec<(&'static str, String)>,
    pub(super) redirects: bool,
    pub(super) answers_by_message: bool,
    pub(super) timeout: Duration,
}

impl SignIn {
    /// The sign-in of the app with this client id: an authorization code with PKCE, in a popup, for all scopes that the app
    /// has in Developer Console.
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

    /// Asks for these scopes only, out of those that the app has in Developer Console.
    #[must_use]
    pub fn scopes(self, scopes: impl IntoIterator<Item = impl Into<String>>) -> Self {
        let scopes: Vec<String> = scopes.into_iter().map(Into::into).collect();
        self.with("scope", scopes.join(","))
    }

    /// Asks for the token at once instead of a code: the implicit flow, `response_type=token`. There is nothing to renew it
    /// with, so the agent signs in again when it has expired, after eight hours.
    ///
    /// For an app for which LiveChat does not let a page exchange its code:
    /// [`TokenEndpointBlocked`](crate::SignInError::TokenEndpointBlocked). UNVERIFIED: when that is so; public code contradicts
    /// itself.
    #[must_use]
    pub fn implicit(mut self) -> Self {
        self.is_implicit = true;
        self
    }

    /// The address that LiveChat sends the agent back to; one of the redirect URIs in Developer Console, or below it. It has to
    /// be a page of this build, on its origin. LiveChat accepts neither query nor fragment, so both are left out.
    ///
    /// Unless set, a popup returns to where the build starts, such as `https://extension.example/`, and a redirect to the page
    /// that began it.
    #[must_use]
    pub fn redirect_uri(mut self, address: impl Into<String>) -> Self {
        let mut address: String = address.into();
        address.truncate(address.find(['?', '#']).unwrap_or(address.len()));
        self.redirect_uri = Some(address);
        self
    }

    /// Another accounts server, such as a fake one. `https://accounts.livechat.com` unless set; in the simulator, a development
    /// build signs in at the fake LiveChat that runs there, unless this is set.
    #[must_use]
    pub fn accounts_url(mut self, address: impl Into<String>) -> Self {
        let address: String = address.into();
        self.accounts = Some(address.trim_end_matches('/').to_owned());
        self
    }

    /// Always shows the question whether the agent agrees, `prompt=consent`. The app's own author never sees it otherwise.
    #[must_use]
    pub fn ask_for_consent(self) -> Self {
        self.with("prompt", "consent".to_owned())
    }

    /// The email address that LiveChat's form begins with.
    #[must_use]
    pub fn email(self, email: impl Into<String>) -> Self {
        self.with("email", email.into())
    }

    /// The organization to sign in to, by its id. UNVERIFIED: documented nowhere; the JavaScript SDK sends it.
    #[must_use]
    pub fn organization(self, id: impl Into<String>) -> Self {
        self.with("organization_id", id.into())
    }

    /// Redirects this iframe to LiveChat instead of opening a popup, for where popups cannot be had. An extension that starts
    /// signed out does so by itself, once; after that only when [`sign_in`](crate::UseSignInHandle::sign_in) is called.
    ///
    /// UNVERIFIED: whether LiveChat's page may be shown in an iframe, and whether the browser gives it its cookies there. What
    /// LiveChat refuses ends on its own page in that iframe, and the extension is not told.
    #[must_use]
    pub fn redirect(mut self) -> Self {
        self.redirects = true;
        self
    }

    /// Has LiveChat's page answer by `postMessage` instead of sending the popup back to the extension's page: `flow=button`, as
    /// the JavaScript SDK does. Then a refusal is reported too.
    ///
    /// UNVERIFIED: documented nowhere; seen in the JavaScript SDK. The default needs the extension's own page only.
    #[must_use]
    pub fn answer_by_message(mut self) -> Self {
        self.answers_by_message = true;
        self
    }

    /// How long the popup may be open. 10 minutes unless set.
    #[must_use]
    pub fn timeout(mut self, timeout: Duration) -> Self {
        self.timeout = timeout;
        self
    }

    /// The accounts server.
    pub(super) fn accounts(&self) -> &str {
        self.accounts.as_deref().unwrap_or(ACCOUNTS)
    }

    /// With this parameter, in place of one of the same name.
    fn with(mut self, name: &'static str, value: String) -> Self {
        self.parameters.retain(|(other, _)| *other != name);
        self.parameters.push((name, value));
        self
    }

    /// Whether an answer by message may come from this origin: the accounts server's, or the same one at LiveChat's older
    /// domain, from which the JavaScript SDK takes answers too.
    pub(super) fn is_accounts_origin(&self, origin: &str) -> bool {
        let own = origin_of(self.accounts());
        origin == own
            || own.strip_suffix(".livechat.com").is_some_and(|rest| origin == [rest, ".livechatinc.com"].concat())
    }

    /// What all iframes of the extension know this sign-in by: in the storage, on the channel, and for the lock.
    pub(super) fn key(&self) -> String {
        ["yew-livechat sign-in ", &self.client_id, " ", self.accounts()].concat()
    }
}

/// An address up to its third slash.
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
