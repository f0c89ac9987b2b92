//! The signed-in agent.

/// The agent who signed in, and what the token allows.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Account {
    /// The person, across all products: a UUID. The chat API identifies agents differently, by email address.
    pub account_id: String,
    /// The organization: a UUID.
    pub organization_id: String,
    /// When the current token expires, in milliseconds since 1970, like `Date.now()`. The code flow renews it
    /// earlier.
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

    /// Whether exactly this scope was granted. Does not consider that `rw` includes `ro`.
    #[must_use]
    pub fn has_scope(&self, scope: &str) -> bool {
        self.scopes().any(|granted| granted == scope)
    }
}
