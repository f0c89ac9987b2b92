//! The addresses of LiveChat's servers.

/// The version of the Agent Chat and Configuration APIs: the stable one since August 2025.
const VERSION: &str = "v3.6";

/// The base URLs of LiveChat's API and accounts servers: the real ones by default, others in tests.
///
/// ```
/// use livechat_api::Servers;
///
/// let fake = Servers::new("http://127.0.0.1:3335/", "http://127.0.0.1:3336");
/// assert_eq!(fake.agent("get_chat"), "http://127.0.0.1:3335/v3.6/agent/action/get_chat");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Servers {
    api: String,
    accounts: String,
}

impl Default for Servers {
    fn default() -> Self {
        Self::new("https://api.livechatinc.com", "https://accounts.livechat.com")
    }
}

impl Servers {
    /// Creates servers with these base URLs, each without a path. A trailing `/` is ignored.
    #[must_use]
    pub fn new(api: impl Into<String>, accounts: impl Into<String>) -> Self {
        let base = |url: String| url.trim_end_matches('/').to_owned();
        Self { api: base(api.into()), accounts: base(accounts.into()) }
    }

    /// The URL of an action of the Agent Chat API.
    #[must_use]
    pub fn agent(&self, action: &str) -> String {
        self.versioned(&["agent/action/", action])
    }

    /// The URL of an action of the Configuration API.
    #[must_use]
    pub fn configuration(&self, action: &str) -> String {
        self.versioned(&["configuration/action/", action])
    }

    /// The URL of a path below the version, such as `reports/chats/total_chats`.
    #[must_use]
    pub fn path(&self, path: &str) -> String {
        self.versioned(&[path])
    }

    /// The URL of an accounts endpoint, such as `info`.
    #[must_use]
    pub fn accounts(&self, path: &str) -> String {
        [self.accounts.as_str(), "/v2/", path].concat()
    }

    fn versioned(&self, path: &[&str]) -> String {
        [self.api.as_str(), "/", VERSION, "/", &path.concat()].concat()
    }
}
