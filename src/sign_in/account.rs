//! Who has signed in.

/// The agent who has signed in, and what the token is good for.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Account {
    /// The person, across all products: a UUID. The agent's id in the chat API is another one, the email address.
    pub account_id: String,
    /// The organization: a UUID.
    pub organization_id: String,
    /// When the present token expires, in milliseconds since 1970, as `Date.now()` counts. With the code flow it is renewed
    /// before that.
    pub expires_at: f64,
    /// As LiveChat sends them.
    scopes: String,
}

impl Account {
    /// An account without scopes whose token never expires, for tests.
    #[must_use]
    pub fn new(account_id: impl Into<String>, organization_id: impl Into<String>) -> Self {
        Self {
            account_id: account_id.into(),
            organization_id: organization_id.into(),
            expires_at: f64::INFINITY,
            scopes: String::new(),
        }
    }

    /// The account with these granted scopes, separated by commas, as LiveChat sends them.
    #[must_use]
    pub fn with_scopes(mut self, scopes: impl Into<String>) -> Self {
        self.scopes = scopes.into();
        self
    }

    /// The granted scopes, such as `chats--all:ro`.
    pub fn scopes(&self) -> impl Iterator<Item = &str> {
        // LiveChat separates them by commas; OAuth itself by spaces.
        self.scopes.split([',', ' ']).filter(|scope| !scope.is_empty())
    }

    /// Whether this scope, as it is spelled, is among the granted ones. That `rw` includes `ro` is not considered.
    #[must_use]
    pub fn has_scope(&self, scope: &str) -> bool {
        self.scopes().any(|granted| granted == scope)
    }
}
