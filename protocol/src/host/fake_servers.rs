//! A fake LiveChat, which the simulator names to a development build.

use crate::wire::Origin;

const ACCOUNTS: &str = "fake_accounts";
const API: &str = "fake_api";

/// The servers of a fake LiveChat on this machine. The simulator adds them to the URL of an extension that signs in,
/// and a development build signs in there.
///
/// ```
/// use livechat_protocol::FakeServers;
///
/// let query = "?theme=dark&fake_accounts=http%3A%2F%2F127.0.0.1%3A8811&fake_api=http%3A%2F%2F127.0.0.1%3A8812";
/// let fake = FakeServers::from_query(query).expect("both are on this machine");
/// assert_eq!((fake.accounts(), fake.api()), ("http://127.0.0.1:8811", "http://127.0.0.1:8812"));
/// assert_eq!(FakeServers::from_query("?fake_accounts=https://evil.example&fake_api=https://evil.example"), None);
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FakeServers {
    accounts: String,
    api: String,
}

impl FakeServers {
    /// Servers at these origins; `None` unless both are on this machine.
    #[must_use]
    pub fn new(accounts: &str, api: &str) -> Option<Self> {
        let is_loopback = |origin: &str| Origin::parse(origin).is_ok_and(|origin| origin.is_loopback());
        (is_loopback(accounts) && is_loopback(api)).then(|| Self { accounts: accounts.to_owned(), api: api.to_owned() })
    }

    /// Parses the parameters in a query string, with or without its question mark. `None` unless both are present,
    /// and are origins on this machine.
    #[must_use]
    pub fn from_query(query: &str) -> Option<Self> {
        let query = query.strip_prefix('?').unwrap_or(query);
        let value = |wanted: &str| form_urlencoded::parse(query.as_bytes()).find(|(name, _)| name == wanted);
        Self::new(&value(ACCOUNTS)?.1, &value(API)?.1)
    }

    /// The parameters' names and values.
    #[must_use]
    pub fn parameters(&self) -> [(&'static str, &str); 2] {
        [(ACCOUNTS, &self.accounts), (API, &self.api)]
    }

    /// The parameters to append to a query string that has others: `&fake_accounts=…&fake_api=…`.
    #[must_use]
    pub fn to_query(&self) -> String {
        let parameter = |(name, value): (&str, &str)| {
            let value: String = form_urlencoded::byte_serialize(value.as_bytes()).collect();
            format!("&{name}={value}")
        };
        self.parameters().map(parameter).concat()
    }

    /// The origin of the accounts server.
    #[must_use]
    pub fn accounts(&self) -> &str {
        &self.accounts
    }

    /// The origin of the API's server.
    #[must_use]
    pub fn api(&self) -> &str {
        &self.api
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_query_is_read_as_it_was_written() {
        let fake = FakeServers::new("http://127.0.0.1:8811", "http://localhost:8812").unwrap();
        assert_eq!(FakeServers::from_query(&format!("?theme=dark{}", fake.to_query())), Some(fake.clone()));
        assert_eq!(FakeServers::from_query(&fake.to_query()), Some(fake));
    }

    #[test]
    fn only_origins_of_this_machine_count() {
        let here = "http://127.0.0.1:8811";
        for elsewhere in [
            "https://accounts.livechat.com",
            "http://127.0.0.1.evil.example",
            "http://127.0.0.1:8811@evil.example",
            "http://127.0.0.1:8811/path",
            "//127.0.0.1:8811",
            "javascript:alert(1)",
            "",
        ] {
            assert_eq!(FakeServers::new(elsewhere, here), None, "{elsewhere}");
            assert_eq!(FakeServers::new(here, elsewhere), None, "{elsewhere}");
        }
        assert_eq!(FakeServers::from_query("?fake_accounts=http://127.0.0.1:8811"), None);
    }
}
