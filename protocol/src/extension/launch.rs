//! The parameters of the URL that the host loads the extension with.

use crate::{values::Theme, wire::Driver};

/// The parameters of the extension's URL.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Launch {
    /// `plugin_id`: copied into every outgoing message.
    pub plugin_id: Option<String>,
    /// `connection`: the wire format of the host.
    pub driver: Driver,
    /// `theme`: the theme at the start.
    pub theme: Option<Theme>,
}

impl Launch {
    /// Parses a query string, with or without its question mark. Never fails: the first occurrence of a parameter
    /// counts, and an invalid value counts as absent.
    ///
    /// ```
    /// use livechat_protocol::{Driver, Launch, Theme};
    ///
    /// let launch = Launch::from_query("?plugin_id=abc&theme=dark&connection=plain&x=%E0%A4%A");
    /// assert_eq!(launch.plugin_id.as_deref(), Some("abc"));
    /// assert_eq!((launch.theme, launch.driver), (Some(Theme::Dark), Driver::Plain));
    /// ```
    #[must_use]
    pub fn from_query(query: &str) -> Self {
        let query = query.strip_prefix('?').unwrap_or(query);
        Self::from_parameters(|wanted| {
            form_urlencoded::parse(query.as_bytes())
                .find(|(name, _)| name == wanted)
                .map(|(_, value)| value.into_owned())
        })
    }

    /// The launch parameters in a query string, as a query string; `None` if it has none. An iframe that returns from
    /// another page, such as a sign-in, has none.
    ///
    /// ```
    /// use livechat_protocol::Launch;
    ///
    /// assert_eq!(Launch::part_of("?theme=dark&page=2").as_deref(), Some("?theme=dark"));
    /// assert_eq!(Launch::part_of("?code=abc&state=xyz"), None);
    /// ```
    #[must_use]
    pub fn part_of(query: &str) -> Option<String> {
        let mut part = String::new();
        for (index, parameter) in query.split('&').enumerate() {
            let parameter = if index == 0 { parameter.strip_prefix('?').unwrap_or_default() } else { parameter };
            if let Some(("plugin_id" | "theme" | "connection", _)) = parameter.split_once('=') {
                part.push(if part.is_empty() { '?' } else { '&' });
                part.push_str(parameter);
            }
        }
        (!part.is_empty()).then_some(part)
    }

    /// Reads parameters that something else has parsed, such as the browser: `first` returns the value of the first
    /// parameter with that name. Never fails, like [`from_query`](Self::from_query).
    #[must_use]
    pub fn from_parameters(first: impl Fn(&str) -> Option<String>) -> Self {
        let first = |wanted: &str| first(wanted).filter(|value| !value.is_empty());
        Self {
            plugin_id: first("plugin_id"),
            driver: if first("connection").as_deref() == Some("plain") { Driver::Plain } else { Driver::Trusted },
            theme: first("theme").as_deref().and_then(Theme::from_name),
        }
    }
}
