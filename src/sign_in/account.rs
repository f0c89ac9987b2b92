//! Who has signed in.

/// The agent who has signed in, and what the token is good for.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Account {
    /// The person, across all products: a UUID. The agent's id in the chat API is another one, the email address.
    pub account_id: String,
    /// The organization: a UUID.
    pub organization_id: String,
    /// The granted scopes, such as `chats--all:ro`.
    pub scopes: Vec<String>,
    /// When the present token expires, in milliseconds since 1970, as `Date.now()` counts. With the code flow it is renewed
    /// before that.
    pub expires_at: f64,
}

impl Account {
    /// An account without scopes whose token never expires, for tests.
    #[must_use]
    pub fn new(account_id: impl Into<String>, organization_id: impl Into<String>) -> Self {
        Self {
            account_id: account_id.into(),
            organization_id: organization_id.into(),
            scopes: Vec::new(),
            expires_at: f64::INFINITY,
        }
    }

    /// Whether this scope, as it is spelled, is among the granted ones. That `rw` includes `ro` is not looked at.
    #[must_use]
    pub fn has_scope(&self, scope: &str) -> bool {
        self.scopes.iter().any(|granted| granted == scope)
    }
}
